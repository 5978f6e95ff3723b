"""The cards as pictures. Typst draws them, as it draws the sheets; what was drawn before is kept."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from guide.problems import Problem, relative
from guide.sharing.content import Card
from guide.sharing.drawing import drawing
from guide.site import Guide
from guide.worksheets.at_once import at_once
from guide.worksheets.cache import is_kept, kept, key
from guide.worksheets.design import accent, design, faces
from guide.worksheets.documents import shape
from guide.worksheets.files import picture_files
from guide.worksheets.model import Sheet
from guide.worksheets.pdf import PdfError, fonts, ingredients
from guide.worksheets.read import read_sheets

SOURCE = (Path(__file__).parent / "card.typ").read_bytes()
PAPER = "#FBF8F3"
"""The ground of a card without a colour of its own, as on the site."""
COLORS = 32
"""In a picture: enough for smooth letters on a plain ground, and a third of the bytes that all colours take."""

SHEET_COLORS = 64


def write(guide: Guide, cards: Iterable[Card], site: Path) -> list[Problem]:
    """Put the pictures of these cards into a site; returns the titles that do not fit. PdfError when Typst fails."""
    every, folder = list(cards), guide.cache / "cards"
    texts = _texts(guide, every)
    made = key(ingredients(guide.root / "node_modules"), SOURCE, version("pillow"), str((COLORS, SHEET_COLORS)))
    names = [f"{key(made, text)}.png" for text in texts]
    missing = {name: (guide, card, text, name) for card, text, name in zip(every, texts, names, strict=True)
               if not is_kept(folder / name)}  # fmt: skip
    fits = dict(zip(missing, at_once(_draw, missing.values()), strict=True))
    problems = []
    for card, name in zip(every, names, strict=True):
        if not fits.get(name, True):
            said = {"title": card.title, "number": len(card.title)}
            problems.append(Problem(relative(guide.docs / card.source, guide.root), 1, "card_title", said))
            continue
        target = site / card.uri
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, target)
    return problems


def _texts(guide: Guide, cards: list[Card]) -> list[str]:
    """What card.typ reads, for each card. The pictures of sheets that it shows are in the cache then."""
    sheets, source = read_sheets(guide)[0], guide.source_language
    shown: dict[str, tuple[Sheet, str]] = {}
    for card in cards:
        if card.scene == "sheet":
            sheet = sheets[card.sheet]
            shown[card.uri] = sheet, card.language if sheet.usable(card.language) else source
    pictures = dict(zip(shown, picture_files(guide, shown.values()), strict=True))
    values = (_values(guide, card, pictures.get(card.uri)) for card in cards)
    return [json.dumps(one, ensure_ascii=False, sort_keys=True) for one in values]


def _draw(guide: Guide, card: Card, text: str, name: str) -> bool:
    """Draws the card for the cache; whether its title fits."""
    try:
        kept(guide.cache / "cards", name, lambda: _png(guide, card, text))
    except _TooLongError:
        return False
    return True


class _TooLongError(Exception):
    """The title does not fit."""


def _values(guide: Guide, card: Card, picture: Path | None) -> dict[str, Any]:
    """What card.typ reads. picture: of the sheet on the card; its name follows from all that is on it."""
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
        **({"picture": picture.relative_to(guide.cache).as_posix(), "lying": _lies(picture)} if picture else {}),
    }  # fmt: skip


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
