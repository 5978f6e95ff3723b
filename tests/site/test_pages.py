"""Every page of the real guide, as MkDocs built it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from guide.catalogue import Catalogue
from guide.site import Guide
from tests.support.pages import BuiltPage, Site

ANCHORS = Path(__file__).parent / "cases" / "anchors.txt"


@pytest.fixture(scope="module")
def letters(real_guide: Guide) -> set[str]:
    home = set(real_guide.vocabulary.languages) - set(real_guide.languages)  # see test_parents_pages.py
    return {kind.letter for kind in real_guide.vocabulary.kinds.values()} | home


@pytest.fixture(scope="module")
def pages(site: Site, letters: set[str]) -> list[BuiltPage]:
    found = list(site.guide_pages(letters))
    assert len(found) > 100
    return found


@pytest.fixture(scope="module")
def urls(real_guide: Guide) -> list[str]:
    """Every page that the content asks for, in the source language."""
    catalogue = Catalogue(real_guide)
    cards = catalogue.worksheet_cards("nl") + catalogue.partner_cards("nl")
    assert {card.kind for card in cards} == {"worksheet", "partner"}
    return [real_guide.page_url(uri, "nl") for uri in catalogue.pages] + [card.url for card in cards]


def _language(page: BuiltPage, guide: Guide) -> str:
    return next((code for code in guide.languages[1:] if page.url.startswith(f"{code}/")), guide.source_language)


def test_every_page_exists_in_every_language(
    site: Site, urls: list[str], pages: list[BuiltPage], real_guide: Guide
) -> None:
    wanted = {real_guide.prefix(language) + url for url in urls for language in real_guide.languages}
    assert {page.url for page in pages} == wanted


def test_every_page_says_its_language(pages: list[BuiltPage], real_guide: Guide) -> None:
    said = {page.url: page.one("/html/@lang") for page in pages}
    assert said == {page.url: _language(page, real_guide) for page in pages}


def test_every_page_has_a_title_of_its_own_in_its_language(pages: list[BuiltPage], real_guide: Guide) -> None:
    titles = Counter(page.one("//head/title/text()") for page in pages)
    twice = {title for title, number in titles.items() if number > 1}
    # An institution keeps its name in every language, so only the name of the guide tells these apart.
    assert twice == set()
    names = {"nl": "Samen school maken", "fr": "Faire école ensemble", "en": "Making school together"}
    assert [
        page.url for page in pages if names[_language(page, real_guide)] not in page.one("//head/title/text()")
    ] == []


def test_every_page_has_a_description_that_a_search_engine_shows_whole(pages: list[BuiltPage]) -> None:
    lengths = {page.url: len(page.one("//head/meta[@name='description']/@content")) for page in pages}
    assert {url: length for url, length in lengths.items() if not 20 <= length <= 320} == {}


def test_every_page_names_its_own_address(pages: list[BuiltPage], real_guide: Guide) -> None:
    named = {page.url: page.one("//head/link[@rel='canonical']/@href") for page in pages}
    assert named == {page.url: real_guide.absolute(page.url) for page in pages}


def test_every_page_has_one_title_and_it_is_not_empty(pages: list[BuiltPage]) -> None:
    titles = {page.url: [one.text_content().strip() for one in page.elements("//h1")] for page in pages}
    assert {url: found for url, found in titles.items() if len(found) != 1 or not found[0]} == {}


def test_headings_skip_no_level(pages: list[BuiltPage]) -> None:
    skipping = {}
    for page in pages:
        levels = [int(one.tag[1]) for one in page.elements("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if jumps or levels[0] != 1:
            skipping[page.url] = levels
    assert skipping == {}


def test_no_id_stands_twice(pages: list[BuiltPage]) -> None:
    twice = {page.url: [one for one, number in Counter(page.ids).items() if number > 1] for page in pages}
    assert {url: found for url, found in twice.items() if found} == {}


def test_every_heading_of_a_written_page_has_an_address(site: Site, real_guide: Guide) -> None:
    """Cards of the partner search and buttons of the list are no sections; those of the home page have an id."""
    lacking = {}
    tools = "ancestor::*[contains(@class, 'partners-') or contains(@class, 'picks-tool')]"
    for uri in Catalogue(real_guide).pages:
        page = site.pages[real_guide.page_url(uri, "fr")]
        headings = f"//article//*[self::h2 or self::h3 or self::h4][not({tools})]"
        found = [one.text_content() for one in page.elements(f"{headings}[not(@id)][not(ancestor::section[@id])]")]
        if found:
            lacking[page.url] = found
    assert lacking == {}


def test_no_heading_has_an_id_made_by_counting(pages: list[BuiltPage]) -> None:
    counted = {page.url: [one for one in page.heading_ids() if re.search(r"_\d+$", one)] for page in pages}
    assert {url: found for url, found in counted.items() if found} == {}


def test_headings_have_the_same_ids_in_every_language(site: Site, urls: list[str], real_guide: Guide) -> None:
    differing = {}
    for url in urls:
        ids = {
            language: site.pages[real_guide.prefix(language) + url].heading_ids() for language in real_guide.languages
        }
        if len({tuple(found) for found in ids.values()}) > 1:
            differing[url] = ids
    assert differing == {}


def test_every_planned_anchor_is_there_in_every_language(site: Site, real_guide: Guide) -> None:
    lines = [line for line in ANCHORS.read_text("utf-8").splitlines() if line.startswith("/")]
    assert len(lines) > 100
    missing = []
    for line in lines:
        url, _, anchor = line.removeprefix("/").partition("#")
        for language in real_guide.languages:
            page = site.pages.get(real_guide.prefix(language) + url)
            if page is None or anchor not in page.ids:
                missing.append(f"{language}: {line}")
    assert missing == []


def test_nothing_of_the_markup_is_left_over(pages: list[BuiltPage]) -> None:
    marks = re.compile(r"/{3,}|\{#|\{\{|\}\}|\{%|data-island|\bL\d\.\d-\d\d\b|<!--|\*\*|\]\(")
    found = {page.url: marks.search(page.text()) for page in pages}
    assert {url: match.group() for url, match in found.items() if match} == {}
    islands = [page.url for page in pages if page.all("//@data-island")]
    assert islands == []


def test_no_word_of_the_interface_is_missing(pages: list[BuiltPage]) -> None:
    """A label that the strings lack would come out as its key or as a placeholder."""
    odd = re.compile(r"\b(site|list|box|partner|worksheet|short)\.[a-z_]+\b|\{[a-z_]+\}")
    found = {page.url: odd.search(page.text()) for page in pages}
    assert {url: match.group() for url, match in found.items() if match} == {}


def test_every_picture_has_a_text_for_who_does_not_see_it(pages: list[BuiltPage]) -> None:
    without = {page.url: page.all("//img[not(@alt)]/@src") for page in pages}
    assert {url: found for url, found in without.items() if found} == {}
    nameless = {page.url: page.all("//*[@role='img'][not(normalize-space(@aria-label))]/@class") for page in pages}
    assert {url: found for url, found in nameless.items() if found} == {}


def test_every_page_offers_to_improve_its_text(site: Site, real_guide: Guide) -> None:
    link = "//li[contains(@class, 'page__edit')][1]/a/@href"
    page = site.pages["fr/aanbevelingen/communicatie/"]
    assert page.one(link).endswith("/edit/main/docs/aanbevelingen/communicatie.fr.md")
    catalogue = Catalogue(real_guide)
    lacking = [uri for uri in catalogue.pages if not site.pages[real_guide.page_url(uri, "nl")].all(link)]
    assert lacking == []


def test_scripts_and_handlers_stand_in_files(pages: list[BuiltPage]) -> None:
    handlers = {page.url: page.all("//@*[starts-with(name(), 'on')]") for page in pages}
    assert {url: found for url, found in handlers.items() if found} == {}


def test_every_recommendation_leads_to_its_handout_and_so_does_the_overview(site: Site, real_guide: Guide) -> None:
    catalogue = Catalogue(real_guide)
    for page in catalogue.of_kind("recommendation"):
        for language in catalogue.pages[page.uri]:
            url, overview = (real_guide.page_url(uri, language) for uri in (page.uri, "aanbevelingen/index.md"))
            name = f"{page.id}-{language}.pdf"
            assert site.pages[url].all("//p[@class='page__handout']/a/@href") == [name]
            assert f"{page.id}/{name}" in site.pages[overview].all("//p[@class='card__handout']/a/@href")
            assert (site.root / url / name).read_bytes().startswith(b"%PDF")
