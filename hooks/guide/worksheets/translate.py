"""Keeping translations in step with the source text."""

from __future__ import annotations

import re
from pathlib import Path

from guide.problems import ProblemsError
from guide.site import Guide
from guide.source import read_lines, write_lines
from guide.worksheets.model import Checked, texts
from guide.worksheets.read import NAME, folder, language_of, read_sheets
from guide.worksheets.words import fingerprint

_STAMP = re.compile(r"^translation:.*\n?(?:[ \t]+.*\n?)*", re.MULTILINE)
_CHECKED = re.compile(r"checked:\s*(\w+)")


def status(guide: Guide) -> list[tuple[str, str, str, str]]:
    """(sheet, language, state, checked) of every translation that is there, and of those of the site that are not.

    state: "current"; "outdated": the source text is newer; "withdrawn": and has parts that the translation lacks;
    "draft": of a home language, without a stamp; "missing": a language of the site without a file.
    """
    sheets, _ = read_sheets(guide)
    place = guide.vocabulary.kinds["worksheet"].folder
    found: list[tuple[str, str, str, str]] = [
        (f"{place}/{sheet.slug}", language, translation.state, translation.checked or "–")
        for sheet in sheets.values()
        for language, translation in sheet.translations.items()
    ]
    missing = [
        (f"{place}/{sheet.slug}", language, "missing", "–")
        for sheet in sheets.values()
        for language in guide.languages[1:]
        if language not in sheet.translations
    ]
    return found + missing


def stamp(guide: Guide, slug: str, language: str, checked: Checked | None = None) -> str:
    """Writes down that a translation follows the source text as it is now; gives the hash that was written.

    Nothing else in the file changes. checked: who looked at it; without it, what the file says. ProblemsError when the
    sheet itself cannot be read, KeyError when there is no such sheet, FileNotFoundError when no such translation.
    """
    sheets, problems = read_sheets(guide)
    own = [problem for problem in problems if problem.file.endswith(f"/{slug}/{NAME}.yml")]
    if own:
        raise ProblemsError(own, guide.editor_strings)
    found = fingerprint(texts(sheets[slug].source, page=language in guide.languages))
    path = folder(guide) / slug / f"{NAME}.{language}.yml"
    text, end = read_lines(path)
    old = _STAMP.search(text)
    said = _CHECKED.search(old.group()) if old else None
    new = f'translation:\n  source: "{found}"\n  checked: {checked or (said.group(1) if said else "machine")}\n'
    changed = text[: old.start()] + new + text[old.end() :] if old else text.rstrip("\n") + "\n" + new
    write_lines(path, changed, end)
    return found


def stamp_files(guide: Guide, wanted: set[Path], checked: Checked | None = None) -> list[Path]:
    """Stamps these files; without files, those that have no stamp yet. Gives the files that were written.

    A draft is stamped only by name, because that is what publishes it, and never before it is whole (`unfinished`).
    """
    written, held = [], unfinished(guide)
    for path in sorted(folder(guide).glob(f"*/{NAME}.*.yml")):
        language = language_of(path)
        unstamped = language in guide.languages and not _STAMP.search(path.read_text("utf-8"))
        if path not in held and (path.resolve() in wanted or (not wanted and unstamped)):
            stamp(guide, path.parent.name, language, checked)
            written.append(path)
    return written


def unfinished(guide: Guide) -> dict[Path, tuple[str, ...]]:
    """The drafts that cannot be stamped yet, with the paths of the texts that they lack; none when one has a fault."""
    sheets, _ = read_sheets(guide)
    found: dict[Path, tuple[str, ...]] = {}
    for path in sorted(folder(guide).glob(f"*/{NAME}.*.yml")):
        language, sheet = language_of(path), sheets.get(path.parent.name)
        if sheet is None or language in guide.languages or language not in guide.vocabulary.languages:
            continue
        draft = sheet.translations.get(language)
        if draft is None and not _STAMP.search(path.read_text("utf-8")):
            found[path] = ()
        elif draft and draft.state == "draft" and (draft.lacks or draft.empty):
            found[path] = (*draft.lacks, *draft.empty)
    return found
