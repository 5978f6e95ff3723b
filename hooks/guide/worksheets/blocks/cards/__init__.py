"""Cards to cut out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.texts import Record
from guide.worksheets.blocks.base import Block, Icon
from guide.worksheets.words import Words


class Card(Record):
    """One card; without a text it is blank, to write on."""

    text: Words | None = None
    icon: Icon | None = None


class Model(Block):
    """columns by rows of cards; the cards that are not given are blank."""

    type: Literal["cards"]
    prompt: Words
    hint: Words | None = None
    columns: Annotated[int, Field(ge=1, le=4)] = 2
    rows: Annotated[int, Field(ge=1, le=6)] = 4
    cards: tuple[Card, ...] = Field(default=(), max_length=24)

    @property
    def places(self) -> tuple[Card, ...]:
        """The cards of the first page and, when there are more, of the next ones; blank ones fill it up."""
        page = self.columns * self.rows
        return self.cards + (Card(),) * (-len(self.cards) % page if self.cards else page)
