"""Everything that is against the rules for writing, in pages, worksheets and partners."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from guide.catalogue import Catalogue
from guide.problems import Problem, ordered
from guide.site import Guide
from guide.source import Source, read_yaml
from guide.writing import spelling, style
from guide.writing.passages import Passage, of_data, of_markdown
from guide.writing.rules import FILE, read_rules

# Keys of front matter and YAML whose values are no running text.
_NO_TEXT = frozenset({"name", "former_names", "search_terms", "contact", "sources", "translation", "facts"})


def find_problems(catalogue: Catalogue) -> list[Problem]:
    """Words to avoid, long sentences and, where hunspell is installed, spelling."""
    problems: list[Problem] = []
    guide = catalogue.guide
    rules = read_rules(guide, problems)
    words: dict[str, dict[str, dict[str, int]]] = {}  # by dictionary and file
    for file, language, passages, spelt in _texts(catalogue, rules):
        problems += style.problems_of(file, passages, rules[language])
        if spelt and (name := rules[language].dictionary) and spelling.available(name):
            words.setdefault(name, {})[file] = spelling.unlisted(passages, rules[language])
    for name, files in words.items():
        spelling.misspelt({word for found in files.values() for word in found}, name)  # at once
        for file, found in files.items():
            problems += spelling.problems_of(file, found, name, f"{guide.docs.name}/{FILE}")
    return ordered(problems)


def not_spelt(guide: Guide) -> list[str]:
    """The languages with a dictionary that this machine does not have."""
    rules = read_rules(guide, [])
    return [code for code, one in rules.items() if one.dictionary and not spelling.available(one.dictionary)]


def unused_words(catalogue: Catalogue) -> dict[str, list[str]]:
    """Words that `writing.yml` allows and that stand in no text, by language."""
    used: dict[str, set[str]] = {}
    rules = read_rules(catalogue.guide, [])
    for _, language, passages, _ in _texts(catalogue, rules):
        found = {word for one in passages for _, word in spelling.words_of(one)}
        words = {form for word in found for form in spelling.forms(word)}
        used.setdefault(language, set()).update(words, (word[:1].lower() + word[1:] for word in words))
    listed = {code: [word for word in one.words if word.replace("’", "'") not in used.get(code, set())]
              for code, one in rules.items()}  # fmt: skip
    return {code: words for code, words in listed.items() if words}


def _texts(catalogue: Catalogue, wanted: Collection[str]) -> Iterator[tuple[str, str, list[Passage], bool]]:
    """File, language and passages, and whether its spelling is checked: descriptions of partners are full of names.

    wanted: the languages that are asked for.
    """
    guide = catalogue.guide
    for pages in catalogue.pages.values():
        for language in pages.keys() & wanted:
            page = pages[language]
            front = _in_language(guide, page.source, language)
            yield page.source.file, language, [*of_markdown(page.source), *front], True
    for path in sorted((guide.docs / catalogue.folder("worksheet")).glob("*/*.yml")):
        _, _, code = path.stem.rpartition(".")
        language = code if code in guide.vocabulary.languages else guide.source_language
        if language in wanted and (source := read_yaml(path, guide.root, [])):
            yield source.file, language, _in_language(guide, source, language), True
    for path in sorted((guide.docs / catalogue.folder("partner")).glob("*.yml")):
        if source := read_yaml(path, guide.root, []):
            for language in (one for one in guide.languages if one in wanted):
                yield source.file, language, _in_language(guide, source, language), False


def _in_language(guide: Guide, source: Source, language: str) -> list[Passage]:
    found = of_data(source, language, guide.vocabulary.languages)
    return [passage for keys, code, passage in found if code == language and not _NO_TEXT & {*keys}]
