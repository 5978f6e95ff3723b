"""What readers do: with the keyboard, on a phone, in another language, in the dark."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import PHONE, visiting

VISIBLE = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const seen = one.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) && box.width * box.height > 0;
  return {visible: seen || one === document.body, element: one.outerHTML.slice(0, 120)};
}"""
PAGES = ["", "aanbevelingen/communicatie/", "partners/", "werkbladen/gesprekstool/", "404.html"]
pytestmark = pytest.mark.xdist_group("browser-1")


def _focused(page: Page) -> str:
    """What has the focus: its text, or its label."""
    said: str = page.evaluate(
        "() => (document.activeElement.textContent.trim() || document.activeElement.getAttribute('aria-label') || '')"
    )
    return said


@pytest.mark.parametrize(
    "url", ["", "aanbevelingen/communicatie/", "partners/", "werkbladen/gesprekstool/", "404.html"]
)
def test_the_first_tab_offers_to_skip_the_menu(url: str, home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(url)
        page.keyboard.press("Tab")
        assert _focused(page) == "Ga naar de inhoud"
        assert page.locator("a.skip").bounding_box()["y"] >= 0  # type: ignore[index]
        page.keyboard.press("Enter")
        page.wait_for_url("**/*#*")
        target = page.url.partition("#")[2]
        assert target in page.eval_on_selector_all("[id]", "all => all.map((one) => one.id)")
        top = page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", target)
        assert 0 <= top < 300
        page.keyboard.press("Tab")
        assert page.evaluate("(id) => !document.activeElement.closest('.head')", target)


def test_the_menu_of_a_phone_opens_and_closes_with_the_keyboard(home: str, browser: Browser) -> None:
    with visiting(browser, home, size=PHONE) as visit:
        page = visit.go("")
        menu, link = page.locator(".head__menu"), page.locator(".head__menu a", has_text="Methodieken")
        expect(link).not_to_be_visible()
        for _ in range(12):
            page.keyboard.press("Tab")
            if _focused(page) == "Menu":
                break
        assert _focused(page) == "Menu"
        page.keyboard.press("Enter")
        expect(link).to_be_visible()
        page.keyboard.press("Tab")
        assert menu.evaluate("one => one.contains(document.activeElement)")
        page.keyboard.press("Escape")
        expect(link).not_to_be_visible()
        assert _focused(page) == "Menu"
        page.keyboard.press("Enter")
        link.press("Enter")
        page.wait_for_url("**/methodieken/")


def test_what_is_hidden_takes_no_focus(home: str, browser: Browser) -> None:
    """Axe does not see a focus that disappears (squidfunk/mkdocs-material#4101)."""
    with visiting(browser, home, size=PHONE) as visit:
        page = visit.go("over/")
        for _ in range(25):
            page.keyboard.press("Tab")
            seen = page.evaluate(VISIBLE)
            assert seen["visible"], seen


def test_every_target_of_a_phone_is_large_enough_for_a_thumb(home: str, browser: Browser) -> None:
    with visiting(browser, home, size=PHONE, has_touch=True) as visit:
        page = visit.go("")
        small = page.eval_on_selector_all(
            ".head a, .head summary, .head label, .entrance, .five a",
            "all => all.filter((one) => one.checkVisibility()).map((one) => [one.className || one.tagName,"
            " Math.round(one.getBoundingClientRect().width), Math.round(one.getBoundingClientRect().height)])"
            ".filter(([, width, height]) => width && height && Math.min(width, height) < 24)",
        )
        assert small == []


def test_the_language_switch_keeps_the_heading(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = visit.go("aanbevelingen/communicatie/#tolken")
        page.locator(".head__tools > .head__languages a[hreflang=fr]").click()
        page.wait_for_url("**/fr/aanbevelingen/communicatie/#tolken")
        top = page.evaluate("() => document.getElementById('tolken').getBoundingClientRect().top")
        assert 0 <= top < 250
        page.locator(".head__tools > .head__languages a[hreflang=en]").click()
        page.wait_for_url("**/en/aanbevelingen/communicatie/#tolken")


def test_the_scheme_follows_the_device_until_the_reader_chooses(home: str, browser: Browser) -> None:
    with visiting(browser, home, scheme="dark") as visit:
        page = visit.go("")
        body = page.locator("body")
        expect(body).to_have_attribute("data-md-color-scheme", "slate")
        dark = body.evaluate("one => getComputedStyle(one).backgroundColor")
        page.emulate_media(color_scheme="light")
        expect(body).to_have_attribute("data-md-color-scheme", "default")
        page.emulate_media(color_scheme="dark")
        expect(body).to_have_attribute("data-md-color-scheme", "slate")
        assert page.evaluate("() => localStorage.length") == 0  # nothing was chosen yet
        page.locator("[data-scheme-key]").click()
        expect(body).to_have_attribute("data-md-color-scheme", "default")
        light = body.evaluate("one => getComputedStyle(one).backgroundColor")
        assert light != dark
        for address in ("over/", "ar/ouders/"):
            page = visit.go(address)
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
            # What the browser draws around the page goes with it.
            expect(page.locator("meta[name=color-scheme]")).to_have_attribute("content", "light")
            for meta in page.locator("meta[name=theme-color]").all():
                expect(meta).to_have_attribute("content", light)
        page.emulate_media(color_scheme="light")
        page.emulate_media(color_scheme="dark")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        assert visit.complaints == []


def test_the_colours_change_where_nothing_can_be_kept(home: str, browser: Browser) -> None:
    refuses = (
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    with visiting(browser, home) as visit:
        visit.page.add_init_script(refuses)
        page = visit.go("over/")
        page.locator("[data-scheme-key]").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        expect(page.locator("meta[name=color-scheme]")).to_have_attribute("content", "dark")
        assert [one for one in visit.complaints if "guide.mjs" in one] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_its_colours_before_it_is_drawn(scheme: Any, home: str, browser: Browser) -> None:
    """Without any script but those that stand in the page."""
    with visiting(browser, home, scheme=scheme) as visit:
        visit.page.route(lambda url: url.endswith(("js", "mjs")), lambda route: route.abort())
        page = visit.go("over/")
        colours = "slate" if scheme == "dark" else "default"
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", colours)
        ground = page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
        meta = page.locator(f"meta[name=theme-color][media*={scheme}]").get_attribute("content") or ""
        assert ground == "rgb({}, {}, {})".format(*bytes.fromhex(meta.lstrip("#")))


def test_without_scripts_the_guide_still_gives_text_list_and_sheet(home: str, browser: Browser) -> None:
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.go("aanbevelingen/communicatie/")
        expect(page.locator("#tolken")).to_be_visible()
        page = visit.go("partners/")
        expect(page.get_by_role("link", name="Foyer").first).to_be_visible()
        page = visit.go("werkbladen/gesprekstool/")
        expect(page.locator("a[href$='gesprekstool-nl.pdf']").first).to_be_visible()
