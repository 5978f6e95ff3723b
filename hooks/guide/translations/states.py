"""The state of every translation of the guide, as the status page and `make status` show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from weakref import WeakKeyDictionary

from guide import worksheets
from guide.catalogue import Catalogue
from guide.content.model import MethodTranslation, Translation
from guide.content.read import WrittenPage
from guide.partners import partner_ids
from guide.translations.interface import file_of
from guide.translations.units import WORDS, units

State = Literal["current", "new", "outdated", "withdrawn", "draft", "missing"]
TO_DO: tuple[State, ...] = ("missing", "withdrawn", "outdated", "draft")
"""What asks for work, the most urgent first."""


@dataclass(frozen=True)
class Row:
    """A text in a language.

    group: a folder below docs, "" for pages at the top, or the first part of a unit's name. name: without language.
    titles: what it is called in each language that it has. url: of the page in that language, from the site's root; ""
    when there is none. file: where one mends it.
    checked: machine, human, native, or "" when nobody said so.
    """

    group: str
    name: str
    titles: Mapping[str, str]
    language: str
    state: State
    checked: str
    url: str
    file: str


_ROWS: WeakKeyDictionary[Catalogue, list[Row]] = WeakKeyDictionary()
"""Made once for a catalogue: the page that shows them asks in each language."""


def rows(catalogue: Catalogue) -> list[Row]:
    """Every translation that there is, and every one that a language of the site should have."""
    if catalogue not in _ROWS:
        _ROWS[catalogue] = _all(catalogue)
    return _ROWS[catalogue]


def _all(catalogue: Catalogue) -> list[Row]:
    return [*_pages(catalogue), *_sheets(catalogue), *_units(catalogue)]


def _pages(catalogue: Catalogue) -> Iterator[Row]:
    guide = catalogue.guide
    for uri, pages in sorted(catalogue.written.items()):
        titles = {code: page.front.title for code, page in pages.items() if not page.draft}
        wanted = dict.fromkeys((*guide.languages[1:], *(code for code in pages if code != guide.source_language)))
        for language in wanted:
            page = pages.get(language)
            state = _state(page)
            file = guide.source_file(uri, language).relative_to(guide.root).as_posix()
            group = uri.partition("/")[0] if "/" in uri else ""
            url = guide.page_url(uri, language) if page and not page.draft else ""
            yield Row(group, uri.removesuffix(".md"), titles, language, state, _checked(page), url, file)


def _state(page: WrittenPage | None) -> State:
    if page is None or page.draft:
        return "draft" if page else "missing"
    return "current" if page.current else "outdated"


def _checked(page: WrittenPage | None) -> str:
    front = page.front if page else None
    state = front.translation if isinstance(front, Translation | MethodTranslation) else None
    return state.checked if state else ""


def _sheets(catalogue: Catalogue) -> Iterator[Row]:
    guide = catalogue.guide
    if "worksheet" not in guide.vocabulary.kinds:
        return
    place = catalogue.folder("worksheet")
    sheets, _ = worksheets.read_all(guide)
    for name, language, state, checked in sorted(worksheets.status(guide)):
        slug = name.rpartition("/")[2]
        there = state in ("current", "outdated")
        file = (guide.docs / place / slug / worksheets.translation_name(language)).relative_to(guide.root).as_posix()
        url = guide.page_url(f"{name}.md", language) if there else ""
        who = checked if checked in ("machine", "human", "native") else ""
        sheet = sheets[slug]
        titles = {code: str(one.title) for code in sheet.offered if (one := sheet.usable(code))}
        titles[guide.source_language] = str(sheet.source.title)
        yield Row(place, name, titles, language, state, who, url, file)  # type: ignore[arg-type]


def _units(catalogue: Catalogue) -> Iterator[Row]:
    guide = catalogue.guide
    ids, place = partner_ids(guide), catalogue.folder("partner") if "partner" in guide.vocabulary.kinds else ""
    for unit in units(guide):
        folder, _, name = unit.name.removesuffix(".yml").partition("/")
        partner = f"{folder}/{name}.md" if folder == place and name in ids else ""
        part = unit.name.partition("#")[2]
        for language in unit.languages:
            state, checked = catalogue.unit_states[unit.name, language]
            url = guide.page_url(partner, language) if partner else ""
            # What one stamps: a file of words says its own language only, another file is asked for by part.
            file = file_of(language) if unit.group == WORDS else f"{unit.file}#{part}" if part else unit.file
            yield Row(unit.group, unit.name, unit.titles, language, state, checked, url, file)  # type: ignore[arg-type]
