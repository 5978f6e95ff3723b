"""The page that says of every text and language how its translation stands, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guide.catalogue import Catalogue
from guide.changes.model import FILE as CHANGES
from guide.content.figures import FOLDER as FIGURES
from guide.glossary import FILE as GLOSSARY
from guide.site import relative_url
from guide.strings import Strings, load
from guide.templates import templates
from guide.translations.states import TO_DO, Row, rows
from guide.translations.units import VOCABULARY, WORDS
from guide.wording import sort_key

FOLDER = Path(__file__).parent / "templates"
TEMPLATE = "translations.html"
"""The template of the page that holds the table."""


@dataclass(frozen=True)
class Language:
    """A language and how many of its texts are there, of today's text, and read by whom."""

    code: str
    native: str
    name: str
    direction: str
    texts: int
    current: int
    native_checked: int
    human: int
    machine: int


@dataclass(frozen=True)
class Group:
    """What lies together. texts: the title of each, and its row for each of the languages or None."""

    name: str
    languages: list[str]
    texts: list[tuple[str, list[Row | None]]]


def status_html(catalogue: Catalogue, language: str, page: str) -> str:
    """The tables in a language of the site. page: their address, from the site's root."""
    guide, words = catalogue.guide, load(language)
    every = rows(catalogue)
    known = guide.vocabulary.languages
    order = list(dict.fromkeys((*guide.languages, *known)))
    codes = sorted({row.language for row in every}, key=order.index)
    urgent = [row for state in TO_DO for row in every if row.state == state]
    ids = load(guide.source_language)
    return templates(FOLDER).get_template("status.html").render(
        t=words.text, language=language, link=lambda target: relative_url(target, page),
        languages=[_language(catalogue, code, language, every) for code in codes],
        names={code: known[code].name[language] for code in codes},
        to_do=[(row, _title(catalogue, row, language)) for row in urgent],
        groups=_groups(catalogue, every, codes, words),
        ids={name: ids[f"translations.ids.{name}"] for name in ("to_do", "all")},
    )  # fmt: skip


def _language(catalogue: Catalogue, code: str, shown: str, every: list[Row]) -> Language:
    known = catalogue.guide.vocabulary.languages[code]
    there = [row for row in every if row.language == code and row.state != "missing"]
    checked = [row.checked for row in there]
    return Language(
        code, known.native, known.name[shown], known.direction, len(there),
        sum(row.state in ("current", "new") for row in there),
        checked.count("native"), checked.count("human"), checked.count("machine"),
    )  # fmt: skip


def _groups(catalogue: Catalogue, every: Iterable[Row], codes: list[str], words: Strings) -> list[Group]:
    found: dict[str, dict[str, dict[str, Row]]] = {}
    for row in every:
        found.setdefault(row.group, {}).setdefault(row.name, {})[row.language] = row
    folders = [section.folder for section in catalogue.guide.vocabulary.sections]
    last = [FIGURES, GLOSSARY, CHANGES, VOCABULARY, WORDS]
    order = ["", *folders, *sorted(found.keys() - {"", *folders, *last}), *last]
    groups = []
    for name in sorted(found, key=order.index):
        spoken = [code for code in codes if any(code in texts for texts in found[name].values())]
        texts = [
            (_title(catalogue, next(iter(cells.values())), words.language), [cells.get(code) for code in spoken])
            for cells in found[name].values()
        ]
        texts.sort(key=lambda one: sort_key(one[0]))
        groups.append(Group(_name(catalogue, name, words), spoken, texts))
    return groups


def _name(catalogue: Catalogue, group: str, words: Strings) -> str:
    """What a group is called: as its section, its own page or its kind."""
    named = {
        "": "home", FIGURES: "figures", GLOSSARY: "glossary", CHANGES: "changes", VOCABULARY: "vocabulary",
        WORDS: "words",
    }  # fmt: skip
    if group in named:
        return words[f"translations.groups.{named[group]}"]
    section = next((one for one in catalogue.guide.vocabulary.sections if one.folder == group), None)
    page = catalogue.page(f"{group}/index.md", words.language)
    return section.name[words.language] if section else page.front.title if page else group


def _title(catalogue: Catalogue, row: Row, language: str) -> str:
    return row.titles.get(language) or row.titles[catalogue.guide.source_language]
