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
from guide.problems import Problem, relative, report
from guide.site import Guide
from guide.translations.ledger import read_ledger, stamped, write_ledger
from guide.translations.stamps import stamp_page, untranslated
from guide.translations.states import rows
from guide.translations.unchanged import NoHistoryError, keep_translations
from guide.translations.units import Unit, units

SHOWN = 5
"""What a translation lacks, as far as it is listed."""


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
    """Write today's hash of the source text into translations; without files, into those that have none.

    A draft is stamped by name only, because that publishes it, and not before it is whole. 1 when one of the files
    could not be stamped; each of them is named.
    """
    strings, wanted = guide.editor_strings, {path.resolve() for path in files}
    if _told(guide):
        return 1
    done, refused = _stamp_pages(guide, wanted, checked)
    held = worksheets.unfinished(guide)
    done += worksheets.stamp_files(guide, wanted, checked)
    names, asked = _stamp_units(guide, files, checked)
    refused |= {path.resolve(): held[path] for path in held}
    for name in (*(relative(path, guide.root) for path in done), *names):
        print(strings.text("status.stamped", file=name))
    stamped_now = {path.resolve() for path in done}
    failed = False
    for path in files:
        if path.resolve() in stamped_now or path in asked:
            continue
        failed = True
        lacks = refused.get(path.resolve())
        reason = "not_ours" if lacks is None else "unfinished" if lacks else "faulty"
        keys = ", ".join((lacks or ())[:SHOWN]) + (" …" if len(lacks or ()) > SHOWN else "")
        print(strings.text(f"status.{reason}", file=path.as_posix(), keys=keys), file=sys.stderr)
    if not files:
        for row in rows(Catalogue(guide)):
            if row.state == "draft":
                print(strings.text("status.draft_left", file=row.file))
        if not done and not names:
            print(strings["status.nothing"])
    return int(failed)


def _told(guide: Guide) -> bool:
    """Whether the ledger has a fault, which is told: what cannot be read must not be written over."""
    problems: list[Problem] = []
    read_ledger(guide, problems)
    if problems:
        print(report(problems, guide.editor_strings), file=sys.stderr)
    return bool(problems)


def _stamp_pages(
    guide: Guide, wanted: set[Path], checked: Checked | None
) -> tuple[list[Path], dict[Path, tuple[str, ...]]]:
    """The pages that were stamped, and what the others lack; nothing is said of one that has a fault."""
    catalogue = Catalogue(guide)
    done, refused = list[Path](), dict[Path, tuple[str, ...]]()
    for uri, pages in catalogue.written.items():
        for language in translations_of(guide, uri):
            path, page = guide.source_file(uri, language), pages.get(language)
            if page is None or not isinstance(page.front, Translation | MethodTranslation):
                if path.exists():
                    refused[path.resolve()] = ()
                continue
            lacks = untranslated(catalogue.original(uri), page) if page.draft else ()
            if lacks:
                refused[path.resolve()] = lacks
            elif path.resolve() in wanted or (not wanted and not page.draft and page.front.translation is None):
                stamp_page(path, page.digest, checked)
                done.append(path)
    return done, refused


def _stamp_units(guide: Guide, files: list[Path], checked: Checked | None) -> tuple[list[str], set[Path]]:
    """Write into the ledger what was asked for: a file, or a part of it (docs/glossary.yml#drempel).

    Gives the names of what was written, and those of the files that held any. Without files, what the ledger does not
    have yet is written. A file of words stamps its own language only.
    """
    every, ledger, done = units(guide), read_ledger(guide, []), []
    asked = {one: (Path(name).resolve(), part) for one in files for name, _, part in [str(one).partition("#")]}
    found = set[Path]()
    for unit in every:
        for one, place in asked.items():
            found |= {one for code in unit.languages if _asked(guide, unit, code, [place])}
        languages = [code for code in unit.languages if _asked(guide, unit, code, [*asked.values()])]
        if not files:
            languages = [code for code in unit.languages if ledger.state(unit, code) == "new"]
        if languages:
            ledger = stamped(ledger, [unit], languages, checked)
            done.append(f"{unit.name} ({', '.join(languages)})")
    if done:
        write_ledger(guide, ledger, every)
    return done, found


def _asked(guide: Guide, unit: Unit, language: str, asked: list[tuple[Path, str]]) -> bool:
    file, own = (guide.root / unit.file).resolve(), unit.name.partition("#")[2]
    same_words = file.with_name(f"{language}.yml") if unit.name.startswith("strings#") else file
    return any(path in (file, same_words) and part in ("", own, own.partition(".")[2]) for path, part in asked)


def unchanged(guide: Guide, files: list[Path]) -> int:
    """Say that what changed last in these source files keeps its meaning; 1 when one of them holds no source text."""
    strings, catalogue, wrong = guide.editor_strings, Catalogue(guide), False
    if _told(guide):
        return 1
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
