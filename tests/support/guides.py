"""A guide of a few lines, to read and to break."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from guide.site import Guide, open_guide

SMALL = Path(__file__).parent / "small.yml"
LANGUAGES = ("nl", "fr")


def small_guide(root: Path, files: Mapping[str, str] | None = None, site_url: str = "https://klein.test/") -> Guide:
    """A guide in Dutch and French below `root` with a vocabulary of its own and these files in docs."""
    docs = root / "docs"
    write(docs, {"vocabulary.yml": SMALL.read_text("utf-8"), **(files or {})})
    return open_guide(root, docs, LANGUAGES, site_url)


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def cases(path: Path) -> list[Any]:
    """The cases of a table: a YAML list of mappings that each have a `name`."""
    found: list[Any] = yaml.safe_load(path.read_text("utf-8"))
    assert found and len({case["name"] for case in found}) == len(found), f"{path}: empty, or a name twice"
    return found


def name_of(case: Mapping[str, Any]) -> str:
    """The name of a case, for pytest."""
    return str(case["name"])
