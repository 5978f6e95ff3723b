"""The archive of a site, and the checksums of all that a release leaves."""

from __future__ import annotations

import gzip
import hashlib
import tarfile
from pathlib import Path

SUMS = "SHA256SUMS"
_FILE, _FOLDER = 0o644, 0o755


def pack(site: Path, target: Path, folder: str, moment: int) -> None:
    """Write a site as .tar.gz in which everything lies below `folder`. Same files and moment, same bytes.

    moment: seconds since 1970, for all that is in it. Whose the files are and who may write them is not kept.
    """
    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in [site, *sorted(site.rglob("*"))]:
            name = (Path(folder) / path.relative_to(site)).as_posix()
            entry = tarfile.TarInfo(name)
            entry.mtime = moment
            if path.is_dir():
                entry.type, entry.mode = tarfile.DIRTYPE, _FOLDER
                archive.addfile(entry)
            else:
                entry.size, entry.mode = path.stat().st_size, _FILE
                with path.open("rb") as content:
                    archive.addfile(entry, content)


def sums(folder: Path) -> str:
    """The checksums of every file in a folder, as `sha256sum --check` reads them there."""
    lines = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != SUMS:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            lines.append(f"{digest}  {path.relative_to(folder).as_posix()}\n")
    return "".join(lines)
