"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.footer import Model
from guide.worksheets.design import design
from guide.worksheets.word import WordPage
from guide.worksheets.wordml import Cell, border, gap
from guide.worksheets.words import Words

CODE = 19
"""Width of the QR code in millimetres."""


def write(page: WordPage, block: Model) -> None:
    """Source, licence, version, who checked the translation, the address and its QR code."""
    view = page.view
    words = page.picture(page.qr, CODE * page.scale, " – ".join(words for _, words in view.ui["qr"].texts))
    code, rest = (CODE + 3) * page.scale, page.width - (CODE + 3) * page.scale
    shares = (rest / 2, code, rest / 2) if view.bilingual else (rest * 0.5, rest * 0.5, code)
    row = page.table(1, shares, edges=[border("top", design()["line"])], inset=1).rows[0]
    for cell in row.cells:
        cell.look.align = "center"
    code_cell = row.cells[1 if view.bilingual else 2]
    code_cell.add(gap(1), 1)
    page.paragraph(words, place=code_cell, align="center")
    _about(page, row.cells[0], 0)
    if view.bilingual:
        _address(page, row.cells[0])
        _about(page, row.cells[2], 1)
    else:
        _address(page, row.cells[1])


def _about(page: WordPage, cell: Cell, number: int) -> None:
    """Source, state, licence and version in one of the languages."""
    view = page.view
    code = view.languages[number]
    page.paragraph(view.worksheet.source.texts[number], place=cell, style="Small")
    if view.status:
        page.paragraph(view.status.texts[number], place=cell, style="Small", bold=True)
    licence, version = view.ui["licence"].texts[number][1], view.ui["version"].texts[number][1]
    line = f"{licence}: {view.worksheet.licence} · {version}: {view.version}"
    page.paragraph((code, line), place=cell, style="Small")


def _address(page: WordPage, cell: Cell) -> None:
    """The web address, and the languages to which it leads."""
    view = page.view
    if view.others:
        page.say(view.ui["other_languages"], cell, "Small", bold=True)
        here = page.first.direction
        page.inline(Words(tuple((code, view.tongues[code].native) for code in view.others)), cell, direction=here)
    page.paragraph((page.first.code, view.address), place=cell, style="Small", color=view.colors["strong"])
