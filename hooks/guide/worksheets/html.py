"""A sheet as HTML: the same blocks, with fields to write in. All text is escaped by Jinja2."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from guide.worksheets import qr
from guide.worksheets.blocks.base import Block, Drawn
from guide.worksheets.blocks.header import Shared
from guide.worksheets.design import design, icon
from guide.worksheets.papers import MILLIMETRES
from guide.worksheets.view import ORNAMENTS, View, icons_of, interface
from guide.worksheets.words import plain

FOLDER = Path(__file__).parent
CARD_SIZES = (16, 14.5, 13, 11.5, 10)
"""Of the letters on a card, in points."""


@cache
def environment() -> Environment:
    """The templates of sheets, blocks and pages; looking whether one changed takes longer than using it."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
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


@dataclass(frozen=True)
class Part:
    """A block, or those of its cards that stand on one page: places first to last."""

    block: Block
    first: int = 0
    last: int | None = None

    @property
    def fills(self) -> bool:
        """Zones always do; boxes and cards when they have no height of their own."""
        block: Any = self.block
        if block.type == "grid":
            return bool(block.boxes) and block.height is None
        return block.type == "zones" or (block.type == "cards" and block.height is None)


@dataclass
class Section:
    """Blocks that begin on a page of their own: paper, then rows of blocks that stand beside each other."""

    paper: str
    rows: list[list[Part]]

    @property
    def fills(self) -> bool:
        """Is there anything in it that takes the rest of its page?"""
        return any(part.fills for row in self.rows for part in row)


def sections(view: View) -> list[Section]:
    """The sheet by pages that begin anew; a section without what fills it may run on to another page."""
    found: list[Section] = []
    for block in view.worksheet.blocks:
        if block.page_break or not found:
            found.append(Section(block.paper or view.worksheet.paper, []))
        for number, part in enumerate(_parts(block)):
            if number:
                found.append(Section(found[-1].paper, []))
            rows = found[-1].rows
            if block.beside and rows:
                rows[-1].append(part)
            else:
                rows.append([part])
    return found


def _parts(block: Block) -> list[Part]:
    """Cards that fill a page, by page; any other block whole."""
    cards: Any = block
    if cards.type != "cards" or cards.height is not None:
        return [Part(block)]
    page = cards.columns * cards.rows
    return [Part(block, first, first + page) for first in range(0, len(cards.places), page)]


def html(view: View, scale: float = 1) -> str:
    """The sheet as an <article>. scale: of what is printed."""
    return environment().get_template("templates/sheet.html").render(
        v=view, sheet=view.worksheet, sections=sections(view), block=_block, scale=scale
    )  # fmt: skip


def _block(view: View, part: Part) -> Markup:
    kind: Any = part.block
    names = {name: f"shared.{name}" for name in get_args(Shared)}
    words = interface(view.languages, names.values())
    template = environment().get_template(f"blocks/{kind.type}/block.html")
    return Markup(template.render(
        v=view, b=kind, part=part, sheet=view.worksheet, qr=_qr_name(view), card_size=_card_size,
        shared={name: words[key] for name, key in names.items()},
    ))  # fmt: skip


def _card_size(view: View, block: Any, card: Any) -> int:
    """How small the letters of a card must be, from 0 (large) to 4: by what it says and how wide and high it is."""
    longest = max((len(text) for _, text in card.text.texts), default=0) if card.text else 0
    width, height = MILLIMETRES[block.paper or view.worksheet.paper]
    across = (width - 28) / block.columns - 12
    # Edges, name and foot take 67 mm of a page; title and steps too when the cards stand below them.
    above = 0 if block.page_break else 75 if view.bilingual else 55
    down = (block.height or (height - 67 - above) / block.rows) - 10 - 9 * card.lines
    for size, points in enumerate(CARD_SIZES):
        letter = points * 0.353
        room = (down - (0 if not card.icon else 16 if points > 12 else 12)) / len(view.languages)
        if math.ceil(longest * 0.55 * letter / across) * 1.35 * letter <= room:
            return size
    return len(CARD_SIZES) - 1
