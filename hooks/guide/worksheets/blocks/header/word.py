"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.header import Model
from guide.worksheets.design import design, icon
from guide.worksheets.word import WordPage
from guide.worksheets.wordml import border

_MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="12" fill="{}"/>{}</svg>'


def write(page: WordPage, block: Model) -> None:
    """In two languages first which language it is and that it is a translation; then title and lines to fill in."""
    view, sheet = page.view, page.view.worksheet
    if view.bilingual:
        _strip(page)
    size = 19 if view.bilingual else None
    page.beside(sheet.title, "Title", mark=_mark(page), hint=sheet.subtitle, hint_style="Subtitle", size=size)
    if block.fields:
        _fields(page, block)


def _strip(page: WordPage) -> None:
    """Which language, in large, and that it is a translation."""
    view = page.view
    other = view.tongues[view.languages[1]]
    row = page.table(1, (3, 2), edges=[], inset=3).rows[0]
    for cell in row.cells:
        cell.look.ground, cell.look.align = view.colors["soft"], "center"
    page.inline(view.ui["translation"], row.cells[0], "Label", size=12)
    if view.status:
        page.inline(view.status, row.cells[0], size=9)
    name = page.run((page.first.code, f"{other.name}   "), size=13, color=design()["soft_ink"])
    big = page.run((other.code, other.native), size=20, bold=True, color=view.colors["strong"], heading=True)
    page.paragraph(name, big, place=row.cells[1], align="right", direction=page.first.direction, size=20)
    page.gap(2)


def _mark(page: WordPage) -> object:
    """The pictogram of the sheet, white on a round of its colour."""
    name = page.view.worksheet.icon
    if not name:
        return None
    inside = icon(name, "#FFFFFF").replace("<svg ", '<svg x="4.6" y="4.6" width="14.8" height="14.8" ', 1)
    return page.svg(_MARK.format(page.view.colors["strong"], inside), 12)


def _fields(page: WordPage, block: Model) -> None:
    """A word and room behind it, above a line; two languages at both ends."""
    shares: list[float] = []
    for field in block.fields:
        shares += [2 if field.wide else 1.25, 0.12]
    row = page.table(1, shares[:-1], borders=False).rows[0]
    row.least = (11 if page.view.bilingual else 9.5) * page.scale
    for cell, field in zip(row.cells[::2], block.fields, strict=True):
        cell.look.edges, cell.look.align = (border("bottom", design()["line"]),), "bottom"
        assert field.label is not None  # a shared field got its word in the view
        page.inline(field.label, cell, "Field")
    page.gap(0.5)
