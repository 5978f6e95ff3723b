"""The files of the guide's own sheets: complete, readable, the same on every build."""

from __future__ import annotations

import io
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from docx import Document
from PIL import Image

from guide.site import Guide
from guide.worksheets import build, read_all
from guide.worksheets.extras import extra_links
from guide.worksheets.files import Output, outputs, uri_of
from guide.worksheets.model import Sheet, texts
from guide.worksheets.pdf import planned_pages
from guide.worksheets.view import view
from tests.guide.worksheets.reading import (
    docx_text,
    pdf_off_the_page,
    pdf_pages,
    pdf_papers,
    pdf_pieces_from_the_right,
    pdf_smallest_letters,
    pdf_text,
    pdf_words_on_the_page,
)
from tests.guide.worksheets.test_blocks import said, words
from tests.guide.worksheets.verapdf import faults

ARABIC = re.compile("[\u0621-\u064a]+")

VOWEL_MARKS = re.compile("[\u064b-\u0652]")  # the PDF is written without them, see guide.worksheets.pdf


@pytest.fixture(scope="module")
def files(built_guide: Guide) -> dict[str, bytes]:
    """Every file, as the build of the site made it."""
    return build(built_guide)[1]


@pytest.fixture(scope="module")
def sheets(real_guide: Guide) -> dict[str, Sheet]:
    found, problems = read_all(real_guide)
    assert problems == []
    return found


def every(guide: Guide, sheets: dict[str, Sheet]) -> list[tuple[Sheet, Output]]:
    return [(sheet, output) for sheet in sheets.values() for output in outputs(guide, sheet)]


def shown_too(guide: Guide, sheets: dict[str, Sheet]) -> set[str]:
    """What the page of a parents' sheet fetches: the sheet in each of its languages."""
    parents = {slug: sheet for slug, sheet in sheets.items() if sheet.source.for_parents and sheet.offered}
    shown = [(sheet, one) for sheet, one in every(guide, parents) if one.form == "pdf" and one.kind == "sheet"]
    return {uri_of(guide, sheet, one.end).replace(".pdf", ".json") for sheet, one in shown}


def on_paper(sheet: Sheet) -> list[str]:
    """Every text of the Dutch sheet that stands on it: the short version only where a block says until where."""
    found = texts(sheet.source, page=False)
    left_out = {"variants"} | (set() if any(block.until_here for block in sheet.source.blocks) else {"short_version"})
    return said({name: part for name, part in found.items() if name not in left_out})


def test_every_file_is_there(real_guide: Guide, sheets: dict[str, Sheet], files: dict[str, bytes]) -> None:
    wanted = {uri_of(real_guide, sheet, one.end) for sheet in sheets.values() for one in outputs(real_guide, sheet)}
    extra = {link.url for language in real_guide.languages for link in extra_links(real_guide, sheets, language)}
    assert set(files) == wanted | extra | shown_too(real_guide, sheets)
    for name in ("gesprekstool-nl.pdf", "gesprekstool-nl-ar.pdf", "gesprekstool-nl-fr.docx", "gesprekstool-nl.png",
                 "gesprekstool-nl-fr.png"):  # fmt: skip
        assert f"werkbladen/gesprekstool/{name}" in files
    for name in ("gesprekstool-nl-groot.pdf", "gesprekstool-nl-ar-groot.pdf"):
        assert f"werkbladen/gesprekstool/{name}" in files
    for name in ("thermometer-nl-a4.pdf", "thermometer-fr.pdf", "thermometer-en.docx", "thermometer-fr.png",
                 "thermometer-nl-2xa4.pdf", "thermometer-fr-2xa4.pdf"):  # fmt: skip
        assert f"werkbladen/thermometer/{name}" in files


def test_what_was_made_before_comes_from_the_cache(built_guide: Guide, tmp_path: Path) -> None:
    shutil.copytree(built_guide.cache / "worksheets", tmp_path / "worksheets")
    kept = sorted((tmp_path / "worksheets").iterdir())
    for path in kept:
        if path.suffix != ".txt":  # a scale, which is read as a number
            path.write_bytes(b"kept")
    made = build(replace(built_guide, cache=tmp_path))[1]
    assert {content for uri, content in made.items() if not uri.endswith(".json")} == {b"kept"}
    assert sorted((tmp_path / "worksheets").iterdir()) == kept


def test_every_pdf_is_pdf_ua(files: dict[str, bytes], tmp_path: Path) -> None:
    for uri, data in files.items():
        if uri.endswith(".pdf"):
            (tmp_path / Path(uri).name).write_bytes(data)
    made = sorted(tmp_path.iterdir())
    assert faults(made) == {path.name: [] for path in made}


def test_title_and_language_of_the_document(
    real_guide: Guide, sheets: dict[str, Sheet], files: dict[str, bytes]
) -> None:
    for sheet, output in every(real_guide, sheets):
        if output.form != "pdf":
            continue
        shown = view(real_guide, sheet, output.language, bilingual=output.bilingual, variant=output.variant)
        title = " – ".join(text for _, text in shown.worksheet.title.texts)
        if shown.variant:
            title += f" – {shown.variant.name}"
        with pikepdf.open(io.BytesIO(files[uri_of(real_guide, sheet, output.end)])) as document:
            assert str(document.Root.Lang) == ("nl" if output.bilingual else output.language), output
            with document.open_metadata() as metadata:
                assert metadata["dc:title"] == VOWEL_MARKS.sub("", title)


def test_a_sheet_has_the_pages_it_was_made_for(
    real_guide: Guide, sheets: dict[str, Sheet], files: dict[str, bytes]
) -> None:
    """Nothing spills over to a page of its own: in one language never, in two at most one page more."""
    for sheet, output in every(real_guide, sheets):
        if output.form == "pdf" and output.kind in {"sheet", "paper", "variant"}:
            shown = view(real_guide, sheet, output.language, bilingual=output.bilingual, variant=output.variant)
            more = len(pdf_pages(files[uri_of(real_guide, sheet, output.end)])) - planned_pages(shown.worksheet)
            assert more in ({0, 1} if output.bilingual or output.variant else {0}), (sheet.slug, output.end)


def test_no_letter_of_large_print_is_smaller_than_18_points(
    real_guide: Guide, sheets: dict[str, Sheet], files: dict[str, bytes]
) -> None:
    large = [uri_of(real_guide, sheet, one.end) for sheet, one in every(real_guide, sheets) if one.kind == "large"]
    parents = [sheet for sheet in sheets.values() if sheet.source.for_parents]
    assert len(large) == sum(1 + len(sheet.offered) for sheet in parents) > 0
    assert {uri: size for uri in large if (size := pdf_smallest_letters(files[uri])) < 18} == {}
    assert {paper for uri in large for paper in pdf_papers(files[uri])} == {(210, 297)}
    assert pdf_smallest_letters(files["werkbladen/gesprekstool/gesprekstool-nl.pdf"]) < 18


def test_large_print_says_all_that_the_sheet_says(
    real_guide: Guide, sheets: dict[str, Sheet], files: dict[str, bytes]
) -> None:
    for slug, sheet in sheets.items():
        if sheet.source.for_parents:
            found = set(re.findall(r"\w+", pdf_text(files[f"werkbladen/{slug}/{slug}-nl-groot.pdf"])))
            for text in on_paper(sheet):
                assert set(re.findall(r"\w+", text)) <= found, (slug, text)


def test_two_halves_on_a4_show_all_of_an_a3_sheet(
    real_guide: Guide, sheets: dict[str, Sheet], files: dict[str, bytes]
) -> None:
    halves = [(sheet, one) for sheet, one in every(real_guide, sheets) if one.kind == "halves"]
    assert {sheet.slug for sheet, _ in halves} >= {"thermometer"}
    for sheet, output in halves:
        whole = files[uri_of(real_guide, sheet, output.end.replace("-2xa4", ""))]
        data = files[uri_of(real_guide, sheet, output.end)]
        large = sum(paper in {(297, 420), (420, 297)} for paper in pdf_papers(whole))
        assert large > 0
        assert len(pdf_papers(data)) == len(pdf_papers(whole)) + large
        assert set(pdf_papers(data)) <= {(210, 297), (297, 210)}
        assert pdf_words_on_the_page(whole) <= pdf_words_on_the_page(data), output.end


def test_the_second_half_is_not_read_aloud_again(files: dict[str, bytes]) -> None:
    """What stands on both halves is tagged once: the headings are those of the A3 sheet."""
    found = []
    for name in ("thermometer-nl", "thermometer-nl-2xa4"):
        with pikepdf.open(io.BytesIO(files[f"werkbladen/thermometer/{name}.pdf"])) as document:
            items = [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
            found.append([sum(kind == item.S for item in items) for kind in ("/H1", "/Figure", "/Link", "/Table")])
    assert found[0] == found[1]
    assert found[0][0] > 0


def test_a_variant_has_its_name_and_only_its_blocks(
    real_guide: Guide, sheets: dict[str, Sheet], files: dict[str, bytes]
) -> None:
    sheet = next(sheet for sheet in sheets.values() if sheet.source.variants)
    variant = sheet.source.variants[0]
    found = pdf_text(files[uri_of(real_guide, sheet, f"nl-{variant.id}.pdf")])
    assert str(variant.name) in found
    for block in sheet.source.blocks:
        prompt = getattr(block, "prompt", None)
        if prompt:
            assert (str(prompt) in found) == (block.id in variant.blocks), block.id


def test_nothing_runs_off_the_page(files: dict[str, bytes]) -> None:
    own = {uri: data for uri, data in files.items() if uri.endswith(".pdf") and "-2xa4" not in uri}
    off = {uri: pdf_off_the_page(data) for uri, data in own.items()}
    assert {uri: found for uri, found in off.items() if found} == {}


def test_every_text_of_the_dutch_sheet_is_in_the_pdf(sheets: dict[str, Sheet], files: dict[str, bytes]) -> None:
    for slug, sheet in sheets.items():
        found = pdf_text(files[f"werkbladen/{slug}/{slug}-nl.pdf"])
        for text in on_paper(sheet):
            assert set(words(text)) <= set(words(found)), (slug, text)


@pytest.mark.parametrize("language", ["tr", "uk", "fr", "en"])
def test_both_languages_are_in_the_pdf(language: str, sheets: dict[str, Sheet], files: dict[str, bytes]) -> None:
    found = set(re.findall(r"\w+", pdf_text(files[f"werkbladen/gesprekstool/gesprekstool-nl-{language}.pdf"])))
    for worksheet in (sheets["gesprekstool"].source, sheets["gesprekstool"].usable(language)):
        assert worksheet is not None
        for text in said(texts(worksheet, page=False)):
            assert set(re.findall(r"\w+", text)) <= found, text


def test_arabic_words_come_out_of_the_pdf_in_order(sheets: dict[str, Sheet], files: dict[str, bytes]) -> None:
    """Copied or read aloud, every Arabic word is whole, and read from the right a sentence has its words in order."""
    data = files["werkbladen/gesprekstool/gesprekstool-nl-ar.pdf"]
    worksheet = sheets["gesprekstool"].usable("ar")
    assert worksheet is not None
    plain = [re.sub("[\u064b-\u0652]", "", text) for text in said(texts(worksheet, page=False))]
    # A number or a Latin name within a sentence is a piece of its own.
    sentences = [ARABIC.findall(part) for text in plain for part in re.split(r"[A-Za-z0-9]+", text)]
    copied = ARABIC.findall(pdf_text(data))
    assert [word for sentence in sentences for word in sentence if word not in copied] == []
    # The second line of a sentence is a piece too; it comes right after the first.
    pieces = " ".join(" ".join(ARABIC.findall(piece)) for piece in pdf_pieces_from_the_right(data))
    assert [sentence for sentence in sentences if " ".join(sentence) not in " ".join(pieces.split())] == []


def test_a_bilingual_sheet_says_what_it_is(files: dict[str, bytes]) -> None:
    found = pdf_text(files["werkbladen/gesprekstool/gesprekstool-nl-tr.pdf"])
    for text in ("Vertaling", "Çeviri", "Türkçe", "Turks", "Automatische vertaling, nog door niemand nagekeken."):
        assert text in found


def test_the_standard_sheet_for_parents_leads_to_the_languages(files: dict[str, bytes]) -> None:
    pages = pdf_pages(files["werkbladen/gesprekstool/gesprekstool-nl.pdf"])
    assert "https://samen-school-maken.example/w/gesprekstool/talen/" in pages[-1]
    for name in ("Türkçe", "Українська", "العربية"):
        assert name in pages[-1]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("gesprekstool-nl", "https://samen-school-maken.example/w/gesprekstool/talen/"),
        ("gesprekstool-nl-ar", "https://samen-school-maken.example/w/gesprekstool/"),
        ("thermometer-nl", "https://samen-school-maken.example/w/thermometer/"),
    ],
)
def test_a_phone_reads_the_code(name: str, address: str, files: dict[str, bytes]) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(files[f"werkbladen/{name.partition('-')[0]}/{name}.pdf"])
    picture = document[len(document) - 1].render(scale=2).to_pil()
    document.close()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [address]


def test_a_table_has_heads(files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files["werkbladen/gesprekstool/gesprekstool-nl.pdf"])) as document:
        items = [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
        kinds = [str(item.S) for item in items]
    assert (kinds.count("/Table"), kinds.count("/TH")) == (1, 3)


def test_a_word_file_opens_with_headings_and_tables(sheets: dict[str, Sheet], files: dict[str, bytes]) -> None:
    data = files["werkbladen/gesprekstool/gesprekstool-nl-ar.docx"]
    document = Document(io.BytesIO(data))
    assert document.core_properties.title.startswith("Drie vragen in de driehoek – ")
    xml = document.element.xml
    assert 'w:val="Title"' in xml and 'w:val="Heading1"' in xml
    assert "<w:tblHeader/>" in xml and "<w:bidi/>" in xml and "<w:rtl/>" in xml
    text = docx_text(data)
    for worksheet in (sheets["gesprekstool"].source, sheets["gesprekstool"].usable("ar")):
        assert worksheet is not None
        for one in said(texts(worksheet, page=False)):
            assert one in text


def test_a_picture_of_each_sheet(files: dict[str, bytes]) -> None:
    for uri, size in (
        ("gesprekstool/gesprekstool-nl.png", (720, 509)),
        ("gesprekstool/gesprekstool-nl-en.png", (720, 509)),
        ("thermometer/thermometer-nl.png", (720, 1018)),
        ("thermometer/thermometer-fr.png", (720, 1018)),
    ):
        made = Image.open(io.BytesIO(files[f"werkbladen/{uri}"])).size
        assert abs(made[0] - size[0]) <= 1 and abs(made[1] - size[1]) <= 1


def test_parents_read_short_lines(sheets: dict[str, Sheet]) -> None:
    """Language for parents: at most twelve words in a sentence, and few texts on a sheet.

    The catalogue asks for about twenty-five, but lists more answers than that on how one keeps contact, and on a visit
    the part for the teacher counts too.
    """
    for sheet in sheets.values():
        if sheet.source.for_parents:
            found = said(texts(sheet.source, page=False)["blocks"])
            assert len(set(found)) <= 38
            for text in found:
                for sentence in re.split(r"[.!?…]\s*", text):
                    assert len(sentence.split()) <= 12, sentence
