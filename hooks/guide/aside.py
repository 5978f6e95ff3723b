"""A site is made aside and put in its place when it is whole: a build that fails or is stopped changes nothing.

Beside the site, not in a temporary folder: only there is putting it in its place one renaming.
"""

from __future__ import annotations

import errno
import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from guide.problems import Problem, relative

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_FIXED = {errno.EBUSY, errno.EXDEV}  # a disk or a folder of another machine is hung there
_NEW, _OLD = "new", "old"


def open_aside(site: Path) -> Path:
    """An empty folder in which to make `site`, in a folder of this process alone, where there is room for more.

    What stopped builds left behind is cleared away. OSError when the machine allows no folder there.
    """
    _clear(site)
    made = _workshop(site, os.getpid()) / _NEW
    made.mkdir(parents=True)
    return made


def put_in_place(made: Path, site: Path) -> None:
    """Let what was made be the site, with the hidden files that others keep there (`.git`, `.well-known`), as MkDocs.

    OSError when the folder of the site cannot be renamed: it is as it was then, and what was made is gone.
    """
    before = made.with_name(_OLD)
    try:
        if site.exists():
            site.rename(before)
        made.rename(site)
    except OSError:
        if before.exists():
            before.rename(site)
        drop(made)
        raise
    for hidden in before.glob(".*"):
        if not (site / hidden.name).exists():
            hidden.rename(site / hidden.name)
    drop(made)


def drop(made: Path) -> None:
    """Forget what was made, and all that lies with it."""
    shutil.rmtree(made.parent, ignore_errors=True)


def refused(error: Exception, root: Path) -> Problem | None:
    """What an editor reads when the machine does not let a build write; None for any other error."""
    if not isinstance(error, OSError) or error.errno not in _FULL | _FORBIDDEN | _FIXED:
        return None
    if error.errno in _FIXED:
        place = relative(Path(os.fsdecode(error.filename)), root) if error.filename else root.name
        return Problem(place, 1, "not_renamed", {"file": place, "why": error.strerror})
    named = error.filename2 or error.filename  # of a copy the second one is what could not be written
    place = relative(Path(os.fsdecode(named)), root) if named else root.name
    if error.errno in _FULL:
        return Problem(place, 1, "disk_full", {"file": place})
    return Problem(place, 1, "not_written", {"file": place, "why": error.strerror})


def _workshop(site: Path, process: int) -> Path:
    return site.with_name(f".{site.name}.{process}")


def _clear(site: Path) -> None:
    """Remove what builds made that do not run any more; one that stopped while it renamed gives its site back."""
    for path, process in _left(site):
        if _runs(process):
            continue
        if (path / _OLD).exists() and not site.exists():
            (path / _OLD).rename(site)
        shutil.rmtree(path, ignore_errors=True)


def _left(site: Path) -> Iterator[tuple[Path, int]]:
    for path in sorted(site.parent.glob(f".{glob.escape(site.name)}.*")):
        if (number := path.suffix.removeprefix(".")).isdecimal():
            yield path, int(number)


def _runs(process: int) -> bool:
    if process == os.getpid():
        return False
    with suppress(PermissionError):  # of somebody else
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
    return True
