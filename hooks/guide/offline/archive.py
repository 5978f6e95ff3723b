"""A zip with the same bytes for the same files, whoever makes it and when."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
_MODE = 0o100644 << 16
_UNIX = 3


def write_zip(target: Path, files: Mapping[str, bytes | Path]) -> None:
    """Write a zip of files by their path; those given as a Path are read when it is their turn.

    It takes its name when it is whole: a build that was interrupted leaves the zip of before.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    making = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(making, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, content in sorted(files.items()):
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _MODE, _UNIX
                data = content.read_bytes() if isinstance(content, Path) else content
                archive.writestr(entry, data, compresslevel=9)
        making.replace(target)
    finally:
        making.unlink(missing_ok=True)
