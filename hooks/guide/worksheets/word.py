"""What the blocks need to write themselves into a Word file (python-docx)."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from guide.worksheets import qr
from guide.worksheets.design import design
from guide.worksheets.drawing import icon_png, svg_png
from guide.worksheets.view import View
from guide.worksheets.words import Words

MARGIN = 14


def element(tag: str, **values: object) -> Any:
    """A WordprocessingML element: element("w:shd", val="clear", fill="EEEEEE")."""
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


RUN_ORDER = [
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "color", "spacing", "w", "kern", "position", "sz", "szCs",
    "highlight", "u", "effect", "shd", "vertAlign", "rtl", "cs", "em", "lang",
]  # fmt: skip
TABLE_ORDER = [
    "tblStyle", "tblpPr", "bidiVisual", "tblStyleRowBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders",
    "shd", "tblLayout", "tblCellMar", "tblLook",
]  # fmt: skip


def in_order(properties: Any, order: Sequence[str]) -> None:
    """Puts the children in the order that the schema asks for: Word offers to repair a file that has another."""
    rank = {qn(f"w:{name}"): number for number, name in enumerate(order)}
    for child in sorted(properties, key=lambda child: rank.get(child.tag, len(rank))):
        properties.append(child)


def styled(paragraph: Any, style: str) -> None:
    """Gives a paragraph a style by name; python-docx itself searches all its styles for each paragraph."""
    if style != "Normal":
        properties = paragraph._p.get_or_add_pPr()
        properties.insert(0, element("w:pStyle", val=style.replace(" ", "")))


class WordPage:
    """A Word file while it is written, from top to bottom. view: the sheet."""

    def __init__(self, view: View, modules: Path) -> None:
        self.view = view
        self.modules = modules
        self.document = Document()
        self.width = 0.0
        self._styles()

    # --- page ---

    def paper(self, millimetres: tuple[int, int]) -> None:
        """The size of the page that is being written."""
        section = self.document.sections[-1]
        width, height = millimetres
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Mm(MARGIN)
        section.top_margin = section.bottom_margin = Mm(12)
        self.width = width - 2 * MARGIN

    def new_page(self, millimetres: tuple[int, int] | None) -> None:
        """A new page; with a size, on other paper."""
        if millimetres:
            self.document.add_section(WD_SECTION.NEW_PAGE)
            self.paper(millimetres)
        else:
            self.document.add_page_break()  # type: ignore[no-untyped-call]

    def _styles(self) -> None:
        first = self.view.tongues[self.view.languages[0]]
        fonts = {"Normal": first.faces.text[0], "Title": first.faces.heading[0], "Heading 1": first.faces.heading[0]}
        for name, face in fonts.items():
            style = self.document.styles[name]
            style.font.name = face
            style.font.color.rgb = RGBColor.from_string(design()["ink"][1:])
            fonts_element = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts_element.attrib.pop(qn(f"w:{theme}"), None)
            fonts_element.set(qn("w:cs"), design()["faces"]["arabic"]["text"][0])
        self.document.styles["Normal"].font.size = Pt(11)
        self.document.styles["Normal"].paragraph_format.space_after = Pt(3)
        self.document.styles["Title"].font.size = Pt(24)
        self.document.styles["Title"].font.bold = True
        self.document.styles["Heading 1"].font.size = Pt(14)
        self.document.styles["Heading 1"].paragraph_format.space_before = Pt(10)
        self.document.styles["Heading 1"].paragraph_format.space_after = Pt(3)
        for border in self.document.styles["Title"].element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break

    # --- text ---

    def write(self, paragraph: Any, part: tuple[str, str], **style: Any) -> Any:
        """Puts one text in its language into a paragraph, from right to left where that language goes so."""
        code, text = part
        tongue = self.view.tongues[code]
        run = paragraph.add_run(text)
        if tongue.direction == "rtl":
            properties = paragraph._p.get_or_add_pPr()
            if properties.find(qn("w:bidi")) is None:
                properties.append(element("w:bidi"))
            run.font.rtl = run.font.complex_script = True
        if tongue.faces.text[0] != self.view.tongues[self.view.languages[0]].faces.text[0]:
            run.font.name = tongue.faces.text[0]
        if style.get("bold"):
            run.bold = run.font.cs_bold = True
        if size := style.get("size"):
            run.font.size = Pt(size)
            run._r.get_or_add_rPr().append(element("w:szCs", val=int(size * 2)))
        if color := style.get("color"):
            run.font.color.rgb = RGBColor.from_string(color.removeprefix("#"))
        name = "bidi" if tongue.direction == "rtl" else "val"
        run._r.get_or_add_rPr().append(element("w:lang", **{name: code}))
        in_order(run._r.get_or_add_rPr(), RUN_ORDER)
        return run

    def say(self, words: Words, container: Any = None, style: str = "Normal", **more: Any) -> None:
        """Each language of a text in a paragraph of its own. container: a cell, or else the page."""
        first = container is not None and len(container.paragraphs) == 1 and not container.paragraphs[0].runs
        for number, part in enumerate(words.texts):
            place = container or self.document
            paragraph = container.paragraphs[0] if number == 0 and first else place.add_paragraph()
            styled(paragraph, style)
            self.write(paragraph, part, **more)

    def beside(self, words: Words, style: str = "Normal", **more: Any) -> None:
        """One language as a paragraph; two in a table of two columns, each from its own side."""
        if len(words.texts) == 1:
            self.say(words, style=style, **more)
            return
        table = self.table(1, 2, borders=False)
        for cell, part in zip(table.rows[0].cells, words.texts, strict=True):
            styled(cell.paragraphs[0], style)
            self.write(cell.paragraphs[0], part, **more)

    def heading(self, words: Words, number: int | None = None, hint: Words | None = None) -> None:
        """The question or name of a block."""
        if number is not None:
            words = Words(tuple((code, f"{number}. {text}") for code, text in words.texts))
        self.beside(words, "Heading 1")
        if hint:
            self.beside(hint, size=9.5, color=design()["soft_ink"])

    def until_here(self) -> None:
        """How to use the sheet in ten minutes."""
        pairs = zip(self.view.ui["ten_minutes"].texts, self.view.worksheet.short_version.texts, strict=True)
        words = Words(tuple((code, f"{question} {answer}") for (code, question), (_, answer) in pairs))
        self.beside(words, size=10, color=self.view.colors["strong"])

    # --- tables ---

    def table(self, rows: int, columns: int, *, borders: bool = True, header: bool = False) -> Any:
        """A table over the width of the page. header: its first row is a head that comes back on a next page."""
        made = self.document.add_table(rows, columns)
        if borders:
            made.style = self.document.styles["Table Grid"]
        if self.view.tongues[self.view.languages[0]].direction == "rtl":
            made._tbl.tblPr.append(element("w:bidiVisual"))
            in_order(made._tbl.tblPr, TABLE_ORDER)
        look = made._tbl.tblPr.find(qn("w:tblLook"))
        if look is not None:
            look.set(qn("w:firstRow"), str(int(header)))
            look.set(qn("w:firstColumn"), "0")
        for number, row in enumerate(made.rows):
            properties = row._tr.get_or_add_trPr()
            properties.append(element("w:cantSplit"))
            if header and number == 0:
                properties.append(element("w:tblHeader"))
        return made

    def shade(self, cell: Any, color: str) -> None:
        """The ground of a cell."""
        cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=color.removeprefix("#")))

    def height(self, row: Any, millimetres: float) -> None:
        """At least this high."""
        row.height, row.height_rule = Mm(millimetres), WD_ROW_HEIGHT_RULE.AT_LEAST

    def widths(self, table: Any, shares: Sequence[float]) -> None:
        """The columns in these proportions."""
        table.autofit = False
        for index, share in enumerate(shares):
            for cell in table.columns[index].cells:
                cell.width = Mm(self.width * share / sum(shares))

    def writing_lines(self, columns: Sequence[Callable[[Any], None]], lines: int, height: float = 9) -> None:
        """A table to write in: a head for each column when there is one, then the lines as rows."""
        head = len(columns) > 0
        count = max(1, len(columns))
        table = self.table(lines + head, count, header=head)
        for index, write in enumerate(columns):
            cell = table.cell(0, index)
            self.shade(cell, self.view.colors["soft"])
            write(cell)
        for row in table.rows[int(head) :]:
            self.height(row, height)

    # --- pictures ---

    def picture(self, data: bytes, width: float, alt: str, paragraph: Any = None) -> None:
        """A picture with its alternative text ("" for an ornament); width in millimetres."""
        run = (paragraph or self.document.add_paragraph()).add_run()
        made = run.add_picture(io.BytesIO(data), width=Mm(width))
        made._inline.docPr.set("descr", alt)
        made._inline.docPr.set("name", f"{made._inline.docPr.get('id')}")

    def icon(self, name: str | None, paragraph: Any, size: float = 5) -> None:
        """A pictogram in front of the words of a paragraph."""
        if name:
            self.picture(icon_png(self.modules, name, self.view.colors["strong"]), size, "", paragraph)
            paragraph.add_run(" ")

    def drawing(self, svg: str, width: float, alt: str) -> None:
        """A drawing in the middle of the page."""
        self.picture(svg_png(self.modules, svg, 900), width, alt)

    @property
    def qr(self) -> bytes:
        """The QR code of the sheet as PNG."""
        return qr.png(self.view.address)
