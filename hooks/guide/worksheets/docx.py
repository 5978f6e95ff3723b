"""A sheet as Word file, to adapt: real headings, tables with a head, text from right to left where it must be."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from guide.worksheets.blocks import writer
from guide.worksheets.blocks.base import Block
from guide.worksheets.design import design
from guide.worksheets.papers import MILLIMETRES
from guide.worksheets.view import View
from guide.worksheets.word import WordPage
from guide.worksheets.wordml import Place, border, el, gap, twips

FIXED_DATE = (2026, 1, 1, 0, 0, 0)
BETWEEN = 2.8
"""Millimetres between two blocks."""


def docx(view: View, modules: Path) -> bytes:
    """The sheet as .docx; the same sheet gives the same bytes."""
    page = WordPage(view, modules)
    body, foot = page.document.part._element[0], _running_foot(page)
    papers = [paper for paper, _ in _pages(view)]
    for number, (paper, rows) in enumerate(_pages(view)):
        page.begin(paper)
        for row in rows:
            _row(page, row)
        elements = page.end()
        if number and papers[number - 1] == paper:
            elements = _on_a_new_page(elements)
        body.extend(elements)
        # The last page of a run on one paper carries what that paper is.
        if number + 1 == len(papers):
            body.append(gap(0.4))
            body.append(_section(page, paper, foot))
        elif papers[number + 1] != paper:
            last = gap(0.4)
            last[0].append(_section(page, paper, foot))
            body.append(last)
    properties = page.document.core_properties
    properties.title = " – ".join(text for _, text in view.worksheet.title.texts)
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.language = view.languages[0]
    properties.created = properties.modified = datetime(*FIXED_DATE)
    out = io.BytesIO()
    page.document.save(out)
    return _same_bytes(out.getvalue())


def _pages(view: View) -> list[tuple[str, list[list[Block]]]]:
    """The pages of the sheet: paper, then rows of blocks that stand beside each other."""
    found: list[tuple[str, list[list[Block]]]] = []
    for block in view.worksheet.blocks:
        if block.page_break or not found:
            found.append((block.paper or view.worksheet.paper, []))
        rows = found[-1][1]
        if block.beside and rows:
            rows[-1].append(block)
        else:
            rows.append([block])
    return found


def _row(page: WordPage, blocks: list[Block]) -> None:
    """A block, or blocks beside each other in the cells of a table without lines."""
    if page.place.parts:
        page.gap(BETWEEN * (0.7 if page.view.bilingual else 1))
    if len(blocks) == 1:
        _write(page, blocks[0])
    else:
        room, drawn = 6 * page.scale, [getattr(block, "drawing", None) is not None for block in blocks]
        shares = [0.9 if one else 1.0 for one in drawn]
        unit = (page.width - room * (len(blocks) - 1)) / sum(shares)
        widths = [width for share in shares for width in (share * unit, room)][:-1]
        cells = page.table(1, widths, borders=False).rows[0].cells[::2]
        for cell, block in zip(cells, blocks, strict=True):
            cell.look.align = "center"
            with page.inside(cell):
                _write(page, block)
    if any(block.until_here for block in blocks):
        _until_here(page)


def _write(page: WordPage, block: Any) -> None:
    writer(block.type)(page, block)


def _until_here(page: WordPage) -> None:
    """How to use the sheet in ten minutes, below a line."""
    strong = page.view.colors["strong"]
    page.gap(1.5)
    page.table(1, 1, edges=[border("top", strong, "dashed", 10)]).rows[0].least = 0.8
    page.beside(
        page.view.ui["ten_minutes"], "Label", mark=page.icon("clock", 4.6), then=page.view.worksheet.short_version
    )


def _on_a_new_page(elements: list[Any]) -> list[Any]:
    first = gap(0.4)
    first[0].insert(0, el("w:pageBreakBefore"))
    return [first, *elements]


def _section(page: WordPage, paper: str, foot: str) -> Any:
    """The paper, its margins and its running foot."""
    width, height = MILLIMETRES[paper]
    turned = {"orient": "landscape"} if width > height else {}
    side = twips(page.margin(paper))
    made = el(
        "w:sectPr",
        el("w:footerReference", type="default", **{"r:id": foot}),
        el("w:pgSz", w=twips(width), h=twips(height), **turned),
        el(
            "w:pgMar",
            top=twips(10),
            right=side,
            bottom=twips(13),
            left=side,
            header=twips(6),
            footer=twips(6),
            gutter=0,
        ),
    )
    if page.mirrored:
        made.append(el("w:bidi"))
    return made


def _running_foot(page: WordPage) -> str:
    """Title, address and number of the page at the foot of every page; returns the id of its relation."""
    part, relation = page.document.part.add_footer_part()  # type: ignore[no-untyped-call]
    view = page.view
    code = view.languages[0]
    place = Place(MILLIMETRES[view.worksheet.paper][0] - 2 * page.margin(view.worksheet.paper))
    look: dict[str, Any] = {"size": 7.5, "color": design()["soft_ink"]}

    def number(what: str) -> Any:
        return el("w:fldSimple", page.run((code, "1"), **look), instr=what)

    words = f"{view.worksheet.title.texts[0][1]}  ·  {view.home}"
    numbers = el("w:r", el("w:tab")), number("PAGE"), page.run((code, " / "), **look), number("NUMPAGES")
    page.paragraph((code, words), *numbers, place=place, tab=True, **look)
    part._element = el("w:ftr", *place.elements())
    return str(relation)


def _same_bytes(data: bytes) -> bytes:
    """The archive with one fixed date on every part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, FIXED_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            new.writestr(part, old.read(name))
    return out.getvalue()
