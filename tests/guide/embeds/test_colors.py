"""The cards have the colours of the guide, whose contrast tests/guide/test_contrast.py computes."""

from __future__ import annotations

import re

import pytest

from tests.guide.test_contrast import DARK, LIGHT
from tests.support.project import ROOT

SHEET = (ROOT / "overrides" / "assets" / "stylesheets" / "embed.css").read_text("utf-8")
BRIGHT, DIM = SHEET.split("@media (prefers-color-scheme: dark)")


@pytest.mark.parametrize(("sheet", "tokens"), [(BRIGHT, LIGHT), (DIM, DARK)], ids=["light", "dark"])
def test_a_card_has_the_colours_of_the_guide(sheet: str, tokens: dict[str, str]) -> None:
    (root,) = re.findall(r":root \{([^}]*)\}", sheet)
    plain = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", root))
    assert plain == {name: tokens[name] for name in plain} and len(plain) == 7
    colours = re.findall(r"\.color-(\w+) \{ --accent: (#[0-9a-f]{6}); --accent-soft: (#[0-9a-f]{6}); \}", sheet)
    assert {name: (one, soft) for name, one, soft in colours} == {
        name: (tokens[f"c-{name}"], tokens[f"c-{name}-soft"]) for name in ("teal", "indigo", "rust", "green", "plum")
    }
