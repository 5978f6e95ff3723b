"""A copy of this project in another folder, and builds of it in a process of their own."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MACHINERY = ("mkdocs.yml", "package.json", "package-lock.json", "pyproject.toml", "Makefile")
# Chosen by the person who runs the tests; what they test must not depend on it.
TODAY = "1795305600"  # 2026-11-22: what a page says of its age must not depend on the day of the test
CHOICES = (
    "SITE_URL", "REPO_URL", "REPORT_URL", "GUIDE_LANGUAGE", "GUIDE_PROCESSES", "LANGUAGE", "MAKEFLAGS", "MFLAGS",
    "MAKELEVEL", "SOURCE_DATE_EPOCH",
)  # fmt: skip


def copy_project(target: Path, *, docs: bool = True, like: Path | None = None) -> Path:
    """This project in `target`, which may not exist yet; docs=False leaves the content out.

    like: a copy that was built; what it keeps in its cache needs no making again.
    """
    target.mkdir(parents=True)
    for name in MACHINERY:
        shutil.copy2(ROOT / name, target / name)
    for folder in ("hooks", "overrides", *(["docs"] if docs else [])):
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (target / "node_modules").symlink_to(ROOT / "node_modules")
    if like:
        shutil.copytree(like / ".cache", target / ".cache")
    return target


def environment(**more: str) -> dict[str, str]:
    """The environment of a build, without the choices of who runs the tests."""
    kept = {key: value for key, value in os.environ.items() if key not in CHOICES}
    fixed = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": TODAY}
    return kept | fixed | more


def run(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder; `more` goes into its environment."""
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(PYTHONPATH=str(folder / "hooks"), **more),
        capture_output=True,
        text=True,
        timeout=1200,
    )


def build(folder: Path, *options: str, tool: str = "mkdocs", **more: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict` in a folder, whatever comes of it."""
    return run(folder, sys.executable, "-m", tool, "build", "--strict", *options, **more)


def built(folder: Path, *options: str, tool: str = "mkdocs", **more: str) -> Path:
    """The site that a build makes. AssertionError with all that the build said when it fails."""
    done = build(folder, *options, tool=tool, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def once(shared: Path, name: str, make: Callable[[Path], None]) -> Path:
    """The folder `name` below `shared`, filled by `make` in the first process that asks; the others wait for it."""
    target = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = shared / f"{name}.done"
        if not done.exists():
            shutil.rmtree(target, ignore_errors=True)
            make(target)
            done.touch()
    return target


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
