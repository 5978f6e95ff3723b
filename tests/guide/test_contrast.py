"""Every pair of text and ground in the style sheet, in both schemes: at least 4.5 to 1 (WCAG 2.2, AA)."""

from __future__ import annotations

import re

import pytest

from tests.support.project import ROOT

SHEET = (ROOT / "overrides" / "assets" / "stylesheets" / "guide.css").read_text("utf-8")
COLORS = ("teal", "indigo", "rust", "green", "plum", "sky")
Color = tuple[float, float, float]

# (text, ground) as guide.css uses them; "a 30% b" is color-mix(in srgb, a 30%, b).
PAIRS = [
    *((text, ground) for text in ("ink", "ink-soft", "accent") for ground in ("paper", "card", "accent-soft")),
    ("paper", "accent"),  # buttons, numbers
    ("paper", "ink"),  # the link that skips the menu
    ("ink", "sun"),  # notices, the box for tomorrow
    ("ink-soft", "sun"),
    ("sun", "ink"),  # the numbers in that box
    ("accent", "sun"),
    ("c-green", "paper"),  # "copied"
    ("ink-soft", "line 22% paper"),  # the foot of the page
    ("ink", "line 22% paper"),
    ("ink", "line 30% paper"),  # the box to read further
    ("ink-soft", "line 30% paper"),
    ("accent", "line 30% paper"),
    ("ink", "line 45% card"),  # tags on a card
    ("ink", "c-plum-soft"),  # teasers
    ("ink", "c-rust-soft"),
    *((f"c-{color}", ground) for color in COLORS for ground in ("paper", "card", f"c-{color}-soft")),
    *(("ink", f"c-{color}-soft") for color in COLORS),
    *(("paper", f"c-{color}") for color in COLORS),
]
# Lines that carry meaning: borders of boxes, the focus (WCAG 1.4.11).
LINES = [("focus", "paper"), ("focus", "card"), *((f"c-{color}", "card") for color in COLORS)]


def _tokens(block: str) -> dict[str, str]:
    found = re.search(rf"(?m)^{block} \{{\n(.*?)^\}}", SHEET, re.DOTALL)
    assert found, block
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", found[1]))


LIGHT = _tokens(":root")
DARK = LIGHT | _tokens(r'\[data-md-color-scheme="slate"\]')


def _color(name: str, tokens: dict[str, str]) -> Color:
    if mixed := re.fullmatch(r"([\w-]+) (\d+)% ([\w-]+)", name):
        one, other, share = _color(mixed[1], tokens), _color(mixed[3], tokens), int(mixed[2]) / 100
        red, green, blue = (a * share + b * (1 - share) for a, b in zip(one, other, strict=True))
        return red, green, blue
    value = tokens[name]
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def _luminance(color: Color) -> float:
    parts = [value / 255 for value in color]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """The ratio of WCAG: 1 for the same colour, 21 for black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids=[f"{text} on {ground}" for text, ground in PAIRS])
def test_text_can_be_read(text: str, ground: str, tokens: dict[str, str]) -> None:
    assert contrast(_color(text, tokens), _color(ground, tokens)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_lines_can_be_seen(line: str, ground: str, tokens: dict[str, str]) -> None:
    assert contrast(_color(line, tokens), _color(ground, tokens)) >= 3


def test_both_schemes_say_every_colour() -> None:
    colours = {name for name, value in LIGHT.items() if value.startswith("#")}
    assert colours == set(_tokens(r'\[data-md-color-scheme="slate"\]'))


def test_paper_has_every_colour_of_its_own() -> None:
    """A print from the dark scheme must not keep one colour of it."""
    found = re.search(r"@media print \{.*?\[data-md-color-scheme\] \{\n(.*?)\}", SHEET, re.DOTALL)
    assert found
    printed = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", found[1]))
    assert set(printed) == set(_tokens(r'\[data-md-color-scheme="slate"\]'))
    plain = {"paper", "card", "ink", "ink-soft"}
    assert {name: value for name, value in printed.items() if name not in plain and value != LIGHT[name]} == {}


def test_every_colour_that_text_has_is_among_the_pairs() -> None:
    """A new `color: var(--x)` must be added to the table above."""
    used = set(re.findall(r"(?<![\w-])color: var\(--([\w-]+)\)", SHEET)) - {"box", "entrance"}
    listed = {text for text, _ in PAIRS}
    assert used <= listed


def test_no_text_has_a_colour_of_its_own() -> None:
    """A colour outside the tokens would not change in the dark; drawings and paper may have them."""
    plain = re.sub(r"@media print \{.*", "", SHEET, flags=re.DOTALL)
    assert re.findall(r"(?<![\w-])color: (#[0-9a-f]{3,6})", plain) == []


def test_no_text_is_made_paler_by_transparency() -> None:
    """opacity lowers the contrast without any token showing it."""
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL))
    pale = [
        selector.strip()
        for selector, body in rules
        for value in re.findall(r"(?<![\w-])opacity: ([\d.]+)", body)
        if 0 < float(value) < 1
    ]
    assert pale == []
