"""Reading files back."""

from __future__ import annotations

import ctypes
import io
import re
from collections import defaultdict

import pypdfium2
import pypdfium2.raw as pdfium
from docx import Document


def pdf_pages(data: bytes) -> list[str]:
    """The text of each page, in the order in which a reader copies it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def pdf_text(data: bytes) -> str:
    """All the text, spaces and line ends made one space."""
    return " ".join(" ".join(pdf_pages(data)).split())


def pdf_off_the_page(data: bytes) -> list[str]:
    """The texts and drawings that lie outside their page, even in part."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for number, page in enumerate(document, 1):
        width, height = page.get_size()
        for item in page.get_objects():
            left, bottom, right, top = item.get_bounds()
            if left < 0 or bottom < 0 or right > width or top > height:
                found.append(f"page {number}: {left:.0f} {bottom:.0f} {right:.0f} {top:.0f}")
    document.close()
    return found


def pdf_smallest_letters(data: bytes) -> float:
    """The size in points of the smallest letters on any page."""
    document = pypdfium2.PdfDocument(data)
    sizes: list[float] = []
    for page in document:
        textpage = page.get_textpage()
        sizes += [
            pdfium.FPDFText_GetFontSize(textpage.raw, at) * _enlarged(textpage, at)
            for at in range(textpage.count_chars())
            if not chr(pdfium.FPDFText_GetUnicode(textpage.raw, at)).isspace()
        ]
    document.close()
    return min(sizes)


def _enlarged(textpage: pypdfium2.PdfTextPage, at: int) -> float:
    """How much the page enlarges a letter, next to the size of its font."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage.raw, at, matrix)
    return abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5


def pdf_papers(data: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    document = pypdfium2.PdfDocument(data)
    found = [tuple(round(size / 72 * 25.4) for size in page.get_size()) for page in document]
    document.close()
    return [(width, height) for width, height in found]


def pdf_words_on_the_page(data: bytes) -> set[str]:
    """The words that lie within a page; those of a sheet that is larger than the page can lie outside of it."""
    document = pypdfium2.PdfDocument(data)
    found: set[str] = set()
    for page in document:
        width, height = page.get_size()
        found |= set(re.findall(r"[^\W\d]+", page.get_textpage().get_text_bounded(0, 0, width, height)))
    document.close()
    return found


def pdf_pieces_from_the_right(data: bytes) -> list[str]:
    """The text of each tagged piece, its words line by line from right to left, as the eye reads Arabic."""
    document = pypdfium2.PdfDocument(data)
    found: list[str] = []
    for page in document:
        textpage = page.get_textpage()
        pieces: dict[int, list[tuple[int, float, str]]] = defaultdict(list)
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            length = pdfium.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
            buffer = (ctypes.c_ushort * (length // 2 + 1))()
            pdfium.FPDFTextObj_GetText(item.raw, textpage.raw, buffer, length)
            text = bytes(buffer).decode("utf-16le").rstrip("\0").strip()
            right, line = item.get_bounds()[2], -round(item.get_matrix().f)
            pieces[pdfium.FPDFPageObj_GetMarkedContentID(item.raw)].append((line, -right, text))
        found += [" ".join(text for _, _, text in sorted(words)) for words in pieces.values()]
    document.close()
    return found


def docx_text(data: bytes) -> str:
    """All the text of a Word file, tables too."""
    body = Document(io.BytesIO(data)).element.body
    paragraphs = [node for node in body.iter() if node.tag.endswith("}p")]
    return " ".join("".join(run.text for run in node.iter() if run.tag.endswith("}t")) for node in paragraphs)
