"""What a browser really fetches for the first view, and that nothing moves while a page comes with late fonts."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route

from guide.weight import Scale
from guide.weight.files import faces, imported
from guide.weight.page import read_page
from tests.browser.kinds import KINDS
from tests.support.browsing import DESKTOP, PHONE, visiting
from tests.support.pages import Site

LATE = 1500  # milliseconds that every font is on its way
STEADY = 0.02
# Each layout shift without the reader's doing, also those before the page asked.
WATCH = """() => {
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.moved += one.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""
# Every kind once, by turns on a phone and a desktop and in a language of the site, and what parents get.
LANGUAGES = ("", "fr/", "en/")
STEADY_PAGES = [
    ((PHONE, DESKTOP)[number % 2], LANGUAGES[number % 3] + url) for number, url in enumerate(KINDS.values())
] + [
    (PHONE, "werkbladen/gesprekstool/"), (PHONE, "partners/"), (DESKTOP, "partners/"), (PHONE, "w/gesprekstool/talen/"),
    (PHONE, "ar/ouders/"), (DESKTOP, "ar/ouders/"), (PHONE, "ar/werkbladen/gesprekstool/"),
    (DESKTOP, "uk/werkbladen/samen-lezen/"), (PHONE, "uk/ouders/"),
]  # fmt: skip
WEIGHED = ["", "aanbevelingen/communicatie/", "methodieken/", "methodieken/gesprekstool/", "werkbladen/",
           "fr/werkbladen/gesprekstool/", "partners/", "partners/foyer/", "partners/mijn-lijst/", "over/vertalingen/",
           "ouders/", "ar/werkbladen/gesprekstool/", "uk/ouders/", "partners/embed/"]  # fmt: skip


@pytest.mark.xdist_group("browser-1")
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_first_view_fetches_nothing_that_is_not_weighed(
    size: tuple[int, int], home: str, site: Site, browser: Browser
) -> None:
    for url in WEIGHED:
        path = site.file(url).resolve()
        page = read_page(path, site.root.resolve())
        known = (
            page.styles | imported(page.modules) | page.scripts | page.others | page.data | page.pictures | page.later
        )
        known |= {path} | {face.file for style in page.styles for face in faces(style) if face.has(page.letters)}
        with visiting(browser, home, size=size) as visit:
            visit.go(url)
            fetched = {site.file(urlsplit(one).path.lstrip("/")).resolve() for one in visit.requests}
        assert {str(one.relative_to(site.root.resolve())) for one in fetched - known} == set(), url
        # What is weighed in fonts is what comes, or more.
        fonts = sum(one.stat().st_size for one in fetched if one.suffix == ".woff2")
        weighed = Scale(site.root, site.root.parent / "overrides").weigh(path).parts["fonts"]
        assert weighed >= fonts, url


def _into(held: list[Route], freed: Event) -> Callable[[Route], None]:
    """What comes later than all the others is not held for ever."""
    return lambda route: route.continue_() if freed.is_set() else held.append(route)


@pytest.mark.xdist_group("browser-0")
def test_nothing_moves_when_fonts_come_late_and_scripts_run(home: str, browser: Browser) -> None:
    moved: dict[str, float] = {}
    for size, url in STEADY_PAGES:
        with visiting(browser, home, size=size) as visit:
            held, freed = list[Route](), Event()
            visit.page.add_init_script(f"({WATCH})()")
            visit.page.route("**/*.woff2", _into(held, freed))
            visit.page.goto(home + url, wait_until="domcontentloaded")
            visit.page.wait_for_timeout(LATE)
            if not held and "embed" not in url:  # a slow browser asks for its first font now
                visit.page.wait_for_event("request", lambda request: request.url.endswith(".woff2"))
            freed.set()
            for route in held:
                route.continue_()
            visit.settle()
            visit.page.evaluate("() => document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
            moved[f"{url} {size[0]}"] = visit.page.evaluate("() => window.moved")
    assert {url: value for url, value in moved.items() if value >= STEADY} == {}
