"""What bundles and the poster share: the guide's own words, the recommendations, and making a PDF of them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import typst

from guide.site import Guide
from guide.strings import load
from guide.worksheets import qr
from guide.worksheets.cache import kept, key
from guide.worksheets.design import accent, design, faces
from guide.worksheets.home import host
from guide.worksheets.pdf import FIXED_TIME, FOLDER, PdfError, fonts, ingredients, with_row_headers

ICONS = Path("overrides") / "assets" / "stylesheets" / "icons.css"
LICENCE = "CC BY-SA 4.0"


@cache
def _shapes(root: Path) -> dict[str, str]:
    """The icons of the site as SVG by name, from the style sheet that draws them there; none without that file."""
    if not (root / ICONS).exists():
        return {}
    pattern = r'\.icon--([\w-]+) \{ --icon: url\("data:image/svg\+xml,([^"]+)"\)'
    return {name: unquote(svg) for name, svg in re.findall(pattern, (root / ICONS).read_text("utf-8"))}


def shape(guide: Guide, name: str, color: str) -> str | None:
    """An icon of the site as SVG in a colour; None when the site has no such icon."""
    drawn = _shapes(guide.root).get(name)
    return drawn.replace("stroke='black'", f"stroke='{color}'") if drawn else None


def recommendations(guide: Guide, language: str) -> dict[str, dict[str, Any]]:
    """Number, name, core, colours and icon of each recommendation, by id, in the order of their numbers."""
    found = {}
    for name, one in sorted(guide.vocabulary.recommendations.items(), key=lambda pair: pair[1].number):
        colors = accent(one.color)
        found[name] = {"number": one.number, "name": one.name[language], "core": one.core[language], **colors} | {
            "icon": shape(guide, one.icon, colors["strong"])
        }
    return found


def frame(guide: Guide, language: str) -> dict[str, Any]:
    """What every such document has."""
    native = guide.vocabulary.languages[language].native
    known = faces(native)
    return {
        "language": language,
        "faces": {"text": known.text, "heading": known.heading},
        "ink": design()["ink"], "soft-ink": design()["soft_ink"], "line": design()["line"],
        "address": guide.absolute(guide.prefix(language)), "host": host(guide), "licence": LICENCE,
        "qr": qr.svg(guide.absolute(guide.prefix(language)), sized=True),
        "qr-alt": load(language)["worksheet.bundles.qr"],
    }  # fmt: skip


def made(guide: Guide, name: str, main: bytes, values: dict[str, Any]) -> bytes:
    """The PDF/UA-1 that a Typst source makes of these values, from the cache when it was made before. PdfError."""
    modules, text = guide.root / "node_modules", json.dumps(values, ensure_ascii=False, sort_keys=True)

    def make() -> bytes:
        compiler = typst.Compiler(main, root=str(FOLDER), font_paths=fonts(modules), sys_inputs={"data": text})
        try:
            pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards="ua-1", timestamp=FIXED_TIME)
        except typst.TypstError as error:
            raise PdfError(f"{name}: {error.message} {' '.join(error.hints)} {' '.join(error.trace)}") from error
        if warnings:
            raise PdfError(f"{name}: {'; '.join(str(warning.message) for warning in warnings)}")
        assert isinstance(pdf, bytes)
        return with_row_headers(pdf)

    return kept(guide.cache / "worksheets", f"{key(ingredients(modules), main, text)}.pdf", make)
