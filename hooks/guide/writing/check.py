"""Everything that is against the rules for writing, in pages, worksheets and partners."""

from __future__ import annotations

from collections.abc import Iterator

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
    for file, language, passages, spelt in _texts(catalogue):
        if language in rules:
            problems += style.problems_of(file, passages, rules[language])
            if spelt and (name := rules[language].dictionary) and spelling.available(name):
                problems += spelling.problems_of(file, passages, rules[language], f"{guide.docs.name}/{FILE}")
    return ordered(problems)


def not_spelt(guide: Guide) -> list[str]:
    """The languages with a dictionary that this machine does not have."""
    rules = read_rules(guide, [])
    return [code for code, one in rules.items() if one.dictionary and not spelling.available(one.dictionary)]


def unused_words(catalogue: Catalogue) -> dict[str, list[str]]:
    """Words that `writing.yml` allows and that stand in no text, by language."""
    used: dict[str, set[str]] = {}
    for _, language, passages, _ in _texts(catalogue):
        words = {word for one in passages for _, word in spelling.words_of(one)}
        words |= {word.removesuffix("'s") for word in words}
        used.setdefault(language, set()).update(words, (word[:1].lower() + word[1:] for word in words))
    rules = read_rules(catalogue.guide, [])
    listed = {code: [word for word in one.words if word.replace("’", "'") not in used.get(code, set())]
              for code, one in rules.items()}  # fmt: skip
    return {code: words for code, words in listed.items() if words}


def _texts(catalogue: Catalogue) -> Iterator[tuple[str, str, list[Passage], bool]]:
    """File, language and passages, and whether its spelling is checked: descriptions of partners are full of names."""
    guide = catalogue.guide
    for pages in catalogue.pages.values():
        for language, page in pages.items():
            front = _in_language(guide, page.source, language)
            yield page.source.file, language, [*of_markdown(page.source), *front], True
    for path in sorted((guide.docs / catalogue.folder("worksheet")).glob("*/*.yml")):
        _, _, code = path.stem.rpartition(".")
        language = code if code in guide.vocabulary.languages else guide.source_language
        if source := read_yaml(path, guide.root, []):
            yield source.file, language, _in_language(guide, source, language), True
    for path in sorted((guide.docs / catalogue.folder("partner")).glob("*.yml")):
        if source := read_yaml(path, guide.root, []):
            for language in guide.languages:
                yield source.file, language, _in_language(guide, source, language), False


def _in_language(guide: Guide, source: Source, language: str) -> list[Passage]:
    found = of_data(source, language, guide.vocabulary.languages)
    return [passage for keys, code, passage in found if code == language and not _NO_TEXT & {*keys}]
