"""Lists and figures on a page, made from what the guide holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from guide.catalogue import Catalogue
from guide.content.checks import left_over
from guide.content.figures import render
from guide.content.lists import islands
from guide.problems import Problem, report
from guide.strings import load
from tests.support.guides import small_guide, write
from tests.support.written import PAGES

INDEX = """\
---
title: Doen
description: Wat je kan doen.
reviewed: 2026-11-21
---
"""
SHAKE = (PAGES["doen/kijken.md"].replace("Samen kijken", "Armen schudden").replace("[rust, lucht]", "[lucht]")).replace(
    "related: [raad/rust]", "related: []"
)
BIB = """\
kind: organisation
status: active
type: dienst
name: {nl: De bib, fr: La bibliothèque}
recommendations: [rust]
help: [raad]
audience: [team]
description: {nl: Leent boeken & spellen., fr: Prête des livres.}
not_taken_over: {nl: Lezen., fr: Lire.}
sources: [{title: Site, url: "https://bib.test/", read_on: 2026-11-21}]
verification: {checked: page}
"""
SHEET = """\
title: Vragen
audience: [team]
recommendations: [rust]
phases: [begin]
method: doen/kijken
people: [2]
minutes: [5]
group: "2"
duration: 5 minuten
materials: Een pen.
purpose: Vragen stellen.
how: [Vul in.]
short_version: Kies er één.
source: Zelf gemaakt.
licence: CC0
version: 2026-11-21
blocks:
  - {type: header, id: kop, fields: [{id: naam, label: Naam}]}
  - {type: writing, id: vraag, prompt: Wat zie je?, lines: 2}
  - {type: footer, id: voet}
"""
FIGURE = '<svg viewBox="0 0 9 9"><text>{{ top_word }}</text></svg>'
FIGURE_TEXTS = """\
alt: {nl: Een boom met één tak., fr: Un arbre et une branche.}
caption: {nl: De boom, fr: L’arbre}
words: {top-word: {nl: Tak <1>, fr: Branche}}
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    files = {
        **PAGES,
        "doen/index.md": INDEX,
        "doen/schudden.md": SHAKE,
        "helpers/bib.yml": BIB,
        "bladen/vragen/werkblad.yml": SHEET,
        "figuren/boom.svg": FIGURE,
        "figuren/boom.yml": FIGURE_TEXTS,
    }
    made = Catalogue(small_guide(tmp_path, files))
    assert report([*made.problems, *(made.pages and [])], load("nl")) == "Aantal fouten: 0"
    yield made


def _island(catalogue: Catalogue, uri: str, name: str, language: str = "nl") -> HtmlElement:
    page = catalogue.page(uri, language)
    assert page is not None
    problems: list[Problem] = []
    made = islands(catalogue, page, language, [name], problems)
    assert problems == []
    return html.fragment_fromstring(made[name], create_parent="div")


def _links(found: HtmlElement) -> list[tuple[str, str]]:
    return [(link.get("href", ""), link.text_content().strip()) for link in found.xpath(".//a")]


@pytest.mark.parametrize(
    ("uri", "name", "language", "links"),
    [
        ("raad/rust.md", "list:methods", "nl", [("../../doen/kijken/", "Samen kijken")]),
        ("raad/rust.md", "list:methods", "fr", [("../../doen/kijken/", "Regarder ensemble")]),
        (
            "doen/index.md",
            "list:methods",
            "nl",
            [("schudden/", "Armen schudden"), ("kijken/", "Samen kijken")],
        ),
        ("doen/kijken.md", "list:methods", "nl", [("../schudden/", "Armen schudden")]),
        ("doen/kijken.md", "list:related", "nl", [("../../raad/rust/", "2. Rust eerst")]),
        ("doen/kijken.md", "list:partners", "nl", [("../../helpers/bib/", "De bib")]),
        ("doen/kijken.md", "list:partners", "fr", [("../../helpers/bib/", "La bibliothèque")]),
        ("doen/kijken.md", "list:worksheets", "nl", [("../../bladen/vragen/", "Vragen")]),
        ("doen/kijken.md", "list:sources", "fr", [("../../over/bronnen/#boek", "Le livre")]),
        ("doen/kijken.md", "list:cases", "nl", []),
        ("raad/rust.md", "list:partners", "nl", []),
    ],
)
def test_a_list_links_to_what_it_names(
    uri: str, name: str, language: str, links: list[tuple[str, str]], catalogue: Catalogue
) -> None:
    assert _links(_island(catalogue, uri, name, language)) == links


def test_an_empty_list_says_so(catalogue: Catalogue) -> None:
    assert _island(catalogue, "doen/kijken.md", "list:cases").text_content().strip() == "Hier staat nog niets."


def test_recommendations_come_by_number_and_link_only_to_what_is_written(catalogue: Catalogue) -> None:
    found = _island(catalogue, "index.md", "list:recommendations")
    titles = [" ".join(one.text_content().split()) for one in found.xpath(".//p[@class='card__title']")]
    assert titles == ["1. Lucht", "2. Rust"]
    assert _links(found) == [("raad/rust/", "2. Rust")]


def test_sheets_are_told_apart_by_who_they_are_for(catalogue: Catalogue) -> None:
    assert len(_links(_island(catalogue, "index.md", "list:worksheets-team"))) == 1
    assert _links(_island(catalogue, "index.md", "list:worksheets-parents")) == []


def _sheet(catalogue: Catalogue, slug: str, **changes: str) -> None:
    """Another sheet: SHEET with other lines."""
    text = SHEET.replace("title: Vragen", f"title: {slug.capitalize()}")
    for key, value in changes.items():
        text = re.sub(rf"^{key}: .*$", f"{key}: {value}" if value else f"# {key}", text, flags=re.MULTILINE)
    write(catalogue.guide.docs, {f"bladen/{slug}/werkblad.yml": text})


def test_pages_show_the_sheets_that_name_them_without_a_list_by_hand(catalogue: Catalogue) -> None:
    _sheet(catalogue, "adem", recommendations="[lucht, rust]", method="")
    _sheet(catalogue, "raam", recommendations="[lucht]", method="doen/schudden")
    _sheet(catalogue, "zucht", recommendations="[lucht]", method="")
    shown = {
        uri: [name for _, name in _links(_island(catalogue, uri, "list:worksheets"))]
        for uri in ("raad/rust.md", "doen/schudden.md", "doen/kijken.md", "index.md")
    }
    # "vragen" names recommendation and method; doen/schudden.md names no sheet itself but for the copied `worksheets`.
    assert shown == {
        "raad/rust.md": ["Adem", "Vragen"],
        "doen/schudden.md": ["Raam", "Vragen"],
        "doen/kijken.md": ["Vragen"],
        "index.md": [],
    }
    sheets = _island(catalogue, "doen/schudden.md", "list:in-short").xpath(".//div[@class='in-short__sheets']//a")
    assert [one.get("href") for one in sheets] == ["../../bladen/raam/", "../../bladen/vragen/"]


def test_sheets_for_somebody_are_a_short_list(catalogue: Catalogue) -> None:
    found = _island(catalogue, "index.md", "list:worksheets-for team")
    assert [" ".join(one.text_content().split()) for one in found.xpath(".//li")] == ["Vragen 5 minuten"]
    assert found.xpath(".//img") == []


def test_bundles_and_poster_are_listed_by_what_they_hold(catalogue: Catalogue) -> None:
    _sheet(catalogue, "adem", recommendations="[lucht, rust]", method="")
    found = _island(catalogue, "index.md", "list:worksheet-bundles")
    lines = [" ".join(one.text_content().split()) for one in found.xpath(".//li")]
    assert [line for line in lines if "werkblad" in line.partition(",")[2]] == [
        "Alle werkbladen pdf met inhoud, 2 werkbladen",
        "Werkbladen bij aanbeveling 1 Lucht · pdf, 1 werkblad",
        "Werkbladen bij aanbeveling 2 Rust · pdf, 2 werkbladen",
    ]
    assert lines[-1].endswith("affiche op A3")
    assert all(href.startswith("bladen/") and href.endswith("-nl.pdf") for href, _ in _links(found))


def test_the_card_of_a_method_says_all_in_short(catalogue: Catalogue) -> None:
    found = _island(catalogue, "doen/kijken.md", "list:in-short", "fr")
    terms = [one.text_content().strip() for one in found.xpath(".//dt")]
    values = [one.text_content().strip() for one in found.xpath(".//dd")]
    assert dict(zip(terms, values, strict=True)) == {
        "Objectif": "Voir ce qui existe déjà.",
        "Groupe": "2 à 4",
        "Durée": "10 minutes",
        "Matériel": "Rien.",
        "Type": "Action",
        "Phase": "Début",
        "Pour qui": "Équipe",
        "Recommandation": "Calme · Air",
    }
    assert [href for href, _ in _links(found)] == ["../../bladen/vragen/"]


def test_text_from_data_is_text(catalogue: Catalogue) -> None:
    page = catalogue.page("doen/kijken.md", "nl")
    assert page is not None
    assert "Leent boeken &amp; spellen." in islands(catalogue, page, "nl", ["list:partners"], [])["list:partners"]


@pytest.mark.parametrize(
    ("language", "alt", "caption", "word"),
    [("nl", "Een boom met één tak.", "De boom", "Tak <1>"), ("fr", "Un arbre et une branche.", "L’arbre", "Branche")],
)
def test_a_figure_has_a_name_a_caption_and_words(
    language: str, alt: str, caption: str, word: str, catalogue: Catalogue
) -> None:
    page = "doen/kijken.md"
    found = _island(catalogue, page, "figure:boom", language)
    assert found.xpath("string(.//*[@role='img']/@aria-label)") == alt
    assert found.xpath("string(.//figcaption)") == caption
    assert found.xpath("string(.//svg/text)") == word


def test_an_unknown_figure_is_told_whole(tmp_path: Path) -> None:
    rust = PAGES["raad/rust.md"].replace("Neem tijd.", "/// figure | struik\n///")
    files = {"raad/rust.md": rust, "figuren/boom.svg": FIGURE, "figuren/boom.yml": FIGURE_TEXTS}
    catalogue = Catalogue(small_guide(tmp_path, files))
    problems: list[Problem] = []
    islands(catalogue, catalogue.original("raad/rust.md"), "nl", ["figure:boom", "figure:struik"], problems)
    assert report(problems, load("nl")) == (
        "docs/raad/rust.md:11\n"
        "  Gevonden: de figuur struik bestaat niet\n"
        "  Verwacht: een van deze: boom\n"
        "  Zo herstel je het: verbeter de naam of teken de figuur eerst\n\n"
        "Aantal fouten: 1"
    )


def test_a_figure_that_lacks_a_language_is_told_whole(tmp_path: Path) -> None:
    texts = FIGURE_TEXTS.replace(", fr: L’arbre", "")
    guide = small_guide(tmp_path, {"figuren/boom.svg": FIGURE, "figuren/boom.yml": texts})
    problems: list[Problem] = []
    assert render(guide, "boom", "nl", problems) == ""
    assert report(problems, load("nl")) == (
        "docs/figuren/boom.yml:2\n"
        "  Gevonden: ontbrekende talen: fr; talen te veel: –\n"
        "  Verwacht: een tekst in elk van deze talen: nl, fr\n"
        "  Zo herstel je het: vul de ontbrekende talen aan\n\n"
        "Aantal fouten: 1"
    )


def test_a_drawing_without_words_file_is_a_fault(tmp_path: Path) -> None:
    guide = small_guide(tmp_path, {"figuren/boom.svg": FIGURE})
    problems: list[Problem] = []
    assert render(guide, "boom", "nl", problems) == ""
    assert [one.code for one in problems] == ["file_missing"]


def test_a_drawing_that_uses_a_word_it_lacks_is_a_fault(tmp_path: Path) -> None:
    texts = FIGURE_TEXTS.replace("top-word", "other-word")
    guide = small_guide(tmp_path, {"figuren/boom.svg": FIGURE, "figuren/boom.yml": texts})
    problems: list[Problem] = []
    assert render(guide, "boom", "nl", problems) == ""
    assert len(problems) == 1 and problems[0].file.startswith("docs/figuren/boom.")


@pytest.mark.parametrize(
    ("rendered", "places"),
    [
        ("<p>Tekst.</p>", []),
        ("<p>a // b</p><p>https://x/y///z</p>", []),
        ("<p>/// raad | Zo</p>", ["raad | Zo"]),
        ("<p>/// raad | Zo\nTekst.\n///</p>", ["raad | Zo"]),
        ("<p>Tekst.</p>\n<p>///</p>", ["///"]),
    ],
)
def test_what_is_left_of_a_block_is_found_once(rendered: str, places: list[str], catalogue: Catalogue) -> None:
    page = catalogue.page("raad/rust.md", "nl")
    assert page is not None
    assert [one.values["near"] for one in left_over(page, rendered)] == places
