"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.header import Model
from guide.worksheets.design import design
from guide.worksheets.word import WordPage
from guide.worksheets.words import Words


def write(page: WordPage, block: Model) -> None:
    """In two languages first which language it is and that it is a translation; then title and lines to fill in."""
    view, sheet = page.view, page.view.worksheet
    if view.bilingual and view.status:
        other = view.tongues[view.languages[1]]
        name = page.document.add_paragraph()
        page.write(name, (other.code, other.native), size=22, bold=True, color=view.colors["strong"])
        page.say(Words(((view.languages[0], other.name),)), size=12)
        page.beside(view.ui["translation"], bold=True)
        page.beside(view.status, size=9.5)
    page.beside(sheet.title, "Title")
    if sheet.subtitle:
        page.beside(sheet.subtitle, size=12, color=design()["soft_ink"])
    if block.fields:
        table = page.table(1, len(block.fields))
        page.widths(table, [2 if field.wide else 1.25 for field in block.fields])
        page.height(table.rows[0], 12)
        for cell, field in zip(table.rows[0].cells, block.fields, strict=True):
            page.say(field.label, cell, size=9.5, color=design()["soft_ink"])
