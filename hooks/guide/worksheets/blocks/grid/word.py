"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.grid import Box, Model
from guide.worksheets.word import WordPage

LEAST = 26
"""Height of a box that fills the page, in millimetres; it grows with what is left."""


def write(page: WordPage, block: Model) -> None:
    """A table with its head, or boxes beside each other."""
    page.heading(block)
    if block.boxes:
        _boxes(page, block)
    else:
        _cells(page, block)


def _cells(page: WordPage, block: Model) -> None:
    first = int(bool(block.rows))
    shares = [float(column.share) for column in block.columns]
    mean = sum(shares) / len(shares)
    table = page.table(1, [mean] * first + shares, header=True, row_head=bool(first))
    head = table.rows[0]
    for cell in head.cells:
        cell.look.ground, cell.look.align = page.view.colors["soft"], "center"
    if first and block.corner:
        page.label(head.cells[0], block.corner)
    for cell, column in zip(head.cells[first:], block.columns, strict=True):
        page.label(cell, column.label, column.icon)
    height = page.given_back(block.row_height, 1) * page.scale
    for number in range(len(block.rows) + block.empty):
        row = table.row(height)
        page.give([row])
        words = block.rows[number] if number < len(block.rows) else None
        filled = {cell.id: cell.text for cell in words.cells} if words else {}
        if words:
            marks = [page.icon(words.icon, 4.6), page.space] if words.icon else []
            page.short(words.label, row.cells[0], before=marks)
        for cell, column in zip(row.cells[first:], block.columns, strict=True):
            if column.id in filled:
                page.say(filled[column.id], cell)
            elif column.tick and words and block.answered(words):
                pass  # nothing left to choose
            elif column.tick:
                name = f"{words.label}: {column.label}" if words else str(column.label)
                page.paragraph(page.tick(name), place=cell, align="center")
        for cell in row.cells:
            cell.look.align = "center"


def _boxes(page: WordPage, block: Model) -> None:
    """A row of names and a row of room for each row of boxes: so the name stays where it is when the room grows."""
    table, rooms = page.table(0, block.across), []
    for boxes in _in_rows(block):
        spans = [min(box.span, block.across) for box in boxes]
        spans += [1] * (block.across - sum(spans))
        names = table.row(spans=spans)
        for cell, box in zip(names.cells, boxes, strict=False):
            page.label(cell, box.label, box.icon, box.hint)
        head = names.height
        least = (block.height or LEAST) * page.scale
        rooms.append(table.row(max(least - head, 9 * page.scale), spans=spans))
    page.give(rooms, 0.5)
    if block.height is None:
        page.fill(rooms)


def _in_rows(block: Model) -> list[list[Box]]:
    """The boxes, as many in a row as fit across."""
    found: list[list[Box]] = []
    used = block.across
    for box in block.boxes:
        span = min(box.span, block.across)
        if used + span > block.across:
            found.append([])
            used = 0
        found[-1].append(box)
        used += span
    return found
