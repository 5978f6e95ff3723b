"""The files of the guide's own sheets: complete, readable, the same on every build."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from docx import Document
from PIL import Image

from guide.site import Guide
from guide.worksheets import build, read_all
from guide.worksheets.files import outputs, uri_of
from guide.worksheets.model import Sheet, texts
from tests.guide.worksheets.reading import docx_text, pdf_off_the_page, pdf_pages, pdf_pieces_from_the_right, pdf_text
from tests.guide.worksheets.test_blocks import said
from tests.guide.worksheets.verapdf import faults

ARABIC = re.compile("[\u0621-\u064a]+")


@pytest.fixture(scope="module")
def files(real_guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file, made anew."""
    return build(replace(real_guide, cache=tmp_path_factory.mktemp("cache")))[1]


@pytest.fixture(scope="module")
def sheets(real_guide: Guide) -> dict[str, Sheet]:
    found, problems = read_all(real_guide)
    assert problems == []
    return found


def test_every_file_is_there(real_guide: Guide, sheets: dict[str, Sheet], files: dict[str, bytes]) -> None:
    wanted = {uri_of(real_guide, sheet, one.end) for sheet in sheets.values() for one in outputs(real_guide, sheet)}
    assert set(files) == wanted
    for name in ("gesprekstool-nl.pdf", "gesprekstool-nl-ar.pdf", "gesprekstool-nl-fr.docx", "gesprekstool-nl.png",
                 "gesprekstool-nl-fr.png"):  # fmt: skip
        assert f"werkbladen/gesprekstool/{name}" in files
    for name in ("thermometer-nl-a4.pdf", "thermometer-fr.pdf", "thermometer-en.docx", "thermometer-fr.png"):
        assert f"werkbladen/thermometer/{name}" in files


def test_two_builds_give_the_same_bytes(real_guide: Guide, files: dict[str, bytes], tmp_path: Path) -> None:
    again = build(replace(real_guide, cache=tmp_path))[1]
    assert {name for name in files if files[name] != again[name]} == set()


def test_what_was_made_before_comes_from_the_cache(real_guide: Guide, tmp_path: Path) -> None:
    guide = replace(real_guide, cache=tmp_path)
    build(guide)
    kept = sorted((tmp_path / "worksheets").iterdir())
    for path in kept:
        path.write_bytes(b"kept")
    assert set(build(guide)[1].values()) == {b"kept"}
    assert sorted((tmp_path / "worksheets").iterdir()) == kept


def test_every_pdf_is_pdf_ua(files: dict[str, bytes], tmp_path: Path) -> None:
    for uri, data in files.items():
        if uri.endswith(".pdf"):
            (tmp_path / Path(uri).name).write_bytes(data)
    made = sorted(tmp_path.iterdir())
    assert faults(made) == {path.name: [] for path in made}


def test_title_and_language_of_the_document(sheets: dict[str, Sheet], files: dict[str, bytes]) -> None:
    arabic, french = sheets["gesprekstool"].bilingual("ar"), sheets["thermometer"].usable("fr")
    assert french is not None
    for uri, language, title in (
        ("gesprekstool/gesprekstool-nl.pdf", "nl", "Drie vragen in de driehoek"),
        ("gesprekstool/gesprekstool-nl-ar.pdf", "nl", " – ".join(text for _, text in arabic.title.texts)),
        ("thermometer/thermometer-fr.pdf", "fr", str(french.title)),
    ):
        with pikepdf.open(io.BytesIO(files[f"werkbladen/{uri}"])) as document:
            assert str(document.Root.Lang) == language
            with document.open_metadata() as metadata:
                assert metadata["dc:title"] == title


def test_pages(files: dict[str, bytes]) -> None:
    pages = {Path(uri).name: len(pdf_pages(data)) for uri, data in files.items() if uri.endswith(".pdf")}
    assert pages == dict.fromkeys(pages, 2)


def test_nothing_runs_off_the_page(files: dict[str, bytes]) -> None:
    off = {uri: pdf_off_the_page(data) for uri, data in files.items() if uri.endswith(".pdf")}
    assert {uri: found for uri, found in off.items() if found} == {}


def test_every_text_of_the_dutch_sheet_is_in_the_pdf(sheets: dict[str, Sheet], files: dict[str, bytes]) -> None:
    for slug, sheet in sheets.items():
        found = pdf_text(files[f"werkbladen/{slug}/{slug}-nl.pdf"])
        for text in said(texts(sheet.source, page=False)):
            assert text in found


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
    pieces = [" ".join(ARABIC.findall(piece)) for piece in pdf_pieces_from_the_right(data)]
    assert [sentence for sentence in sentences if not any(" ".join(sentence) in piece for piece in pieces)] == []


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
    """Language for parents: at most twelve words in a sentence, at most some twenty-five texts on a sheet."""
    for sheet in sheets.values():
        if sheet.source.for_parents:
            found = said(texts(sheet.source, page=False)["blocks"])
            assert len(set(found)) <= 25
            for text in found:
                for sentence in re.split(r"[.!?…]\s*", text):
                    assert len(sentence.split()) <= 12, sentence
