"""QR codes: made once an address, because finding the best pattern takes longer than the rest of a sheet."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import segno


@cache
def code(address: str) -> Any:
    """The code of an address, with room for about 15 % damage."""
    return segno.make(address, error="m", micro=False)


@cache
def svg(address: str, *, sized: bool) -> str:
    """The code as SVG, black on white; sized: with a width and a height, else with a viewBox only."""
    out = io.BytesIO()
    look = {"svgclass": None, "lineclass": None, "svgns": sized, "omitsize": not sized}
    code(address).save(out, kind="svg", border=1, xmldecl=False, dark="#000", light="#fff", **look)
    return out.getvalue().decode()


@cache
def png(address: str) -> bytes:
    """The code as PNG."""
    out = io.BytesIO()
    code(address).save(out, kind="png", scale=8, border=2)
    return out.getvalue()
