"""What changed, on the real site: a page and a feed in each language, and nothing in them that leads nowhere."""

from __future__ import annotations

import re

import feedparser
import pytest
from lxml import html

from guide.catalogue import Catalogue
from guide.site import Guide
from tests.support.atom import faults
from tests.support.pages import Site

LANGUAGES = ("nl", "fr", "en")


def _page(site: Site, guide: Guide, language: str) -> html.HtmlElement:
    changes = Catalogue(guide).changes
    assert changes
    return site.pages[guide.page_url(changes.page, language)].tree


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_valid_and_every_address_in_it_is_there(language: str, site: Site, real_guide: Guide) -> None:
    data = (site.root / real_guide.prefix(language) / "feed.xml").read_bytes()
    assert faults(data) == []
    read = feedparser.parse(data)
    assert not read.bozo and read.feed.language == language and read.entries
    links = [one.href for one in read.feed.links] + [one.link for one in read.entries]
    for entry in read.entries:
        links += html.fragment_fromstring(entry.content[0].value, create_parent="div").xpath("//a/@href")
    assert len(links) > 10
    for link in links:
        assert link.startswith(real_guide.site_url), link
        path, _, anchor = link.removeprefix(real_guide.site_url).partition("#")
        assert site.file(path).is_file(), link
        assert not anchor or anchor in site.pages[path].ids, link


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_release_that_the_feed_tells_of(language: str, site: Site, real_guide: Guide) -> None:
    page = _page(site, real_guide, language)
    read = feedparser.parse((site.root / real_guide.prefix(language) / "feed.xml").read_bytes())
    shown = page.xpath("//section[@class='changes__release']/h3")
    assert [one.get("id") for one in shown] == [one.link.partition("#")[2] for one in read.entries]
    assert [one.get("aria-label") for one in shown] == [re.sub(r" \([\d.]+\)$", "", one.title) for one in read.entries]
    assert len(page.xpath("//section[@class='changes__release'][last()]//li")) >= 12
    (feed,) = page.xpath("//*[@class='changes-feed']/a")
    assert feed.text == real_guide.absolute(f"{real_guide.prefix(language)}feed.xml")


def test_every_page_names_the_feed_of_its_language(site: Site, real_guide: Guide) -> None:
    """And none in a rel of that one word, of which the theme's script would fetch a sitemap on every page."""
    home = {code for code in real_guide.vocabulary.languages if code not in real_guide.languages}
    short = {kind.letter for kind in real_guide.vocabulary.kinds.values()}
    wrong, told = {}, 0
    for page in site.guide_pages(short | {"embed"}):
        named = page.all("//link[@type='application/atom+xml']/@href")
        language = page.one("/html/@lang")
        expected = [] if language in home else [(f"{real_guide.prefix(language)}feed.xml", "")]
        found = [site.target(page.url, one) for one in named]
        told += bool(found)
        if found != expected or any(one.split() != ["alternate", "feed"] for one in page.all("//link[@type]/@rel")
                                    if "alternate" in one):  # fmt: skip
            wrong[page.url] = named
    assert wrong == {} and told > 100


def test_the_page_is_found_in_the_menu_of_each_language(site: Site, real_guide: Guide) -> None:
    changes = Catalogue(real_guide).changes
    assert changes
    for language in LANGUAGES:
        start = site.pages[real_guide.prefix(language)]
        targets = {site.target(start.url, link) for link in start.all("//footer//a/@href")}
        assert (real_guide.page_url(changes.page, language), "") in targets
