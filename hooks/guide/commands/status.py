"""`make status`: which translation is of today's text, which partner to verify next. `stamp` says that one is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from guide import partners, worksheets
from guide.catalogue import Catalogue
from guide.content.model import Checked, MethodTranslation, Translation
from guide.content.read import translations_of
from guide.partners.upkeep import to_verify
from guide.site import Guide
from guide.translations.ledger import read_ledger, stamped, write_ledger
from guide.translations.stamps import stamp_page
from guide.translations.states import rows
from guide.translations.unchanged import NoHistoryError, keep_translations
from guide.translations.units import Unit, units


def run(guide: Guide) -> int:
    """Print the tables; 0 always: neither the state of a translation nor the age of a check is a fault."""
    strings = guide.editor_strings
    every = rows(Catalogue(guide))
    _print([(row.name, row.language, strings[f"status.{row.state}"], row.checked or "–") for row in every])
    if waiting := partner_rows(guide, partners.build_day()):
        print(f"\n{strings['status.partners']}")
        _print(waiting)
    return 0


def partner_rows(guide: Guide, today: date) -> list[tuple[str, ...]]:
    """(file, day of the last check, what to do) for the partners to verify next, the most urgent first."""
    strings, folder = guide.editor_strings, guide.docs / guide.vocabulary.kinds["partner"].folder
    return [
        (
            (folder / f"{one.partner}.yml").relative_to(guide.root).as_posix(),
            one.day.isoformat() if one.day else strings["status.never"],
            strings.text(f"status.partner_{one.why}", date=one.until.isoformat() if one.until else ""),
        )
        for one in to_verify(partners.read_all(guide)[0], today)
    ]


def _print(table: Sequence[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def stamp(guide: Guide, files: list[Path], checked: Checked | None) -> int:
    """Write today's hash of the source text into translations; without files, into those that have none."""
    catalogue, strings = Catalogue(guide), guide.editor_strings
    wanted = {path.resolve() for path in files}
    for uri, pages in catalogue.pages.items():
        for language in translations_of(guide, uri):
            page = pages.get(language)
            if page is None or not isinstance(page.front, Translation | MethodTranslation):
                continue
            path = guide.source_file(uri, language)
            if path.resolve() in wanted or (not wanted and page.front.translation is None):
                stamp_page(path, page.digest, checked)
                print(strings.text("status.stamped", file=path.relative_to(guide.root).as_posix()))
    for path in worksheets.stamp_files(guide, wanted, checked):
        print(strings.text("status.stamped", file=path.relative_to(guide.root).as_posix()))
    for name in _stamp_units(guide, files, checked):
        print(strings.text("status.stamped", file=name))
    return 0


def _stamp_units(guide: Guide, files: list[Path], checked: Checked | None) -> list[str]:
    """Write into the ledger what was asked for: a file, or a part of it (docs/glossary.yml#drempel); gives the names.

    Without files, those that the ledger does not have. A file of words stamps its own language only.
    """
    every, ledger, done = units(guide), read_ledger(guide, []), []
    asked = [(Path(name).resolve(), part) for name, _, part in (str(one).partition("#") for one in files)]
    for unit in every:
        languages = [code for code in unit.languages if _asked(guide, unit, code, asked)]
        if not files:
            languages = [code for code in unit.languages if ledger.state(unit, code) == "new"]
        if languages:
            ledger = stamped(ledger, [unit], languages, checked)
            done.append(f"{unit.name} ({', '.join(languages)})")
    if done:
        write_ledger(guide, ledger, every)
    return done


def _asked(guide: Guide, unit: Unit, language: str, asked: list[tuple[Path, str]]) -> bool:
    file, own = (guide.root / unit.file).resolve(), unit.name.partition("#")[2]
    same_words = file.with_name(f"{language}.yml") if unit.name.startswith("strings#") else file
    return any(path in (file, same_words) and part in ("", own, own.partition(".")[2]) for path, part in asked)


def unchanged(guide: Guide, files: list[Path]) -> int:
    """Say that what changed last in these source files keeps its meaning; 1 when one of them holds no source text."""
    strings, catalogue, wrong = guide.editor_strings, Catalogue(guide), False
    for path in files:
        name = path.as_posix()
        try:
            results = keep_translations(catalogue, path)
        except NoHistoryError:
            print(strings.text("status.no_history", file=name), file=sys.stderr)
            return 1
        if results is None:
            print(strings.text("status.no_source", file=name), file=sys.stderr)
            wrong = True
            continue
        for result in results:
            if result.stamped:
                print(strings.text("status.kept", file=result.name, languages=", ".join(result.stamped)))
            if result.older:
                print(strings.text("status.older", file=result.name, languages=", ".join(result.older)))
        if not any(result.stamped or result.older for result in results):
            print(strings.text("status.nothing_old", file=name))
    return int(wrong)
