"""Drawings to write in: their rooms on paper, on the screen and in Word."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx import Document
from playwright.sync_api import Browser

from guide.site import Guide
from guide.worksheets import docx, pdf
from guide.worksheets.blocks.figure import DRAWINGS, Model, drawings
from guide.worksheets.examples import Example
from guide.worksheets.html import html
from guide.worksheets.model import Sheet
from guide.worksheets.view import view
from guide.worksheets.words import Words
from tests.guide.worksheets.reading import pdf_off_the_page
from tests.support.browsing import PHONE, visiting
from tests.support.project import ROOT

WITH_ROOMS = sorted(name for name, plan in drawings().items() if "rooms" in plan)
CSS = (ROOT / "overrides" / "assets" / "stylesheets" / "figures.css").read_text("utf-8")
TREE = "werkbladen/problemen-en-doelenboom/"


@pytest.fixture
def figures(block_examples: list[Example]) -> Sheet:
    return next(one for one in block_examples if one.type == "figure").sheet


def boxes(name: str) -> list[list[int]]:
    plan = drawings()[name]
    return [*plan["places"].values(), *(room for rooms in plan.get("rooms", {}).values() for room in rooms)]


@pytest.mark.parametrize("name", sorted(drawings()))
def test_a_drawing_is_svg_of_its_own_size(name: str) -> None:
    svg = (DRAWINGS / f"{name}.svg").read_text("utf-8")
    assert ElementTree.fromstring(svg).get("viewBox") == "0 0 {} {}".format(*drawings()[name]["size"])


@pytest.mark.parametrize("name", sorted(drawings()))
def test_names_and_rooms_lie_on_the_drawing_and_apart(name: str) -> None:
    across, down = drawings()[name]["size"]
    found = boxes(name)
    for x, y, width, height in found:
        assert x >= 0 and y >= 0 and x + width <= across and y + height <= down
    for number, (x, y, width, height) in enumerate(found):
        for a, b, wide, high in found[number + 1 :]:
            assert x + width <= a or a + wide <= x or y + height <= b or b + high <= y


def test_the_drawings_of_the_worksheets() -> None:
    assert {name: {place: len(rooms) for place, rooms in drawings()[name]["rooms"].items()} for name in WITH_ROOMS} == {
        "glasses": {"left": 1, "right": 1},
        "rings": {"school": 1, "neighbourhood": 3, "municipality": 3, "region": 3},
        "tree-goal": {"long-term": 3, "result": 3, "goal": 1, "actions": 3, "needs": 3},
        "tree-problem": {"far-effects": 3, "effects": 3, "problem": 1, "causes": 3, "roots": 3},
    }
    assert all(drawings()[name]["rooms"].keys() == drawings()[name]["places"].keys() for name in WITH_ROOMS)


@pytest.mark.parametrize("name", WITH_ROOMS)
def test_the_style_sheet_has_each_room_where_the_drawing_has_it(name: str) -> None:
    across, down = drawings()[name]["size"]
    assert f".ws-drawn--{name} {{ --across: {across}; --down: {down}; }}" in CSS
    for place, rooms in drawings()[name]["rooms"].items():
        for number, (x, y, width, height) in enumerate(rooms, 1):
            rule = f"--x: {x}; --y: {y}; --w: {width}; --h: {height};"
            assert f".ws-drawn--{name} .ws-room--{place}-{number} {{ {rule} }}" in CSS


def test_every_room_is_a_field_with_the_name_of_its_place_and_its_number(figures: Sheet, real_guide: Guide) -> None:
    made = html(view(real_guide, figures, "ar", bilingual=True))
    fields = dict(re.findall(r'data-field="([^"]+)" aria-label="([^"]+)"', made))
    for block in figures.source.blocks:
        if isinstance(block, Model):
            own = [name for name in fields if name.startswith(f"{block.id}.")]
            wanted = [
                f"{block.id}.{place}.{n}" for place, rooms in block.rooms.items() for n in range(1, len(rooms) + 1)
            ]
            assert sorted(own) == sorted(wanted)
    assert fields["problemen.roots.2"] == "Onderliggende oorzaken, أسباب عميقة, 2"
    assert fields["problemen.problem.1"] == "Het probleem, المشكلة"


def test_word_has_a_table_of_rooms_for_each_place(figures: Sheet, real_guide: Guide) -> None:
    document = Document(io.BytesIO(docx.docx(view(real_guide, figures), real_guide.root / "node_modules")))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    flat = [row for table in tables for row in table]
    for block in figures.source.blocks:
        if isinstance(block, Model) and block.rooms:
            for label in block.labels:
                at = next(number for number, row in enumerate(flat) if row[0].strip() == str(label.label))
                assert flat[at + 1] == [""] * len(block.rooms[label.id])


def text_boxes(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of each piece of text, in millimetres from the top left."""
    height = page.get_height()
    found = []
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = item.get_bounds()
        found.append(tuple(side * 25.4 / 72 for side in (left, height - top, right, height - bottom)))
    return found


@pytest.mark.parametrize("name", WITH_ROOMS)
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_long_words_in_two_languages_stay_in_their_place(
    name: str, paper: str, figures: Sheet, real_guide: Guide
) -> None:
    """On a page with nothing but the drawing and the foot, every word lies within the width of a place."""
    block = next(one for one in figures.source.blocks if isinstance(one, Model) and one.drawing == name)
    long = Words((("nl", "Verantwoordelijkheidsgevoelens"), ("fr", "Conséquences institutionnelles")))
    labels = tuple(label.model_copy(update={"label": long}) for label in block.labels)
    shown = view(real_guide, figures, "ar", bilingual=True)
    french = replace(shown, tongues={**shown.tongues, "fr": replace(shown.tongues["ar"], code="fr", direction="ltr",
                                     faces=shown.tongues["nl"].faces)})  # fmt: skip
    drawn = block.model_copy(update={"labels": labels, "page_break": True, "paper": None, "hint": None})
    rest = tuple(one for one in shown.worksheet.blocks if not isinstance(one, Model))
    worksheet = shown.worksheet.model_copy(update={"blocks": (*rest, drawn), "paper": paper})
    data = pdf.pdf(replace(french, worksheet=worksheet), real_guide.root / "node_modules")
    assert pdf_off_the_page(data) == []
    document = pypdfium2.PdfDocument(data)
    page = document[len(document) - 1]
    foot = page.get_height() * 25.4 / 72 - 15
    names = [box for box in text_boxes(page) if box[1] < foot]
    document.close()
    middle = (297 if paper == "a3" else 210) / 2
    scale = min((block.height * 0.77 * (1.15 if paper == "a3" else 1)) / block.plan["size"][1],
                (265 if paper == "a3" else 182) / block.plan["size"][0])  # fmt: skip
    left = middle - block.plan["size"][0] * scale / 2
    top = 10
    assert len(names) >= len(labels)
    for box in names:
        assert any(
            left + x * scale - 0.3 <= box[0] and box[2] <= left + (x + width) * scale + 0.3
            and top + y * scale - 0.3 <= box[1] and box[3] <= top + (y + height) * scale + 0.3
            for x, y, width, height in block.plan["places"].values()
        )  # fmt: skip


def test_a_drawing_is_never_wider_than_its_page(figures: Sheet, real_guide: Guide) -> None:
    blocks = tuple(
        block.model_copy(update={"height": 240}) if isinstance(block, Model) else block
        for block in figures.source.blocks
    )
    sheet = replace(figures, source=figures.source.model_copy(update={"blocks": blocks}))
    assert pdf_off_the_page(pdf.pdf(view(real_guide, sheet), real_guide.root / "node_modules")) == []


def test_on_a_wide_screen_one_writes_on_the_drawing(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(TREE)
        drawing, room = page.locator(".ws-drawn").first, page.locator('[data-field="problemenboom.problem.1"]')
        outer, inner = drawing.bounding_box(), room.bounding_box()
        assert outer is not None and inner is not None
        x, y, width, height = drawings()["tree-problem"]["rooms"]["problem"][0]
        scale = outer["width"] / drawings()["tree-problem"]["size"][0]
        assert inner["x"] - outer["x"] == pytest.approx(x * scale, abs=1)
        assert inner["y"] - outer["y"] == pytest.approx(y * scale, abs=1)
        assert (inner["width"], inner["height"]) == pytest.approx((width * scale, height * scale), abs=1)
        room.fill("Ouders weten niet wie ze kunnen aanspreken")
        assert room.evaluate("node => node.scrollHeight <= node.clientHeight + 1")


def test_on_a_phone_the_rooms_stand_below_the_drawing(browser: Browser, home: str) -> None:
    with visiting(browser, home, size=PHONE) as visit:
        page = visit.go(TREE)
        drawing = page.locator(".ws-drawn__drawing").first.bounding_box()
        assert drawing is not None
        bottom = drawing["y"] + drawing["height"]
        for room in page.locator(".ws-drawn").first.locator("textarea").all():
            box = room.bounding_box()
            assert box is not None and box["y"] >= bottom and box["width"] > 250 and box["height"] >= 44
            bottom = box["y"] + box["height"]
        assert page.locator(".ws-drawn__name").first.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
