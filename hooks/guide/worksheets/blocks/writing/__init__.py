"""A question and room to write or draw."""

from __future__ import annotations

from typing import Annotated, Literal

from guide.texts import Record, Slug
from guide.worksheets.blocks.base import Block, Icon, Lines, Millimetres, count
from guide.worksheets.words import Words


class Column(Record):
    """A column of the writing space."""

    id: Slug
    label: Words
    icon: Icon | None = None


class Model(Block):
    """Writing lines, or with `box` an open frame of that height in millimetres, to write or draw in.

    large: wide lines for one thing that all must read; the prompt stands to the side of them.
    """

    type: Literal["writing"]
    prompt: Words
    hint: Words | None = None
    icon: Icon | None = None
    number: int | None = None
    large: bool = False
    lines: Lines = 4
    box: Millimetres | None = None
    columns: Annotated[tuple[Column, ...], count(0, 3)] = ()
