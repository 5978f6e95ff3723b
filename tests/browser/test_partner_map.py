"""The map of the partners in a real browser: larger and smaller by every hand, where a partner works, paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.support.browsing import PHONE, Visit, until, visiting

pytestmark = pytest.mark.xdist_group("browser-0")
READY = "[data-map][data-ready]"
SIZES = """() => ["path.partners-land", ".partners-dot", ".partners-name"]
  .map((one) => document.querySelector(one).getBoundingClientRect().width)"""
# Click and look in one go: what an animation would still have to do is not there yet.
AT_ONCE = """(by) => {
  document.querySelector(`[data-by=${by}]`).click();
  return document.querySelector("[data-map]").dataset.zoom;
}"""
SHOWN = """(all) => all.filter((one) => one.checkVisibility())
  .map((one) => [one.closest("[data-name]").dataset.name, one.textContent])"""


def _open(visit: Visit, query: str = "") -> Locator:
    page = visit.go(f"partners/{query}")
    page.locator("[data-frame]").scroll_into_view_if_needed()
    page.mouse.move(1, 1)  # the reader has begun, so the map may fetch what it needs
    expect(page.locator(READY)).to_have_count(1)
    expect(page.locator("[data-partners][data-ready]")).to_have_count(1)
    return page.locator("[data-map]")


def _zoom(svg: Locator) -> float:
    return float(svg.get_attribute("data-zoom") or 1)


def test_buttons_enlarge_the_map_and_leave_bubbles_and_names_their_size(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        svg = _open(visit)
        page = visit.page
        land, dot, name = page.evaluate(SIZES)
        assert page.evaluate(AT_ONCE, "in") == "1.60"  # without animation, as the reader asked
        assert page.evaluate(AT_ONCE, "in") == "2.56"
        larger, same_dot, same_name = page.evaluate(SIZES)
        assert larger == pytest.approx(land * 2.56, rel=0.02)
        assert (same_dot, same_name) == (pytest.approx(dot, abs=1), pytest.approx(name, abs=1))
        expect(page.locator("[data-zoomed]")).to_have_text("Kaart 2,6 keer vergroot")
        assert page.evaluate(AT_ONCE, "out") == "1.60"
        page.get_by_role("button", name="Hele kaart").click()
        assert _zoom(svg) == 1
        assert page.evaluate(SIZES)[0] == pytest.approx(land, abs=1)
        assert visit.complaints == [] and visit.elsewhere() == []


def test_keys_work_while_the_map_has_the_focus_and_nowhere_else(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        svg = _open(visit)
        page, view = visit.page, "one => getComputedStyle(one.querySelector('.partners-view')).transform"
        page.keyboard.press("+")
        assert _zoom(svg) == 1
        svg.focus()
        page.keyboard.press("+")
        assert _zoom(svg) == 1.6
        before = svg.evaluate(view)
        page.keyboard.press("ArrowLeft")
        assert svg.evaluate(view) != before
        # A bubble that lies outside comes into sight with the focus, and its filter works.
        for _ in range(4):
            page.keyboard.press("+")
        assert _zoom(svg) == 8
        outside = """one => [...one.querySelectorAll("[data-place]")].filter((place) => {
          const [at, frame] = [place.querySelector(".partners-dot"), one].map((part) => part.getBoundingClientRect());
          return at.left < frame.left || at.right > frame.right || at.top < frame.top || at.bottom > frame.bottom;
        }).map((place) => place.dataset.place)"""
        hidden = svg.evaluate(outside)
        assert hidden
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("() => document.activeElement.dataset.place") == hidden[0]:
                break
        assert page.evaluate("() => document.activeElement.dataset.place") == hidden[0]
        assert hidden[0] not in svg.evaluate(outside)
        page.keyboard.press("0")
        assert _zoom(svg) == 1
        page.keyboard.press("Enter")
        expect(page.locator("[data-seat-chip]")).to_be_visible()


def test_the_wheel_scrolls_the_page_unless_it_is_meant_for_the_map(home: str, browser: Browser) -> None:
    with visiting(browser, home, size=(700, 600)) as visit:
        svg = _open(visit)
        page = visit.page
        box = svg.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 20)
        top = page.evaluate("() => scrollY")
        page.mouse.wheel(0, -100)
        until(page, "(top) => scrollY < top", arg=top)
        assert _zoom(svg) == 1
        page.keyboard.down("Control")
        page.mouse.wheel(0, -100)
        page.keyboard.up("Control")
        until(page, "() => Number(document.querySelector('[data-map]').dataset.zoom) > 1")


def test_two_fingers_enlarge_the_map_and_one_scrolls_the_page(home: str, browser: Browser) -> None:
    with visiting(browser, home, size=PHONE, has_touch=True, is_mobile=True) as visit:
        svg = _open(visit)
        page = visit.page
        fingers = page.context.new_cdp_session(page)

        def touch(kind: str, *places: tuple[float, float]) -> None:
            points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
            fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        def middle() -> tuple[float, float]:
            svg.evaluate("one => one.scrollIntoView({block: 'center', behavior: 'instant'})")
            box = svg.bounding_box()
            assert box
            return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

        x, y = middle()
        top = page.evaluate("() => scrollY")
        touch("touchStart", (x - 20, y), (x + 20, y))
        for apart in (30, 45, 60):
            touch("touchMove", (x - apart, y), (x + apart, y))
        touch("touchEnd")
        until(page, "() => Number(document.querySelector('[data-map]').dataset.zoom) > 2")
        assert page.evaluate("() => visualViewport.scale") == 1  # the page itself stayed as it was
        assert page.evaluate("() => scrollY") == top
        enlarged = _zoom(svg)

        x, y = middle()
        top = page.evaluate("() => scrollY")
        touch("touchStart", (x, y))
        for down in (20, 60, 100, 140):
            touch("touchMove", (x, y - down))
        touch("touchEnd")
        until(page, "(top) => scrollY > top + 50", arg=top)
        assert _zoom(svg) == enlarged


def test_a_card_shows_its_seat_and_the_area_in_which_it_works(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        _open(visit, "?find=foyer")
        page = visit.page
        card = page.locator(".partners-card[data-id=foyer]")
        seat, area = card.get_attribute("data-seat"), card.get_attribute("data-area")
        assert (seat, area) == ("sint-jans-molenbeek", "brussel")
        page.mouse.move(2, 2)
        card.hover()
        expect(page.locator(f".partners-tiles [data-place={seat}]")).to_have_class("partners-pointed")
        expect(page.locator("[data-scheme].partners-pointed")).to_have_count(1)
        expect(page.locator("path.partners-works")).to_have_count(1)
        expect(page.locator(".partners-tiles .partners-works")).to_have_count(19)
        page.mouse.move(2, 2)
        expect(page.locator(".partners-works")).to_have_count(0)
        card.get_by_role("link").first.focus()
        expect(page.locator("path.partners-works")).to_have_count(1)
        page.locator("#partners-find").focus()
        expect(page.locator(".partners-works")).to_have_count(0)


def test_paper_shows_the_whole_map_and_counts_what_the_list_holds(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        _open(visit, "?seat=gent")
        page = visit.page
        page.evaluate(AT_ONCE, "in")
        page.emulate_media(media="print")
        expect(page.locator(".partners-zoom")).not_to_be_visible()
        assert page.locator(".partners-view").evaluate("one => getComputedStyle(one).transform") == "none"
        cards = page.locator(".partners-card:not([hidden])")
        listed = cards.evaluate_all(
            "all => all.map((one) => [one.dataset.id, one.querySelector('[data-number]').textContent])"
        )
        assert listed and [number for _, number in listed] == [str(at + 1) for at in range(len(listed))]
        shown = page.locator(".partners-bubble :is([data-count], [data-listed])").evaluate_all(SHOWN)
        assert shown == [["Gent", str(len(listed))]]
        lines = page.locator("[data-line]:not([hidden]) [data-of]:not([hidden])").evaluate_all(
            "all => all.map((one) => [one.dataset.of, one.querySelector('[data-number]').textContent])"
        )
        assert sorted(lines) == sorted(listed)


def test_without_a_script_the_whole_map_leads_to_the_list(home: str, browser: Browser) -> None:
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.go("partners/")
        expect(page.locator(".partners-zoom")).not_to_be_visible()
        bubble = page.locator(".partners-bubble[data-place=gent]")
        expect(bubble.locator(".partners-name")).to_be_visible()
        assert bubble.get_attribute("href") == "#seat-gent"
        expect(page.locator("#seat-gent a").first).to_be_visible()
