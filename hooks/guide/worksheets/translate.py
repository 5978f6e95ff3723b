"""Keeping translations in step with the source text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide.problems import ProblemsError
from guide.site import Guide
from guide.worksheets.model import State, texts
from guide.worksheets.read import NAME, folder, read_sheets
from guide.worksheets.words import fingerprint

_SOURCE = re.compile(r"^(translation:.*?\n?(?:\s+.*\n)*?.*?source:\s*)[\"']?[0-9a-fA-F]*[\"']?", re.MULTILINE)


@dataclass(frozen=True)
class Status:
    """How a translation of a sheet stands. state: current, outdated or withdrawn."""

    slug: str
    language: str
    state: State
    checked: str


def status(guide: Guide) -> list[Status]:
    """Every translation of every sheet that can be read, by sheet and language."""
    sheets, _ = read_sheets(guide)
    return [
        Status(sheet.slug, language, translation.state, translation.checked)
        for sheet in sheets.values()
        for language, translation in sheet.translations.items()
    ]


def stamp(guide: Guide, slug: str, language: str) -> str:
    """Writes down that a translation follows the source text as it is now; gives what was written.

    Only the value of `source` changes in the file. ProblemsError when the sheet itself cannot be read, KeyError when
    there is no such sheet, FileNotFoundError when there is no such translation, ValueError when it has no `source`.
    """
    sheets, problems = read_sheets(guide)
    own = [problem for problem in problems if problem.file.endswith(f"/{slug}/{NAME}.yml")]
    if own:
        raise ProblemsError(own, guide.editor_strings)
    found = fingerprint(texts(sheets[slug].source, page=language in guide.languages))
    path = folder(guide) / slug / f"{NAME}.{language}.yml"
    text = path.read_text("utf-8")
    changed, times = _SOURCE.subn(rf'\g<1>"{found}"', text, count=1)
    if not times:
        raise ValueError(f"{path.name} has no translation.source")
    path.write_text(changed, "utf-8")
    return found
