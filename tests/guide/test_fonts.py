"""The fonts of the site: cut to what is used, and on a device something as wide in their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from guide.fonts import cut
from tests.support.project import ROOT

FONTS = ROOT / "overrides" / "assets" / "stylesheets" / "fonts.css"
SOURCES = {Path(name).name: ROOT / "node_modules" / name
           for name in json.loads((ROOT / "package.json").read_text("utf-8"))["vendor"]["fonts"]}  # fmt: skip
LETTERS = " abcdefghijklmnopqrstuvwxyz"
# How often each stands among ten thousand in Dutch, French and English together, as in this guide.
OFTEN = dict(zip(LETTERS, (
    1806, 623, 92, 221, 321, 1308, 103, 147, 242, 521, 50, 103, 388, 181, 663, 550, 206, 42, 535, 547, 662, 315, 132,
    114, 20, 55, 54,
), strict=True))  # fmt: skip
# In thousandths of an em: Adobe's metrics of Helvetica and Helvetica Bold, as wide as Arial and Liberation Sans.
HELVETICA = {
    400: (278, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556,
          500, 722, 500, 500, 500),
    650: (278, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611,
          556, 778, 556, 556, 500),
}  # fmt: skip
# The mean widths of @capsizecss/metrics: those of Roboto, divided by those of Arial.
ROBOTO = {400: 911 / 913, 650: 926 / 983}
TEXT, HEAD = "atkinson-hyperlegible-next-latin-wght-normal.woff2", "bricolage-grotesque-latin-wght-normal.woff2"


def _mean(widths: dict[str, float]) -> float:
    return sum(widths[letter] * often for letter, often in OFTEN.items()) / sum(OFTEN.values())


def _of_device(font: str, weight: int) -> float:
    mean = _mean(dict(zip(LETTERS, HELVETICA[weight], strict=True)))
    return mean * (ROBOTO[weight] if font == "Roboto" else 1)


def _faces() -> dict[tuple[str, str], dict[str, str]]:
    """The declarations of every face of a device, by family and weight."""
    found = {}
    for block in FONTS.read_text("utf-8").split("@font-face {")[1:]:
        lines = [line.strip().rstrip(";").split(": ", 1) for line in block.split("}")[0].splitlines() if ": " in line]
        face = dict(lines)
        if "local(" in face["src"]:
            found[face["font-family"].strip('"'), face["font-weight"]] = face
    return found


@pytest.mark.parametrize(
    ("file", "family", "weight", "declared"),
    [
        (TEXT, "Atkinson Hyperlegible Next", 400, "400"),
        (TEXT, "Atkinson Hyperlegible Next", 650, "600 700"),
        (HEAD, "Bricolage Grotesque", 650, "600 700"),
    ],
)
@pytest.mark.parametrize("device", ["Arial", "Roboto"])
def test_a_font_of_the_device_is_as_wide_and_as_high(
    file: str, family: str, weight: int, declared: str, device: str
) -> None:
    font = instantiateVariableFont(TTFont(SOURCES[file]), {"wght": weight})
    scale, names, widths = 1000 / font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
    adjusted = _mean({one: widths[names[ord(one)]][0] * scale for one in LETTERS}) / _of_device(device, weight)
    face = _faces()[f"{family} as {device}", declared]
    assert float(face["size-adjust"].rstrip("%")) == pytest.approx(adjusted * 100, abs=0.1)
    high, low = font["hhea"].ascent * scale / 10, -font["hhea"].descent * scale / 10
    assert float(face["ascent-override"].rstrip("%")) == pytest.approx(high / adjusted, abs=0.2)
    assert float(face["descent-override"].rstrip("%")) == pytest.approx(low / adjusted, abs=0.2)
    assert face["line-gap-override"] == "0%"


def test_each_family_falls_back_on_its_own_stand_ins() -> None:
    text = FONTS.read_text("utf-8")
    for name in {family for family, _ in _faces()}:
        token = next(line for line in text.splitlines() if line.startswith("  --font-") and f'"{name}"' in line)
        assert token.startswith(("  --font-text:", "  --font-head:"))
        assert token.index(name.split(" as ")[0]) < token.index(f'"{name}"') < token.index("system-ui")


def test_a_font_keeps_the_weights_and_letters_that_are_asked_for(tmp_path: Path) -> None:
    whole = SOURCES[TEXT]
    for name in ("one.woff2", "two.woff2"):
        cut(whole, tmp_path / name, {"axes": {"wght": [400, 700]}})
    made = (tmp_path / "one.woff2").read_bytes()
    assert made == (tmp_path / "two.woff2").read_bytes()
    assert len(made) < 0.7 * whole.stat().st_size
    axis = TTFont(tmp_path / "one.woff2")["fvar"].axes[0]
    assert (axis.minValue, axis.maxValue) == (400, 700)
    assert TTFont(tmp_path / "one.woff2").getBestCmap().keys() == TTFont(whole).getBestCmap().keys()

    arabic = next(path for name, path in SOURCES.items() if "arabic-400" in name)
    cut(arabic, tmp_path / "arabic.woff2", {"letters": "U+0600-06FF"})
    kept = TTFont(tmp_path / "arabic.woff2").getBestCmap()
    assert {ord(letter) for letter in "ءآأبةتپچژڤکگیە۴٤،؟"} <= kept.keys()
    assert all(0x600 <= code <= 0x6FF for code in kept)
    assert "GSUB" in TTFont(tmp_path / "arabic.woff2")


def test_an_unknown_axis_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="opsz"):
        cut(SOURCES[HEAD], tmp_path / "x.woff2", {"axes": {"opsz": 12}})
