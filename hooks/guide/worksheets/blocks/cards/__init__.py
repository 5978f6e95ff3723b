"""Cards to cut out."""

from __future__ import annotations

from typing import Annotated, Literal

from guide.texts import Record
from guide.worksheets.blocks.base import Block, Icon, between, count
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
    columns: Annotated[int, between(1, 4)] = 2
    rows: Annotated[int, between(1, 6)] = 4
    cards: Annotated[tuple[Card, ...], count(0, 24)] = ()

    @property
    def places(self) -> tuple[Card, ...]:
        """The cards of the first page and, when there are more, of the next ones; blank ones fill it up."""
        page = self.columns * self.rows
        return self.cards + (Card(),) * (-len(self.cards) % page if self.cards else page)
