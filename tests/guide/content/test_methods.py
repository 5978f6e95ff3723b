"""The list of methods, with choices over them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from guide.catalogue import Catalogue
from guide.content import lists
from guide.content.methods import index_uri, search_html
from guide.content.model import MethodPage
from guide.site import Guide
from tests.support.guides import small_guide
from tests.support.written import PAGES

BARE = PAGES["doen/kijken.md"].replace("worksheets: [vragen]\npartners: [bib]\n", "")
LOOK = BARE.replace("duration: 10 minuten\n", "duration: 10 minuten\nminutes: [8, 10]\npeople: [2, 4]\n")
SHAKE = BARE.replace("Samen kijken", "Armen schudden").replace("[rust, lucht]", "[lucht]")


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    pages = {name: PAGES[name] for name in ("index.md", "raad/rust.md", "raad/rust.fr.md", "doen/kijken.fr.md")}
    return Catalogue(small_guide(tmp_path, {**pages, "doen/kijken.md": LOOK, "doen/schudden.md": SHAKE}))


def _made(catalogue: Catalogue, language: str = "nl") -> HtmlElement:
    return html.fragment_fromstring(search_html(catalogue, language))


def test_methods_stand_under_their_first_recommendation(catalogue: Catalogue) -> None:
    groups = _made(catalogue).xpath(".//section[@data-group]")
    assert [(one.get("id"), one.xpath(".//li[@data-id]/@data-id")) for one in groups] == [
        ("lucht", ["schudden"]),
        ("rust", ["kijken"]),
    ]
    assert _made(catalogue).xpath(".//section//h3/a/@href") == ["../raad/rust/"]


def test_a_card_says_what_it_is_for_how_long_and_with_how_many(catalogue: Catalogue) -> None:
    card = _made(catalogue).xpath(".//li[@data-id='kijken']")[0]
    assert [(one.text, one.get("href")) for one in card.xpath(".//h4/a")] == [("Samen kijken", "kijken/")]
    assert card.xpath("string(.//p)") == "Zien wat er al is."
    facts = [" ".join(one.text_content().split()) for one in card.xpath(".//ul/li")]
    assert facts == ["Soort: Actie", "Duur: 10 minuten", "Groep: 2 tot 4"]
    values = {key: card.get(f"data-{key}") for key in ("recommendation", "kind", "time", "people", "audience", "phase")}
    assert values == {
        "recommendation": "rust lucht", "kind": "actie", "time": "10 15 20 30 45 60 90", "people": "2-4",
        "audience": "team", "phase": "begin",
    }  # fmt: skip


def test_a_method_that_does_not_say_how_long_it_takes_is_found_by_no_time(catalogue: Catalogue) -> None:
    card = _made(catalogue).xpath(".//li[@data-id='schudden']")[0]
    assert (card.get("data-time"), card.get("data-people")) == ("", "")


def test_a_method_that_is_not_translated_is_not_in_the_list(catalogue: Catalogue) -> None:
    assert _made(catalogue, "fr").xpath(".//li/@data-id") == ["kijken"]
    assert _made(catalogue, "fr").xpath("string(.//*[@data-status])") == "1 méthode"


def test_a_page_with_such_a_list_gets_its_template(catalogue: Catalogue) -> None:
    assert lists.template("Tekst.\n\n/// list | method-search\n///\n") == "choices.html"
    assert lists.template("Tekst.\n\n///  list |method-search  \n///") == "choices.html"
    assert lists.template("Tekst.\n\n/// list | methods\n///\n") is None
    assert index_uri(catalogue) == "doen/index.md"


def test_every_method_of_the_guide_can_be_found_by_time_and_people(real_guide: Guide) -> None:
    fronts = [page.front for page in Catalogue(real_guide).of_kind("method")]
    assert len(fronts) >= 36
    assert [
        front.title for front in fronts if isinstance(front, MethodPage) and not (front.minutes and front.people)
    ] == []
