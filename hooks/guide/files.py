"""Reads the text files of a guide, whatever the disk has in their place."""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from pathlib import Path

from guide.characters import name, refused
from guide.problems import Problem

MOST = 2_000_000
"""Bytes of a text; the largest of a guide, its register of addresses, has a tenth."""
MOST_OF_PAGE = 200_000
"""Bytes of a page: ten times the longest. Markdown takes minutes for more, when its signs are wild."""


def read_text(path: Path, file: str, problems: list[Problem], most: int = MOST) -> str | None:
    """What a text file says, with plain line ends; None after adding to `problems` why nobody can read it.

    file: its name for messages. most: bytes.
    """
    if (data := _bytes(path, file, problems, most)) is None:
        return None
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        problems.append(Problem(file, data[: error.start].count(b"\n") + 1, "encoding"))
        return None
    if "\0" in text:  # the halves of a wider encoding
        problems.append(Problem(file, text[: text.index("\0")].count("\n") + 1, "encoding"))
        return None
    faults = [Problem(file, line + 1, "character", {"name": name(sign)}) for line, sign in _refused(text)]
    problems += faults
    return None if faults else text


@lru_cache(2048)
def _refused(text: str) -> tuple[tuple[int, str], ...]:
    """Most texts are as they were at the last build while a guide is served."""
    return tuple(refused(text))


def _bytes(path: Path, file: str, problems: list[Problem], most: int) -> bytes | None:
    """The bytes of a plain file. One that is none is not opened: a pipe would never end."""
    try:
        state = path.lstat()
        if fault := not_plain(path, file, state.st_mode):
            problems.append(fault)
        elif state.st_size > most:
            values = {"number": state.st_size // 1000, "most": most // 1000}
            problems.append(Problem(file, 1, "file_too_large", values))
        else:
            return path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(file, 1, "file_missing", {"file": path.name}))
    except PermissionError:
        problems.append(Problem(file, 1, "file_locked"))
    except OSError as error:
        problems.append(Problem(file, 1, "file_unreadable", {"why": error.strerror}))
    return None


def not_plain(path: Path, file: str, mode: int) -> Problem | None:
    """What is wrong with something that should be a file."""
    if stat.S_ISLNK(mode):
        return Problem(file, 1, "file_link", {"target": os.fspath(path.readlink())})
    if stat.S_ISDIR(mode):
        return Problem(file, 1, "file_is_folder", {"name": path.name})
    return None if stat.S_ISREG(mode) else Problem(file, 1, "file_special")


def markdown_files(docs: Path) -> list[Path]:
    """Every page in every language. What begins with a point is hidden: programs keep things of their own there."""
    return [path for path in sorted(docs.rglob("*.md")) if not _hidden(path.relative_to(docs)) and _is_plain(path)]


def _is_plain(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
