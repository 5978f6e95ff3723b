"""Faults that only show when everything is read together: each is told whole, before anything is built."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide.catalogue import Catalogue
from guide.faults import find_problems
from guide.problems import report
from guide.site import open_guide
from guide.strings import load
from tests.support.project import ROOT

LANGUAGES = ("nl", "fr", "en")


def _faults(docs: Path) -> str:
    guide = open_guide(docs.parent, docs, LANGUAGES, "https://x.test/")
    return report(find_problems(Catalogue(guide)), load("nl"))


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_the_guide_itself_has_none(docs: Path) -> None:
    assert _faults(docs) == "Aantal fouten: 0"


def test_faults_of_several_pages_come_together(docs: Path) -> None:
    for page in ("over/wegwijs.md", "over/bronnen.md"):
        with (docs / page).open("a", encoding="utf-8") as file:
            file.write("\n/// figure | zeppelin\n///\n")
    said = _faults(docs)
    assert "docs/over/wegwijs.md" in said and "docs/over/bronnen.md" in said
    assert said.count("de figuur zeppelin bestaat niet") == 2


@pytest.mark.parametrize(
    ("block", "place"),
    [("in-short", "method"), ("partner-search", "partners/index.md"), ("worksheet-search", "werkbladen/index.md")],
)
def test_a_list_where_it_cannot_be(docs: Path, block: str, place: str) -> None:
    page = docs / "over" / "wegwijs.md"
    page.write_text(page.read_text("utf-8") + f"\n/// list | {block}\n///\n", "utf-8")
    line = page.read_text("utf-8").splitlines().index(f"/// list | {block}") + 1
    assert _faults(docs) == (
        f"docs/over/wegwijs.md:{line}\n"
        f"  Gevonden: de lijst {block} op een pagina waar ze niet kan\n"
        f"  Verwacht: die lijst alleen hier: {place}\n"
        "  Zo herstel je het: schrap het blok of verplaats het\n\n"
        "Aantal fouten: 1"
    )


def test_a_list_for_somebody_whom_the_vocabulary_does_not_have(docs: Path) -> None:
    with (docs / "werkbladen" / "index.md").open("a", encoding="utf-8") as file:
        file.write("\n/// list | worksheets-for leerlingen\n///\n")
    said = _faults(docs)
    assert said.endswith("Aantal fouten: 1")
    assert "Gevonden: leerlingen bestaat niet\n" in said
    assert (
        "Verwacht: een van deze: directie, leerkracht, brugfiguur, partner, ouderwerking, ouder, leerling, team\n"
        in said
    )


def test_a_home_page_without_its_texts_in_a_translation(docs: Path) -> None:
    page = docs / "index.fr.md"
    head, rest = page.read_text("utf-8").split("home:\n", 1)
    page.write_text(head + "translation:" + rest.split("translation:", 1)[1], "utf-8")
    assert "docs/index.fr.md:1\n  Gevonden: de sleutel home ontbreekt\n" in _faults(docs)


def test_the_source_language_has_no_suffix(docs: Path) -> None:
    shutil.copy(docs / "over" / "wegwijs.md", docs / "over" / "wegwijs.nl.md")
    assert (
        "docs/over/wegwijs.nl.md:1\n"
        "  Gevonden: .nl in de bestandsnaam\n"
        "  Verwacht: de brontaal zonder achtervoegsel: wegwijs.md\n"
        "  Zo herstel je het: hernoem het bestand tot wegwijs.md\n"
    ) in _faults(docs)


def test_a_page_at_the_address_of_a_partner(docs: Path) -> None:
    shutil.copy(docs / "over" / "wegwijs.md", docs / "partners" / "foyer.md")
    assert "docs/partners/foyer.md:1\n  Gevonden: een pagina op het adres van foyer.yml\n" in _faults(docs)


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        '<circle onload="x()"/>',
        '<image href="https://elders.test/x.png"/>',
        "<g>{# x</g>",
        '<path fill="url(https://elders.test/x.svg)"/>',
        "<style>@import '//elders.test/x.css';</style>",
    ],
)
def test_a_drawing_carries_no_script_and_loads_nothing(docs: Path, part: str) -> None:
    _replace(docs / "figuren" / "driehoek.svg", "</svg>", f"{part}</svg>")
    said = _faults(docs)
    assert "docs/figuren/driehoek." in said and said.endswith("Aantal fouten: 1")


def test_a_byte_order_mark_is_no_fault(docs: Path) -> None:
    page = docs / "over" / "wegwijs.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes())
    assert _faults(docs) == "Aantal fouten: 0"


def test_the_product_may_not_import_mkdocs(tmp_path: Path) -> None:
    """The linter refuses it in the package, and lets the hooks."""
    package = tmp_path / "hooks" / "guide"
    package.mkdir(parents=True)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path in (package / "bad.py", package.parent / "search.py"):
        path.write_text('"""A module."""\n\nimport mkdocs.utils\n\nprint(mkdocs.utils)\n', "utf-8")
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--no-cache",
        "--select",
        "TID251",
        "--output-format",
        "concise",
        "hooks",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "hooks/guide/bad.py:3" in done.stdout and "hooks/search.py" not in done.stdout
