"""A drawing with named places to write or draw in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from guide.texts import Record, Slug
from guide.worksheets.blocks.base import Drawn, Millimetres
from guide.worksheets.words import Words

DRAWINGS = Path(__file__).parent / "drawings"


class Label(Record):
    """The words at a place of the drawing."""

    id: Slug
    label: Words


@cache
def drawings() -> dict[str, dict[str, Any]]:
    """The drawings by name: `size` in the drawing's own units, and in them x, y, width and height of each place.

    places: of the names. rooms: to write in, by place, where there are any. middle: of the hint, likewise.
    """
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(DRAWINGS.glob("*.yml"))}


class Model(Drawn):
    """alt: what there is to see, for who cannot see it. height: of the drawing, in millimetres."""

    type: Literal["figure"]
    alt: Words
    hint: Words | None = None
    height: Millimetres = 96
    labels: tuple[Label, ...]

    @model_validator(mode="before")
    @classmethod
    def _places(cls, data: Any) -> Any:
        """Every place of the drawing has its words, and no other."""
        if not isinstance(data, dict) or not isinstance(data.get("drawing"), str):
            return data
        if data["drawing"] not in drawings():
            context = {"id": data["drawing"], "known": ", ".join(drawings())}
            raise PydanticCustomError("unknown_id", "unknown drawing", context)
        wanted = list(drawings()[data["drawing"]]["places"])
        labels = data.get("labels")
        given = [label.get("id") for label in labels if isinstance(label, dict)] if isinstance(labels, list) else []
        for name in given:
            if name not in wanted:
                raise PydanticCustomError("unknown_id", "unknown place", {"id": name, "known": ", ".join(wanted)})
        if missing := [name for name in wanted if name not in given]:
            raise PydanticCustomError("missing", "missing place", {"key": missing[0], "path": f"labels.{missing[0]}"})
        return data

    @classmethod
    def choices(cls) -> dict[str, tuple[str, ...]]:
        """What may stand at a key: the drawings, each with its places."""
        return {"drawing": tuple(f"{name} ({', '.join(one['places'])})" for name, one in drawings().items())}

    @property
    def plan(self) -> dict[str, Any]:
        """Size and places of the drawing."""
        return drawings()[self.drawing]

    @property
    def rooms(self) -> dict[str, list[list[int]]]:
        """The rooms to write in, by place; none in a drawing to draw in."""
        found: dict[str, list[list[int]]] = self.plan.get("rooms", {})
        return found

    @property
    def svg(self) -> str:
        """The drawing itself, without words."""
        return (DRAWINGS / f"{self.drawing}.svg").read_text("utf-8")
