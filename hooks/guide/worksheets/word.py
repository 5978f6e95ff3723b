"""What the blocks need to write themselves into a Word file."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document

from guide.worksheets import qr
from guide.worksheets.design import design
from guide.worksheets.drawing import icon_png, svg_png
from guide.worksheets.view import View
from guide.worksheets.word_pages import Pages
from guide.worksheets.word_styles import STYLES, empty_file
from guide.worksheets.wordml import (
    BOX,
    POINT,
    SIDES,
    Cell,
    Place,
    Table,
    border,
    el,
    picture,
    text_height,
    text_width,
    tick,
    twips,
    written,
)
from guide.worksheets.words import Words

MARK = 6
"""Width of a pictogram or a box and the space behind it, in millimetres."""
Part = tuple[str, str]
"""A language and a text in it."""


class WordPage(Pages):
    """A Word file while it is written, from top to bottom."""

    def __init__(self, view: View, modules: Path) -> None:
        super().__init__(view)
        self.modules = modules
        self.first = view.tongues[view.languages[0]]
        self.mirrored = self.first.direction == "rtl"
        strong = view.colors["strong"]
        empty = empty_file(self.first.faces, self.first.code, self.first.direction, strong, self.scale)
        self.document = Document(io.BytesIO(empty))
        self.pictures = 0

    # --- text ---

    def run(self, part: Part, *, bold: bool | None = None, size: float | None = None, color: str | None = None,
            heading: bool = False) -> Any:  # fmt: skip
        """One text in its language."""
        code, text = part
        tongue = self.view.tongues[code]
        properties, other = el("w:rPr"), code != self.first.code
        faces, own = (tongue.faces, self.first.faces)
        face = (faces.heading if heading else faces.text)[0]
        if tongue.direction == "ltr" and face not in (own.text[0], own.heading[0]):
            properties.append(el("w:rFonts", ascii=face, hAnsi=face))
        if bold is not None:
            properties.extend([el("w:b", val=int(bold)), el("w:bCs", val=int(bold))])
        if color:
            properties.append(el("w:color", val=color.removeprefix("#")))
        if size:
            half = round(size * 2 * self.scale)
            properties.extend([el("w:sz", val=half), el("w:szCs", val=half)])
        if tongue.direction == "rtl":
            properties.append(el("w:rtl"))
        if other:
            properties.append(el("w:lang", **{"bidi" if tongue.direction == "rtl" else "val": code}))
        return written(text, properties if len(properties) else None)

    def paragraph(self, *content: Any, place: Place | None = None, style: str = "Normal",
                  direction: str | None = None, align: str | None = None, line: bool = False, tab: bool = False,
                  indent: float = 0, **look: Any) -> None:  # fmt: skip
        """A paragraph of texts and what `icon` and `tick` make. line: dots behind it, to write on; tab: to its end."""
        place, known = place or self.place, STYLES[style]
        direction = direction or next((self.view.tongues[one[0]].direction for one in content if _is_text(one)), "ltr")
        properties = el("w:pPr")
        if style != "Normal":
            properties.append(el("w:pStyle", val=style))
        if line or tab:
            leader = {"leader": "dot"} if line else {}
            properties.append(el("w:tabs", el("w:tab", val="right", **leader, pos=twips(place.width))))
        if direction == "rtl":
            properties.append(el("w:bidi"))
        if any(not _is_text(one) and one.get("mm") for one in content):
            properties.append(el("w:spacing", line=240, lineRule="auto"))  # less would cut off the top of a picture
        if indent:
            properties.append(el("w:ind", left=twips(indent * self.scale)))
        if align:
            properties.append(el("w:jc", val=align))
        if not all(_is_text(one) for one in content):
            properties.append(el("w:textAlignment", val="center"))  # pictograms and boxes at the height of the words
        runs = [self.run(one, heading=known.heading, **look) if _is_text(one) else one for one in content]
        if line:
            runs.append(el("w:r", el("w:tab")))
        text = "".join(one[1] for one in content if _is_text(one))
        pictured = any(one.get("mm") for one in runs)
        points = (look.get("size") or known.size) * self.scale
        height = text_height(text, points, place.width - 8 * (len(runs) > 1), direction)
        height = max(height * (1.15 if pictured else 1), *(float(one.get("mm", 0)) for one in runs), 0)
        for one in runs:
            one.attrib.pop("mm", None)
        place.add(
            el("w:p", properties if len(properties) else None, *runs), height + (known.before + known.after) * POINT
        )

    def say(self, words: Words, place: Place | None = None, style: str = "Normal", *, before: Sequence[Any] = (),
            line: bool = False, align: str | None = None, **look: Any) -> None:  # fmt: skip
        """Each language in a paragraph of its own, near what stands before them. line: to write on, behind the last."""
        last = len(words.texts) - 1
        for number, part in enumerate(words.texts):
            marks = before if number == 0 else ()
            direction = self.first.direction if before else None
            indent = MARK * len(before) / 2 if before and number else 0
            self.paragraph(*marks, part, place=place, style=style, direction=direction, align=align,
                           line=line and number == last, indent=indent, **look)  # fmt: skip

    def inline(self, words: Words, place: Place | None = None, style: str = "Normal", *, before: Sequence[Any] = (),
               **look: Any) -> None:  # fmt: skip
        """All languages in one paragraph; the first leads."""
        content = [*before, words.texts[0]]
        for part in words.texts[1:]:
            content += [written("  ·  "), part]
        self.paragraph(*content, place=place, style=style, **look)

    def short(
        self, words: Words, place: Place, style: str = "Normal", *, before: Sequence[Any] = (), **look: Any
    ) -> None:
        """All languages in one line where they fit, else each in its own."""
        letters = "".join(text for _, text in words.texts) + " " * (4 + 4 * len(before))
        fits = text_width(letters, STYLES[style].size * self.scale) < place.width
        (self.inline if fits else self.say)(words, place, style, before=before, **look)

    def beside(self, words: Words, style: str = "Normal", *, mark: Any = None, hint: Words | None = None,
               hint_style: str = "Hint", then: Words | None = None, **look: Any) -> None:  # fmt: skip
        """A text and its hint; two languages beside each other, the second as the mirror of the first, mark between.

        then: more text on the same line, in ordinary letters.
        """
        hints = dict(hint.texts) if hint else {}
        more = {code: self.run((code, f" {text}"), bold=False, color=design()["ink"]) for code, text in _of(then)}
        if len(words.texts) == 1:
            marks = () if mark is None else (mark, self.space)
            self.paragraph(*marks, words.texts[0], *more.values(), style=style, **look)
            for part in hints.items():
                self.paragraph(part, style=hint_style)
            return
        middle = 14 if mark is not None else 4
        half = (self.width - middle * self.scale) / 2
        row = self.table(1, (half, middle * self.scale, half), borders=False).rows[0]
        for cell, part in zip((row.cells[0], row.cells[2]), words.texts, strict=True):
            cell.look.align = "center"
            self.paragraph(
                part, *(run for code, run in more.items() if code == part[0]), place=cell, style=style, **look
            )
            if hints:
                self.paragraph((part[0], hints[part[0]]), place=cell, style=hint_style)
        if mark is not None:
            row.cells[1].look.align = "center"
            self.paragraph(mark, place=row.cells[1], align="center")

    def heading(self, block: Any, icon: str | None = None) -> None:
        """The question or name of a block, with its number or its pictogram, or else `icon`, and its hint."""
        words, number = block.prompt, getattr(block, "number", None)
        icon = getattr(block, "icon", None) or icon
        if number is not None:
            words = Words(tuple((code, f"{number}. {text}") for code, text in words.texts))
        mark = self.icon(icon, 6) if icon and number is None else None
        self.beside(words, "Heading1", mark=mark, hint=getattr(block, "hint", None))

    @property
    def space(self) -> Any:
        """Between a mark and the words behind it."""
        return written("  ")

    # --- tables ---

    def table(self, rows: int, columns: int | Sequence[float], *, borders: bool = True, header: bool = False,
              row_head: bool = False, edges: Sequence[Any] | None = None, inset: float = 2.2) -> Table:  # fmt: skip
        """A table as wide as its place. columns: how many, or their shares of the width.

        header: its first row is a head that comes back on a next page. edges: its borders, when not lines all around.
        """
        shares = (1,) * columns if isinstance(columns, int) else columns
        widths = [self.width * share / sum(shares) for share in shares]
        lines = tuple(border(side, design()["line"]) for side in (*SIDES, "insideH", "insideV")) if borders else ()
        kept = tuple(edges) if edges is not None else lines
        made = Table(widths, kept, inset * self.scale if borders else 0, self.mirrored, row_head)
        for number in range(rows):
            made.row(head=header and number == 0)
        self.place.add_table(made)
        return made

    def label(self, cell: Cell, words: Words, icon: str | None = None, hint: Words | None = None) -> None:
        """The name of a column or a box, on a soft ground."""
        cell.look.ground = self.view.colors["soft"]
        marks = (self.icon(icon, 4.6), self.space) if icon else ()
        self.short(words, cell, "Label", before=marks)
        if hint:
            self.say(hint, cell, "Hint")

    @property
    def ruled(self) -> list[Any]:
        """The borders of columns to write in: dotted lines within a frame."""
        line = design()["line"]
        frame = [border(side, line) for side in SIDES]
        return [*frame, border("insideH", line, "dotted"), border("insideV", line)]

    def lines(self, count: int, step: float, first: float = 7) -> None:
        """Lines to write on. step: between them, in millimetres."""
        dots = border("insideH", design()["line"], "dotted", 6), border("bottom", design()["line"], "dotted", 6)
        rows = self.table(count, 1, edges=dots[::-1], inset=1).rows
        for number, row in enumerate(rows):
            row.least = (step if number else first) * self.scale
        self.give(rows)

    # --- to tick, and pictures ---

    def tick(self, name: str, signs: tuple[str, str] = BOX, size: float = 12) -> Any:
        """A box that one can tick in Word too. name: what it is for, said by a screen reader."""
        return tick(name, signs, round(size * 2 * self.scale))

    def picture(self, data: bytes, width: float, alt: str) -> Any:
        """A picture as a run. width: in millimetres; alt: "" for an ornament."""
        relation, _ = self.document.part.get_or_add_image(io.BytesIO(data))
        across, down = struct.unpack(">II", data[16:24])  # every PNG says so
        self.pictures += 1
        return picture(relation, self.pictures, width, width * down / across, alt)

    def icon(self, name: str, size: float = 5, color: str | None = None) -> Any:
        """A pictogram, as high as `size` in millimetres: an ornament, for the words beside it say the same."""
        data = icon_png(self.modules, name, color or self.view.colors["strong"])
        return self.picture(data, size * self.scale, "")

    def svg(self, svg: str, width: float) -> Any:
        """An ornament of our own as a run."""
        return self.picture(svg_png(self.modules, svg, 300), width * self.scale, "")

    def drawing(self, svg: str, width: float, alt: str) -> None:
        """A drawing in the middle of the page."""
        width = width * 0.77 if self.view.bilingual else width
        self.paragraph(self.picture(svg_png(self.modules, svg, 900), width, alt), align="center")

    @property
    def qr(self) -> bytes:
        """The QR code of the sheet as PNG."""
        return qr.png(self.view.address)


def _of(words: Words | None) -> tuple[Part, ...]:
    return words.texts if words else ()


def _is_text(one: Any) -> bool:
    return isinstance(one, tuple)
