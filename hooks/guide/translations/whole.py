"""What a translation lacks and no model asks for: whole files, places of outdated pages, words of the interface.

The rest is found when files are read (`guide.faults`): a heading, a block of a sheet, a text of a partner, of a
drawing, of the glossary or of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.catalogue import Catalogue
from guide.content.read import compare_headings, page_uris
from guide.problems import Problem, relative
from guide.site import Guide
from guide.source import read_yaml
from guide.strings import FALLBACK
from guide.translations.interface import file_of, source_of, visitors
from guide.translations.states import Row, rows
from guide.worksheets.model import Sheet, texts
from guide.worksheets.read import NAME, folder, read_sheets


def find_problems(catalogue: Catalogue) -> list[Problem]:
    """Translations into the languages of the site that are not there or not whole."""
    guide = catalogue.guide
    return [*_pages(catalogue), *_worksheets(guide), *_interface(guide)]


def find_outdated(catalogue: Catalogue) -> list[Row]:
    """Translations into the languages of the site that are whole, but of an older text.

    They are no fault: the site says so to its readers, and the newer text need not wait for them.
    """
    return [row for row in rows(catalogue) if row.state == "outdated" and row.language in catalogue.guide.languages]


def _pages(catalogue: Catalogue) -> Iterator[Problem]:
    guide = catalogue.guide
    for uri in page_uris(guide):
        original = guide.source_file(uri, guide.source_language)
        for language in guide.languages[1:]:
            path, page = guide.source_file(uri, language), catalogue.page(uri, language)
            if not path.exists():
                yield _missing(guide, original, path, language)
            elif page and not page.current:
                yield from compare_headings(catalogue.original(uri), page)


def _worksheets(guide: Guide) -> Iterator[Problem]:
    for sheet in read_sheets(guide)[0].values():
        original = folder(guide) / sheet.slug / f"{NAME}.yml"
        for language in guide.languages[1:]:
            path, translation = original.with_name(f"{NAME}.{language}.yml"), sheet.translations.get(language)
            if not path.exists():
                yield _missing(guide, original, path, language)
            elif translation and translation.state == "withdrawn":
                values = {"original": relative(original, guide.root), "blocks": _blocks_missing(guide, sheet, path)}
                yield Problem(relative(path, guide.root), 1, "translation_withdrawn", values)


def _blocks_missing(guide: Guide, sheet: Sheet, path: Path) -> str:
    """The blocks that a translation does not have at all; "–" when what it lacks is within a block or above them."""
    wanted = texts(sheet.source, page=True)["blocks"]
    source = read_yaml(path, guide.root, [])
    given = source.data.get("blocks") if source else None
    return ", ".join(one for one in wanted if one not in (given or {})) or "–"


def _interface(guide: Guide) -> Iterator[Problem]:
    english = source_of(FALLBACK)
    wanted = visitors(english) if english else {}
    for language in guide.languages:
        source = source_of(language)
        own = visitors(source) if source else {}
        if missing := [key for key in wanted if key not in own]:
            values = {"language": language, "keys": ", ".join(missing), "original": file_of(FALLBACK)}
            yield Problem(file_of(language), 1, "interface_missing", values)


def _missing(guide: Guide, original: Path, path: Path, language: str) -> Problem:
    values = {"language": language, "file": relative(path, guide.root)}
    return Problem(relative(original, guide.root), 1, "translation_missing", values)
