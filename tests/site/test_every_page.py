"""What holds for every page that is built, also for short addresses, cards for other sites and pages of home languages.

What only a browser can tell of them: tests/browser/test_every_page.py.
"""

from __future__ import annotations

from collections import defaultdict

from guide.site import Guide
from tests.support.pages import BuiltPage, Site

CANONICAL = "//head/link[@rel='canonical']/@href"


def _language(page: BuiltPage, guide: Guide) -> str:
    """The language whose folder a page is in."""
    others = (code for code in guide.vocabulary.languages if code != guide.source_language)
    return next((code for code in others if page.url.startswith(f"{code}/")), guide.source_language)


def test_every_page_says_its_language(site: Site, real_guide: Guide) -> None:
    wrong = {url: page.all("/html/@lang") for url, page in site.pages.items()}
    assert {url: said for url, said in wrong.items() if said != [_language(site.pages[url], real_guide)]} == {}


def test_every_page_has_one_heading_of_the_first_level_and_one_main_part(site: Site) -> None:
    found = {
        url: (len(page.elements("//h1[normalize-space()]")), len(page.elements("//main | //*[@role='main']")))
        for url, page in site.pages.items()
    }
    assert {url: numbers for url, numbers in found.items() if numbers != (1, 1)} == {}


def test_every_page_has_a_title_of_its_own_in_its_language(site: Site, real_guide: Guide) -> None:
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for url, page in site.pages.items():
        title = page.one("//head/title/text()").strip()
        assert title, url
        # Two addresses of one page, such as /a/2/ and /a/communicatie/, have one title.
        named[_language(page, real_guide), title].add("".join(page.all(CANONICAL)) or url)
    assert {title: pages for title, pages in named.items() if len(pages) > 1} == {}
