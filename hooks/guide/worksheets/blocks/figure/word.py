"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.figure import Model
from guide.worksheets.word import WordPage

LEAST = 0.5
"""How far a room may shrink when the page is full: the drawing stands above it too."""
UNIT = 0.233
"""Millimetres of a unit of a drawing as wide as an A4 page, and so of its rooms."""


def write(page: WordPage, block: Model) -> None:
    """The drawing, and below it its places: text in Word cannot stand on a picture and stay readable."""
    across, down = block.plan["size"]
    width = min(page.width, block.height * across / down) * (0.6 if block.rooms else 0.8)
    page.drawing(block.svg, width, " – ".join(text for _, text in block.alt.texts))
    if block.hint:
        page.beside(block.hint, "Hint")
    if block.rooms:
        for label in block.labels:
            _rooms(page, block, label.id)
    else:
        table = page.table(1, len(block.labels), borders=False)
        for cell, label in zip(table.rows[0].cells, block.labels, strict=True):
            page.say(label.label, cell, "Label", align="center")


def _rooms(page: WordPage, block: Model, name: str) -> None:
    """A place: its name, and its rooms beside each other."""
    rooms = block.rooms[name]
    page.label(page.table(1, 1).rows[0].cells[0], next(one.label for one in block.labels if one.id == name))
    row = page.table(1, len(rooms)).rows[0]
    row.least = max(height for _, _, _, height in rooms) * UNIT * page.scale
    page.give([row], LEAST)
