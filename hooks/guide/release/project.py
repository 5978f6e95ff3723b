"""What a release is called, and the moment that its files bear."""

from __future__ import annotations

import os
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

EARLIEST = 315_532_800
"""1980-01-01 in seconds since 1970: the first moment that a zip can hold, for a project without a history."""


@dataclass(frozen=True)
class Project:
    """name, version: those of pyproject.toml. description, license: of the same, and "" when it says nothing.

    moment: seconds since 1970, the same for the same state of the project.
    """

    name: str
    version: str
    description: str
    license: str
    moment: int

    @property
    def title(self) -> str:
        """The name of what a release leaves, without ending."""
        return f"{self.name}-{self.version}"


def read_project(root: Path) -> Project:
    """The project in a folder. FileNotFoundError, KeyError or tomllib.TOMLDecodeError when pyproject.toml is wrong."""
    found = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return Project(
        found["name"], found["version"], found.get("description", ""), found.get("license", ""), moment(root)
    )


def moment(root: Path) -> int:
    """SOURCE_DATE_EPOCH (reproducible-builds.org); without it the time of the last commit, or else `EARLIEST`."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return max(int(told), EARLIEST)
    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return EARLIEST
    return max(int(said), EARLIEST)
