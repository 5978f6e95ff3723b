"""The addresses on which others may count: every page and place of the plan, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.catalogue import Catalogue
from guide.content.html import html as html_of
from guide.pages import islands_in
from guide.permalinks.addresses import is_short, join, split
from guide.permalinks.built import scan
from guide.site import Guide
from guide.strings import load
from tests.support.pages import Site

PLAN = (Path(__file__).parent / "cases" / "addresses.txt").read_text("utf-8").split()


def test_the_plan_is_read() -> None:
    assert len(PLAN) > 900 and all(one.startswith("/") for one in PLAN)


@pytest.mark.parametrize("prefix", ["", "fr/", "en/"])
def test_every_place_of_the_plan_is_there(prefix: str, site: Site) -> None:
    gone = []
    for address in PLAN:
        page, _, anchor = address.removeprefix("/").partition("#")
        found = site.pages.get(prefix + page)
        if found is None or (anchor and anchor not in found.ids):
            gone.append(address)
    assert gone == []


@pytest.fixture(scope="module")
def catalogue(built_guide: Guide) -> Catalogue:
    """What the guide holds."""
    return Catalogue(built_guide)


def _places(catalogue: Catalogue) -> dict[str, set[str]]:
    """All that a partner may want to point at, by its page: the anchors that must be there, "" for the page itself."""
    guide, vocabulary = catalogue.guide, catalogue.guide.vocabulary
    found: dict[str, set[str]] = {}

    def add(uri: str, *anchors: str) -> None:
        found.setdefault(guide.page_url(uri, guide.source_language), set()).update(anchors)

    for uri, pages in catalogue.pages.items():
        page = pages[guide.source_language]
        add(uri, *(heading.id for heading in page.headings))  # sections, and the steps of a method
        for name in islands_in(html_of(page.source.body, guide.source_language)):
            kind, _, argument = name.partition(":")
            if kind == "figure":
                add(uri, f"{load(guide.source_language)['figure.id']}-{argument}")
    for identifier in vocabulary.recommendations:
        add(f"{catalogue.folder('recommendation')}/{identifier}.md")
    for kind, cards in (
        ("worksheet", catalogue.worksheet_cards(guide.source_language)),
        ("partner", catalogue.partner_cards(guide.source_language)),
    ):
        for card in cards:
            add(f"{catalogue.folder(kind)}/{card.id}.md")
    for source in vocabulary.sources.values():
        add(vocabulary.sources_page, source.anchor)
    assert catalogue.glossary is not None
    add(catalogue.glossary.page, *catalogue.glossary.terms)
    return found


def test_everything_that_can_be_pointed_at_has_the_same_id_in_every_language(site: Site, catalogue: Catalogue) -> None:
    guide, places = catalogue.guide, _places(catalogue)
    assert len(places) > 130 and sum(map(len, places.values())) > 900
    steps = [one for anchors in places.values() for one in anchors if one.startswith("stap-")]
    figures = [one for anchors in places.values() for one in anchors if one.startswith("figuur-")]
    assert len(steps) > 150 and len(figures) > 8
    built = scan(site.root)
    lacking = {
        f"{guide.prefix(code)}{url}#{anchor}"
        for url, anchors in places.items()
        for code in guide.languages
        for anchor in (anchors or {""})
        if not built.has(join(guide, code, f"{url or './'}" + (f"#{anchor}" if anchor else "")))
    }
    assert lacking == set()


def test_every_page_has_the_same_places_in_every_language(site: Site, built_guide: Guide) -> None:
    """What the register promises of a page, it promises in each language of the site."""
    built, differs = scan(site.root), {}
    for url, anchors in built.pages.items():
        language, plain = split(built_guide, url)
        if language == built_guide.source_language and not is_short(built_guide, url):
            for code in built_guide.languages[1:]:
                if (theirs := built.pages.get(join(built_guide, code, plain))) != anchors:
                    differs[join(built_guide, code, plain)] = theirs and theirs ^ anchors
    assert differs == {}


def test_everything_with_a_page_of_its_own_has_a_short_address(site: Site, catalogue: Catalogue) -> None:
    guide = catalogue.guide
    kinds = {kind.folder: kind.letter for kind in guide.vocabulary.kinds.values()}
    built, lacking = scan(site.root), []
    cards = [*catalogue.worksheet_cards("nl"), *catalogue.partner_cards("nl")]
    urls = [card.url for card in cards]
    for kind in guide.vocabulary.kinds:
        urls += [guide.page_url(page.uri, "nl") for page in catalogue.of_kind(kind)]
    for url in urls:
        folder, _, rest = url.partition("/")
        if not is_short(guide, f"{kinds[folder]}/{rest}") or f"{kinds[folder]}/{rest}" not in built.pages:
            lacking.append(url)
    assert len(urls) > 100 and lacking == []
