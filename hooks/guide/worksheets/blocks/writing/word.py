"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.writing import Model
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """The question, and room to write; a large line stands to the side of its name."""
    if block.large and not block.columns and not page.view.bilingual:
        side = 48 * page.scale
        name, room = page.table(1, (side, page.width - side), borders=False).rows[0].cells
        with page.inside(name):
            page.heading(block)
        with page.inside(room):
            _room(page, block)
        return
    page.heading(block)
    if block.columns:
        _columns(page, block)
    else:
        _room(page, block)


def _lines(page: WordPage, block: Model) -> tuple[int, float]:
    """How many lines, and millimetres between them."""
    count = int(page.given_back(block.lines, 4)) if block.lines > 5 else block.lines
    return count, 10 if block.large else 7.6 if page.view.bilingual else 8


def _room(page: WordPage, block: Model) -> None:
    if block.box:
        row = page.table(1, 1).rows[0]
        row.least = block.box * page.scale
        page.give([row])
    else:
        page.lines(*_lines(page, block))


def _columns(page: WordPage, block: Model) -> None:
    """A column below each name, with lines or an open frame."""
    count, step = (1, block.box) if block.box else _lines(page, block)
    table = page.table(1, len(block.columns), header=True, edges=page.ruled)
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        page.label(cell, column.label, column.icon)
    page.give([table.row(step * page.scale) for _ in range(count)])
