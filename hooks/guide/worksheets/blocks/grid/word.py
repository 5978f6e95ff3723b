"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.grid import Model
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """A table with its head, the rows that begin with a word, and the empty ones."""
    page.heading(block.prompt, None, block.hint)
    first = int(bool(block.rows))
    table = page.table(1 + len(block.rows) + block.empty, len(block.columns) + first, header=True)
    page.widths(table, [1] * first + [column.share for column in block.columns])
    for cell in table.rows[0].cells:
        page.shade(cell, page.view.colors["soft"])
    if first and block.corner:
        page.say(block.corner, table.cell(0, 0), bold=True, color=page.view.colors["strong"])
    for cell, column in zip(table.rows[0].cells[first:], block.columns, strict=True):
        page.icon(column.icon, cell.paragraphs[0], 4)
        page.say(column.label, cell, bold=True, color=page.view.colors["strong"])
    for row, words in zip(table.rows[1:], block.rows, strict=False):
        page.say(words.label, row.cells[0], bold=True)
    for row in table.rows[1:]:
        page.height(row, block.row_height)
