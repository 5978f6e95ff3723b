"""What `make release` leaves, of a site of a few pages."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from guide.__main__ import main
from guide.permalinks.built import scan
from tests.support.guides import small_guide, write
from tests.support.project import ROOT, files_of
from tests.support.written import PAGES

SETTINGS = """\
site_url: https://klein.be/
plugins:
  - i18n:
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: fr, name: Français}
"""
PROJECT = '[project]\nname = "klein"\nversion = "2.1.0"\nlicense = "MIT"\n'
PAGE = "<!doctype html><html lang=nl><head><title>Klein</title></head><body><h1>Klein</h1>{}</body></html>"
LEFT = [
    "Caddyfile", "SHA256SUMS", "klein-2.1.0.cdx.json", "klein-2.1.0.tar.gz", "klein-offline.zip", "nginx.conf",
]  # fmt: skip


def _project(root: Path) -> Path:
    """A project with a site that is built."""
    small_guide(root, PAGES)
    write(root, {"mkdocs.yml": SETTINGS, "pyproject.toml": PROJECT})
    for name in ("package.json", "package-lock.json", "requirements-release.txt"):
        shutil.copy(ROOT / name, root / name)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    text = PAGE.format("<p>Rust en lucht.</p>" * 200)
    write(root / "site", {"index.html": text, "raad/rust/index.html": text, "404.html": PAGE.format("")})
    return root


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of which everything is as on another day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    return _project(tmp_path / "one")


def test_a_release_leaves_all_of_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = scan(root / "site")
    (root / "dist").mkdir()
    (root / "dist" / "klein-2.0.0.tar.gz").write_bytes(b"of the version before")
    assert main(["--root", str(root), "pack"]) == 0
    dist = root / "dist"
    assert sorted(path.name for path in dist.iterdir()) == LEFT
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(
        "2 bestanden van 0.01 MB hebben een kleinere kopie: 0.00 MB met brotli, 0.00 MB met gzip."
    )
    assert sorted(line.partition(":")[0] for line in said[1:]) == [f"dist/{name}" for name in LEFT]
    check = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=dist, capture_output=True, text=True)
    assert (check.returncode, len(check.stdout.splitlines())) == (0, len(LEFT) - 1)
    (root / "unpacked").mkdir()
    subprocess.run(["tar", "-xzf", dist / "klein-2.1.0.tar.gz", "-C", root / "unpacked"], check=True)
    assert files_of(root / "unpacked" / "klein-2.1.0") == files_of(root / "site")
    page = root / "unpacked" / "klein-2.1.0" / "raad" / "rust" / "index.html"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
    assert scan(root / "site") == before, "copies are no pages or files of the site"
    with zipfile.ZipFile(dist / "klein-offline.zip") as copy:
        assert copy.testzip() is None and not [name for name in copy.namelist() if name.endswith((".br", ".gz"))]
    assert json.loads((dist / "klein-2.1.0.cdx.json").read_text("utf-8"))["metadata"]["component"]["version"] == "2.1.0"
    assert "klein.be" in (dist / "Caddyfile").read_text("utf-8") and "klein.be" in (dist / "nginx.conf").read_text(
        "utf-8"
    )


def test_a_second_release_of_the_same_has_the_same_bytes(root: Path, tmp_path: Path) -> None:
    other = _project(tmp_path / "two")
    for each in (root, other, other):  # the second time over what the first left
        assert main(["--root", str(each), "pack"]) == 0
    assert files_of(other / "dist") == files_of(root / "dist")
    assert files_of(other / "site") == files_of(root / "site")


def test_who_only_builds_needs_nothing_that_a_release_needs() -> None:
    asked = "import sys, guide.__main__; print([name for name in ('cyclonedx', 'py3langid') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_without_a_site_nothing_is_left(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(root / "site")
    assert main(["--root", str(root), "pack"]) == 1
    assert capsys.readouterr().err == f"In {root / 'site'} staat geen site. Bouw ze eerst, met make build.\n"
    assert not (root / "dist").exists()


def test_a_release_is_made_with_what_is_locked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = root / "requirements-release.txt"
    lock.write_text("segno==0.1 \\\n    --hash=sha256:00\n", "utf-8")
    assert main(["--root", str(root), "pack"]) == 1
    assert capsys.readouterr().err == (
        f"Er is niet geïnstalleerd wat vastligt: van segno is dat 0.1, hier staat {version('segno')}. "
        "Voer make release opnieuw uit, of verwijder .venv.\n"
    )
    assert not (root / "dist").exists()
