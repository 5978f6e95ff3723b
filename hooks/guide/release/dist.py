"""Everything that a release leaves for others, in one folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from guide import hosting, offline
from guide.compressed import Compressed, compress
from guide.release import archive, bill
from guide.release.packages import packages
from guide.release.project import read_project
from guide.site import Guide

FOLDER = "dist"


@dataclass(frozen=True)
class Release:
    """What was made. compressed: the copies in the site. files: those in the folder, the checksums last."""

    compressed: Compressed
    files: tuple[Path, ...]


def make(guide: Guide, site: Path) -> Release:
    """Compress a built site for servers, and fill `dist` with what a release leaves. Same project and site, same bytes.

    The checksums are written last: a folder without them is not whole. The site is archived with its compressed copies,
    for who unpacks it on a server. packages.LockError; FileNotFoundError; hosting and offline name their own.
    """
    project, folder = read_project(guide.root), guide.root / FOLDER
    made = packages(guide.root, site)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    offline.make(guide, site, folder)
    for name, content in hosting.files(guide, site).items():
        (folder / name).write_bytes(content)
    (folder / f"{project.title}{bill.ENDING}").write_text(bill.write(project, made), "utf-8")
    compressed = compress(site)
    archive.pack(site, folder / f"{project.title}.tar.gz", project.title, project.moment)
    files = sorted(folder.iterdir())
    sums = folder / archive.SUMS
    sums.write_text(archive.sums(folder), "utf-8")
    return Release(compressed, (*files, sums))
