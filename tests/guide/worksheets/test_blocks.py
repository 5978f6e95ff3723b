"""The documented example of every type of block, by every renderer, in one language, in Arabic, and in two."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from guide.site import Guide
from guide.worksheets import docx, pdf
from guide.worksheets.blocks import FOLDER, MODELS
from guide.worksheets.blocks.grid import Model as Grid
from guide.worksheets.examples import Example
from guide.worksheets.home import home
from guide.worksheets.html import html
from guide.worksheets.model import texts
from guide.worksheets.view import View, view
from guide.worksheets.words import tree
from tests.guide.worksheets.reading import (
    docx_text,
    pdf_off_the_page,
    pdf_pages,
    pdf_papers,
    pdf_smallest_letters,
    pdf_text,
)
from tests.guide.worksheets.verapdf import faults

TYPES = sorted(MODELS)
FORMS = {"nl": ("nl", False), "ar": ("ar", False), "nl-ar": ("ar", True)}


def shown(guide: Guide, block_examples: list[Example], name: str, form: str) -> View:
    example = next(one for one in block_examples if one.type == name)
    language, bilingual = FORMS[form]
    return view(guide, example.sheet, language, bilingual=bilingual)


def said(value: Any) -> list[str]:
    """Every text in the tree of a sheet, but for what only a screen reader says."""
    if isinstance(value, dict):
        return [text for key, part in value.items() if key != "alt" for text in said(part)]
    if isinstance(value, list):
        return [text for part in value for text in said(part)]
    return [value] if isinstance(value, str) else []


def wanted(guide: Guide, block_examples: list[Example], name: str, form: str) -> list[str]:
    example = next(one for one in block_examples if one.type == name)
    sheets = {"nl": example.sheet.source, "ar": example.sheet.usable("ar")}
    trees = [texts(sheet, page=False)["blocks"] for code in form.split("-") if (sheet := sheets[code])]
    return [text for found in trees for text in said(found)]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", TYPES)
def test_html(name: str, form: str, real_guide: Guide, block_examples: list[Example]) -> None:
    made = html(shown(real_guide, block_examples, name, form))
    text = unescape(" ".join(re.sub(r"<[^>]*>", " ", made).split()))
    for one in wanted(real_guide, block_examples, name, form):
        assert one in text
    assert "style=" not in made
    assert not re.search(r"\son\w+=", made)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", TYPES)
def test_pdf(name: str, form: str, real_guide: Guide, block_examples: list[Example]) -> None:
    made = pdf.pdf(shown(real_guide, block_examples, name, form), real_guide.root / "node_modules")
    found = words(pdf_text(made))
    for one in wanted(real_guide, block_examples, name, "nl") if "nl" in form else []:
        assert set(words(one)) <= set(found), one
    assert pdf_off_the_page(made) == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", TYPES)
def test_word(name: str, form: str, real_guide: Guide, block_examples: list[Example]) -> None:
    text = docx_text(docx.docx(shown(real_guide, block_examples, name, form), real_guide.root / "node_modules"))
    for one in wanted(real_guide, block_examples, name, form):
        assert one in text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", TYPES)
def test_large_print(name: str, form: str, real_guide: Guide, block_examples: list[Example]) -> None:
    shown_sheet = shown(real_guide, block_examples, name, form)
    made = pdf.pdf(shown_sheet, real_guide.root / "node_modules", layout="large")
    found = words(pdf_text(made))
    for one in wanted(real_guide, block_examples, name, "nl") if "nl" in form else []:
        assert set(words(one)) <= set(found), one
    assert pdf_off_the_page(made) == []
    assert pdf_smallest_letters(made) >= 18


def test_the_first_words_of_a_row_are_its_head(real_guide: Guide, block_examples: list[Example]) -> None:
    """In a table whose rows begin with words; rows to fill in have no head."""
    made = pdf.pdf(shown(real_guide, block_examples, "grid", "nl"), real_guide.root / "node_modules")
    with pikepdf.open(io.BytesIO(made)) as document:
        tables = [
            item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Table"
        ]
        scopes = [[str(entry.Scope) for entry in _attributes(table) if "/Scope" in entry] for table in tables]
    assert sorted(found.count("/Row") for found in scopes) == [0, 3]
    assert sorted(found.count("/Column") for found in scopes) == [2, 4]


def _attributes(node: Any) -> list[Any]:
    """The attributes of an element and of all below it."""
    own = node.get("/A", [])
    found = list(own) if isinstance(own, pikepdf.Array) else [own] if own else []
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += _attributes(kid)
    return found


def test_every_example_is_tagged_as_pdf_ua(real_guide: Guide, block_examples: list[Example], tmp_path: Path) -> None:
    for name in TYPES:
        for form in FORMS:
            made = pdf.pdf(shown(real_guide, block_examples, name, form), real_guide.root / "node_modules")
            (tmp_path / f"{name}-{form}.pdf").write_bytes(made)
            made = pdf.pdf(
                shown(real_guide, block_examples, name, form), real_guide.root / "node_modules", "a3", "halves"
            )
            (tmp_path / f"{name}-{form}-halves.pdf").write_bytes(made)
            made = pdf.pdf(
                shown(real_guide, block_examples, name, form), real_guide.root / "node_modules", layout="large"
            )
            (tmp_path / f"{name}-{form}-large.pdf").write_bytes(made)
    files = sorted(tmp_path.glob("*.pdf"))
    assert faults(files) == {path.name: [] for path in files}


@pytest.mark.parametrize("name", TYPES)
def test_a_type_is_a_folder_of_its_own(name: str) -> None:
    files = {path.name for path in (FOLDER / name).iterdir() if path.is_file()}
    assert {"__init__.py", "block.html", "block.typ", "word.py", "example.yml", "words.yml"} <= files


def test_an_example_shows_yaml(block_examples: list[Example]) -> None:
    steps = next(one for one in block_examples if one.type == "steps")
    assert steps.text == (
        "  - type: steps\n    id: uitleg\n    steps:\n      - icon: listen\n        text: U vertelt eerst.\n"
        "      - icon: draw\n        text: U mag tekenen.\n"
    )
    assert tree(steps.sheet.source.block("uitleg")) == {"steps": ["U vertelt eerst.", "U mag tekenen."]}


def test_a_row_that_is_answered_has_nothing_to_tick(real_guide: Guide, block_examples: list[Example]) -> None:
    example = next(one for one in block_examples if one.type == "grid")
    source = example.sheet.source
    table = source.block("taken")
    assert isinstance(table, Grid)
    columns = tuple(column.model_copy(update={"tick": True}) for column in table.columns)
    ticked = table.model_copy(update={"columns": columns, "empty": 0})
    sheet = replace(example.sheet, source=source.model_copy(update={"blocks": (source.block("kop"), ticked)}))
    made = html(view(real_guide, sheet))
    # Of two rows and three columns, the first row says in one cell what happens.
    assert made.count('type="checkbox"') == 3


@pytest.mark.parametrize(("paper", "small"), [("a3", (210, 297)), ("a3-landscape", (297, 210))])
def test_a_smaller_sheet_lies_as_the_large_one_does(
    paper: str, small: tuple[int, int], real_guide: Guide, block_examples: list[Example]
) -> None:
    example = next(one for one in block_examples if one.type == "steps")
    sheet = replace(example.sheet, source=example.sheet.source.model_copy(update={"paper": paper}))
    made = pdf.pdf(view(real_guide, sheet), real_guide.root / "node_modules", "a4")
    assert set(pdf_papers(made)) == {small}


def test_the_name_of_the_guide_stands_on_every_page(real_guide: Guide, block_examples: list[Example]) -> None:
    made = pdf.pdf(shown(real_guide, block_examples, "figure", "nl-ar"), real_guide.root / "node_modules")
    assert [home(real_guide, "nl")[0] in " ".join(page.split()) for page in pdf_pages(made)] == [True] * 4
