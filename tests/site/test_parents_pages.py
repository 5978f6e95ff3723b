"""What parents get in languages that the guide itself does not speak, as MkDocs built it."""

from __future__ import annotations

import json

import pytest

from guide.search import INDEX
from guide.site import Guide
from guide.strings import load_home
from guide.worksheets import read_all
from tests.support.pages import BuiltPage, Site

HOME = ("ar", "tr", "uk", "es", "pl", "ro", "bg", "pt")


def _sheets(guide: Guide) -> list[str]:
    return [slug for slug, sheet in read_all(guide)[0].items() if sheet.source.for_parents]


def _pages(site: Site, language: str) -> dict[str, BuiltPage]:
    return {url: page for url, page in site.pages.items() if url.startswith(f"{language}/")}


@pytest.mark.parametrize("language", HOME)
def test_a_home_language_has_the_page_for_parents_and_every_sheet_of_theirs(
    language: str, site: Site, real_guide: Guide
) -> None:
    slugs = _sheets(real_guide)
    assert len(slugs) == 17
    wanted = {f"{language}/ouders/"} | {f"{language}/werkbladen/{slug}/" for slug in slugs}
    assert set(_pages(site, language)) == wanted


@pytest.mark.parametrize("language", HOME)
def test_its_pages_speak_it_in_its_direction(language: str, site: Site) -> None:
    words = load_home(language)
    for url, page in _pages(site, language).items():
        assert page.one("/html/@lang") == language, url
        assert page.one("//body/@dir") == ("rtl" if language == "ar" else "ltr"), url
        assert page.one("//a[@class='skip']/text()") == words["parents.skip"], url
        assert page.one("//h1/text()").strip() != "", url
        # No word of the interface is left in another language: everything between header and sheet is its own.
        around = page.elements("//*[@data-worksheet]//button | //footer//p[not(@class)]")
        said = {" ".join(one.text_content().split()) for one in around}
        own = {" ".join(text.split()) for text in words.words.values()}
        assert {text for text in said if not text.startswith(words["parents.guide"])} <= own, url


@pytest.mark.parametrize("language", HOME)
def test_a_sheet_stands_beside_the_dutch(language: str, site: Site, real_guide: Guide) -> None:
    sheets = read_all(real_guide)[0]
    for slug in _sheets(real_guide):
        page = site.pages[f"{language}/werkbladen/{slug}/"]
        titles = page.elements("//article[contains(@class, 'ws')]//h2")
        spoken = {title.get("lang") or title.xpath("string(ancestor::*[@lang][1]/@lang)") for title in titles}
        assert {"nl", language} <= spoken, slug
        other = sheets[slug].usable(language)
        assert other and page.one("//h1/text()") == str(other.title)
        pdf = site.target(page.url, page.one("//a[@data-pdf]/@href"))
        assert pdf == (f"werkbladen/{slug}/{slug}-nl-{language}.pdf", "")
        assert site.file(pdf[0]).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("language", HOME)
def test_the_page_for_parents_lists_their_sheets_and_has_the_same_places(
    language: str, site: Site, real_guide: Guide
) -> None:
    page = site.pages[f"{language}/ouders/"]
    assert page.heading_ids() == site.pages["ouders/"].heading_ids()
    links = page.elements("//ul[@class='parents-sheets']//a")
    targets = {site.target(page.url, link.get("href")) for link in links}
    assert targets == {(f"{language}/werkbladen/{slug}/", "") for slug in _sheets(real_guide)}
    assert {one.get("lang") for one in page.elements("//ul[@class='parents-sheets']//span")} == {"nl"}


def test_every_page_for_parents_names_all_its_languages(site: Site, real_guide: Guide) -> None:
    every = [*real_guide.languages, *HOME]
    for url in ("ouders/", "fr/ouders/", "ar/ouders/", "pl/werkbladen/kennisbronnen/"):
        links = site.pages[url].elements("//nav[@class='home-switch']//a")
        assert [link.get("lang") for link in links] == every, url
        assert [link.get("lang") for link in links if link.get("aria-current")] == [site.pages[url].one("/html/@lang")]
        source = url.removeprefix("fr/").removeprefix("ar/").removeprefix("pl/")
        targets = [site.target(url, link.get("href")) for link in links]
        assert targets == [(real_guide.prefix(code) + source, "") for code in every]


def test_a_sheet_of_the_guide_leads_to_its_pages_for_parents(site: Site) -> None:
    page = site.pages["fr/werkbladen/gesprekstool/"]
    links = {
        link.get("hreflang"): site.target(page.url, link.get("href"))
        for link in page.elements("//a[@class='ws-page-link']")
    }
    assert links == {code: (f"{code}/werkbladen/gesprekstool/", "") for code in HOME}


def test_they_are_in_no_search(site: Site) -> None:
    for prefix in ("", "fr/", "en/"):
        entries = json.loads((site.root / prefix / INDEX).read_text("utf-8"))["docs"]
        assert not [one for one in entries if one["location"].partition("/")[0] in HOME]


def test_they_ask_for_no_search_and_show_no_menu_of_the_guide(site: Site) -> None:
    for page in _pages(site, "ar").values():
        assert page.elements("//*[@data-md-component='search']") == []
        assert page.elements("//nav[contains(@class, 'head__nav')]") == []


def test_the_home_page_offers_what_there_is_for_parents_in_their_own_language(site: Site) -> None:
    for url in ("", "fr/", "en/"):
        lines = {line.get("lang"): line for line in site.pages[url].elements("//*[@data-suggest]/p")}
        assert set(lines) == {"nl", "fr", "en", *HOME} - {site.pages[url].one("/html/@lang")}
        assert all(line.get("hidden") is not None for line in lines.values())
        assert site.target(url, lines["uk"].xpath("./a/@href")[0]) == ("uk/ouders/", "")
        assert lines["ar"].get("dir") == "rtl"
    lines = site.pages["aanbevelingen/communicatie/"].elements("//*[@data-suggest]/p")
    assert [line.get("lang") for line in lines] == ["fr", "en"]
