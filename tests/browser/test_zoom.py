"""Large, enlarged, spread out: nothing is cut off, and nobody scrolls sideways (WCAG 2.2: 1.4.4, 1.4.10, 1.4.12)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import HOME, KINDS, SHARED
from tests.support.browsing import DESKTOP, SMALL, start
from tests.support.looking import looking, lost

pytestmark = pytest.mark.xdist_group("browser-0")
PAGES = {kind: url for kind, url in (KINDS | HOME | SHARED).items() if kind != "short"}
# What WCAG 1.4.12 lets readers ask for.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""
# As a reader's own style sheet: the policy of the site lets a page add no style element.
DRESS = "(css) => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }"
# How much of the window things keep to themselves while the page moves under them.
KEPT = """() => [...document.querySelectorAll("body *")]
  .filter((one) => ["sticky", "fixed"].includes(getComputedStyle(one).position) && looking.isVisible(one))
  .map((one) => one.getBoundingClientRect())
  .filter(({ top, bottom, width }) => bottom > 0 && top < innerHeight && width > innerWidth / 2)
  .reduce((sum, { height }) => sum + height, 0) / innerHeight"""


@pytest.fixture(scope="module")
def large_letters(browser: Browser) -> Iterator[Browser]:
    """A Chromium whose reader asked for letters of twice the size."""
    opened = start(browser.browser_type, "--blink-settings=defaultFontSize=32")
    yield opened
    opened.close()


def _fits(page: Page) -> None:
    page.evaluate("() => document.fonts.ready.then(() => true)")
    assert page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") <= 0
    assert lost(page) == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_enlarged_four_times_is_read_by_scrolling_down(kind: str, home: str, browser: Browser) -> None:
    """A window of 1280 by 1024, enlarged four times."""
    with looking(browser, home, size=(320, 256), device_scale_factor=4, locale="fr-BE") as visit:
        page = visit.go(PAGES[kind])
        # Who comes in another language is offered it, once; that line goes when it is answered.
        page.evaluate("() => document.querySelector('[data-suggest]')?.remove()")
        _fits(page)
        page.evaluate("() => scrollTo({top: 700, behavior: 'instant'})")
        assert page.evaluate(KEPT) < 0.1


@pytest.mark.parametrize(("number", "kind"), list(enumerate(PAGES)))
def test_spread_letters_and_lines_lose_nothing(number: int, kind: str, home: str, browser: Browser) -> None:
    with looking(browser, home, size=(DESKTOP, SMALL)[number % 2]) as visit:
        page = visit.go(PAGES[kind])
        page.evaluate(DRESS, SPACED)
        _fits(page)


@pytest.mark.parametrize("kind", ["home", "recommendation", "worksheets", "sheet-parents", "partners", "my-list"])
def test_letters_of_twice_the_size_lose_nothing(kind: str, home: str, large_letters: Browser) -> None:
    with looking(large_letters, home) as visit:
        page = visit.go(PAGES[kind])
        assert page.evaluate("() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)") == 40
        _fits(page)
