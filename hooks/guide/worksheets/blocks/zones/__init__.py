"""Zones in an order, each with its words, colour and pattern."""

from __future__ import annotations

from typing import Annotated, Literal

from guide.texts import Record, Slug
from guide.worksheets.blocks.base import Block, Icon, count
from guide.worksheets.words import Words


class Zone(Record):
    """A zone. tone: its colour and, for black-and-white, its pattern."""

    id: Slug
    label: Words
    tone: Literal["green", "yellow", "orange", "red", "blue"]


class Model(Block):
    """Zones from top to bottom, or from the start to the end of the line.

    thermometer: a drawn thermometer stands next to the zones. hint: what to do here.
    """

    type: Literal["zones"]
    prompt: Words
    hint: Words | None = None
    icon: Icon | None = None
    direction: Literal["vertical", "horizontal"] = "vertical"
    thermometer: bool = False
    zones: Annotated[tuple[Zone, ...], count(3, 5)]
