"""The cards as pictures. Typst draws them, as it draws the sheets; what was drawn before is kept."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from guide.problems import Problem, relative
from guide.sharing.content import Card
from guide.sharing.drawing import drawing
from guide.site import Guide
from guide.worksheets.cache import is_kept, kept, key
from guide.worksheets.design import accent, design, faces
from guide.worksheets.documents import shape
from guide.worksheets.files import picture_file
from guide.worksheets.model import Sheet
from guide.worksheets.pdf import PdfError, fonts, ingredients
from guide.worksheets.read import read_sheets

SOURCE = (Path(__file__).parent / "card.typ").read_bytes()
PAPER = "#FBF8F3"
"""The ground of a card without a colour of its own, as on the site."""
COLORS = 32
"""In a picture: enough for smooth letters on a plain ground, and a third of the bytes that all colours take."""

SHEET_COLORS = 64
THREADS = 4


def write(guide: Guide, cards: Iterable[Card], site: Path) -> list[Problem]:
    """Put the pictures of these cards into a site; returns the titles that do not fit. PdfError when Typst fails."""
    made = key(ingredients(guide.root / "node_modules"), SOURCE, version("pillow"), str((COLORS, SHEET_COLORS)))
    sheets, _ = read_sheets(guide)
    # Typst lets go of the interpreter while it draws.
    with ThreadPoolExecutor(THREADS) as threads:
        return [problem for problem in threads.map(partial(_write, guide, sheets, site, made), cards) if problem]


def _write(guide: Guide, sheets: Mapping[str, Sheet], site: Path, made: str, card: Card) -> Problem | None:
    values = _values(guide, sheets, card)
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    folder = guide.cache / "cards"
    name = f"{key(made, text)}.png"
    try:
        if not is_kept(folder / name):
            kept(folder, name, lambda: _png(guide, card, text))
    except _TooLongError:
        place = relative(guide.docs / card.source, guide.root)
        return Problem(place, 1, "card_title", {"title": card.title, "number": len(card.title)})
    target = site / card.uri
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / name, target)
    return None


class _TooLongError(Exception):
    """The title does not fit."""


def _values(guide: Guide, sheets: Mapping[str, Sheet], card: Card) -> dict[str, Any]:
    """What card.typ reads."""
    known = guide.vocabulary.languages[card.language]
    found, own = faces(known.native), accent(card.color)
    recommendations = [guide.vocabulary.recommendations[one] for one in card.serves]
    on_door = own["strong"] if card.scene == "number" else "#FFFFFF"
    return {
        "language": card.language, "direction": known.direction,
        "faces": {"text": found.text, "heading": found.heading, "size": found.size},
        "name-faces": faces(card.guide or card.title).heading,
        "ink": design()["ink"], "soft-ink": design()["soft_ink"], "line": design()["line"],
        "mark": [accent(name)["strong"] for name in ("teal", "rust")],
        "strong": own["strong"], "ground": own["soft"] if card.color else PAPER,
        "title": card.title, "kind": card.kind, "lead": card.lead, "guide": card.guide,
        "scene": card.scene, "number": card.number,
        "icon": (shape(guide, card.icon, on_door) if card.icon else None) or "",
        "discs": [{"number": one.number, "color": accent(one.color)["strong"]} for one in recommendations],
        "drawing": drawing(guide.root) if card.scene == "drawing" else "",
        **(_sheet(guide, sheets[card.sheet], card.language) if card.scene == "sheet" else {}),
    }  # fmt: skip


def _sheet(guide: Guide, sheet: Sheet, language: str) -> dict[str, Any]:
    """The picture of a sheet, by its name in the cache, which follows from all that is on it."""
    path = picture_file(guide, sheet, language if sheet.usable(language) else guide.source_language)
    return {"picture": path.relative_to(guide.cache).as_posix(), "lying": _lies(path)}


@cache
def _lies(path: Path) -> bool:
    with Image.open(path) as image:
        return image.width > image.height


def _png(guide: Guide, card: Card, text: str) -> bytes:
    faces_of_cards = fonts(guide.root / "node_modules")
    compiler = typst.Compiler(SOURCE, root=str(guide.cache), font_paths=faces_of_cards, sys_inputs={"data": text})
    try:
        made, warnings = compiler.compile_with_warnings(format="png", ppi=72)
    except typst.TypstError as error:
        if "no-room" in error.message:
            raise _TooLongError from None
        raise PdfError(f"{card.uri}: {error.message} {' '.join(error.hints)} {' '.join(error.trace)}") from error
    if warnings:
        raise PdfError(f"{card.uri}: {'; '.join(str(warning.message) for warning in warnings)}")
    assert isinstance(made, bytes), card.uri
    out, colors = io.BytesIO(), COLORS if card.scene in ("number", "icon") else SHEET_COLORS
    with Image.open(io.BytesIO(made)) as image:
        few = image.convert("RGB").quantize(colors, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(out, "PNG", compress_level=6)
    return out.getvalue()
