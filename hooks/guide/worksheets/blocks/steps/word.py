"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.steps import Model
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """A table with a row for each step: pictogram, then the step in each language."""
    table = page.table(len(block.steps), 1 + len(page.view.languages), borders=False)
    page.widths(table, [1, *[14 / len(page.view.languages)] * len(page.view.languages)])
    for row, step in zip(table.rows, block.steps, strict=True):
        page.icon(step.icon, row.cells[0].paragraphs[0], 6)
        for cell, part in zip(row.cells[1:], step.text.texts, strict=True):
            page.write(cell.paragraphs[0], part)
