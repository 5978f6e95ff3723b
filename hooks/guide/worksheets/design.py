"""What the sheets share: colours, faces and pictograms."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


@cache
def design() -> dict[str, Any]:
    """design.yml."""
    data: dict[str, Any] = yaml.safe_load((FOLDER / "design.yml").read_text("utf-8"))
    return data


@cache
def _icons() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((FOLDER / "icons.yml").read_text("utf-8"))
    return data


def icon_names() -> frozenset[str]:
    """The meanings that have a pictogram."""
    return frozenset(_icons()["icons"])


def attribution() -> str:
    """Who made the pictograms."""
    return str(_icons()["attribution"])


@cache
def icon(name: str, color: str = "currentColor") -> str:
    """The pictogram of a meaning as SVG in one colour. FileNotFoundError when the icon set lacks it."""
    package = find_spec("material")
    assert package is not None and package.submodule_search_locations is not None
    folder = Path(package.submodule_search_locations[0]) / "templates" / ".icons" / _icons()["folder"]
    svg = (folder / f"{_icons()['icons'][name]}.svg").read_text("utf-8").strip()
    return str(svg.replace("<svg ", f'<svg fill="{color}" ', 1))


def accent(color: str) -> dict[str, str]:
    """The strong and the soft tone of a colour of the palette; the first colour for a name that is not there."""
    palette: dict[str, dict[str, str]] = design()["palette"]
    return palette.get(color) or next(iter(palette.values()))


@dataclass(frozen=True)
class Faces:
    """The faces of a script, the first that has a letter counts; size: compared with Latin."""

    text: tuple[str, ...]
    heading: tuple[str, ...]
    size: float


@cache
def faces(native_name: str) -> Faces:
    """The faces for the script of a language, told from the language's own name."""
    script = unicodedata.name(native_name[0], "LATIN").split()[0].lower()
    known: dict[str, dict[str, Any]] = design()["faces"]
    found = known.get(script, known["latin"])
    rest: list[str] = design()["fallback"]

    def all_of(use: str) -> tuple[str, ...]:
        return (*found[use], *(name for name in rest if name not in found[use]))

    return Faces(all_of("text"), all_of("heading"), found["size"])
