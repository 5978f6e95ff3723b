"""The languages beside one another: the switch, the search, the sitemap, the pages for what is not there."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from lxml import etree

from guide.search import INDEX, SETTINGS
from guide.site import Guide
from tests.support.pages import Site

SWITCH = "//header//nav[contains(@class, 'head__languages')]//a"
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _letters(guide: Guide) -> set[str]:
    """The folders of pages that are no pages of the guide: short addresses, what parents get in home languages."""
    return {kind.letter for kind in guide.vocabulary.kinds.values()} | _home(guide)


def _home(guide: Guide) -> set[str]:
    return set(guide.vocabulary.languages) - set(guide.languages)


def _source(url: str, guide: Guide) -> str:
    """The address of a page without the folder of its language."""
    language = next((code for code in guide.languages[1:] if url.startswith(f"{code}/")), guide.source_language)
    return url.removeprefix(guide.prefix(language))


def test_the_switch_leads_to_the_same_page_in_every_language(site: Site, real_guide: Guide) -> None:
    wrong = {}
    for page in site.guide_pages(_letters(real_guide)):
        url = _source(page.url, real_guide)
        wanted = {(code, real_guide.prefix(code) + url) for code in real_guide.languages}
        found = set()
        for link in page.elements(SWITCH):
            target = site.target(page.url, link.get("href", ""))
            found.add((link.get("hreflang"), target[0] if target else None))
            assert link.get("lang") == link.get("hreflang")
        if found != wanted:
            wrong[page.url] = found
    assert wrong == {}


def test_the_switch_marks_the_language_of_the_page(site: Site, real_guide: Guide) -> None:
    for page in site.guide_pages(_letters(real_guide)):
        marked = {link.get("hreflang") for link in page.elements(SWITCH) if link.get("aria-current")}
        assert marked == {page.one("/html/@lang")}, page.url


@pytest.mark.parametrize(
    ("url", "language", "title", "prefix"),
    [
        ("404.html", "nl", "Deze pagina bestaat niet", ""),
        ("fr/404.html", "fr", "Cette page n’existe pas", "fr/"),
        ("en/404.html", "en", "This page does not exist", "en/"),
    ],
)
def test_every_language_has_a_page_for_what_is_not_there(
    url: str, language: str, title: str, prefix: str, site: Site
) -> None:
    page = site.pages[url]
    assert page.one("/html/@lang") == language
    assert page.one("//h1/text()") == title
    # It is shown at any address, so its links start at the root of the host.
    assert all(link.startswith(("/", "#", "http")) for link in page.links())
    assert site.target("", page.one("//article//a[contains(@class, 'button')]/@href")) == (prefix, "")
    switch = {link.get("hreflang"): site.target("", link.get("href", "")) for link in page.elements(SWITCH)}
    assert switch == {"nl": ("", ""), "fr": ("fr/", ""), "en": ("en/", "")}
    # A host may show this page for all languages: it says in each where to go on.
    ways = {
        li.get("lang"): site.target("", li.xpath(".//a/@href")[0])
        for li in page.elements("//ul[@class='elsewhere']/li")
    }
    assert ways.pop("ar") == ("ar/ouders/", "")
    assert set(ways) > {"nl", "fr", "en"} - {language}


def test_the_sitemap_names_every_page_in_every_language(site: Site, real_guide: Guide) -> None:
    tree = etree.parse(str(site.root / "sitemap.xml"))
    found: dict[str, dict[str, str]] = {}
    for entry in tree.iterfind("s:url", NAMESPACES):
        place = entry.findtext("s:loc", "", NAMESPACES)
        links = {one.get("hreflang", ""): one.get("href", "") for one in entry.iterfind("x:link", NAMESPACES)}
        found[place] = links
    pages = [page.url for page in site.guide_pages(_letters(real_guide))]
    parents = {url for url in site.pages if url.partition("/")[0] in _home(real_guide)}
    assert set(found) == {real_guide.absolute(url) for url in (*pages, *parents)}
    for url in (*pages, *parents):
        source = _source(url, real_guide)
        source = source.partition("/")[2] if url in parents else source
        codes = (*real_guide.languages, *(code for code in _home(real_guide) if f"{code}/{source}" in parents))
        wanted = {code: real_guide.absolute(real_guide.prefix(code) + source) for code in codes}
        assert found[real_guide.absolute(url)] == wanted


def test_the_compressed_sitemap_says_the_same(site: Site) -> None:
    packed = gzip.decompress((site.root / "sitemap.xml.gz").read_bytes())
    assert packed == (site.root / "sitemap.xml").read_bytes()


def _index(site: Site, prefix: str) -> Any:
    return json.loads((site.root / prefix / INDEX).read_text("utf-8"))


def test_a_search_index_holds_the_pages_of_its_language_and_no_other(site: Site, real_guide: Guide) -> None:
    for language in real_guide.languages:
        prefix = real_guide.prefix(language)
        index = _index(site, prefix)
        settings = json.loads((site.root / prefix / SETTINGS).read_text("utf-8"))
        assert settings["config"]["lang"] == [language]
        assert settings["config"]["index"] == f"{prefix}{INDEX}"
        assert settings["docs"] == []
        pages = {entry["location"].partition("#")[0] for entry in index["docs"]}
        wanted = {
            page.url.removeprefix(prefix)
            for page in site.guide_pages(_letters(real_guide))
            if page.one("/html/@lang") == language
        }
        # A home page made of cards has no text of its own to find.
        assert pages - {""} == wanted - {""}


def test_a_search_index_speaks_its_language(site: Site) -> None:
    """By the words that each language uses most: names and titles in another language are far fewer."""
    words = {"": " een ", "fr/": " une ", "en/": " the "}
    for prefix, word in words.items():
        texts = " ".join(
            f"{one['title']} {one.get('lead', '')} {one['text']}" for one in _index(site, prefix)["docs"]
        ).lower()
        others = sum(texts.count(other) for other in words.values() if other != word)
        assert texts.count(word) > 150, prefix
        assert others < texts.count(word) / 10, prefix


def test_a_sheet_is_found_by_its_words_in_the_language_of_the_page(site: Site) -> None:
    def text(prefix: str, url: str) -> str:
        return " ".join(one["text"] for one in _index(site, prefix)["docs"] if one["location"] == url)

    dutch, french = text("", "werkbladen/gesprekstool/"), text("fr/", "werkbladen/gesprekstool/")
    assert "Wat doen we samen?" in dutch and "Vul in op het scherm" not in dutch
    assert "Que faisons-nous ensemble" in french and "Wat doen we samen?" not in french


def test_every_search_result_leads_to_its_anchor(site: Site, real_guide: Guide) -> None:
    wrong = []
    for language in real_guide.languages:
        prefix = real_guide.prefix(language)
        for entry in _index(site, prefix)["docs"]:
            url, _, anchor = entry["location"].partition("#")
            if anchor and anchor not in site.pages[prefix + url].ids:
                wrong.append(prefix + entry["location"])
    assert wrong == []


@pytest.mark.parametrize("url", ["", "over/", "fr/", "fr/over/", "fr/over/bronnen/", "en/partners/"])
def test_a_page_searches_the_index_of_its_language(url: str, site: Site, real_guide: Guide) -> None:
    page = site.pages[url]
    base = json.loads(page.one("//script[@id='__config']/text()"))["base"]
    assert site.target(url, f"{base}/search/search_index.json") == (
        f"{real_guide.prefix(page.one('/html/@lang'))}search/search_index.json",
        "",
    )
