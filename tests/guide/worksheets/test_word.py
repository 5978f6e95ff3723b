"""The Word files: valid by schema, opened by LibreOffice, with the structure that adapting and reading aloud need."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document

from guide.site import Guide
from guide.worksheets import docx, read_all
from guide.worksheets.blocks import MODELS
from guide.worksheets.examples import Example
from guide.worksheets.model import texts
from guide.worksheets.papers import MILLIMETRES
from guide.worksheets.view import view
from guide.worksheets.wordml import twips
from tests.guide.worksheets.reading import pdf_pages
from tests.guide.worksheets.test_blocks import FORMS, said
from tests.guide.worksheets.word_checks import document, found, opened, schema_faults, spoiled, value
from tests.support.browsing import EVERYTHING
from tests.support.pages import Site
from tests.support.project import ROOT

PLACE = Path("werkbladen")
SLUGS = sorted(path.parent.name for path in (ROOT / "docs" / PLACE).glob("*/werkblad.yml"))


def word_files(site: Site, slug: str) -> list[Path]:
    """Every Word file of a sheet on the built site; there is at least the one in the source language."""
    files = sorted((site.root / PLACE / slug).glob("*.docx"))
    assert site.root / PLACE / slug / f"{slug}-nl.docx" in files
    return files


def example(guide: Guide, block_examples: list[Example], name: str, form: str = "nl") -> bytes:
    """The documented example of a block, between head and foot."""
    sheet = next(one.sheet for one in block_examples if one.type == name)
    language, bilingual = FORMS[form]
    return docx.docx(view(guide, sheet, language, bilingual=bilingual), guide.root / "node_modules")


@pytest.mark.parametrize("slug", SLUGS)
def test_every_file_is_valid(slug: str, site: Site) -> None:
    assert {path.name: schema_faults(path) for path in word_files(site, slug) if schema_faults(path)} == {}


@pytest.mark.parametrize("form", FORMS)
def test_every_block_is_valid(form: str, real_guide: Guide, block_examples: list[Example], tmp_path: Path) -> None:
    for name in MODELS:
        (tmp_path / f"{name}.docx").write_bytes(example(real_guide, block_examples, name, form))
    assert {name: schema_faults(tmp_path / f"{name}.docx") for name in MODELS} == {name: [] for name in MODELS}


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        ("document", "<w:body>", "<w:body><w:nonsense/>", "/document[1]/body[1]: Unexpected element 'nonsense' found"),
        ("document", '<w:bCs w:val="1"/>', '<w:bCs w:val="1"/><w:b/>', "Unexpected element 'b' found"),
        ("document", 'w:type="dxa"', 'w:type="inch"', "Invalid value for attribute 'type'"),
        ("document", 'w:hRule="atLeast"', 'w:hRule="high"', "Invalid value for attribute 'hRule'"),
        ("document", 'r:embed="rId', 'r:embed="rId9', "referenced by attribute 'embed' does not exist"),
        (
            "styles",
            "<w:docDefaults>",
            "<w:docDefaults><w:x/>",
            "/styles[1]/docDefaults[1]: Unexpected element 'x' found",
        ),
        ("settings", "<w:zoom ", "<w:zom ", "Unexpected element 'zom' found"),
    ],
)
def test_a_fault_is_found(
    part: str, old: str, new: str, fault: str, real_guide: Guide, block_examples: list[Example], tmp_path: Path
) -> None:
    data = example(real_guide, block_examples, "grid")
    path = tmp_path / "spoiled.docx"
    path.write_bytes(spoiled(data, f"word/{part}.xml", old, new))
    faults = schema_faults(path)
    assert any(fault in one for one in faults), faults


@pytest.mark.parametrize("slug", SLUGS)
def test_structure(slug: str, real_guide: Guide, site: Site) -> None:
    sheet = read_all(real_guide)[0][slug].source
    for path in word_files(site, slug):
        root = document(path.read_bytes())
        styles = [value(style, "val") for style in found(root, ".//w:pStyle")]
        assert "Title" in styles and "Heading1" in styles, path.name
        # A picture has a text for who does not see it, or says that it is an ornament; its number is its own.
        pictures = found(root, ".//wp:docPr")
        assert [
            one.get("id") for one in pictures if not one.get("descr") and not found(one, ".//adec:decorative")
        ] == []
        assert len({one.get("id") for one in pictures}) == len(pictures), path.name
        # A table of questions has a head that comes back on a next page.
        heads = len(found(root, ".//w:tblHeader"))
        assert heads >= sum(bool(getattr(block, "columns", ()) and block.type in ("grid", "scale", "writing"))
                            for block in sheet.blocks), path.name  # type: ignore[attr-defined]  # fmt: skip
        papers = [block.paper or sheet.paper for block in sheet.blocks if block.page_break]
        wanted = [sheet.paper]
        wanted += [paper for before, paper in zip([sheet.paper, *papers], papers, strict=False) if paper != before]
        sizes = [(value(one, "w"), value(one, "h")) for one in found(root, ".//w:pgSz")]
        assert sizes == [tuple(str(twips(side)) for side in MILLIMETRES[paper]) for paper in wanted], path.name


def test_arabic_goes_from_right_to_left(real_guide: Guide, block_examples: list[Example]) -> None:
    for name in MODELS:
        root = document(example(real_guide, block_examples, name, "ar"))
        assert found(root, ".//w:sectPr/w:bidi"), name
        assert len(found(root, ".//w:tblPr")) == len(found(root, ".//w:tblPr/w:bidiVisual")), name
        for paragraph in found(root, ".//w:p"):
            text = "".join(node.text or "" for node in found(paragraph, ".//w:t"))
            if re.search("[\u0621-\u064a]", text):
                assert found(paragraph, "w:pPr/w:bidi") and found(paragraph, ".//w:rPr/w:rtl"), (name, text)


def test_the_other_language_is_marked(real_guide: Guide, block_examples: list[Example]) -> None:
    root = document(example(real_guide, block_examples, "writing", "nl-ar"))
    for run in found(root, ".//w:r"):
        text = "".join(node.text or "" for node in found(run, "w:t"))
        if re.search("[\u0621-\u064a]", text):
            assert [value(one, "bidi") for one in found(run, "w:rPr/w:lang")] == ["ar"], text
    styles = Document(io.BytesIO(example(real_guide, block_examples, "writing"))).styles.element.xml
    assert '<w:lang w:val="nl"/>' in styles


def test_boxes_can_be_ticked_and_say_what_they_are(real_guide: Guide, block_examples: list[Example]) -> None:
    root = document(example(real_guide, block_examples, "scale"))
    names = [value(one, "val") for one in found(root, ".//w:sdt/w:sdtPr/w:alias")]
    assert len(found(root, ".//w14:checkbox")) == len(names)
    assert names[:3] == ["In de klas: Goed", "In de klas: Het gaat", "In de klas: Moeilijk"]


def test_rows_that_are_named_have_their_name_as_head(real_guide: Guide, block_examples: list[Example]) -> None:
    root = document(example(real_guide, block_examples, "scale"))
    table = next(one for one in found(root, ".//w:tbl") if found(one, ".//w:tblHeader"))
    look = found(table, "w:tblPr/w:tblLook")[0]
    assert (value(look, "firstRow"), value(look, "firstColumn")) == ("1", "1")


@pytest.mark.skipif(not EVERYTHING, reason="make test-all")
@pytest.mark.parametrize("slug", SLUGS)
def test_libreoffice_opens_every_file(slug: str, real_guide: Guide, site: Site, tmp_path: Path) -> None:
    """Every file opens, its text comes back, and it has as many pages as its PDF, or one more or less."""
    files = word_files(site, slug)
    made = opened(files, tmp_path)
    sheet = read_all(real_guide)[0][slug]
    for path in files:
        pages = pdf_pages(made[path.name])
        words = set(re.findall(r"\w+", " ".join(pages)))
        wanted = sheet.source
        if path.stem.count("-") == f"{slug}-nl".count("-") and not path.stem.endswith("-nl"):
            wanted = sheet.usable(path.stem.rpartition("-")[2]) or wanted
        for text in said(texts(wanted, page=False)["blocks"]):
            assert set(re.findall(r"\w+", text)) <= words, (path.name, text)
        printed = len(pdf_pages(path.with_suffix(".pdf").read_bytes()))
        assert abs(len(pages) - printed) <= 1, path.name
