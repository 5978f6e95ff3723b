"""Keeps what is expensive to make, under a hash of all that goes into it, as long as builds ask for it."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

DAY = 86_400
UNUSED = 60
"""Days after which nobody will ask for it any more: whoever does waits a moment."""
_LENGTH = 40
_OURS = re.compile(rf"[0-9a-f]{{{_LENGTH}}}\.\w+|tmp\w+")  # what has such a key for a name, or was not finished


def key(*parts: str | bytes) -> str:
    """A name for what these parts make; the same parts, the same name."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()[:_LENGTH]


def is_kept(path: Path) -> bool:
    """Whether something is kept in this file. Its date is then that of the last day on which somebody asked."""
    try:
        asked = path.stat().st_mtime
    except FileNotFoundError:
        return False
    if time.time() - asked > DAY:
        with suppress(OSError):  # of somebody else, or on a disk that is only read
            os.utime(path)
    return True


def clear(folder: Path) -> None:
    """Remove every file that `kept` made below a folder and that nobody asked for these UNUSED days."""
    before = time.time() - UNUSED * DAY
    for path in folder.rglob("*"):
        with suppress(OSError):
            if _OURS.fullmatch(path.name) and path.is_file() and path.stat().st_mtime < before:
                path.unlink()


def kept(folder: Path, name: str, make: Callable[[], bytes]) -> bytes:
    """The bytes kept under a name, or what `make` gives, which is then kept."""
    path = folder / name
    if is_kept(path):
        return path.read_bytes()
    data = make()
    folder.mkdir(parents=True, exist_ok=True)
    # Written beside it and renamed: two builds at once never read half a file.
    handle, temporary = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(temporary).replace(path)
    return data
