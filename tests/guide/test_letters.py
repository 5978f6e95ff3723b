"""The typefaces of a page's own letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.letters import letter_styles
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
