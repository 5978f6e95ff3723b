"""The styles of a Word file, and the empty file that every sheet begins with."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from typing import Any

from docx import Document
from lxml import etree

from guide.worksheets.design import Faces, design
from guide.worksheets.wordml import NAMESPACES, el, twips

KEPT = ("officeDocument", "core-properties", "styles", "settings", "fontTable", "theme")
"""The parts of python-docx's own empty file that are of use; the rest is weight, or of another time."""

LINE, HEADING_LINE = 216, 204
"""Height of a line in 240ths of what the face asks for: the faces of the sheets ask for much."""


@dataclass(frozen=True)
class Style:
    """Of a paragraph. name: as Word knows it. size, before, after: in points. color: a name of the design."""

    name: str
    size: float
    before: float = 0
    after: float = 2
    bold: bool = False
    heading: bool = False
    color: str = "ink"
    align: str | None = None
    outline: int | None = None


STYLES = {
    "Normal": Style("Normal", 10.5),
    "Title": Style("Title", 25, bold=True, heading=True),
    "Heading1": Style("heading 1", 13.5, after=4, bold=True, heading=True, outline=0),
    "Subtitle": Style("Subtitle", 12, color="soft_ink"),
    "Hint": Style("Hint", 9.5, after=4, color="soft_ink"),
    "Label": Style("Label", 10, bold=True, color="strong"),
    "Field": Style("Field", 10, color="soft_ink"),
    "Small": Style("Small", 8.4, color="soft_ink"),
    "Zone": Style("Zone", 15, before=5, bold=True, heading=True),
    "Card": Style("Card", 16, after=4, bold=True, heading=True, align="center"),
    "Centre": Style("Centre", 9, align="center"),
}


def _fonts(faces: Faces, *, heading: bool) -> Any:
    face = (faces.heading if heading else faces.text)[0]
    arabic = design()["faces"]["arabic"]["text"][0]
    return el("w:rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=arabic)


def _style(key: str, style: Style, faces: Faces, color: str, scale: float) -> Any:
    made = el("w:style", el("w:name", val=style.name), type="paragraph", styleId=key)
    if key == "Normal":
        made.set(f"{{{NAMESPACES['w']}}}default", "1")
    else:
        made.append(el("w:basedOn", val="Normal"))
        made.append(el("w:next", val="Normal"))
    made.append(el("w:qFormat"))
    paragraph = el("w:pPr")
    if style.outline is not None:
        paragraph.append(el("w:keepNext"))
    points = {"before": round(style.before * 20 * scale), "after": round(style.after * 20 * scale)}
    paragraph.append(el("w:spacing", **points, line=HEADING_LINE if style.heading else LINE, lineRule="auto"))
    if style.align:
        paragraph.append(el("w:jc", val=style.align))
    if style.outline is not None:
        paragraph.append(el("w:outlineLvl", val=style.outline))
    run = el("w:rPr", _fonts(faces, heading=style.heading))
    if style.bold:
        run.extend([el("w:b"), el("w:bCs")])
    run.append(el("w:color", val=color.removeprefix("#")))
    arabic = design()["faces"]["arabic"]["size"]
    run.append(el("w:sz", val=round(style.size * scale * 2)))
    run.append(el("w:szCs", val=round(style.size * scale * 2 * arabic)))
    made.extend([paragraph, run])
    return made


def _styles(faces: Faces, language: str, direction: str, strong: str, scale: float) -> Any:
    tongue = {"val": language} if direction == "ltr" else {"bidi": language}
    run = el("w:rPr", _fonts(faces, heading=False), el("w:lang", **tongue))
    colors = {"strong": strong, "ink": design()["ink"], "soft_ink": design()["soft_ink"]}
    return el(
        "w:styles",
        el("w:docDefaults", el("w:rPrDefault", run), el("w:pPrDefault", el("w:pPr"))),
        *(_style(key, style, faces, colors[style.color], scale) for key, style in STYLES.items()),
        el("w:style", el("w:name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultFont"),
        el("w:style", el("w:name", val="Normal Table"), type="table", default=1, styleId="NormalTable"),
    )


def _font_table() -> Any:
    """Every face of the design, and what stands in for it on a machine that does not have it."""
    names = {name for script in design()["faces"].values() for use in ("text", "heading") for name in script[use]}
    return el(
        "w:fonts",
        *(
            el("w:font", el("w:altName", val=design()["where_absent"]), el("w:family", val="swiss"),
               el("w:pitch", val="variable"), name=name)
            for name in sorted(names)
        ),
    )  # fmt: skip


def _settings() -> Any:
    """No compatibility mode: with the rules of Word 2013 and later."""
    uri = "http://schemas.microsoft.com/office/word"
    mode = el("w:compatSetting", name="compatibilityMode", uri=uri, val=15)
    return el("w:settings", el("w:zoom", percent=100), el("w:defaultTabStop", val=twips(12.5)), el("w:compat", mode))


@cache
def empty_file(faces: Faces, language: str, direction: str, strong: str, scale: float) -> bytes:
    """A Word file without text, with all styles. scale: of the letters, so that a large page is read from further."""
    document = Document()
    for relations in (document.part.rels, document.part.package.rels):
        for name in [name for name, one in relations.items() if one.reltype.rpartition("/")[2] not in KEPT]:
            del relations[name]
    document.part._element = el("w:document", el("w:body"), **{"mc:Ignorable": "w14"})
    document.part._styles_part._element = _styles(faces, language, direction, strong, scale)
    document.part._settings_part._element = _settings()
    for one in document.part.rels.values():
        if one.reltype.endswith("/fontTable"):
            one.target_part._blob = etree.tostring(_font_table(), xml_declaration=True, encoding="UTF-8")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
