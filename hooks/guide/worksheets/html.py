"""A sheet as HTML: the same blocks, with fields to write in. All text is escaped by Jinja2."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from guide.worksheets import qr
from guide.worksheets.blocks.base import Block, Drawn
from guide.worksheets.design import design, icon
from guide.worksheets.view import ORNAMENTS, View, icons_of
from guide.worksheets.words import plain

FOLDER = Path(__file__).parent


@cache
def environment() -> Environment:
    """The templates of sheets, blocks and pages."""
    loader = FileSystemLoader(FOLDER)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals["icon"] = _icon
    made.globals["tones"] = design()["tones"]
    return made


def _icon(name: str) -> Markup:
    """A pictogram, hidden from who hears the page: the words beside it say the same. Its lines stand in `symbols`."""
    svg = '<svg class="ws-icon" aria-hidden="true" focusable="false"><use href="#ws-icon-{}"/></svg>'
    return Markup(svg).format(name)


def symbols(views: list[View]) -> Markup:
    """What the sheets of a page draw more than once: pictograms, drawings, QR codes. Once a page, before the sheets."""
    found: dict[str, str] = {}
    for view in views:
        for name in sorted(icons_of(plain(view.worksheet, str)) | set(ORNAMENTS)):
            found[f"ws-icon-{name}"] = icon(name)
        drawn = [block for block in view.worksheet.blocks if isinstance(block, Drawn)]
        found |= {f"ws-drawing-{block.drawing}": block.svg for block in drawn}
        found[_qr_name(view)] = qr.svg(view.address, sized=False)
    inside = "".join(_symbol(name, svg) for name, svg in found.items())
    frame = '<svg class="ws-symbols" width="0" height="0" aria-hidden="true" focusable="false">{}</svg>'
    return Markup(frame).format(Markup(inside))


def _symbol(name: str, svg: str) -> str:
    """An SVG file as a symbol: its own size and content, under a name. The files are ours, never an editor's."""
    head, _, rest = svg.partition(">")
    kept = " ".join(re.findall(r'(?:viewBox|fill|stroke-linecap|stroke-linejoin)="[^"]*"', head))
    return f'<symbol id="{name}" {kept}>{rest.rpartition("</svg>")[0]}</symbol>'


def _qr_name(view: View) -> str:
    return "ws-qr-languages" if view.others else "ws-qr"


def sections(view: View) -> list[tuple[str, list[list[Block]]]]:
    """The pages of a sheet: paper, then rows of blocks that stand beside each other."""
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


def html(view: View) -> str:
    """The sheet as an <article>."""
    return environment().get_template("templates/sheet.html").render(
        v=view, sheet=view.worksheet, sections=sections(view), qr=_qr_name(view), block=_block
    )  # fmt: skip


def _block(view: View, block: Block) -> Markup:
    kind: Any = block
    template = environment().get_template(f"blocks/{kind.type}/block.html")
    return Markup(template.render(v=view, b=block, sheet=view.worksheet))
