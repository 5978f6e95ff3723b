"""Bundles and posters of the guide's own sheets, and of guides with fewer or more recommendations."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from guide.site import Guide
from guide.worksheets import read_all
from guide.worksheets.bundle import Bundle, bundle_pdf, bundle_uri, bundles
from guide.worksheets.extras import extra_files, extra_links
from guide.worksheets.model import Sheet
from guide.worksheets.papers import papers
from guide.worksheets.poster import poster_pdf
from tests.guide.worksheets.reading import pdf_off_the_page, pdf_pages, pdf_text
from tests.guide.worksheets.verapdf import faults


@pytest.fixture(scope="module")
def sheets(real_guide: Guide) -> dict[str, Sheet]:
    found, problems = read_all(real_guide)
    assert problems == []
    return found


@pytest.fixture(scope="module")
def files(built_guide: Guide, sheets: dict[str, Sheet]) -> dict[str, bytes]:
    """Every bundle and poster, as the build of the site made it."""
    return extra_files(built_guide, sheets)


@pytest.fixture(scope="module")
def known(real_guide: Guide, sheets: dict[str, Sheet]) -> dict[str, Bundle]:
    return {bundle_uri(real_guide, one): one for one in bundles(real_guide, sheets.values())}


def begins(data: bytes) -> list[int]:
    """The number of the page on which each sheet begins, as the bookmarks say; cover and contents come first."""
    document = pypdfium2.PdfDocument(data)
    found = [mark.get_dest().get_index() + 1 for mark in document.get_toc() if mark.level == 0]
    document.close()
    return found[2:]


def title(sheet: Sheet, language: str) -> str:
    return " ".join(str((sheet.usable(language) or sheet.source).title).split())


def test_names(files: dict[str, bytes]) -> None:
    for name in (
        "bundel-partnerschap-nl",
        "bundel-alles-nl",
        "bundel-alles-fr",
        "affiche-nl",
        "affiche-fr",
        "affiche-en",
    ):
        assert f"werkbladen/{name}.pdf" in files


def test_every_file_is_pdf_ua(files: dict[str, bytes], tmp_path: Path) -> None:
    for uri, data in files.items():
        (tmp_path / Path(uri).name).write_bytes(data)
    made = sorted(tmp_path.iterdir())
    assert faults(made) == {path.name: [] for path in made}


def test_the_contents_say_on_which_page_each_sheet_begins(files: dict[str, bytes], known: dict[str, Bundle]) -> None:
    for uri, bundle in known.items():
        pages = [" ".join(page.split()) for page in pdf_pages(files[uri])]
        numbers = begins(files[uri])
        listed = " ".join(pages[1 : numbers[0] - 1])
        assert len(numbers) == len(bundle.sheets), uri
        for number, sheet in zip(numbers, bundle.sheets, strict=True):
            name = title(sheet, bundle.language)
            large = any(paper.startswith("a3") for paper in papers(sheet.source))
            assert f"{name} {'(A3) ' if large else ''}{number}" in listed, uri
            assert title(sheet, "nl" if sheet.source.for_parents else bundle.language) in pages[number - 1], uri
            assert f"{number} / {len(pages)}" in pages[number - 1], uri


def test_the_contents_link(files: dict[str, bytes], known: dict[str, Bundle]) -> None:
    for uri, bundle in known.items():
        with pikepdf.open(io.BytesIO(files[uri])) as document:
            links = [
                item
                for page in document.pages[1:3]
                for item in page.get("/Annots", [])
                if item.get("/Subtype") == "/Link" and "/URI" not in item.get("/A", {})
            ]
        assert len(links) >= len(bundle.sheets), uri


def test_a_sheet_is_in_the_bundle_of_each_of_its_recommendations(
    sheets: dict[str, Sheet], known: dict[str, Bundle]
) -> None:
    found = {(one.recommendation, sheet.slug) for one in known.values() if one.language == "nl" for sheet in one.sheets}
    wanted = {(name, slug) for slug, sheet in sheets.items() for name in (*sheet.source.recommendations, None)}
    assert found == wanted


def test_what_is_not_translated_is_left_out_and_the_contents_say_so(
    files: dict[str, bytes], built_guide: Guide, sheets: dict[str, Sheet]
) -> None:
    some = {slug: sheets[slug] for slug in ("thermometer", "gesprekstool")}
    some["thermometer"] = replace(some["thermometer"], translations={})
    bundle = next(
        one for one in bundles(built_guide, some.values()) if one.language == "fr" and one.recommendation is None
    )
    assert [sheet.slug for sheet in bundle.sheets] == ["gesprekstool"]
    pages = pdf_pages(bundle_pdf(built_guide, bundle))
    dutch = str(sheets["thermometer"].source.title)
    assert "Pas encore dans cette langue" in pages[1] and dutch in pages[1]
    assert all(dutch not in page for page in pages[2:])


def test_a_sheet_for_parents_stands_beside_the_source(built_guide: Guide, sheets: dict[str, Sheet]) -> None:
    bundle = Bundle(None, "fr", (sheets["gesprekstool"],), ())
    found = pdf_text(bundle_pdf(built_guide, bundle))
    assert str(sheets["gesprekstool"].source.title) in found and title(sheets["gesprekstool"], "fr") in found


def test_every_page_is_a4_and_says_where_it_is_reduced(files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    data = files["werkbladen/bundel-alles-nl.pdf"]
    document = pypdfium2.PdfDocument(data)
    sizes = {tuple(sorted(round(side) for side in page.get_size())) for page in document}
    document.close()
    assert sizes == {(595, 842)}
    found = [page for page in pdf_pages(data) if "Dit blad is A3, hier verkleind tot A4." in page]
    assert len(found) >= sum(1 for sheet in sheets.values() if sheet.source.paper.startswith("a3"))


def test_headings_of_a_sheet_are_below_its_title(built_guide: Guide, sheets: dict[str, Sheet]) -> None:
    data = bundle_pdf(built_guide, Bundle(None, "nl", (sheets["gesprekstool"], sheets["thermometer"]), ()))
    document = pypdfium2.PdfDocument(data)
    marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    document.close()
    own = [name for level, name in marks if level == 0]
    assert own[2:] == [str(sheets[slug].source.title) for slug in ("gesprekstool", "thermometer")]
    assert any(level == 1 for level, _ in marks)


def test_nothing_runs_off_the_page(files: dict[str, bytes]) -> None:
    off = {uri: pdf_off_the_page(data) for uri, data in files.items()}
    assert {uri: found for uri, found in off.items() if found} == {}


def test_links_lead_to_files(real_guide: Guide, sheets: dict[str, Sheet], files: dict[str, bytes]) -> None:
    found = [link for language in real_guide.languages for link in extra_links(real_guide, sheets, language)]
    assert sorted(link.url for link in found) == sorted(files)
    assert found[0].kind == "all" and found[0].sheets == len(sheets)
    assert all(link.sheets > 0 for link in found if link.kind != "poster")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_poster_has_every_recommendation_and_a_code_that_scans(
    language: str, real_guide: Guide, files: dict[str, bytes]
) -> None:
    data = files[f"werkbladen/affiche-{language}.pdf"]
    found = pdf_text(data)
    for one in real_guide.vocabulary.recommendations.values():
        assert one.name[language] in found and one.core[language] in found
    document = pypdfium2.PdfDocument(data)
    picture = document[0].render(scale=1).to_pil()
    assert [round(side) for side in document[0].get_size()] == [842, 1191] and len(document) == 1
    document.close()
    prefix = "" if language == "nl" else f"{language}/"
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [f"{real_guide.site_url}{prefix}"]


@pytest.mark.parametrize("count", [2, 3, 7, 8])
def test_a_poster_of_another_number(count: int, built_guide: Guide, tmp_path: Path) -> None:
    known = list(built_guide.vocabulary.recommendations.values())
    many = {f"number-{n}": known[(n - 1) % len(known)].model_copy(update={"number": n}) for n in range(1, count + 1)}
    vocabulary = built_guide.vocabulary.model_copy(update={"recommendations": many})
    data = poster_pdf(replace(built_guide, vocabulary=vocabulary), "fr")
    assert len(pdf_pages(data)) == 1
    for one in many.values():
        assert one.name["fr"] in pdf_text(data)
    (tmp_path / "poster.pdf").write_bytes(data)
    assert faults([tmp_path / "poster.pdf"]) == {"poster.pdf": []}


def test_a_guide_without_icons_or_home_page(small: Guide) -> None:
    found, _ = read_all(small)
    files = extra_files(small, found)
    assert "gids.example" in pdf_text(files["werkbladen/affiche-nl.pdf"])
    assert "werkbladen/bundel-partnerschap-nl.pdf" in files
    assert "werkbladen/bundel-partnerschap-fr.pdf" not in files
