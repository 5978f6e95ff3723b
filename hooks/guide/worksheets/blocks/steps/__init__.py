"""A few short steps with a pictogram each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.texts import Record
from guide.worksheets.blocks.base import Block, Icon
from guide.worksheets.words import Words


class Step(Record):
    """One step, one line."""

    icon: Icon
    text: Words


class Model(Block):
    """One to four steps."""

    type: Literal["steps"]
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=4)]
