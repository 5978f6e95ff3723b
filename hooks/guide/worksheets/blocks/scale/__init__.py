"""Statements with points: three faces, or four or five words."""

from __future__ import annotations

from typing import Annotated, Literal

from guide.texts import Record, Slug
from guide.worksheets.blocks.base import Block, Icon, count
from guide.worksheets.words import Words


class Point(Record):
    """One point of the scale."""

    id: Slug
    label: Words
    icon: Icon | None = None


class Statement(Record):
    """One statement."""

    id: Slug
    label: Words


class Model(Block):
    """Every statement gets one point. numbered: a number before each."""

    type: Literal["scale"]
    prompt: Words
    hint: Words | None = None
    icon: Icon | None = None
    numbered: bool = False
    points: Annotated[tuple[Point, ...], count(2, 5)]
    statements: Annotated[tuple[Statement, ...], count(1, 14)]
