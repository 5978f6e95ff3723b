"""`python -m guide offline`: what it says."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from guide import offline
from guide.commands.offline import run
from guide.site import Guide
from tests.support.project import ROOT

PAGE = '<!doctype html><title>x</title><script type="module" src="assets/javascripts/go.mjs"></script>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page, one script and one file that is of no use offline."""
    folder = tmp_path / "site"
    for name, text in {"index.html": PAGE, "assets/javascripts/go.mjs": "fetch('a.json')", "feed.xml": ""}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def _at(guide: Guide, root: Path) -> Guide:
    return replace(guide, root=root)


def test_it_tells_what_it_made(
    real_guide: Guide, site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    assert run(_at(real_guide, tmp_path), site) == 0
    # Without pyproject.toml the host of the site gives the name.
    name = "samen-school-maken.example"
    assert capsys.readouterr().out == f"dist/{name}-offline.zip: 0.0 MB. Bestanden: 2; weggelaten: 1.\n"
    with zipfile.ZipFile(tmp_path / "dist" / f"{name}-offline.zip") as archive:
        assert archive.namelist() == [
            "LEESMIJ.txt", offline.START, f"{name}/assets/javascripts/go.js", f"{name}/index.html",
        ]  # fmt: skip
        script = archive.read(f"{name}/assets/javascripts/go.js").decode()
    assert "offlineData" in script and "import" not in script
    assert [path.name for path in (tmp_path / "dist").iterdir()] == [f"{name}-offline.zip"]


def test_without_a_site_it_says_how_to_make_one(
    real_guide: Guide, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(real_guide, tmp_path / "site") == 1
    assert capsys.readouterr().err == f"Er is nog geen site in {tmp_path / 'site'}. Maak ze eerst met make build.\n"


def test_without_esbuild_it_says_how_to_get_it(
    real_guide: Guide, site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(_at(real_guide, tmp_path), site) == 1
    said = "esbuild ontbreekt, en dat maakt de scripts van de kopie. Installeer het met make setup.\n"
    assert capsys.readouterr().err == said
    assert not (tmp_path / "dist").exists()
