"""Everything that is against the rules for writing, in pages, worksheets, partners and lists of words."""

from __future__ import annotations

from guide.catalogue import Catalogue
from guide.problems import Problem, ordered
from guide.site import Guide
from guide.writing import spelling, style
from guide.writing.names import names_of
from guide.writing.rules import FILE, read_rules
from guide.writing.texts import written

NOT_SPELT = "partner"
"""What is not read for its spelling: the description of a partner is full of names."""


def find_problems(catalogue: Catalogue) -> list[Problem]:
    """Words to avoid, long sentences and, where hunspell is installed, spelling."""
    problems: list[Problem] = []
    guide = catalogue.guide
    rules = read_rules(guide, problems)
    names = names_of(catalogue)
    words: dict[str, dict[str, dict[str, int]]] = {}  # by dictionary and file
    for one in written(catalogue, rules):
        problems += style.problems_of(one.file, one.passages, rules[one.language])
        name = rules[one.language].dictionary
        if name and one.kind != NOT_SPELT and spelling.available(name):
            passages = map(names.without, one.passages)
            words.setdefault(name, {})[one.file] = spelling.unlisted(passages, rules[one.language])
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
    rules, names = read_rules(catalogue.guide, []), names_of(catalogue)
    for one in written(catalogue, rules):
        found = {word for passage in map(names.without, one.passages) for _, word in spelling.words_of(passage)}
        words = {form for word in found for form in spelling.forms(word)}
        used.setdefault(one.language, set()).update(words, (word[:1].lower() + word[1:] for word in words))
    listed = {code: [word for word in rule.words if word.replace("’", "'") not in used.get(code, set())]
              for code, rule in rules.items()}  # fmt: skip
    return {code: words for code, words in listed.items() if words}
