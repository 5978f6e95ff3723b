"""What the site was made of: the locks of this project, told as a bill of materials."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from guide.release import bill
from guide.release.packages import LockError, Package, Role, node_packages, packages, python_packages
from guide.release.project import Project
from tests.support.project import ROOT

PROJECT = Project("gids", "1.2.0", "Een gids", "MIT", 1_795_305_600)
THEME = "mkdocs-material"
LOCK = """\
segno=={version} \\
    --hash=sha256:{digest} \\
    --hash=sha256:{digest}
    # via gids (pyproject.toml)
colorama==0.4.6 ; sys_platform == 'no machine' \\
    --hash=sha256:{digest}
"""
DIGEST = "0f" * 32


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the theme's script in it, where the theme puts it."""
    folder = tmp_path_factory.mktemp("site")
    files = [
        file for file in distribution(THEME).files or () if re.search(r"/(bundle|main)\.\w+\.min\.(js|css)$", str(file))
    ]
    assert len(files) == 2
    for file in files:
        target = folder / str(file).partition("templates/")[2]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(str(file.locate()), target)
    return folder


@pytest.fixture(scope="module")
def found(site: Path) -> list[Package]:
    """The packages of this project."""
    return packages(ROOT, site)


@pytest.fixture(scope="module")
def written(found: list[Package]) -> str:
    """The bill of this project."""
    return bill.write(PROJECT, found)


@pytest.fixture(scope="module")
def told(written: str) -> dict[str, Any]:
    """The same, read."""
    read: dict[str, Any] = json.loads(written)
    return read


def _role(component: dict[str, Any]) -> str:
    return next(one["value"] for one in component["properties"] if one["name"] == bill.ROLE)


def test_the_bill_keeps_to_the_standard(written: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written) is None
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written.replace('"name"', '"nam"')) is not None


def test_each_package_has_a_version_a_licence_and_hashes(told: dict[str, Any]) -> None:
    for component in told["components"]:
        assert component["version"] and component["licenses"] and component["hashes"], component["name"]
        assert component["purl"].endswith(f"@{component['version']}")
        for one in component["licenses"]:
            name = one.get("expression") or one["license"].get("id") or one["license"]["name"]
            assert "UNKNOWN" not in name and len(name) < 80


def test_no_address_of_a_registry_is_told(written: str) -> None:
    addresses = set(re.findall(r"[a-z+]+://[^\s\"]+", written))
    assert addresses == {"http://cyclonedx.org/schema/bom-1.6.schema.json"}
    assert "externalReferences" not in written


def test_what_visitors_get_is_told_apart_from_what_made_it(told: dict[str, Any]) -> None:
    by_name = {"/".join(filter(None, (one.get("group"), one["name"]))): one for one in told["components"]}
    browser = {name for name, one in by_name.items() if _role(one) == "browser"}
    paper = {name for name, one in by_name.items() if _role(one) == "print"}
    manifest = json.loads((ROOT / "package.json").read_text("utf-8"))
    vendored = {file for kept in manifest["vendor"].values() for file in kept}
    assert browser >= {THEME, "minisearch", "d3-zoom", "d3-transition", "@fontsource/noto-sans"}
    assert all(any(file.startswith(f"{name}/") for name in browser) for file in vendored)
    assert paper == set(manifest["dependencies"]) - browser and all("font" in name for name in paper)
    assert not (browser | paper) & (set(manifest["devDependencies"]) | {"mkdocs", "typst", "pydantic"})
    for name, one in by_name.items():
        assert one["scope"] == ("required" if name in browser | paper else "excluded")


def test_what_the_theme_bundles_is_named(told: dict[str, Any]) -> None:
    theme = next(one for one in told["components"] if one["name"] == THEME)
    assert {"rxjs", "clipboard"} <= {one["name"] for one in theme["components"]}


def test_the_whole_leads_to_every_package(told: dict[str, Any]) -> None:
    leads = {one["ref"]: one.get("dependsOn", []) for one in told["dependencies"]}
    reached, waiting = set[str](), {told["metadata"]["component"]["bom-ref"]}
    assert waiting == {"gids-1.2.0"}
    while waiting:
        reached |= waiting
        waiting = {one for ref in waiting for one in leads.get(ref, [])} - reached
    assert reached >= {one["bom-ref"] for one in told["components"]}


def test_the_bill_of_the_same_is_the_same(site: Path, found: list[Package], written: str, told: dict[str, Any]) -> None:
    assert bill.write(PROJECT, packages(ROOT, site)) == bill.write(PROJECT, found[::-1]) == written
    assert told["metadata"]["timestamp"] == "2026-11-22T00:00:00+00:00"
    newer = [replace(found[0], version="99"), *found[1:]]
    assert json.loads(bill.write(PROJECT, newer))["serialNumber"] != told["serialNumber"]


def test_two_versions_of_a_package_are_both_named(found: list[Package]) -> None:
    older = replace(found[0], version="0.0.1")
    told = json.loads(bill.write(PROJECT, [*found, older]))
    assert len(told["components"]) == len(found) + 1
    assert {older.version, found[0].version} <= {one["version"] for one in told["components"]}


def test_only_what_this_machine_needs_counts(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    version = distribution("segno").version
    lock.write_text(LOCK.format(version=version, digest=DIGEST), "utf-8")
    (package,) = python_packages(lock, tmp_path)
    assert (package.name, package.version, package.role) == ("segno", version, Role.TOOL)
    assert set(package.hashes) == {("sha256", DIGEST)}


@pytest.mark.parametrize(
    ("lock", "message"),
    [
        (
            LOCK.format(version="0.1", digest=DIGEST),
            f"segno 0.1 is locked, and installed is {distribution('segno').version}",
        ),
        ("nobody-has-this==1.0 \\\n    --hash=sha256:00\n", "nobody-has-this 1.0 is locked, and installed is nothing"),
    ],
)
def test_what_is_installed_is_what_is_locked(lock: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_text(lock, "utf-8")
    with pytest.raises(LockError, match=f"^{re.escape(message)}$"):
        python_packages(tmp_path / "lock.txt", tmp_path)


def test_packages_of_node_for_other_machines_do_not_count() -> None:
    tools = [one.name for one in node_packages(ROOT) if one.name.startswith("@esbuild/")]
    assert len(tools) == 1
