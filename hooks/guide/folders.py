"""What lies under docs: whether it can be part of a guide, and has a name that an address can have."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from guide.files import not_plain
from guide.problems import Problem, relative
from guide.site import Guide

MOST_OF_NAME = 100
"""Letters; some file systems hold 255 bytes, and the files that are made add to a name."""
_PART = "[a-z0-9]+(-[a-z0-9]+)*"
_TEXT_NAME = re.compile(rf"{_PART}(\.{_PART})*")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXTS = (".md", ".yml")
_FILES = (*_TEXTS, ".svg", ".json")


def find_problems(guide: Guide) -> Iterator[Problem]:
    """What lies under docs and can be no part of a guide: by its kind, or by its name."""
    locked: list[OSError] = []
    partners = guide.docs / guide.vocabulary.kinds["partner"].folder
    for folder, folders, files in os.walk(guide.docs, onerror=locked.append):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        known: dict[str, str] = {}
        for one in sorted([*folders, *(file for file in files if not file.startswith("."))]):
            path = Path(folder, one)
            file, mode = relative(path, guide.root), path.lstat().st_mode
            is_file = one not in folders or stat.S_ISLNK(mode) or path.suffix in _FILES
            if is_file and (fault := not_plain(path, file, mode)):
                yield fault
            yield from _name(path, file, stat.S_ISDIR(mode), Path(folder) == partners)
            if (other := known.setdefault(_alike(one), one)) != one:
                yield Problem(file, 1, "file_names_alike", {"name": one, "other": other})
    for kind in guide.vocabulary.kinds.values():
        if (place := guide.docs / kind.folder).exists() and not place.is_dir():
            yield Problem(relative(place, guide.root), 1, "folder_is_file", {"name": kind.folder})
    for error in locked:
        yield Problem(relative(Path(os.fsdecode(error.filename)), guide.root), 1, "file_locked")


def _name(path: Path, file: str, folder: bool, partner: bool) -> Iterator[Problem]:
    """A name has to be the same in an address, on every system and in every program.

    partner: in their folder, where the whole name of a file is an id.
    """
    if len(path.name) > MOST_OF_NAME:
        yield Problem(file, 1, "file_name_long", {"number": len(path.name), "most": MOST_OF_NAME})
    strict = folder or path.suffix.lower() in _TEXTS
    dotted = partner and path.suffix == ".yml" and "." in path.stem
    if dotted or not (_TEXT_NAME if strict else _FILE_NAME).fullmatch(path.name):
        yield Problem(
            file,
            1,
            "file_name",
            {"name": path.name, "close": suggested(path.stem.replace(".", "-") + path.suffix if dotted else path.name)},
        )


def suggested(wrong: str) -> str:
    """A name like this one that can be used."""
    plain = unicodedata.normalize("NFKD", wrong).encode("ascii", "ignore").decode().lower()
    parts = (re.sub("[^a-z0-9]+", "-", part).strip("-") for part in plain.split("."))
    return ".".join(filter(None, parts))[:MOST_OF_NAME] or "–"


def _alike(one: str) -> str:
    """The same for names that some systems take for one."""
    return unicodedata.normalize("NFC", one).casefold()
