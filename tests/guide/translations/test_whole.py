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

SHEET = "bladen/vragen/werkblad.yml"
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


@pytest.mark.parametrize(
    ("file", "old", "new", "translation", "original"),
    [
        ("raad/rust.md", "Neem tijd.", "Neem veel tijd.", "raad/rust.fr.md", "raad/rust"),
        (
            SHEET,
            "Wat is belangrijk?",
            "Wat telt?",
            "bladen/vragen/werkblad.fr.yml",
            "bladen/vragen",
        ),
        ("helpers/bib.yml", "Leent boeken uit.", "Leent boeken en spellen uit.", "helpers/bib.yml", "helpers/bib.yml"),
    ],
)
def test_an_older_text_is_told_and_holds_nothing_up(
    file: str, old: str, new: str, translation: str, original: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _change(root / "docs" / file, [[old, new]])
    assert main(["--root", str(root), "release-check"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        f"Verouderd (fr): docs/{translation} hoort bij een oudere tekst van {original}. De gids kan zo gepubliceerd "
        "worden en zegt het zelf; werk de vertaling bij en gebruik dan make stamp."
    )


def test_an_older_page_without_a_new_place_holds_the_release_up(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link to the new heading would lead nowhere in French."""
    _change(root / "docs" / "raad" / "rust.md", [["Neem tijd.", "Neem tijd.\n\n## Nieuw {#nieuw}\n\nMeer."]])
    assert main(["--root", str(root), "release-check"]) == 1
    assert "ontbreken: nieuw" in capsys.readouterr().out


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
