"""The typefaces of a page's own letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.letters import letter_fonts, letter_styles
from tests.support.project import ROOT


@pytest.mark.parametrize(
    ("language", "name"),
    [("ar", "arabic"), ("ps", "arabic"), ("uk", "cyrillic"), ("bg", "cyrillic"), ("sr-Latn", None), ("nl", None),
     ("el", None), ("zz", None), ("", None)],
)  # fmt: skip
def test_a_language_brings_the_styles_of_its_script_if_there_are_any(language: str, name: str | None) -> None:
    expected = (f"assets/stylesheets/fonts-{name}.css",) if name else ()
    assert letter_styles(language, ROOT / "overrides") == expected


def test_without_such_a_file_there_are_none(tmp_path: Path) -> None:
    assert letter_styles("ar", tmp_path) == ()


def test_the_usual_letters_are_fetched_at_once_and_rare_ones_when_they_are_met() -> None:
    styles = letter_styles("uk", ROOT / "overrides")
    folder = "assets/vendor/fonts/noto-sans-cyrillic"
    assert letter_fonts(styles, ROOT / "overrides") == (f"{folder}-400-normal.woff2", f"{folder}-700-normal.woff2")
    assert letter_fonts((), ROOT / "overrides") == ()
