"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.cards import Card, Model
from guide.worksheets.design import design
from guide.worksheets.word import WordPage
from guide.worksheets.wordml import SIDES, Cell, border

BLANK = 3
"""Lines on a card without words."""


def write(page: WordPage, block: Model) -> None:
    """A table with a cell for each card and dashed lines to cut along; a page of cards at a time."""
    page.heading(block, "cut")
    places, columns = block.places, block.columns
    edges = [border(side, design()["soft_ink"], "dashed") for side in (*SIDES, "insideH", "insideV")]
    table = page.table(-(-len(places) // columns), columns, edges=edges, inset=4)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, card in zip(cells, places, strict=False):
        cell.look.align = "center"
        _card(page, cell, card, block)
    if block.height:
        for row in table.rows:
            row.least = block.height * page.scale
        page.give(table.rows)
    elif len(places) <= columns * block.rows:
        page.fill(table.rows)
    else:
        for row in table.rows:
            row.least = (page.room - page.place.height + table.height - 8) / block.rows


def _card(page: WordPage, cell: Cell, card: Card, block: Model) -> None:
    low, narrow = block.rows > 5 or (block.height or 99) < 40, cell.width < 45 * page.scale or page.view.bilingual
    least = low and page.view.bilingual
    if card.icon:
        page.paragraph(page.icon(card.icon, 6 if least else 9 if low or narrow else 12), place=cell, align="center")
    if card.text:
        page.say(card.text, cell, "Card", size=9.5 if least else 11.5 if low else 13 if narrow else None)
    blank = card == Card()
    for _ in range(BLANK if blank else card.lines):
        page.paragraph(place=cell, line=True, size=14)
