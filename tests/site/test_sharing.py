"""What programs show of every page of the real guide when somebody sends its address."""

from __future__ import annotations

import io
import re
from collections import Counter

import pytest
from PIL import Image

from guide.site import Guide
from guide.strings import load
from tests.support.pages import BuiltPage, Site

LONGEST = 160  # characters that programs show of a description


@pytest.fixture(scope="module")
def pages(site: Site, real_guide: Guide) -> list[BuiltPage]:
    letters = {kind.letter for kind in real_guide.vocabulary.kinds.values()}
    found = list(site.guide_pages(letters))
    languages = {page.one("/html/@lang") for page in found}
    assert len(found) > 1000 and languages == set(real_guide.vocabulary.languages)
    return found


def said(page: BuiltPage, name: str) -> str:
    return page.one(f"//head/meta[@property='{name}' or @name='{name}']/@content")


def test_every_page_has_a_card_in_its_language(pages: list[BuiltPage], site: Site, real_guide: Guide) -> None:
    seen = set()
    for page in pages:
        address, language = said(page, "og:image"), page.one("/html/@lang")
        assert address.startswith(real_guide.absolute(f"assets/cards/{language}/"))
        data = site.file(address.removeprefix(real_guide.site_url)).read_bytes()
        with Image.open(io.BytesIO(data)) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630))
        sizes = [said(page, f"og:image:{part}") for part in ("type", "width", "height")]
        assert sizes == ["image/png", "1200", "630"] and said(page, "twitter:card") == "summary_large_image"
        spoken = said(page, "og:image:alt")
        assert all(word in spoken for word in re.findall(r"\w+", said(page, "og:title"))), page.url
        seen.add(address)
    assert len(seen) == len(pages), "two pages with one card"
    drawn = {path.relative_to(site.root).as_posix() for path in (site.root / "assets" / "cards").rglob("*.png")}
    assert drawn == {one.removeprefix(real_guide.site_url) for one in seen}, "cards of no page"


def test_the_cards_together_are_no_burden(site: Site) -> None:
    sizes = [path.stat().st_size for path in (site.root / "assets" / "cards").rglob("*.png")]
    assert max(sizes) < 120_000 and sum(sizes) / len(sizes) < 40_000


def test_every_page_says_where_it_is_and_in_which_languages(pages: list[BuiltPage], real_guide: Guide) -> None:
    locales = {code: one.locale for code, one in real_guide.vocabulary.languages.items()}
    for page in pages:
        assert said(page, "og:url") == page.one("//link[@rel='canonical']/@href"), page.url
        others = page.all("//head/meta[@property='og:locale:alternate']/@content")
        assert said(page, "og:locale") == locales[page.one("/html/@lang")] not in others
        assert said(page, "og:type") == ("website" if page.url in {"", "fr/", "en/"} else "article")
    known = {page.url: page for page in pages}
    assert {"fr_BE", "en_GB", "ar_AR"} <= set(known["ouders/"].all("//meta[@property='og:locale:alternate']/@content"))
    assert known["visie/waarom/"].all("//meta[@property='og:locale:alternate']/@content") == ["fr_BE", "en_GB"]
    assert said(known["fr/visie/waarom/"], "article:modified_time").startswith("20")
    assert said(known["fr/"], "og:title") == said(known["fr/"], "og:site_name") == "Faire école ensemble"


def test_descriptions_are_whole_and_of_the_page_alone(pages: list[BuiltPage]) -> None:
    twice = Counter((page.one("/html/@lang"), said(page, "description")) for page in pages)
    assert [one for one, number in twice.items() if number > 1] == []
    for page in pages:
        text = said(page, "description")
        assert 0 < len(text) <= LONGEST and not text.endswith("…"), (page.url, text)
        assert text == said(page, "og:description")


def test_a_page_for_what_is_not_there_says_so(site: Site, real_guide: Guide) -> None:
    for language in real_guide.languages:
        page = site.pages[f"{real_guide.prefix(language)}404.html"]
        assert said(page, "description") == load(language)["site.not_found_text"]
        assert said(page, "og:image") == real_guide.absolute(f"assets/cards/{language}/index.png")
        assert not page.all("//meta[@property='og:url']")


def test_a_short_address_has_the_card_of_its_page(site: Site, real_guide: Guide) -> None:
    letters = {kind.letter for kind in real_guide.vocabulary.kinds.values()}
    short = [page for url, page in site.pages.items() if url.partition("/")[0] in letters]
    assert len(short) > 300
    for page in short:
        assert site.file(said(page, "og:image").removeprefix(real_guide.site_url)).is_file(), page.url
    card = said(site.pages["a/communicatie/"], "og:image")
    assert card == said(site.pages["aanbevelingen/communicatie/"], "og:image")
