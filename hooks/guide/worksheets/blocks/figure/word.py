"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.figure import Model
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """The drawing, and the words of its places under it: text in Word cannot stand on a picture and stay readable."""
    width = min(page.width, block.height * block.plan["size"][0] / block.plan["size"][1]) * 0.8
    page.drawing(block.svg, width, " – ".join(text for _, text in block.alt.texts))
    table = page.table(1, len(block.labels), borders=False)
    for cell, label in zip(table.rows[0].cells, block.labels, strict=True):
        page.say(label.label, cell, bold=True, color=page.view.colors["strong"])
    if block.hint:
        page.beside(block.hint, size=9.5)
