"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.zones import Model
from guide.worksheets.design import design
from guide.worksheets.papers import MILLIMETRES
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """A table with a cell for each zone, in its colour, under or beside each other."""
    page.heading(block.prompt, None, block.hint)
    tones, room = design()["tones"], MILLIMETRES[page.view.worksheet.paper][1] * 0.5
    if block.direction == "horizontal":
        table = page.table(1, len(block.zones))
        page.height(table.rows[0], room)
        cells = list(table.rows[0].cells)
    else:
        table = page.table(len(block.zones), 1)
        for row in table.rows:
            page.height(row, room / len(block.zones))
        cells = [row.cells[0] for row in table.rows]
    for cell, zone in zip(cells, block.zones, strict=True):
        page.shade(cell, tones[zone.tone]["ground"])
        page.say(zone.label, cell, bold=True, size=15)
