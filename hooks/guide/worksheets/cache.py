"""Keeps what is expensive to make, under a hash of all that goes into it."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def key(*parts: str | bytes) -> str:
    """A name for what these parts make; the same parts, the same name."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()[:40]


def kept(folder: Path, name: str, make: Callable[[], bytes]) -> bytes:
    """The bytes kept under a name, or what `make` gives, which is then kept."""
    path = folder / name
    if path.exists():
        return path.read_bytes()
    data = make()
    folder.mkdir(parents=True, exist_ok=True)
    # Written beside it and renamed: two builds at once never read half a file.
    handle, temporary = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(temporary).replace(path)
    return data
