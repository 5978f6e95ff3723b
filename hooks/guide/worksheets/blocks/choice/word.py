"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.choice import Model
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """The options in columns, each behind a box to tick."""
    page.heading(block)
    table = page.table(-(-len(block.options) // block.columns), block.columns, borders=False)
    for row in table.rows:
        row.least = 7.4 * page.scale
    page.give(table.rows)
    cells = [cell for row in table.rows for cell in row.cells]
    for number, (cell, option) in enumerate(zip(cells, block.options, strict=False), 1):
        marks = [page.tick(str(option.label)), page.space]
        if block.numbered:
            marks += [page.run((page.first.code, f"{number}. "), bold=True, color=page.view.colors["strong"])]
        if option.icon:
            marks += [page.icon(option.icon, 5.6), page.space]
        cell.look.align = "center"
        page.short(option.label, cell, before=marks)
    if block.other:
        page.gap(1)
        page.say(block.other, before=[page.tick(str(block.other)), page.space], line=True)
