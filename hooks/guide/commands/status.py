"""`make status`: which translation is of today's text, which partner to verify next. `stamp` says that one is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from guide import partners, worksheets
from guide.catalogue import Catalogue
from guide.content.model import Checked, MethodTranslation, Translation
from guide.content.read import WrittenPage, translations_of
from guide.partners.upkeep import to_verify
from guide.site import Guide


def rows(guide: Guide) -> list[tuple[str, str, str, str]]:
    """(page or sheet, language, state, checked) for every translation that is there or should be.

    state: "current", "outdated", "missing" or, for a sheet that lacks a newer block, "withdrawn".
    """
    catalogue = Catalogue(guide)
    found = []
    for uri, pages in catalogue.pages.items():
        for language in guide.languages[1:]:
            page = pages.get(language)
            state = "missing" if page is None else "current" if page.current else "outdated"
            found.append((uri.removesuffix(".md"), language, state, _checked(page)))
    found += worksheets.status(guide)
    return sorted(found)


def _checked(page: WrittenPage | None) -> str:
    front = page.front if page else None
    state = front.translation if isinstance(front, Translation | MethodTranslation) else None
    return state.checked if state else "–"


def run(guide: Guide) -> int:
    """Print the tables; 0 always: neither the state of a translation nor the age of a check is a fault."""
    strings = guide.editor_strings
    _print([(name, language, strings[f"status.{state}"], checked) for name, language, state, checked in rows(guide)])
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
                state = page.front.translation
                _write(path, page.digest, checked or (state.checked if state else "machine"))
                print(strings.text("status.stamped", file=path.relative_to(guide.root).as_posix()))
    for path in worksheets.stamp_files(guide, wanted, checked):
        print(strings.text("status.stamped", file=path.relative_to(guide.root).as_posix()))
    return 0


def _write(path: Path, digest: str, checked: str) -> None:
    text = path.read_text("utf-8")
    end = text.index("\n---\n", 3)
    front = re.sub(r"\ntranslation:.*(?:\n  .*)*", "", text[:end])
    path.write_text(f"{front}\ntranslation: {{source: {digest}, checked: {checked}}}{text[end:]}", "utf-8")
