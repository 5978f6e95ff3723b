"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.steps import Model
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """On a soft ground: the steps beside each other; in two languages below each other, the pictogram between."""
    if page.view.bilingual:
        _mirrored(page, block)
        return
    mark = 12 * page.scale
    width = page.width / len(block.steps) - mark
    row = page.table(1, (mark, width) * len(block.steps), edges=[], inset=1.5).rows[0]
    row.least = 12 * page.scale
    for place, cell in enumerate(row.cells):
        step = block.steps[place // 2]
        cell.look.ground, cell.look.align = page.view.colors["soft"], "center"
        if place % 2:
            page.say(step.text, cell)
        else:
            page.paragraph(page.icon(step.icon, 7), place=cell, align="center")


def _mirrored(page: WordPage, block: Model) -> None:
    mark = 12 * page.scale
    half = (page.width - mark) / 2
    table = page.table(len(block.steps), (half, mark, half), edges=[], inset=2)
    for row, step in zip(table.rows, block.steps, strict=True):
        for cell in row.cells:
            cell.look.ground, cell.look.align = page.view.colors["soft"], "center"
        page.paragraph(step.text.texts[0], place=row.cells[0])
        page.paragraph(page.icon(step.icon, 5.6), place=row.cells[1], align="center")
        page.paragraph(step.text.texts[1], place=row.cells[2])
