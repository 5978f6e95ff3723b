"""What `make release-check` says of a translation that lacks something."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from guide.__main__ import main
from guide.strings import FOLDER
from guide.translations import interface
from tests.guide.translations.small import whole_guide
from tests.support.guides import cases, name_of

CASES = Path(__file__).parent / "cases" / "lacks.yml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The small guide, every translation of today's text. The words of the interface can be changed too."""
    whole_guide(tmp_path)
    shutil.copytree(FOLDER, tmp_path / "hooks" / "guide" / "strings", ignore=shutil.ignore_patterns("*.py"))
    monkeypatch.setattr(interface, "FOLDER", tmp_path / "hooks" / "guide" / "strings")
    assert main(["--root", str(tmp_path), "stamp"]) == 0
    capsys.readouterr()
    return tmp_path


def test_a_whole_guide_is_ready(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "register"]) == 0
    capsys.readouterr()
    assert main(["--root", str(root), "release-check"]) == 0
    assert capsys.readouterr().out == "Klaar om te publiceren.\n"


@pytest.mark.parametrize("case", cases(CASES), ids=name_of)
def test_a_lack_is_told(case: dict[str, Any], root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, change in case["change"].items():
        _change(root / name, change)
    assert main(["--root", str(root), "release-check"]) == 1
    said = capsys.readouterr()
    assert (said.out + said.err).partition("Er zijn nieuwe adressen")[0].strip() == case["says"].strip()


def _change(path: Path, change: list[list[str]] | None) -> None:
    """Replace pieces of a file; None: take it away."""
    if change is None:
        path.unlink()
        return
    text = path.read_text("utf-8")
    for old, new in change:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
