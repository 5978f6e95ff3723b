"""Drawings as pictures, for files that take no SVG. Typst makes them, as it makes the sheets."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import typst

from guide.worksheets.design import icon

_SOURCE = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: 100pt)
"""


@cache
def svg_png(modules: Path, svg: str, pixels: int) -> bytes:
    """A drawing as PNG, that many pixels wide, on a clear ground."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
    compiler = typst.Compiler(_SOURCE, root=str(modules), font_paths=fonts, sys_inputs={"svg": svg})
    made = compiler.compile(format="png", ppi=pixels * 72 / 100)
    assert isinstance(made, bytes)
    return made


def icon_png(modules: Path, name: str, color: str) -> bytes:
    """A pictogram as PNG."""
    return svg_png(modules, icon(name, color), 96)
