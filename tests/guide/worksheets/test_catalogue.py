"""The catalogue: what it shows of each sheet, what may be chosen, and how many sheets each choice finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from guide.site import Guide, open_guide
from guide.worksheets.catalogue import search_html
from guide.worksheets.translate import stamp_files
from tests.guide.worksheets.conftest import SHEET

TEAM = """\
title: Éérst tellen
audience: [team, directie]
recommendations: [partnerschap, communicatie]
phases: [beginsituatie]
paper: a3-landscape
sizes: [a4]
group: het hele team
duration: een uur
purpose: Tellen wie er is. En wie niet.
how: [Tel.]
short_version: Tel één klas.
source: Zelf bedacht.
licence: CC BY-SA 4.0
version: 2026-11-21
people: [6, 40]
minutes: [50, 60]
materials: Een pen.
blocks:
  - {type: header, id: kop}
  - {type: writing, id: vraag, prompt: Hoeveel?}
  - {type: footer, id: voet}
"""


@pytest.fixture
def guide(small: Guide, sheet_file: Path, turkish_file: Path) -> Guide:
    """Two more sheets: one for the team on A3, and one of which only a page stands on A3."""
    changes = {
        "a3-landscape": "a4", "sizes: [a4]\n": "", "id: vraag": "id: vraag, page_break: true, paper: a3",
        "Éérst tellen": "Affiche", "[partnerschap, communicatie]": "[communicatie]", "[6, 40]": "[1]",
    }  # fmt: skip
    poster = TEAM
    for old, new in changes.items():
        poster = poster.replace(old, new)
    for slug, text in {"tellen": TEAM, "affiche": poster}.items():
        folder = sheet_file.parent.parent / slug
        folder.mkdir()
        (folder / "werkblad.yml").write_text(text, "utf-8")
    stamp_files(small, {turkish_file.resolve()}, "machine")
    return small


def _made(guide: Guide, language: str = "nl") -> HtmlElement:
    return html.fragment_fromstring(search_html(guide, language))


def _options(made: HtmlElement, key: str) -> dict[str, int]:
    """The number that stands behind each value of a choice."""
    boxes = made.xpath(f".//input[@name='{key}']")
    if boxes:
        return {one.get("value"): int(one.getparent().xpath("string(*[@data-count])")) for one in boxes}
    options = made.xpath(f".//select[@name='{key}']/option[@data-name]")
    return {one.get("value"): int(one.text.rpartition("(")[2].rstrip(")")) for one in options}


def test_sheets_stand_under_their_first_recommendation_by_title(guide: Guide) -> None:
    groups = {
        group.get("id"): group.xpath(".//li[@data-id]/@data-id")
        for group in _made(guide).xpath(".//section[@data-group]")
    }
    assert groups == {"partnerschap": ["tellen", "praten"], "communicatie": ["affiche"]}


def test_a_recommendation_is_a_link_only_when_it_is_written(guide: Guide) -> None:
    assert _made(guide).xpath(".//section//h3/a") == []
    page = guide.docs / "aanbevelingen" / "communicatie.md"
    page.parent.mkdir()
    page.write_text("", "utf-8")
    assert _made(guide).xpath(".//section//h3/a/@href") == ["../aanbevelingen/communicatie/"]
    assert _made(guide).xpath(".//ul[@class='sheets-jump']//a/@href") == ["#partnerschap", "#communicatie"]


def test_a_card_says_what_a_teacher_asks_first(guide: Guide) -> None:
    card = _made(guide).xpath(".//li[@data-id='tellen']")[0]
    picture = card.xpath(".//img")[0]
    assert dict(picture.attrib) == {
        "src": "tellen/tellen-nl.png",
        "alt": "",
        "width": "720",
        "height": "509",
        "loading": "lazy",
        "decoding": "async",
    }
    assert [(one.text, one.get("href")) for one in card.xpath(".//h4/a")] == [("Éérst tellen", "tellen/")]
    assert card.xpath("string(.//p)") == "Tellen wie er is. En wie niet."  # too short to be cut
    facts = [" ".join(one.text_content().split()) for one in card.xpath(".//ul/li")]
    assert facts == ["Tijd: een uur", "Groep: het hele team", "Papier: A3 liggend, A4", "Alleen in: Nederlands"]
    parents = _made(guide, "fr").xpath(".//li[@data-id='praten']")[0]
    assert parents.xpath("string(.//li[contains(@class, 'languages')])") == "Bilingue\u00a0: turc"


@pytest.mark.parametrize(
    ("key", "counts"),
    [
        ("recommendation", {"partnerschap": 2, "communicatie": 2}),
        ("audience", {"directie": 2, "ouder": 1, "team": 2}),
        ("phase", {"beginsituatie": 2, "uitproberen": 1}),
        ("time", {"10": 1, "60": 3}),  # 15 to 45 minutes find no more than 10
        ("people", {"1-1": 1, "2-4": 1, "5-12": 1, "13-": 1}),
        ("paper", {"a4": 2, "a3": 2}),  # a sheet with one page on A3 needs A3
        ("language", {"home": 1, "nl": 3, "tr": 1}),
    ],
)
def test_every_choice_says_how_many_sheets_it_finds(key: str, counts: dict[str, int], guide: Guide) -> None:
    assert _options(_made(guide), key) == counts


def test_quick_entries_come_from_the_vocabulary_and_find_something(guide: Guide) -> None:
    entries = _made(guide).xpath(".//a[@data-entry]")
    found = [(one.get("href"), " ".join(one.text_content().split())) for one in entries]
    # No sheet is for pupils, so that entry is not there.
    assert found == [("?time=10", "Past in tien minuten 1"), ("?language=home", "In een thuistaal 1")]


def test_the_time_of_a_quick_entry_may_be_chosen(guide: Guide) -> None:
    vocabulary = guide.docs / "vocabulary.yml"
    vocabulary.write_text(vocabulary.read_text("utf-8").replace("- {time: 10,", "- {time: 12,"), "utf-8")
    changed = open_guide(guide.root, guide.docs, guide.languages, guide.site_url)
    assert _options(_made(changed), "time") == {"10": 1, "12": 1, "60": 3}


def test_a_hundred_sheets_stay_light(guide: Guide, sheet_file: Path) -> None:
    for number in range(97):
        folder = sheet_file.parent.parent / f"blad-{number}"
        folder.mkdir()
        (folder / "werkblad.yml").write_text(SHEET, "utf-8")
    made = search_html(guide, "nl")
    assert made.count("<img ") == 100 == made.count('loading="lazy"')
    assert len(made.encode()) < 200_000
