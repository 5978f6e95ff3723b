"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.scale import Model
from guide.worksheets.design import design
from guide.worksheets.word import WordPage
from guide.worksheets.wordml import RING, border


def write(page: WordPage, block: Model) -> None:
    """A table: a row for each statement, a column for each point."""
    page.heading(block)
    point = 22 * page.scale
    widths = [page.width - point * len(block.points), *[point] * len(block.points)]
    lines = [border(side, design()["line"]) for side in ("bottom", "insideH")]
    table = page.table(len(block.statements) + 1, widths, header=True, row_head=True, edges=lines, inset=1.2)
    for cell in table.rows[0].cells:
        cell.look.ground, cell.look.align = page.view.colors["soft"], "center"
    for cell, one in zip(table.rows[0].cells[1:], block.points, strict=True):
        if one.icon:
            page.paragraph(page.icon(one.icon, 7), place=cell, align="center")
        page.say(one.label, cell, "Centre")
    page.give(table.rows[1:])
    for number, (row, statement) in enumerate(zip(table.rows[1:], block.statements, strict=True), 1):
        row.least = 9 * page.scale
        bold = page.run((page.first.code, f"{number}. "), bold=True, color=page.view.colors["strong"])
        page.say(statement.label, row.cells[0], before=[bold] if block.numbered else ())
        for cell, one in zip(row.cells[1:], block.points, strict=True):
            page.paragraph(page.tick(f"{statement.label}: {one.label}", RING, 16), place=cell, align="center")
        for cell in row.cells:
            cell.look.align = "center"
