"""What a Word file is made of: elements, and places to write in that know how wide and how high they are.

Heights are estimates in millimetres. They serve to let a block fill what is left of its page; Word itself lays out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
ROOTS = {"w:document", "w:ftr", "w:styles", "w:fonts", "w:settings"}
"""The elements that name every namespace, for all that stands within them."""
_OWN = {prefix: {prefix: address} for prefix, address in NAMESPACES.items()}
TWIPS = 1440 / 25.4
"""In a millimetre."""
EMU = 36000
"""In a millimetre."""
POINT = 25.4 / 72
"""In millimetres."""
LEADING = {"ltr": 1.3, "rtl": 1.7}
"""Height of a line compared with its letters."""
LETTER = 0.51
"""Width of a letter compared with its height, on average."""
BOX, RING = ("2610", "2612"), ("25CB", "25CF")
"""A box and a ring to tick: empty and ticked."""
SIDES = ("top", "left", "bottom", "right")
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
TOGETHER = 0.8
"""Between two tables, in millimetres: Word makes one of tables that touch."""


@cache
def _name(tag: str) -> str:
    prefix, _, local = tag.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local


def el(tag: str, *children: Any, **attributes: object) -> Any:
    """An element: el("w:shd", val="clear"). Attributes of `w` and `w14` get that prefix, unless they name another."""
    prefix = tag.partition(":")[0]
    own = f"{prefix}:" if prefix in ("w", "w14") else ""
    named = {_name(key if ":" in key else own + key): str(value) for key, value in attributes.items()}
    made = etree.Element(_name(tag), named, nsmap=NAMESPACES if tag in ROOTS else _OWN[prefix])
    made.extend(child for child in children if child is not None)
    return made


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * TWIPS)


def border(side: str, color: str, kind: str = "single", size: int = 6) -> Any:
    """A side of a table, a cell or a paragraph. size: in eighths of a point."""
    return el(f"w:{side}", val=kind, sz=size, space=0, color=color.removeprefix("#"))


def gap(millimetres: float) -> Any:
    """A paragraph that is nothing but room."""
    spacing = el("w:spacing", before=0, after=0, line=twips(millimetres), lineRule="exact")
    return el("w:p", el("w:pPr", spacing, el("w:rPr", el("w:sz", val=2), el("w:szCs", val=2))))


def written(text: str, look: Any = None) -> Any:
    """A run. look: its w:rPr."""
    made = el("w:t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return el("w:r", look, made)


def text_width(text: str, points: float) -> float:
    """Of letters of that size, in millimetres."""
    return len(text) * points * LETTER * POINT


def text_height(text: str, points: float, width: float, direction: str) -> float:
    """Of a text of that size in lines of that width, in millimetres."""
    lines = -(-text_width(text, points) // max(width, 5)) or 1
    return lines * points * LEADING[direction] * POINT


def tick(name: str, signs: tuple[str, str], half_points: int) -> Any:
    """A sign that one can tick. name: said by a screen reader. signs: empty and ticked."""
    face = "MS Gothic"  # Word's own choice for its boxes
    fonts = el("w:rFonts", ascii=face, eastAsia=face, hAnsi=face, hint="eastAsia")
    look = el("w:rPr", fonts, el("w:sz", val=half_points), el("w:szCs", val=half_points))
    states = zip(("checked", "unchecked"), reversed(signs), strict=True)
    box = el(
        "w14:checkbox", el("w14:checked", val=0), *(el(f"w14:{one}State", val=sign, font=face) for one, sign in states)
    )
    text = written(chr(int(signs[0], 16)), look)
    return el("w:sdt", el("w:sdtPr", el("w:alias", val=name[:60]), box), el("w:sdtContent", text))


def picture(relation: str, number: int, width: float, height: float, alt: str) -> Any:
    """A picture as a run. number: of its own in the file; alt: "" for an ornament. It says its height in `mm`."""
    size, name = {"cx": round(width * EMU), "cy": round(height * EMU)}, str(number)
    mark = el("a:extLst", el("a:ext", el("adec:decorative", val=1), uri=DECORATIVE)) if not alt else None
    place = el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", **size))
    shape = el(
        "pic:pic",
        el("pic:nvPicPr", el("pic:cNvPr", id=name, name=name), el("pic:cNvPicPr")),
        el("pic:blipFill", el("a:blip", **{"r:embed": relation}), el("a:stretch", el("a:fillRect"))),
        el("pic:spPr", place, el("a:prstGeom", el("a:avLst"), prst="rect")),
    )
    graphic = el("a:graphic", el("a:graphicData", shape, uri=NAMESPACES["pic"]))
    about = el("wp:docPr", mark, id=name, name=name, descr=alt)
    close = {f"dist{side}": 0 for side in "TBLR"}
    run = el("w:r", el("w:drawing", el("wp:inline", el("wp:extent", **size), about, graphic, **close)))
    run.set("mm", str(height))  # for who puts it into a paragraph, and takes this off
    return run


class Place:
    """Where is written, from top to bottom: a page or a cell. width: in millimetres."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.parts: list[tuple[Any, float] | Table] = []

    @property
    def height(self) -> float:
        """Of what was written so far."""
        return sum(part.height if isinstance(part, Table) else part[1] for part in self.parts)

    def add(self, element: Any, height: float) -> None:
        """A paragraph and its height."""
        self.parts.append((element, height))

    def add_table(self, table: Table) -> None:
        """A table; after another one with a little room between."""
        if self.parts and isinstance(self.parts[-1], Table):
            self.add(gap(TOGETHER), TOGETHER)
        self.parts.append(table)

    def elements(self) -> list[Any]:
        """All that was written."""
        return [part.element() if isinstance(part, Table) else part[0] for part in self.parts]


@dataclass
class Look:
    """Of a cell. ground: its colour; pattern: a pattern of Word's, in `ink`. edges: lines of its own. bare: no margins.

    merge: "restart" or "continue", for one cell over several rows.
    """

    ground: str | None = None
    pattern: str = "clear"
    ink: str = "auto"
    align: str = "top"
    edges: tuple[Any, ...] = ()
    bare: bool = False
    merge: str | None = None


class Cell(Place):
    """A cell of a table. span: over how many columns."""

    def __init__(self, width: float, inset: float, span: int) -> None:
        super().__init__(width - 2 * inset)
        self.outer, self.span, self.look = width, span, Look()

    def element(self) -> Any:
        """The w:tc; it ends in a paragraph, as Word asks."""
        look, properties = self.look, el("w:tcPr", el("w:tcW", w=twips(self.outer), type="dxa"))
        if self.span > 1:
            properties.append(el("w:gridSpan", val=self.span))
        if look.merge:
            properties.append(el("w:vMerge", val=look.merge))
        if look.edges:
            properties.append(el("w:tcBorders", *look.edges))
        if look.ground:
            ground, ink = look.ground.removeprefix("#"), look.ink.removeprefix("#")
            properties.append(el("w:shd", val=look.pattern, color=ink, fill=ground))
        if look.bare:
            properties.append(el("w:tcMar", *(el(f"w:{side}", w=0, type="dxa") for side in ("left", "right"))))
        if look.align != "top":
            properties.append(el("w:vAlign", val=look.align))
        inside = self.elements()
        if not inside or inside[-1].tag != _name("w:p"):
            inside.append(gap(TOGETHER))
        return el("w:tc", properties, *inside)


@dataclass
class Row:
    """A row. least: its height in millimetres, more when its words ask for it."""

    cells: list[Cell]
    least: float = 0
    head: bool = False

    @property
    def height(self) -> float:
        """In millimetres."""
        return max(self.least, *(cell.height for cell in self.cells if not cell.look.merge)) + 0.3

    def element(self) -> Any:
        """The w:tr."""
        properties = el("w:trPr", el("w:cantSplit"))
        if self.least:
            properties.append(el("w:trHeight", val=twips(self.least), hRule="atLeast"))
        if self.head:
            properties.append(el("w:tblHeader"))
        return el("w:tr", properties, *(cell.element() for cell in self.cells))


@dataclass
class Table:
    """A table; widths: of its columns in millimetres. borders: w:top, w:left … row_head: rows begin with their name."""

    widths: Sequence[float]
    borders: tuple[Any, ...] = ()
    inset: float = 2.2
    mirrored: bool = False
    row_head: bool = False
    rows: list[Row] = field(default_factory=list)

    def row(self, least: float = 0, *, head: bool = False, spans: Sequence[int] = ()) -> Row:
        """A new row at the end. head: it comes back on a next page. spans: of its cells; else one for each column."""
        cells, at = [], 0
        for span in spans or (1,) * len(self.widths):
            cells.append(Cell(sum(self.widths[at : at + span]), self.inset, span))
            at += span
        self.rows.append(Row(cells, least, head))
        return self.rows[-1]

    @property
    def height(self) -> float:
        """In millimetres."""
        return sum(row.height for row in self.rows)

    def element(self) -> Any:
        """The w:tbl."""
        properties = el("w:tblPr")
        if self.mirrored:
            properties.append(el("w:bidiVisual"))
        properties.append(el("w:tblW", w=sum(map(twips, self.widths)), type="dxa"))
        if self.borders:
            properties.append(el("w:tblBorders", *self.borders))
        properties.append(el("w:tblLayout", type="fixed"))
        margins = (el(f"w:{side}", w=twips(self.inset), type="dxa") for side in ("left", "right"))
        properties.append(el("w:tblCellMar", *margins))
        head = {"firstRow": int(any(row.head for row in self.rows)), "firstColumn": int(self.row_head)}
        value = f"{0x20 * head['firstRow'] + 0x80 * head['firstColumn'] + 0x600:04X}"
        properties.append(el("w:tblLook", val=value, **head, lastRow=0, lastColumn=0, noHBand=1, noVBand=1))
        grid = el("w:tblGrid", *(el("w:gridCol", w=twips(width)) for width in self.widths))
        return el("w:tbl", properties, grid, *(row.element() for row in self.rows))
