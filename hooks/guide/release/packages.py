"""What the guide is made of, from the locks: packages of Python and of Node, with what becomes of each."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from guide.release import served

PYTHON_LOCK, NODE_LOCK = "requirements-release.txt", "package-lock.json"


class Role(StrEnum):
    """What becomes of a package."""

    BROWSER = "browser"
    """Something of it is sent to visitors."""
    PRINT = "print"
    """Something of it is in the PDFs, Word files or pictures."""
    TOOL = "tool"
    """It made the site or tested it; nothing of it is published."""


@dataclass(frozen=True)
class Package:
    """A package as it is locked.

    kind: "pypi" or "npm". hashes: (algorithm, digest in hexadecimals) of the archives that may be installed.
    licenses: as the package says itself. needs: names of packages of the same kind. holds: names of libraries that
    are bundled inside what is sent to visitors; it does not tell their versions.
    """

    kind: str
    name: str
    version: str
    hashes: tuple[tuple[str, str], ...]
    licenses: tuple[str, ...]
    needs: frozenset[str]
    role: Role
    holds: tuple[str, ...] = ()


class LockError(Exception):
    """A package is not installed as it is locked. installed: its version here, "" when it is not there."""

    def __init__(self, name: str, locked: str, installed: str) -> None:
        super().__init__(f"{name} {locked} is locked, and installed is {installed or 'nothing'}")
        self.name, self.locked, self.installed = name, locked, installed


def packages(root: Path, site: Path) -> list[Package]:
    """Everything that the site in `site` was made with, sorted. LockError; OSError when a lock is missing."""
    found = [*python_packages(root / PYTHON_LOCK, site), *node_packages(root)]
    return sorted(found, key=lambda one: (one.kind, one.name, one.version))


def requirements(lock: Path) -> list[tuple[Requirement, tuple[str, ...]]]:
    """The packages of a requirements.txt, each with its hashes, as "sha256:…"; also those for other machines."""
    found = []
    for line in lock.read_text("utf-8").replace("\\\n", " ").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            pinned, *hashes = line.split("--hash=")
            found.append((Requirement(pinned.strip()), tuple(one.strip() for one in hashes)))
    return found


def python_packages(lock: Path, site: Path) -> list[Package]:
    """The packages of a requirements.txt that this machine needs."""
    wanted = [(one, hashes) for one, hashes in requirements(lock) if not one.marker or one.marker.evaluate()]
    names = {canonicalize_name(one.name) for one, _ in wanted}
    published = served.digests(site)
    made = []
    for one, hashes in wanted:
        version = next(iter(one.specifier)).version
        installed = _installed(one.name, version)
        sent = served.of(installed, published)
        made.append(
            Package(
                kind="pypi", name=canonicalize_name(one.name), version=version,
                hashes=tuple(_split(digest) for digest in hashes), licenses=_licenses(installed),
                needs=frozenset(_needs(installed) & names), role=Role.BROWSER if sent else Role.TOOL,
                holds=served.bundled(sent),
            )
        )  # fmt: skip
    return made


def node_packages(root: Path) -> list[Package]:
    """The packages of package-lock.json; of those for one kind of machine only what is installed."""
    manifest = json.loads((root / "package.json").read_text("utf-8"))
    locked: dict[str, dict[str, Any]] = json.loads((root / NODE_LOCK).read_text("utf-8"))["packages"]
    here = {
        path: entry for path, entry in locked.items() if path and (not entry.get("optional") or (root / path).is_dir())
    }
    browser = _closure({_owner(file) for kept in manifest["vendor"].values() for file in kept}, here)
    paper = _closure(manifest.get("dependencies", {}), here) - browser
    made = []
    for path, entry in here.items():
        name = path.rpartition("node_modules/")[2]
        made.append(
            Package(
                kind="npm", name=name, version=entry["version"],
                hashes=tuple(_integrity(one) for one in entry.get("integrity", "").split()),
                licenses=(entry["license"],) if "license" in entry else (), needs=frozenset(_wanted(entry)),
                role=Role.BROWSER if name in browser else Role.PRINT if name in paper else Role.TOOL,
            )
        )  # fmt: skip
    return made


def _installed(name: str, version: str) -> Distribution:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        raise LockError(name, version, "") from None
    if found.version != version:
        raise LockError(name, version, found.version)
    return found


def _split(digest: str) -> tuple[str, str]:
    algorithm, _, value = digest.partition(":")
    return algorithm, value


def _licenses(installed: Distribution) -> tuple[str, ...]:
    """An expression of SPDX where the package has one, else its own words; a whole text is no name."""
    meta = installed.metadata
    for field in ("License-Expression", "License"):
        if field in meta and meta[field] not in {"", "UNKNOWN"} and "\n" not in meta[field]:
            return (meta[field],)
    names = [one.rpartition(" :: ")[2] for one in meta.get_all("Classifier") or [] if one.startswith("License :: ")]
    return tuple(sorted(names))


def _needs(installed: Distribution) -> set[str]:
    """The packages that one needs on this machine, without those of its choices ("extras")."""
    wanted = (Requirement(line) for line in installed.requires or [])
    return {canonicalize_name(one.name) for one in wanted if not one.marker or one.marker.evaluate({"extra": ""})}


def _owner(file: str) -> str:
    """The package of a file in node_modules: "@fontsource/noto-sans/files/x.woff2" → "@fontsource/noto-sans"."""
    return "/".join(file.split("/")[: 2 if file.startswith("@") else 1])


def _wanted(entry: Mapping[str, Any]) -> set[str]:
    return {*entry.get("dependencies", {}), *entry.get("optionalDependencies", {})}


def _closure(names: Iterable[str], locked: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """These packages and all that they need."""
    found, waiting = set[str](), set(names)
    while waiting:
        found |= waiting
        entries = (locked.get(f"node_modules/{name}", {}) for name in waiting)
        waiting = {name for entry in entries for name in entry.get("dependencies", {})} - found
    return found


def _integrity(text: str) -> tuple[str, str]:
    """A digest as npm writes it, in base64, as hexadecimals."""
    algorithm, _, value = text.partition("-")
    return algorithm, base64.b64decode(value).hex()
