"""The title of the sheet and what one fills in at the top."""

from __future__ import annotations

from typing import Annotated, Literal

from guide.texts import Record, Slug
from guide.worksheets.blocks.base import Block, count
from guide.worksheets.words import Words


class FillIn(Record):
    """A word with a line behind it. wide: the line may be long."""

    id: Slug
    label: Words
    wide: bool = False


class Model(Block):
    """The title block; title and subtitle are those of the sheet."""

    type: Literal["header"]
    fields: Annotated[tuple[FillIn, ...], count(0, 4)] = ()
