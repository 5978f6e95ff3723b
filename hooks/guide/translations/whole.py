"""What a translation lacks and no model asks for: whole files, today's text, words of the interface.

The rest is found when files are read (`guide.faults`): a heading, a block of a sheet, a text of a partner, of a
drawing, of the glossary or of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.catalogue import Catalogue
from guide.content.read import page_uris
from guide.problems import Problem, relative
from guide.site import Guide
from guide.source import read_yaml
from guide.strings import FALLBACK
from guide.translations.interface import file_of, source_of, visitors
from guide.translations.ledger import read_ledger
from guide.translations.units import units
from guide.worksheets.model import Sheet, texts
from guide.worksheets.read import NAME, folder, read_sheets


def find_problems(catalogue: Catalogue) -> list[Problem]:
    """Translations into the languages of the site that are not there, of an older text or not whole."""
    guide = catalogue.guide
    return [*_pages(catalogue), *_worksheets(guide), *_units(guide), *_interface(guide)]


def _pages(catalogue: Catalogue) -> Iterator[Problem]:
    guide = catalogue.guide
    for uri in page_uris(guide):
        original = guide.source_file(uri, guide.source_language)
        for language in guide.languages[1:]:
            path, page = guide.source_file(uri, language), catalogue.page(uri, language)
            if not path.exists():
                yield _missing(guide, original, path, language)
            elif page and not page.current:
                yield _outdated(guide, original, path, language, page.source.line("translation"))


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
            elif translation and translation.state == "outdated":
                source = read_yaml(path, guide.root, [])
                yield _outdated(guide, original, path, language, source.line("translation") if source else 1)


def _units(guide: Guide) -> Iterator[Problem]:
    """Partners, drawings, terms and words that were translated from an older text; what lacks a text is told so."""
    ledger = read_ledger(guide, [])
    for unit in units(guide):
        source = unit.texts[unit.source_language]
        for language in unit.languages:
            whole = unit.texts[language].keys() >= source.keys()
            if whole and language in guide.languages and ledger.state(unit, language) == "outdated":
                values = {"language": language, "original": unit.name}
                yield Problem(unit.file, 1, "translation_outdated", values)


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


def _outdated(guide: Guide, original: Path, path: Path, language: str, line: int) -> Problem:
    values = {"language": language, "original": relative(original, guide.root)}
    return Problem(relative(path, guide.root), line, "translation_outdated", values)
