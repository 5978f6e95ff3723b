"""A drawing of the guide for paper: dark lines and words on white, colour only as a light ground."""

from __future__ import annotations

from typing import Any

import lxml.etree

from guide.content.figures import Drawing
from guide.worksheets.design import Faces, design

NARROWEST, WIDEST = 78.0, 112.0
"""How wide a drawing may be, in millimetres."""
_USUAL = 16.0  # the size of letters in a drawing that names none
_POINT = 25.4 / 72
_SPACE = "http://www.w3.org/2000/svg"


def printed(drawing: Drawing, faces: Faces) -> str:
    """The drawing as SVG that needs no style sheet. Its classes are those that guide.css gives colours on the site."""
    grounds = {name: tones["ground"] for name, tones in design()["tones"].items()}
    grounds |= {name: tones["soft"] for name, tones in design()["palette"].items()}
    grounds |= {"sun": grounds["yellow"], "card": "#FFFFFF"}
    ink = design()["ink"]
    style = lxml.etree.Element("style")
    style.text = "".join([
        f"text{{font-family:{_names(faces.text)};fill:{ink}}}",
        f".f-head,.f-head text{{font-family:{_names(faces.heading)};font-weight:700}}",
        f".f-soft{{fill:{design()['soft_ink']}}}",
        f".f-line{{fill:none;stroke:{ink};stroke-width:2;stroke-linecap:round;stroke-linejoin:round}}",
        f".f-thin{{fill:none;stroke:{design()['line']};stroke-width:2;stroke-linecap:round}}",
        *(f".f-{name}{{fill:{ground};stroke:{ink};stroke-width:1.6}}" for name, ground in sorted(grounds.items())),
    ])  # fmt: skip
    root = _root(drawing)
    root.insert(0, style)
    svg: str = lxml.etree.tostring(root, encoding="unicode", with_tail=False)
    return svg if f'xmlns="{_SPACE}"' in svg else svg.replace("<svg", f'<svg xmlns="{_SPACE}"', 1)


def width(drawing: Drawing, letters: float) -> float:
    """How wide it must be in millimetres for its smallest letters to have this size in points, within what fits."""
    root = _root(drawing)
    wide = float(root.get("viewBox", "0 0 480 300").split()[2])
    sizes = [float(one.get("font-size")) for one in root.iter() if one.get("font-size")]
    return min(WIDEST, max(NARROWEST, wide * letters * _POINT / min(sizes, default=_USUAL)))


def _root(drawing: Drawing) -> Any:
    """Drawings are written for HTML, which forgives more than XML does."""
    return lxml.etree.fromstring(drawing.svg, lxml.etree.XMLParser(recover=True, resolve_entities=False))


def _names(names: tuple[str, ...]) -> str:
    return ",".join(f"'{name}'" for name in names)
