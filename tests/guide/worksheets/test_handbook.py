"""What editors get to make a sheet: every key with its meaning, every block with its picture."""

from __future__ import annotations

from io import BytesIO

import pytest
from lxml import html
from lxml.html import HtmlElement
from PIL import Image

from guide.site import Guide
from guide.worksheets.blocks import MODELS
from guide.worksheets.design import attribution, icon_names
from guide.worksheets.handbook import LISTS, example_pictures, handbook_html
from guide.worksheets.model import Worksheet

URL = "over/maken/"


def _made(guide: Guide, language: str, name: str) -> HtmlElement:
    return html.fragment_fromstring(handbook_html(guide, language, name, URL), create_parent="div")


def _rows(found: HtmlElement) -> dict[str, str]:
    """The keys of a table with what is said of them."""
    return {
        row.xpath("string(th/code)"): " ".join(row.xpath("string(td)").split()) for row in found.xpath(".//tbody/tr")
    }


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("name", ["block-types", "sheet-keys"])
def test_every_key_says_what_it_is(name: str, language: str, real_guide: Guide) -> None:
    """A key that somebody adds to a model needs words: in keys.yml, or in words.yml of its type of block."""
    silent = []
    for row in _made(real_guide, language, name).xpath(".//tbody/tr"):
        words = row.xpath("td/text()")
        if not (words and words[0].strip()):
            silent.append(row.xpath("string(th)"))
    assert silent == []


def test_the_keys_of_a_sheet_are_those_of_the_model(real_guide: Guide) -> None:
    rows = _made(real_guide, "nl", "sheet-keys").xpath(".//tr[@class='handbook-depth-0']")
    assert [row.xpath("string(th/code)") for row in rows] == list(Worksheet.model_fields)
    needed = [row.xpath("string(th/code)") for row in rows if "moet" in row.xpath("string(th)")]
    assert needed == [name for name, field in Worksheet.model_fields.items() if field.is_required()]


def test_what_one_may_write_comes_from_the_model(real_guide: Guide) -> None:
    sheet = _rows(_made(real_guide, "nl", "sheet-keys"))
    assert sheet["paper"] == "het papier een van deze: a4, a4-landscape, a3, a3-landscape; zonder: a4"
    assert sheet["how"].endswith("lijst van 1 tot 6: tekst")
    assert "partnerschap" in sheet["recommendations"]  # the ids of the vocabulary
    assert sheet["facts"].endswith("lijst: het nummer van een feit")  # of which there are too many to list
    writing = _rows(_made(real_guide, "nl", "block-types").xpath(".//section[@id='writing']")[0])
    assert writing["lines"] == "hoeveel schrijflijnen getal van 1 tot 16; zonder: 4"
    assert writing["large"].endswith("true of false")
    figure = _rows(_made(real_guide, "nl", "block-types").xpath(".//section[@id='figure']")[0])
    assert "triangle (child, home, school)" in figure["drawing"]


def test_every_type_has_its_yaml_and_a_picture_with_words(real_guide: Guide) -> None:
    made, pictures = _made(real_guide, "fr", "block-types"), example_pictures(real_guide)
    sections = {one.get("id"): one for one in made.xpath(".//section")}
    assert set(sections) == set(MODELS)
    first, *_, last = sections
    assert (first, last) == ("header", "footer")
    shown = []
    for name, section in sections.items():
        for sample in section.xpath(".//div[@class='handbook-sample']"):
            assert sample.xpath("string(.//pre)").startswith(f"  - type: {name}\n") or name == "footer"
            picture = sample.xpath(".//img")[0]
            assert picture.get("alt").startswith("Exemple du bloc «") and len(picture.get("alt")) > 40
            address = picture.get("src").removeprefix("../../")
            image = Image.open(BytesIO(pictures[address]))
            assert image.size == (int(picture.get("width")), int(picture.get("height")))
            assert (
                len(image.convert("L").histogram()) and image.convert("L").getextrema()[0] < 100
            )  # something is drawn
            shown.append(address)
    assert sorted(shown) == sorted(pictures)


def test_every_pictogram_is_shown_with_its_name_and_its_maker(real_guide: Guide) -> None:
    made = _made(real_guide, "nl", "pictograms")
    assert {one.text for one in made.xpath(".//code")} == icon_names()
    assert len(made.xpath(".//svg")) == len(icon_names())
    assert attribution() in made.text_content()


@pytest.mark.parametrize("name", LISTS)
def test_the_page_asks_nothing_of_other_hosts(name: str, real_guide: Guide) -> None:
    assert "http" not in handbook_html(real_guide, "nl", name, URL).replace("http://www.w3.org/2000/svg", "")
