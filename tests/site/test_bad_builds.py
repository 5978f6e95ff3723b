"""A build that cannot go on says why in one report, and leaves the site that was there."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.test_other_guide import other  # noqa: F401 - a fixture
from tests.support.pages import Site
from tests.support.project import build, files_of

ALPHA = "docs/helpers/seed-shop.yml"


@pytest.fixture
def project(other: Site, tmp_path: Path) -> Path:  # noqa: F811
    """A copy of the other guide with the site that was built of it."""
    return Path(shutil.copytree(other.root.parent, tmp_path / "project", symlinks=True))


def _without_address(root: Path) -> None:
    settings = root / "mkdocs.yml"
    settings.write_text(re.sub(r"(?m)^site_url: .*\n", "", settings.read_text("utf-8")), "utf-8")


def _out_of_the_site(root: Path) -> None:
    (root / "docs" / "permalinks.yml").write_text("moved: {../../out/: tips/soil/}\n", "utf-8")


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (lambda root: os.mkfifo(root / "docs" / "about" / "pipe.md"), "something that is no plain file"),
    "no address": (_without_address, "– as the address of the site"),
    "a move out of the site": (_out_of_the_site, "../../out/ at "),
    "UTF-16": (lambda root: (root / ALPHA).write_text("kind: x", "utf-16"), "a letter that is not saved as UTF-8"),
    "fonts that are gone": (lambda root: (root / "node_modules").unlink(), "fonts or small libraries"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_build_of_a_spoilt_guide_changes_nothing(name: str, project: Path) -> None:
    before = files_of(project / "site")
    spoil, found = SPOILT[name]
    (project / "docs" / "about").mkdir(exist_ok=True)
    spoil(project)
    done = build(project)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert f"  Found: {found}" in said and "  How to mend it: " in said and said.count("Faults: ") == 1
    assert files_of(project / "site") == before
    assert not (project.parent / "out").exists()
