"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.scale import Model
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """A table: a row for each statement, a column for each point."""
    page.heading(block.prompt)
    table = page.table(len(block.statements) + 1, len(block.points) + 1, header=True)
    page.widths(table, [6, *[1.6] * len(block.points)])
    for cell, point in zip(table.rows[0].cells[1:], block.points, strict=True):
        page.shade(cell, page.view.colors["soft"])
        page.icon(point.icon, cell.paragraphs[0])
        page.say(point.label, cell, size=9)
    for row, statement in zip(table.rows[1:], block.statements, strict=True):
        page.say(statement.label, row.cells[0])
        for cell in row.cells[1:]:
            cell.paragraphs[0].add_run("○")
