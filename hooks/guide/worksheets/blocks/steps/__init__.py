"""A few short steps with a pictogram each."""

from __future__ import annotations

from typing import Annotated, Literal

from guide.texts import Record
from guide.worksheets.blocks.base import Block, Icon, count
from guide.worksheets.words import Words


class Step(Record):
    """One step, one line."""

    icon: Icon
    text: Words


class Model(Block):
    """One to four steps."""

    type: Literal["steps"]
    steps: Annotated[tuple[Step, ...], count(1, 4)]
