"""Files that look like a part of the guide and stand where nothing reads them: a partner among the methods."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.changes.model import FILE as CHANGES
from guide.content.figures import FOLDER as FIGURES
from guide.glossary import FILE as GLOSSARY
from guide.permalinks.register import FILE as REGISTER
from guide.problems import Problem, relative
from guide.site import Guide
from guide.translations.ledger import FILE as LEDGER
from guide.worksheets.read import NAME
from guide.writing.rules import FILE as RULES

_ENDING = ".yml"
_LIKE_IT = {_ENDING, ".yaml"}
LISTS = (CHANGES, GLOSSARY, REGISTER, LEDGER, "vocabulary.yml", RULES)
"""What stands in docs itself."""


def unread(guide: Guide) -> Iterator[Problem]:
    """A fault for every file with lists or texts that no part of the guide looks for; what is hidden is left alone."""
    kinds = guide.vocabulary.kinds
    partners, sheets = kinds["partner"].folder, kinds["worksheet"].folder
    for path in sorted(guide.docs.rglob("*")):
        place = path.relative_to(guide.docs)
        if path.suffix not in _LIKE_IT or not path.is_file() or any(part.startswith(".") for part in place.parts):
            continue
        if path.suffix != _ENDING or not _is_read(place, partners, sheets):
            values = {
                "name": path.name, "partners": partners, "worksheet": f"{sheets}/…/{NAME}{_ENDING}",
                "figures": FIGURES, "lists": ", ".join(LISTS),
            }  # fmt: skip
            yield Problem(relative(path, guide.root), 1, "file_unread", values)


def _is_read(place: Path, partners: str, sheets: str) -> bool:
    """Whether something looks for this file. partners, sheets: their folders."""
    folder = place.parent.as_posix()
    if folder == ".":
        return place.name in LISTS
    if folder in (partners, FIGURES):
        return True
    above = place.parent.parent.as_posix()
    return (above == sheets and place.name.partition(".")[0] == NAME) or above == partners  # their map
