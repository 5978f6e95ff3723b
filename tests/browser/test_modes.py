"""What readers set on their device: own colours, no movement, paper; and what they must see and hit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.kinds import HOME, KINDS, SHARED
from tests.support.browsing import EVERYTHING, PHONE
from tests.support.looking import looking

pytestmark = pytest.mark.xdist_group("browser-1")
PAGES = {kind: url for kind, url in (KINDS | HOME | SHARED).items() if kind != "short"}
MOVING = """() => [...document.querySelectorAll("body, body *")].flatMap((one) =>
["", "::before", "::after"].map((part) => {
  const style = getComputedStyle(one, part || null);
  const lasts = `${style.transitionDuration},${style.animationDuration}`.split(",").map(Number.parseFloat);
  const longest = Math.max(...lasts);
  return longest > 0.01 || style.scrollBehavior === "smooth" ? `${one.className}${part}` : "";
})).filter(Boolean).slice(0, 5)"""
# A link in running text may be as low as its line (2.5.8); so may one that has room around it.
SMALL_TARGETS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, label:has(input)")]
    .filter((one) => looking.isVisible(one) && !one.closest(".visually-hidden, .skip"));
  const boxes = all.map((one) => one.getBoundingClientRect());
  const apart = (one, other) => one !== other && !one.contains(other) && !other.contains(one);
  const near = (at) => boxes.some((box, other) => apart(all[at], all[other]) && touches(boxes[at], box));
  const touches = (one, other) => {
    const [x, y] = [one.left + one.width / 2, one.top + one.height / 2];
    const across = Math.max(other.left - x, 0, x - other.right);
    const down = Math.max(other.top - y, 0, y - other.bottom);
    return across * across + down * down < 12 * 12;
  };
  return all.filter((one, at) => {
    const { width, height } = boxes[at];
    const alone = one.parentElement.textContent.trim() === one.textContent.trim();
    const running = one.matches("a") && getComputedStyle(one).display === "inline" && !alone;
    return Math.min(width, height) < 23.5 && !running && !one.closest("label:has(input)") && near(at);
  }).map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`);
}"""


def test_colours_of_ones_own_leave_states_to_be_told(home: str, browser: Browser) -> None:
    """Grounds and shadows are gone then: what is chosen, certain or on the map is told otherwise."""
    ground = "one => getComputedStyle(one).backgroundColor"
    with looking(browser, home, forced_colors="active") as visit:
        page = visit.go("partners/")
        chips = page.locator(".filters-chip")
        chips.nth(1).locator("input").check()
        assert chips.nth(1).evaluate(ground) != chips.nth(2).evaluate(ground)
        paint = "one => { const style = getComputedStyle(one); return [style.fill, style.stroke]; }"
        land, dot = (page.locator(one).first.evaluate(paint) for one in ("path.partners-land", ".partners-dot"))
        assert land[0] != land[1] and land[0] != dot[0]
        page = visit.go("aanbevelingen/communicatie/")
        steps = page.locator(".certainty--promising .certainty__steps span")
        assert steps.nth(0).evaluate(ground) != steps.nth(2).evaluate(ground)
        edge = "one => Number.parseFloat(getComputedStyle(one).borderTopWidth)"
        for one in page.locator(".box, .card, .md-search__form").all():
            assert one.evaluate(edge) > 0
        page = visit.go("werkbladen/thermometer/")
        tones = {one.evaluate(ground) for one in page.locator("[class*=ws-tone--]").all()}
        assert len(tones) == 4
        assert page.locator(".ws-bar .button").first.evaluate(edge) > 0


@pytest.mark.parametrize(
    "kind", PAGES if EVERYTHING else ["home", "recommendation", "partners", "worksheets", "sheet-team"]
)
def test_nothing_moves_for_who_wants_no_movement(kind: str, home: str, browser: Browser) -> None:
    with looking(browser, home) as visit:
        assert visit.go(PAGES[kind]).evaluate(MOVING) == []


def test_with_movement_nothing_flashes(home: str, browser: Browser) -> None:
    with looking(browser, home) as visit:
        visit.page.emulate_media(reduced_motion="no-preference")
        for url in ("", "partners/", "werkbladen/thermometer/"):
            page = visit.go(url)
            assert (
                page.evaluate("() => document.getAnimations().filter((one) => !(one instanceof CSSTransition)).length")
                == 0
            )
            assert page.locator("video, marquee, blink").count() == 0


@pytest.mark.parametrize("kind", PAGES)
def test_what_one_presses_is_large_enough_or_has_room_around_it(kind: str, home: str, browser: Browser) -> None:
    with looking(browser, home, size=PHONE) as visit:
        assert visit.go(PAGES[kind]).evaluate(SMALL_TARGETS) == []


def test_paper_holds_no_menu_and_says_where_links_lead(home: str, browser: Browser) -> None:
    with looking(browser, home) as visit:
        visit.page.emulate_media(media="print")
        for url in (
            "",
            "aanbevelingen/communicatie/",
            "methodieken/gesprekstool/",
            "partners/",
            "partners/foyer/",
            "ar/ouders/",
        ):
            page = visit.go(url)
            expect(page.locator(".head")).not_to_be_visible()
            for gone in (".head__nav", ".foot", ".skip", ".page-map", ".md-search", ".suggest > p"):
                for one in page.locator(gone).all():
                    expect(one).not_to_be_visible()
            expect(page.locator("h1").first).to_be_visible()
        page = visit.go("over/taal-en-toegankelijkheid/")
        link = page.locator(".page__body p a[href^=http]").first
        assert "http" in link.evaluate("one => getComputedStyle(one, '::after').content")
