"""Keeping translations in step with the source text."""

from __future__ import annotations

import re
from pathlib import Path

from guide.problems import ProblemsError
from guide.site import Guide
from guide.worksheets.model import Checked, texts
from guide.worksheets.read import NAME, folder, read_sheets
from guide.worksheets.words import fingerprint

_STAMP = re.compile(r"^translation:.*\n?(?:[ \t]+.*\n?)*", re.MULTILINE)
_CHECKED = re.compile(r"checked:\s*(\w+)")


def status(guide: Guide) -> list[tuple[str, str, str, str]]:
    """(sheet, language, state, checked) of every translation that is there, and of those of the site that are not.

    state: "current"; "outdated": the source text is newer; "withdrawn": and has parts that the translation lacks;
    "missing": a language of the site without a file.
    """
    sheets, _ = read_sheets(guide)
    place = guide.vocabulary.kinds["worksheet"].folder
    found: list[tuple[str, str, str, str]] = [
        (f"{place}/{sheet.slug}", language, translation.state, translation.checked)
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
    text = path.read_text("utf-8")
    old = _STAMP.search(text)
    said = _CHECKED.search(old.group()) if old else None
    new = f'translation:\n  source: "{found}"\n  checked: {checked or (said.group(1) if said else "machine")}\n'
    changed = text[: old.start()] + new + text[old.end() :] if old else text.rstrip("\n") + "\n" + new
    path.write_text(changed, "utf-8")
    return found


def stamp_files(guide: Guide, wanted: set[Path], checked: Checked | None = None) -> list[Path]:
    """Stamps these files; without files, those that have no stamp yet. Gives the files that were written."""
    written = []
    for path in sorted(folder(guide).glob(f"*/{NAME}.*.yml")):
        if path.resolve() in wanted or (not wanted and not _STAMP.search(path.read_text("utf-8"))):
            stamp(guide, path.parent.name, path.name.split(".")[1], checked)
            written.append(path)
    return written
