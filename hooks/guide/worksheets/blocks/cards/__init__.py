"""Cards to cut out."""

from __future__ import annotations

from typing import Annotated, Literal

from guide.texts import Record
from guide.worksheets.blocks.base import Block, Icon, Millimetres, between, count
from guide.worksheets.words import Words


class Card(Record):
    """One card; without a text it is blank, to write on. lines: room to write below the text."""

    text: Words | None = None
    icon: Icon | None = None
    lines: Annotated[int, between(0, 4)] = 0


class Model(Block):
    """columns by rows of cards; the cards that are not given are blank.

    repeat: the cards come back until the page is full. height: of a card in millimetres; without it the cards fill the
    page.
    """

    type: Literal["cards"]
    prompt: Words
    hint: Words | None = None
    icon: Icon | None = None
    columns: Annotated[int, between(1, 4)] = 2
    rows: Annotated[int, between(1, 6)] = 4
    repeat: bool = False
    height: Millimetres | None = None
    cards: Annotated[tuple[Card, ...], count(0, 24)] = ()

    @property
    def pages(self) -> int:
        """Cards that fill a page go on on the next ones."""
        return 0 if self.height else (len(self.places) - 1) // (self.columns * self.rows)

    @property
    def places(self) -> tuple[Card, ...]:
        """The cards of the first page and, when there are more, of the next ones; blank ones fill it up."""
        page = self.columns * self.rows
        if self.repeat and self.cards:
            return (self.cards * page)[:page]
        return self.cards + (Card(),) * (-len(self.cards) % page if self.cards else page)
