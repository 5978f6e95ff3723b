"""Options to tick, with or without pictograms."""

from __future__ import annotations

from typing import Annotated, Literal

from guide.texts import Record, Slug
from guide.worksheets.blocks.base import Block, Icon, between, count
from guide.worksheets.words import Words


class Option(Record):
    """One option."""

    id: Slug
    label: Words
    icon: Icon | None = None


class Model(Block):
    """multiple: more than one may be ticked. numbered: a number before each.

    other: words before a line for the rest.
    """

    type: Literal["choice"]
    prompt: Words
    hint: Words | None = None
    icon: Icon | None = None
    options: Annotated[tuple[Option, ...], count(2, 16)]
    multiple: bool = True
    columns: Annotated[int, between(1, 4)] = 2
    numbered: bool = False
    other: Words | None = None
