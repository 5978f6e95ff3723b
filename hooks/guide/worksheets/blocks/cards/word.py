"""The block in a Word file."""

from __future__ import annotations

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH

from guide.worksheets.blocks.cards import Model
from guide.worksheets.papers import MILLIMETRES
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """A table with a cell for each card."""
    page.heading(block.prompt, None, block.hint)
    places = block.places
    table = page.table(len(places) // block.columns, block.columns)
    height = MILLIMETRES[block.paper or page.view.worksheet.paper][1] * 0.66 / block.rows
    for row in table.rows:
        page.height(row, height)
    for place, card in enumerate(places):
        cell = table.cell(place // block.columns, place % block.columns)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        if card.text:
            page.icon(card.icon, cell.paragraphs[0], 9)
            page.say(card.text, cell, size=15)
        for paragraph in cell.paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
