"""What the project is made of is pinned, with hashes, and the locks say what the project asks."""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from guide.release.packages import requirements
from tests.support.project import ROOT

EXTRAS = {"": [], "-test": ["test", "release"], "-release": ["release"], "-bench": ["bench"], "-node": ["node"]}
"""By the end of a lock's name the groups of pyproject.toml that it holds, beside what is always needed."""
NODE = sorted(
    {ROOT / "package-lock.json", *(ROOT / "hooks" / "guide" / "commands" / "bench").glob("*/package-lock.json")}
)
TEXTS = [*sorted(ROOT.glob("requirements*.txt")), *NODE]


def _project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def test_every_lock_is_known() -> None:
    assert {path.name for path in TEXTS} == {f"requirements{end}.txt" for end in EXTRAS} | {"package-lock.json"}


@pytest.mark.parametrize("end", EXTRAS)
def test_every_package_is_pinned_with_a_hash(end: str) -> None:
    found = requirements(ROOT / f"requirements{end}.txt")
    assert len(found) > 20
    for one, hashes in found:
        assert re.fullmatch(r"==[^*,]+", str(one.specifier)), one
        assert not one.url and not one.extras
        assert hashes and all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in hashes), one.name


@pytest.mark.parametrize("end", EXTRAS)
def test_a_lock_pins_what_the_project_asks(end: str) -> None:
    project = _project()
    asked = [
        *project["dependencies"],
        *(line for extra in EXTRAS[end] for line in project["optional-dependencies"][extra]),
    ]
    pinned = defaultdict(set)
    for one, _ in requirements(ROOT / f"requirements{end}.txt"):
        pinned[canonicalize_name(one.name)].add(str(one.specifier))
    wanted = defaultdict(set)
    for one in map(Requirement, asked):
        wanted[canonicalize_name(one.name)].add(str(one.specifier))
    assert {name: pinned[name] for name in wanted} == wanted
    assert all(re.fullmatch("==[^*,]+", specifier) for specifiers in wanted.values() for specifier in specifiers)


def test_locks_agree_with_each_other() -> None:
    # A machine has several of them installed at once.
    versions = defaultdict(set)
    for end in EXTRAS:
        for one, _ in requirements(ROOT / f"requirements{end}.txt"):
            versions[canonicalize_name(one.name), str(one.marker)].add(str(one.specifier))
    assert not {name: found for name, found in versions.items() if len(found) > 1}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_lock_says_where_a_package_comes_from(path: Path) -> None:
    # The pages where makers ask for support are no addresses of packages.
    assert "://" not in "\n".join(line for line in path.read_text("utf-8").splitlines() if '"url":' not in line)


@pytest.mark.parametrize("lock", NODE, ids=lambda path: path.parent.name)
def test_the_lock_of_node_pins_what_the_project_asks(lock: Path) -> None:
    manifest = json.loads(lock.with_name("package.json").read_text("utf-8"))
    locked = json.loads(lock.read_text("utf-8"))["packages"]
    kinds = [kind for kind in ("dependencies", "devDependencies") if kind in manifest]
    asked = {name: version for kind in kinds for name, version in manifest[kind].items()}
    assert {name: locked[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert {kind: locked[""][kind] for kind in kinds} == {kind: manifest[kind] for kind in kinds}
    for name, entry in locked.items():
        assert not name or re.fullmatch(r"sha512-[A-Za-z0-9+/=]+", entry["integrity"]), name


def test_packages_are_installed_by_their_hashes_and_run_no_scripts() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    for line in re.findall(r"pip install .*", text):
        assert "--require-hashes" in line or "--no-deps" in line
    assert all("--ignore-scripts" in line for line in re.findall(r"npm ci.*", text))
