"""With the keyboard alone: along every kind of page, and through all that a page lets its readers do."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.strings import load
from tests.browser.kinds import HOME, KINDS, SHARED
from tests.support.browsing import DESKTOP, EVERYTHING, PHONE, until
from tests.support.looking import focused, looking, walk

pytestmark = pytest.mark.xdist_group("browser-1")
WORDS = load("nl")
# Each at one width, by turns; the short address sends its reader on.
ROADS = [
    (kind, url, size)
    for number, (kind, url) in enumerate((KINDS | HOME | SHARED).items())
    for size in ([DESKTOP, PHONE] if EVERYTHING else [(DESKTOP, PHONE)[number % 2]])
    if kind != "short"
]


def _press(page: Page, key: str, until: str, most: int = 60) -> None:
    """Press a key until what a selector finds has the focus. AssertionError when it never does."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", until):
            return
    raise AssertionError(f"{until} is not within {most} times {key}: {focused(page)}")


@pytest.mark.parametrize(("kind", "url", "size"), ROADS, ids=[f"{kind}-{size[0]}" for kind, _, size in ROADS])
def test_tab_leads_along_the_page_and_the_focus_is_never_out_of_sight(
    kind: str, url: str, size: tuple[int, int], home: str, browser: Browser
) -> None:
    """Of a large field half a third is enough: the place where one writes is in it (WCAG 2.2, 2.4.11)."""
    with looking(browser, home, size=size) as visit:
        page = visit.go(url)
        stops = walk(page)
        assert [one for one in stops if not one["visible"] or one["seen"] < 0.3] == []
        assert len(stops) >= 5


def test_shift_and_tab_lead_back_by_the_same_road(home: str, browser: Browser) -> None:
    with looking(browser, home) as visit:
        page = visit.go("visie/")
        there = [one["name"] for one in walk(page)]
        back = [one["name"] for one in walk(page, "Shift+Tab")]
        assert len(there) > 30
        assert back[: len(there)] == there[::-1]


@pytest.mark.parametrize(
    "url", ["", "visie/", "partners/", "partners/foyer/", "werkbladen/gesprekstool/", "ar/ouders/"]
)
def test_the_skip_link_takes_the_focus_along(url: str, home: str, browser: Browser) -> None:
    with looking(browser, home) as visit:
        page = visit.go(url)
        page.keyboard.press("Tab")
        expect(page.locator("a.skip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#__main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("() => !document.activeElement.closest('.head')")


def test_the_menu_that_the_focus_leaves_closes_behind_it(home: str, browser: Browser) -> None:
    with looking(browser, home, size=PHONE) as visit:
        page = visit.go("visie/")
        _press(page, "Tab", ".head__menu summary")
        page.keyboard.press("Enter")
        expect(page.locator(".head__menu nav")).to_be_visible()
        page.keyboard.press("Shift+Tab")
        expect(page.locator(".head__menu nav")).not_to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        _press(page, "Tab", ".head__menu [lang=en]")
        page.keyboard.press("Tab")
        expect(page.locator(".head__menu nav")).not_to_be_visible()
        stop = focused(page)
        assert stop and stop["seen"] == 1, stop


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_a_key_changes_the_colours(key: str, home: str, browser: Browser) -> None:
    with looking(browser, home) as visit:
        page = visit.go("over/")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        _press(page, "Tab", "[data-scheme-key]")
        page.keyboard.press(key)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        expect(page.locator("[data-scheme-key]")).to_be_focused()
        page.keyboard.press(key)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_search_opens_answers_and_gives_the_focus_back(size: tuple[int, int], home: str, browser: Browser) -> None:
    field, results = "[data-md-component=search-query]", ".md-search-result__item"
    with looking(browser, home, size=size) as visit:
        page = visit.go("visie/")
        until(page, "() => !document.querySelector('.md-search-result__meta').textContent.endsWith('…')")
        if size == PHONE:
            _press(page, "Tab", "[data-opens=__search]")
            before = "[data-opens=__search]"
            page.keyboard.press("Enter")
        else:
            _press(page, "Tab", ".page__share a")
            before = ".page__share a"
            page.keyboard.press("/")
        expect(page.locator(field)).to_be_focused()
        page.keyboard.insert_text("tolk")  # at once: each letter would have an answer that takes the focus along
        expect(page.locator(results).first).to_be_visible()
        page.keyboard.press("ArrowDown")
        expect(page.locator(f"{results} a").first).to_be_focused()
        for _ in range(6):
            stop = focused(page)
            assert stop and stop["seen"] > 0.9, stop
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(page.locator(before)).to_be_focused()
        expect(page.locator(results).first).not_to_be_visible()
        # By Tab, and on with Tab: the box closes, and nothing of it keeps the focus.
        _press(page, "Shift+Tab", "[data-opens=__search]" if size == PHONE else field)
        if size == PHONE:
            page.keyboard.press("Enter")
        expect(page.locator(field)).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator(results).first).not_to_be_visible()
        page.keyboard.press("Tab")
        stop = focused(page)
        assert stop and stop["visible"] and stop["seen"] == 1, stop


def test_a_partner_is_found_seen_on_the_map_and_kept(home: str, browser: Browser) -> None:
    with looking(browser, home) as visit:
        page = visit.go("partners/")
        expect(page.locator("[data-partners][data-ready]")).to_have_count(1)
        status = page.locator("[data-partners] .filters-count")
        before = status.inner_text()
        _press(page, "Tab", ".filters-chip input")
        page.keyboard.press("Space")
        expect(status).not_to_have_text(before)
        _press(page, "Tab", ".partners-card h4 a")
        _press(page, "Tab", ".picks-button")
        name = page.evaluate("() => document.activeElement.dataset.name")
        page.keyboard.press("Space")
        expect(page.locator(":focus")).to_have_attribute("aria-pressed", "true")
        expect(page.locator("[data-picks-status]")).to_contain_text(name)
        # The map comes when it is near: with two columns it is in sight.
        expect(page.locator("[data-map][data-ready]")).to_have_count(1)
        _press(page, "Tab", "[data-by=in]", most=200)
        page.keyboard.press("Enter")
        expect(page.locator("[data-zoomed]")).not_to_be_empty()
        _press(page, "Shift+Tab", ".partners-bubble")
        page.keyboard.press("Enter")
        expect(page.locator("[data-seat-chip]")).to_be_visible()
        assert page.evaluate("() => document.activeElement !== document.body")


def test_a_sheet_is_filled_in_and_erased(home: str, browser: Browser) -> None:
    with looking(browser, home) as visit:
        page = visit.go("werkbladen/zelfscan-sleutels/")
        _press(page, "Tab", "[data-open]")
        page.keyboard.press("Enter")
        expect(page.locator("[data-panel] input").first).to_be_focused()
        page.keyboard.type("De Boomhut")
        _press(page, "Tab", "[data-keep]")
        page.keyboard.press("Space")
        _press(page, "Tab", "[data-stage] [type=radio]")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        assert page.locator("[data-stage] [type=radio]:checked").count() == 1
        _press(page, "Tab", "[data-stage] textarea", most=200)
        page.keyboard.type("Samen aan tafel")
        page.on("dialog", lambda dialog: dialog.accept())
        _press(page, "Shift+Tab", "[data-erase]", most=200)
        page.keyboard.press("Enter")
        expect(page.locator("[data-status]")).not_to_be_empty()
        assert page.locator("[data-stage] [type=radio]:checked").count() == 0
        expect(page.locator("[data-keep]")).to_be_focused()  # the button is gone; its neighbour took over


@pytest.mark.parametrize("opener", [".page__share a", "h2 > .headerlink"])
def test_the_dialog_with_links_holds_the_focus_and_gives_it_back(opener: str, home: str, browser: Browser) -> None:
    with looking(browser, home) as visit:
        page = visit.go("aanbevelingen/communicatie/")
        _press(page, "Tab", opener, most=90)
        page.keyboard.press("Enter")
        dialog = page.get_by_role(
            "dialog", name=re.compile(re.escape(WORDS["share.page"]) if "share" in opener else "")
        )
        expect(dialog.last).to_be_visible()
        until(page, "() => document.activeElement.closest('dialog[open]')")
        for key in ["Tab"] * 14 + ["Shift+Tab"] * 16:
            page.keyboard.press(key)
            # After the last one a browser goes by its own tools: the page has the focus then, and nothing behind.
            assert page.evaluate(
                "() => document.activeElement === document.body || !!document.activeElement.closest('dialog[open]')"
            )
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)
        assert page.evaluate("(wanted) => document.activeElement.matches(wanted)", opener)


@pytest.mark.parametrize("url", ["werkbladen/", "methodieken/"])
def test_choices_are_made_and_undone(url: str, home: str, browser: Browser) -> None:
    with looking(browser, home, size=PHONE) as visit:
        page = visit.go(url)
        expect(page.locator("[data-sheets][data-ready]")).to_have_count(1)
        status = page.locator("[data-status]")
        everything = status.inner_text()
        _press(page, "Tab", "[data-more] > summary")
        page.keyboard.press("Enter")
        _press(page, "Tab", ".filters-chip input")
        page.keyboard.press("Space")
        expect(status).not_to_have_text(everything)
        _press(page, "Tab", "[data-clear]")
        page.keyboard.press("Enter")
        expect(status).to_have_text(everything)
        assert page.evaluate("() => !!document.activeElement.closest('.filters-form')")
