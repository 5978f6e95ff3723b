"""A sheet as Word file, to adapt: real headings, tables with a head, text from right to left where it must be."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from guide.worksheets.blocks import writer
from guide.worksheets.papers import MILLIMETRES
from guide.worksheets.view import View
from guide.worksheets.word import WordPage

FIXED_DATE = (2026, 1, 1, 0, 0, 0)


def docx(view: View, modules: Path) -> bytes:
    """The sheet as .docx; the same sheet gives the same bytes."""
    page = WordPage(view, modules)
    worksheet = view.worksheet
    page.paper(MILLIMETRES[worksheet.paper])
    now = worksheet.paper
    for block in worksheet.blocks:
        if block.page_break:
            wanted = block.paper or worksheet.paper
            page.new_page(MILLIMETRES[wanted] if wanted != now else None)
            now = wanted
        writer(block.type)(page, block)  # type: ignore[attr-defined]
        if block.until_here:
            page.until_here()
    properties = page.document.core_properties
    properties.title = " – ".join(text for _, text in worksheet.title.texts)
    properties.author = ""
    properties.language = view.languages[0]
    properties.created = properties.modified = datetime(*FIXED_DATE)
    out = io.BytesIO()
    page.document.save(out)
    return _same_bytes(out.getvalue())


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
