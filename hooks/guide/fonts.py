"""Cuts fonts for the web to the weights and the letters that the style sheets use: half the bytes, the same shapes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont


def cut(source: Path, target: Path, wanted: Mapping[str, Any]) -> None:
    """Write the font anew. The same font and wishes give the same bytes.

    wanted: `axes`, for each axis of a variable font its only value or the two between which it varies; `letters`, those
    that stay, as `unicode-range` in CSS writes them (all stay without it). FileNotFoundError without a source,
    KeyError when a font has no such axis.
    """
    font = TTFont(source, recalcTimestamp=False)
    if axes := wanted.get("axes"):
        limits = {axis: tuple(value) if isinstance(value, list) else value for axis, value in axes.items()}
        instantiateVariableFont(font, limits, inplace=True)
    if letters := wanted.get("letters"):
        options = Options(layout_features=["*"])  # an Arabic letter takes another shape beside another letter
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=parse_unicodes(letters))
        subsetter.subset(font)
    target.parent.mkdir(parents=True, exist_ok=True)
    font.flavor = "woff2"
    font.save(target)
