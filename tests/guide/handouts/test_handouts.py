"""Handouts: what they take from a page, the PDF, and what an editor is told."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from guide import handouts
from guide.catalogue import Catalogue
from guide.content.figures import drawing, figure_ids
from guide.faults import find_problems
from guide.handouts.figure import printed
from guide.handouts.inline import Run
from guide.handouts.read import read
from guide.problems import report
from guide.site import Guide
from guide.strings import load
from guide.worksheets.design import faces
from tests.guide.worksheets.reading import pdf_off_the_page, pdf_pages, pdf_papers, pdf_smallest_letters, pdf_text
from tests.guide.worksheets.verapdf import faults
from tests.support.guides import cases, name_of, small_guide
from tests.support.project import ROOT
from tests.support.written import RUST

PAGE = """\
---
title: Rust eerst
description: Wie rust heeft, luistert.
recommendations: [rust]
phases: [begin]
audiences: [team]
reviewed: 2026-11-21
---
## De kern {#kern}

Neem tijd. Luister *goed*, zegt [de bron](../over/bron.md#boek).

<!-- L-01 -->

/// research | Weten we dat?
    certainty: thin

Niet zo zeker.

///

/// tomorrow | Drie stappen
1. **Zwijg.** Tel tot tien. *2 minuten · leerkracht*
2. **Vraag.** En #let wacht $1$. *10 minuten · team*
3. **Zit.** Meer hoeft niet. *1 minuut · team*
///
"""
FRENCH = PAGE.replace("title: Rust eerst", "title: Le calme d’abord").replace("Niet zo zeker.", "Pas si sûr.")
FRENCH = re.sub(r"(?s)recommendations:.*?---", "translation: {source: 0123456789ab, checked: machine}\n---", FRENCH)
BRON = "---\ntitle: Bron\ndescription: Een boek.\nreviewed: 2026-11-21\n---\n## Boek {#boek}\n\nEen boek.\n"
FILES = {"raad/rust.md": PAGE, "raad/rust.fr.md": FRENCH, "raad/lucht.md": RUST, "over/bron.md": BRON}
FAULTS = cases(Path(__file__).parent / "cases" / "faults.yml")


def guide_with(root: Path, **changes: str) -> Guide:
    guide = small_guide(root, {**FILES, **changes})
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    return guide


@pytest.fixture
def small(tmp_path: Path) -> Guide:
    return guide_with(tmp_path)


@pytest.fixture(scope="module")
def real(real_guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalogue, dict[str, bytes]]:
    """The handouts of this guide, made anew."""
    catalogue = Catalogue(replace(real_guide, cache=tmp_path_factory.mktemp("cache")))
    files, problems = handouts.build(catalogue)
    assert problems == []
    return catalogue, files


def test_a_page_gives_its_parts(small: Guide) -> None:
    parts = read(Catalogue(small).original("raad/rust.md"), [])
    assert parts is not None
    assert (parts.core_title, parts.research_title, parts.certainty) == ("De kern", "Weten we dat?", "thin")
    assert parts.core == ((Run("Neem tijd. Luister "), Run("goed", italic=True), Run(", zegt "),
                           Run("de bron", link="../over/bron.md#boek"), Run(".")),)  # fmt: skip
    assert parts.research == ((Run("Niet zo zeker."),),)
    assert [(step.name[0].text, step.how[0].text, step.when[0].text) for step in parts.steps] == [
        ("Zwijg.", "Tel tot tien.", "2 minuten · leerkracht"),
        ("Vraag.", "En #let wacht $1$.", "10 minuten · team"),
        ("Zit.", "Meer hoeft niet.", "1 minuut · team"),
    ]
    assert (parts.tomorrow, parts.tomorrow_title, parts.figure) == ("Doe dit morgen", "Drie stappen", "")


def test_a_handout_says_what_the_page_says(small: Guide) -> None:
    files, problems = handouts.build(Catalogue(small))
    assert problems == [] and sorted(files) == ["fr/raad/rust/rust-fr.pdf", "raad/rust/rust-nl.pdf"]
    found = pdf_text(files["raad/rust/rust-nl.pdf"])
    for text in (
        "Aanbeveling 2", "Rust eerst", "De kern", "Neem tijd. Luister goed, zegt de bron.", "Weten we dat?",
        "Hoe zeker? dun bewijs", "Niet zo zeker.", "Doe dit morgen", "Drie stappen", "Zwijg. Tel tot tien.",
        "10 minuten", "Vraag. En #let wacht $1$.", "https://klein.test/r/rust/", "CC BY-SA 4.0",
        "Laatst nagekeken op 21 november 2026",
    ):  # fmt: skip
        assert text in found
    french = pdf_text(files["fr/raad/rust/rust-fr.pdf"])
    assert "Pas si sûr." in french and load("fr")["site.machine"] in french
    assert load("fr").text("site.outdated", language="néerlandais") in french


def test_links_of_a_handout_are_whole_addresses(small: Guide) -> None:
    """A page that French lacks is met in Dutch."""
    with pikepdf.open(io.BytesIO(handouts.build(Catalogue(small))[0]["fr/raad/rust/rust-fr.pdf"])) as document:
        links = [str(one.A.URI) for one in document.pages[0].Annots]
    assert links == ["https://klein.test/over/bron/#boek", "https://klein.test/r/rust/"]


def test_a_recommendation_without_tomorrow_has_no_handout(small: Guide) -> None:
    catalogue = Catalogue(small)
    assert handouts.link(catalogue, "raad/lucht.md", "nl") == ""
    assert handouts.link(catalogue, "raad/rust.md", "fr") == "fr/raad/rust/rust-fr.pdf"
    assert handouts.link(catalogue, "over/bron.md", "nl") == handouts.link(catalogue, "over/bron.md", "fr") == ""


def test_one_language_that_is_watched_waits_for_no_other(small: Guide) -> None:
    assert list(handouts.build(Catalogue(small), "fr")[0]) == ["fr/raad/rust/rust-fr.pdf"]


@pytest.mark.parametrize("case", FAULTS, ids=name_of)
def test_faults_are_told_whole(case: dict[str, Any], tmp_path: Path) -> None:
    text, long = PAGE, "Dit is een lange zin over rust. " * 120
    for change in (case, case.get("also")):
        if change:
            assert change["old"] in text
            text = text.replace(change["old"], change["new"])
    guide = guide_with(tmp_path, **{"raad/rust.md": text.replace("LONG", long)})
    (guide.docs / "raad" / "rust.fr.md").unlink()
    catalogue = Catalogue(guide)
    found = [one for one in find_problems(catalogue) if one.code.startswith("handout")]
    said = report([*found, *handouts.build(catalogue)[1]], load("nl"))
    said = re.sub(r"\d{4} tekens", "NUMBER tekens", said)
    assert said == case["says"].rstrip()


def test_every_handout_is_one_page_of_a4_that_is_easy_to_read(real: tuple[Catalogue, dict[str, bytes]]) -> None:
    catalogue, files = real
    assert len(files) == sum(len(catalogue.pages[page.uri]) for page in catalogue.of_kind("recommendation"))
    for uri, data in files.items():
        assert pdf_papers(data) == [(210, 297)], uri
        assert pdf_smallest_letters(data) >= 9.45, uri
        assert pdf_off_the_page(data) == [], uri


def test_every_handout_is_pdf_ua(real: tuple[Catalogue, dict[str, bytes]], tmp_path: Path) -> None:
    for uri, data in real[1].items():
        (tmp_path / Path(uri).name).write_bytes(data)
    made = sorted(tmp_path.iterdir())
    assert faults(made) == {path.name: [] for path in made}


def test_every_handout_has_a_code_that_scans(real: tuple[Catalogue, dict[str, bytes]]) -> None:
    catalogue, files = real
    for uri, data in files.items():
        with pypdfium2.PdfDocument(data) as document:
            picture = document[0].render(scale=2).to_pil()
        slug = uri.split("/")[-2]
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == [f"{catalogue.guide.site_url}a/{slug}/"]


def test_every_handout_says_the_core_and_the_steps(real: tuple[Catalogue, dict[str, bytes]]) -> None:
    catalogue, files = real
    for uri, data in files.items():
        language, slug = uri.removesuffix(".pdf")[-2:], uri.split("/")[-2]
        page = catalogue.page(f"{catalogue.folder('recommendation')}/{slug}.md", language)
        assert page is not None
        parts, found = read(page, []), _spaced(" ".join(pdf_pages(data)))
        assert parts is not None
        for text in (*parts.core, *parts.research, *(step.name for step in parts.steps)):
            assert _spaced("".join(run.text for run in text)) in found, uri


def _spaced(text: str) -> str:
    return "".join(text.replace("\ufffe", "-").split())


def test_equal_bytes_twice(real: tuple[Catalogue, dict[str, bytes]], tmp_path: Path) -> None:
    catalogue, files = real
    assert handouts.build(Catalogue(replace(catalogue.guide, cache=tmp_path)))[0] == files


def test_every_class_of_a_drawing_is_drawn_on_paper(real_guide: Guide) -> None:
    for identifier in figure_ids(real_guide):
        drawn = drawing(real_guide, identifier, "nl", [])
        assert drawn is not None
        wanted = {name for names in re.findall(r'class="([^"]+)"', drawn.svg) for name in names.split()}
        style = printed(drawn, faces("Nederlands")).partition("</style>")[0]
        assert {name for name in wanted if not re.search(rf"\.{name}\b", style)} == set(), identifier
