"""The drawing of the home page in the colours of paper, for a picture that no style sheet reaches."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guide.worksheets.design import accent, design

FILE = Path("overrides") / "partials" / "home-drawing.html"
_PLAIN = {
    "wall": "#F1ECE3", "soft": "#FFFFFF", "skin-a": "#B9764E", "skin-b": "#E7B48F", "skin-c": "#C98D63",
    "hair-a": "#3A2A25", "hair-b": "#8A5A33", "hair-c": "#3A2A25", "table": "#C99A63",
}  # fmt: skip
"""What overrides/assets/stylesheets/guide.css gives the parts that have a colour of their own."""


@cache
def drawing(root: Path) -> str:
    """The drawing as SVG; "" for a guide that has none."""
    if not (root / FILE).exists():
        return ""
    ink, sun = design()["ink"], design()["tones"]["yellow"]["edge"]
    people = {"a": "rust", "b": "teal", "c": "indigo"}
    fills = _PLAIN | {"sun": sun} | {part: accent(color)["strong"] for part, color in people.items()}
    lines = {
        "line": (ink, 2.5), "sheet": (ink, 2), "sheet + .d-line": ("#4F5B66", 2), "arm": ("#E7B48F", 9),
        "cup": ("#4F5B66", 2.5),
    }  # fmt: skip
    style = "".join(
        f".d-{part}{{fill:{color}}}" for part, color in (fills | {"sheet": "#FFFDFA", "cup": "#FFFDFA"}).items()
    )
    style += "".join(f".d-{part}{{stroke:{color};stroke-width:{width}}}" for part, (color, width) in lines.items())
    svg = (root / FILE).read_text("utf-8")
    svg = svg[svg.index("<svg") :]
    head, mark, rest = svg.partition(">")
    caps = 'xmlns="http://www.w3.org/2000/svg" fill="none" stroke-linecap="round" stroke-linejoin="round"'
    return f"{head} {caps}{mark}<style>{style}</style>{rest}"
