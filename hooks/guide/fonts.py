"""Cuts fonts for the web to the weights and the letters that the style sheets use: half the bytes, the same shapes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.unicodedata import block
from fontTools.varLib.instancer import instantiateVariableFont


def cut(source: Path, target: Path, wanted: Mapping[str, Any]) -> None:
    """Write the font anew. The same font and wishes give the same bytes.

    wanted: `axes`, for each axis of a variable font its only value or the two between which it varies; `blocks`, the
    names of the Unicode blocks whose letters stay (all stay without it). FileNotFoundError without a source,
    KeyError when a font has no such axis.
    """
    font = TTFont(source, recalcTimestamp=False)
    if axes := wanted.get("axes"):
        limits = {axis: tuple(value) if isinstance(value, list) else value for axis, value in axes.items()}
        instantiateVariableFont(font, limits, inplace=True)
    if blocks := wanted.get("blocks"):
        options = Options(layout_features=["*"])  # an Arabic letter takes another shape beside another letter
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[code for code in font.getBestCmap() if block(chr(code)) in blocks])
        subsetter.subset(font)
    target.parent.mkdir(parents=True, exist_ok=True)
    font.flavor = "woff2"
    font.save(target)
