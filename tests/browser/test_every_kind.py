"""Each kind of page in each language, opened as a reader does: usable, quiet, and asking nothing of other hosts.

axe-core looks at every page in test_every_page.py, which does not open it but writes it into a frame. Here it looks at
one language of each kind, so that a difference between the two would show.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import addresses, visits
from tests.support.browsing import PHONE, SMALL, Visit, until, visiting
from tests.support.project import ROOT

STICKING_OUT = """(limit) => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > limit + 1)
  .slice(-3).map((one) => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`)"""
# Of the three languages of each kind one, by turns.
OPENED = {name for number, name in enumerate(addresses()) if number % 3 == number // 3 % 3}
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
VISITS = [
    # Two groups, so that two cores share the work.
    pytest.param(name, url, scheme, id=f"{name}-{scheme}", marks=pytest.mark.xdist_group(f"browser-{number % 2}"))
    for number, (name, url, scheme) in enumerate(visits())
]


def faults(page: Page) -> list[str]:
    """What axe-core finds: rule, help, and the elements."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("() => axe.run({resultTypes: ['violations']})")
    assert len(found["passes"]) > 3
    return [
        f"{one['id']}: {one['help']} {[' '.join(map(str, node['target'])) for node in one['nodes']][:6]}"
        for one in found["violations"]
    ]


@pytest.mark.parametrize(("name", "url", "scheme"), VISITS)
def test_a_page_is_quiet_and_at_home(name: str, url: str, scheme: str, home: str, browser: Browser) -> None:
    if name == "short":
        _look_at_short_address(url, scheme, home, browser)
        return
    with visiting(browser, home, scheme=scheme) as visit:
        page = visit.go(url)
        _is_quiet(visit, url)
        if name in OPENED:
            assert faults(page) == []
        assert _sticking_out(page) == {}


def _look_at_short_address(url: str, scheme: str, home: str, browser: Browser) -> None:
    """It sends readers on at once, so the script that does is kept away."""
    with visiting(browser, home, scheme=scheme) as visit:
        visit.page.route("**/go.mjs", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page = visit.go(url)
        assert page.url.endswith(url)
        _is_quiet(visit, url)
        assert _sticking_out(page) == {}


def _sticking_out(page: Page) -> dict[int, list[str]]:
    """By the width of a phone, what makes the page scroll sideways there."""
    found: dict[int, list[str]] = {}
    page.evaluate("() => document.fonts.ready.then(() => true)")
    for width, height in (PHONE, SMALL):
        page.set_viewport_size({"width": width, "height": height})
        if page.evaluate("() => document.scrollingElement.scrollWidth") > width:
            found[width] = page.evaluate(STICKING_OUT, width)
    return found


def _is_quiet(visit: Visit, url: str) -> None:
    assert visit.elsewhere() == []
    assert visit.complaints == []
    assert visit.failed == []
    assert visit.page.context.cookies() == []


@pytest.mark.xdist_group("browser-1")
def test_figures_have_names_and_every_picture_arrives(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = visit.go("fr/aanbevelingen/communicatie/")
        names = page.eval_on_selector_all(
            "figure [role=img]", "all => all.map((one) => one.getAttribute('aria-label'))"
        )
        assert len(names) == 2 and all(len(name) > 20 for name in names)
        captions = page.locator("figure figcaption").all_text_contents()
        assert len(captions) == 2 and all(captions)
        page = visit.go("werkbladen/")
        page.eval_on_selector_all("img", "all => all.forEach((one) => { one.loading = 'eager'; })")
        until(page, "() => [...document.images].every((one) => one.complete)")
        sizes = page.eval_on_selector_all("img", "all => all.map((one) => one.naturalWidth)")
        assert sizes and min(sizes) > 100
