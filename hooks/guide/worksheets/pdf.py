"""A sheet as PDF (tagged, PDF/UA-1) and as picture, both from the same Typst source."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import pikepdf
import typst

from guide.strings import load
from guide.worksheets import qr
from guide.worksheets.blocks import MODELS
from guide.worksheets.cache import kept, key
from guide.worksheets.design import design, icon, icon_names
from guide.worksheets.model import Worksheet
from guide.worksheets.papers import reduced
from guide.worksheets.view import ORNAMENTS, View, icons_of
from guide.worksheets.words import Words, plain

FOLDER = Path(__file__).parent
FIXED_TIME = 1767225600
"""The same date in every file, so that the same sheet gives the same bytes."""


SCALES = (1.0, 0.95, 0.9, 0.86)
"""How large a sheet may be drawn, in steps: at the last its text is still 9 points."""

WHOLE = 0.813
"""How large an A3 page is drawn that stands on A4 just as it is, when it cannot be drawn anew on the smaller page."""

_scales: dict[str, float] = {}

_MARKS = re.compile("[\u064b-\u0652]")


Layout = Literal["sheet", "large", "halves"]
"""sheet: as it is. large: large letters on A4, nothing beside anything. halves: each A3 page as two A4 pages."""


class PdfError(Exception):
    """A sheet that cannot be printed: what Typst said."""


@cache
def fonts(modules: Path) -> typst.Fonts:
    """The faces of the sheets, from the installed font packages. PdfError when a package is not there."""
    paths = [modules / name for name in design()["fonts"]]
    if missing := [path.name for path in paths if not path.is_dir()]:
        raise PdfError(f"fonts are not installed: {', '.join(missing)}")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(p) for p in paths])


def main_source() -> bytes:
    """The Typst file that brings the sheet and every type of block together."""
    imports = [f'#import "blocks/{name}/block.typ" as {name}' for name in MODELS]
    parts = ", ".join(f"{name}: {name}.draw" for name in MODELS)
    lines = ['#import "typst/sheet.typ": sheet', *imports, "#sheet(json(bytes(sys.inputs.data)), (" + parts + "))"]
    return "\n".join(lines).encode()


def data(view: View, paper: str | None = None, layout: Layout = "sheet", scale: float = 1) -> dict[str, Any]:
    """All that the Typst source reads.

    paper: puts every larger page on that paper, upright or not as it is. scale: of all that is drawn on a page.
    """
    whole = scale == WHOLE
    sheet, strings = plain(view.worksheet, _words), load(view.languages[0])
    if paper:
        sheet["paper"] = reduced(sheet["paper"], paper, whole)
    for block, model in zip(sheet["blocks"], view.worksheet.blocks, strict=True):
        block |= {name: plain(getattr(model, name), _words) for name in _computed(type(model))}
        if paper and block["paper"]:
            block["paper"] = reduced(block["paper"], paper, whole)
    colors = view.colors | {"ink": design()["ink"], "soft-ink": design()["soft_ink"], "line": design()["line"]}
    names = icons_of(sheet) | set(ORNAMENTS)
    keys = ("title", "subtitle", "icon", "short_version", "source", "licence", "paper", "blocks")
    return {key: sheet[key] for key in keys} | {
        "layout": layout,
        "scale": 1 if whole else scale,
        "running": bool(view.variant and view.variant.running),
        "variant": _words(view.variant.name) if view.variant else None,
        "halves": {name: strings[f"worksheet.halves.{name}"] for name in ("part", "cut", "glue")},
        "purpose": str(view.worksheet.purpose),
        "guide": view.guide,
        "order": list(view.languages),
        "languages": {
            code: {"code": code, "native": tongue.native, "name": tongue.name, "dir": tongue.direction}
            | {"faces": asdict(tongue.faces)}
            for code, tongue in view.tongues.items()
        },
        "ui": {name: _words(words) for name, words in view.ui.items()}
        | {"status": _words(view.status) if view.status else None},
        "address": view.address,
        "home-address": view.home,
        "others": list(view.others),
        "version": view.version,
        "colors-hex": colors,
        "tones": design()["tones"],
        "number-face": design()["faces"]["latin"]["heading"],
        "icons": {name: icon(name, view.colors["strong"]) for name in sorted(names & icon_names())},
        "title-icon": icon(sheet["icon"], "#FFFFFF") if sheet["icon"] else None,
        "qr": qr.svg(view.address, sized=True),
    }


def _words(words: Words) -> list[dict[str, str]]:
    return [{"l": code, "t": _without_marks(text)} for code, text in words.texts]


def _without_marks(text: str) -> str:
    """The text without Arabic vowel marks, as it is usually written.

    With them the letters of a word stand twice in what a PDF gives to copy or to read aloud (measured with Typst
    0.15.2: معًا became مًععًا). On the screen and in Word they stay.
    """
    return _MARKS.sub("", text)


def _computed(model: type[Any]) -> list[str]:
    """The names of what a block's model works out from its keys."""
    own = {name: value for base in reversed(model.__mro__[:-1]) for name, value in vars(base).items()}
    return sorted(
        name
        for name, value in own.items()
        if isinstance(value, property) and not name.startswith("_") and value.fget.__module__.startswith(__package__)
    )


@cache
def ingredients(modules: Path) -> str:
    """A hash of everything but the sheet itself: sources, faces, versions."""
    sources = sorted(path for path in FOLDER.rglob("*") if path.suffix in {".typ", ".svg", ".yml", ".py"})
    versions = [f"{name} {version(name)}" for name in ("typst", "pikepdf", "segno", "python-docx")]
    faces = [(modules / name / "package.json").read_text("utf-8") for name in design()["fonts"]]
    parts = (part for path in sources for part in (path.relative_to(FOLDER).as_posix(), path.read_bytes()))
    return key(*parts, *versions, *faces)


def text(view: View, paper: str | None = None, layout: Layout = "sheet", scale: float = 1) -> str:
    """What the Typst source reads, as text; together with `ingredients` it decides every byte of a file."""
    return json.dumps(data(view, paper, layout, scale), ensure_ascii=False, sort_keys=True)


def _compiler(
    view: View, modules: Path, paper: str | None = None, layout: Layout = "sheet", scale: float = 1
) -> typst.Compiler:
    inputs = {"data": text(view, paper, layout, scale)}
    return typst.Compiler(main_source(), root=str(FOLDER), font_paths=fonts(modules), sys_inputs=inputs)


def pdf(
    view: View, modules: Path, paper: str | None = None, layout: Layout = "sheet", folder: Path | None = None
) -> bytes:
    """The sheet as PDF/UA-1. PdfError names what is in the way: a missing letter, an empty alternative text.

    folder: where the scale is kept that was found for the sheet.
    """
    if layout != "sheet":
        return with_row_headers(_compiled(view, modules, paper, layout))
    made: dict[float, bytes] = {}

    def pages(scale: float) -> int:
        """Most sheets fit as they are, so their file is made at once."""
        if scale != SCALES[0]:
            return _pages(view, modules, paper, scale)
        made[scale] = _compiled(view, modules, paper, layout)
        with pikepdf.open(io.BytesIO(made[scale])) as document:
            return len(document.pages)

    scale = _scale(view, modules, paper, folder, pages)
    return with_row_headers(made[scale] if scale in made else _compiled(view, modules, paper, layout, scale))


def scale_of(view: View, modules: Path, paper: str | None = None, folder: Path | None = None) -> float:
    """How large the sheet is drawn on its page: 1, or less where that keeps it on the pages it was made for.

    Found once for the same sheet; folder: keeps it for the next build. PdfError.
    """
    return _scale(view, modules, paper, folder, lambda scale: _pages(view, modules, paper, scale))


def _scale(view: View, modules: Path, paper: str | None, folder: Path | None, pages: Callable[[float], int]) -> float:
    """The largest scale at which the sheet has no more pages than planned; 1 when none does."""

    def found() -> bytes:
        planned = planned_pages(view.worksheet)
        scales = (*SCALES, WHOLE) if paper else SCALES
        return str(next((scale for scale in scales if pages(scale) <= planned), SCALES[0])).encode()

    name = key(ingredients(modules), text(view, paper), "scale")
    if name not in _scales:
        _scales[name] = float(kept(folder, f"{name}.txt", found) if folder else found())
    return _scales[name]


def _pages(view: View, modules: Path, paper: str | None, scale: float) -> int:
    """How many pages the sheet has, without making its file."""
    try:
        pages = json.loads(_compiler(view, modules, paper, scale=scale).query("<pages>", field="value"))
    except RuntimeError as error:  # a query says less of a fault than a compilation
        raise PdfError(f"{view.name}: {error}") from error
    return int(pages[0])


def planned_pages(worksheet: Worksheet) -> int:
    """How many pages the sheet has when what stands between two page breaks fits on one."""
    return 1 + sum(block.page_break for block in worksheet.blocks[1:]) + sum(block.pages for block in worksheet.blocks)


def _compiled(view: View, modules: Path, paper: str | None, layout: Layout, scale: float = 1) -> bytes:
    try:
        made, warnings = _compiler(view, modules, paper, layout, scale).compile_with_warnings(
            format="pdf", pdf_standards="ua-1", timestamp=FIXED_TIME
        )
    except typst.TypstError as error:
        raise PdfError(f"{view.name}: {error.message} {' '.join(error.hints)} {' '.join(error.trace)}") from error
    if warnings:
        raise PdfError(f"{view.name}: {'; '.join(str(warning.message) for warning in warnings)}")
    assert isinstance(made, bytes)
    return made


def png(view: View, modules: Path, ppi: float, folder: Path | None = None) -> bytes:
    """The first page of the sheet as picture, as large as in the PDF. folder: see `scale_of`."""
    scale = scale_of(view, modules, folder=folder)
    made = _compiler(view, modules, scale=scale).compile(format="png", ppi=ppi)
    first = made if isinstance(made, bytes) else made[0] if made else b""
    assert isinstance(first, bytes)
    return first


def with_row_headers(made: bytes) -> bytes:
    """The PDF with the first cell of each row as row header, in the tables whose rows begin with a word.

    Typst tags the head of a table but not the words before its rows. Rows to fill in begin with an empty cell.
    """
    with pikepdf.open(io.BytesIO(made)) as document:
        for table in _find(document.Root.StructTreeRoot, "/Table"):
            first = [_children(row)[0] for body in _find(table, "/TBody") for row in _find(body, "/TR")]
            for cell in first if first and _children(first[0]) else []:
                _make_row_header(cell)
        out = io.BytesIO()
        mode = pikepdf.ObjectStreamMode.generate
        document.save(out, deterministic_id=True, object_stream_mode=mode, compress_streams=True)
    return out.getvalue()


def _children(node: Any) -> list[Any]:
    kids = node.get("/K")
    if kids is None:
        return []
    return [kid for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) if isinstance(kid, pikepdf.Dictionary)]


def _find(node: Any, kind: str) -> Iterator[Any]:
    """The nearest elements of a kind below a node, in reading order."""
    for child in _children(node):
        if child.get("/S") == kind:
            yield child
        else:
            yield from _find(child, kind)


def _make_row_header(cell: Any) -> None:
    if cell.get("/S") != "/TD":
        return
    cell.S = pikepdf.Name.TH
    attributes = cell.get("/A")
    if attributes is None:
        attributes = []
    elif not isinstance(attributes, pikepdf.Array):
        attributes = [attributes]
    kept = [entry for entry in attributes if entry.get("/O") != "/Table"]
    own = next((entry for entry in attributes if entry.get("/O") == "/Table"), pikepdf.Dictionary(O=pikepdf.Name.Table))
    own["/Scope"] = pikepdf.Name.Row
    cell.A = pikepdf.Array([*kept, own])
