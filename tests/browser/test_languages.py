"""From one language to another: the same place, and a line in the reader's own language that never sends anybody on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.strings import load, load_home
from tests.support.browsing import PHONE, visiting

pytestmark = pytest.mark.xdist_group("browser-0")
LONG = "aanbevelingen/communicatie/"


def _offered(page: Page) -> list[str]:
    return page.locator("[data-suggest] > p:not([hidden]) a").all_text_contents()


@pytest.mark.parametrize(
    ("locale", "url", "language"),
    [
        ("fr-BE", LONG, "fr"), ("en-GB", LONG, "en"), ("nl-BE", LONG, ""), ("nl", f"fr/{LONG}", "nl"),
        ("fr-BE", f"fr/{LONG}", ""), ("ar-MA", LONG, ""), ("ar-MA", "", "ar"), ("uk", "ouders/", "uk"),
        ("pl-PL", "fr/werkbladen/kennisbronnen/", "pl"), ("de-DE", "", ""),
    ],
)  # fmt: skip
def test_a_reader_is_offered_the_own_language_and_stays(
    locale: str, url: str, language: str, home: str, browser: Browser
) -> None:
    with visiting(browser, home, locale=locale) as visit:
        page = visit.go(url)
        assert page.url == home + url
        site = language in ("nl", "fr", "en")
        said = load(language)["site.suggest"] if site else load_home(language)["parents.suggest"] if language else ""
        expect(page.locator("[data-suggest] > p:not([hidden])")).to_have_count(1 if language else 0)
        assert _offered(page) == ([said] if said else [])


def test_the_line_leads_to_the_same_page_and_is_not_shown_again(home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="fr-BE") as visit:
        page = visit.go(LONG)
        page.get_by_role("link", name=load("fr")["site.suggest"]).click()
        page.wait_for_url(f"{home}fr/{LONG}")
        visit.go(LONG)
        assert _offered(page) == []


def test_who_declines_is_left_alone(home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="fr-BE") as visit:
        page = visit.go(LONG)
        page.get_by_role("button", name=load("fr")["site.not_now"]).click()
        assert _offered(page) == []
        visit.go("visie/")
        assert _offered(page) == []
        kept = page.evaluate("() => [JSON.stringify({...localStorage}), document.cookie]")
        assert '"guide-language":"1"' in kept[0] and kept[1] == ""


def test_it_is_said_once_in_a_visit(home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="fr-BE") as visit:
        page = visit.go(LONG)
        expect(page.locator("[data-suggest] > p:not([hidden])")).to_have_count(1)
        visit.go("visie/")
        assert _offered(page) == []


def test_without_a_script_nothing_is_in_the_way(home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="fr-BE", java_script_enabled=False) as visit:
        expect(visit.go(LONG).locator("[data-suggest] > p").first).to_be_hidden()


@pytest.mark.parametrize("anchor", ["jargon", "huisbezoek", "bronnen"])
def test_the_switch_keeps_the_heading_that_one_has_scrolled_to(anchor: str, home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="nl-BE") as visit:
        page = visit.go(LONG)
        page.evaluate("(id) => document.getElementById(id).scrollIntoView()", anchor)
        page.locator("header .head__tools > .head__languages a[hreflang=fr]").click()
        page.wait_for_url(f"{home}fr/{LONG}#{anchor}")
        assert -5 < page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", anchor) < 300


def test_the_switch_at_the_top_leads_to_the_top(home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="nl-BE") as visit:
        page = visit.go(LONG)
        page.locator("header .head__tools > .head__languages a[hreflang=en]").click()
        page.wait_for_url(f"{home}en/{LONG}")


def test_a_parent_goes_from_the_code_to_the_sheet_and_what_is_typed_is_there_in_every_language(
    home: str, browser: Browser
) -> None:
    words = load_home("ar")
    with visiting(browser, home, locale="ar", size=PHONE) as visit:
        page = visit.go("w/gesprekstool/talen/")
        page.locator(".choices a", has_text="العربية").click()
        page.wait_for_url(f"{home}ar/werkbladen/gesprekstool/")
        expect(page.locator("[data-where]")).to_have_text(words["parents.tab"])
        page.locator(".ws-area").first.fill("سلمى")
        page.get_by_label(words["parents.keep"]).check()
        expect(page.locator("[data-where]")).to_have_text(words["parents.device"])
        page.locator(".home-switch summary").click()
        page.locator(".home-switch a[hreflang=tr]").click()
        page.wait_for_url("**/tr/werkbladen/gesprekstool/**")
        expect(page.locator(".ws-area").first).to_have_value("سلمى")
        visit.go("werkbladen/gesprekstool/")
        expect(page.locator(".ws-area").first).to_have_value("سلمى")
        visit.go("ar/werkbladen/gesprekstool/")
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name=words["parents.erase"]).click()
        expect(page.locator(".ws-area").first).to_have_value("")
        expect(page.locator("[data-status]")).to_have_text(words["parents.erased"])
        page.get_by_role("link", name=words["parents.all_sheets"]).click()
        page.wait_for_url(f"{home}ar/ouders/**")


def test_an_arabic_page_is_the_mirror_of_the_dutch(home: str, browser: Browser) -> None:
    places = """() => ['.wordmark', 'h1', '.parents-sheets strong'].map((one) => {
      const found = document.querySelector(one), box = found.getBoundingClientRect();
      return Math.round(getComputedStyle(found).direction === 'rtl' ? innerWidth - box.right : box.left);
    })"""
    with visiting(browser, home, locale="nl-BE") as visit:
        dutch = visit.go("ouders/").evaluate(places)
        arabic = visit.go("ar/ouders/").evaluate(places)
        assert [abs(one - other) <= 20 for one, other in zip(dutch, arabic, strict=True)] == [True] * 3
        # A Dutch title in an Arabic line reads from left to right, and keeps its question mark at its end.
        title = visit.page.locator(".parents-sheets span", has_text="?").first
        assert title.evaluate("(one) => getComputedStyle(one).direction") == "ltr"


def test_the_keyboard_reaches_the_switch_without_moving_the_page(home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="nl-BE") as visit:
        page = visit.go(LONG)
        page.evaluate("() => document.getElementById('jargon').scrollIntoView()")
        before = page.evaluate("() => scrollY")
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("() => document.activeElement.hreflang") == "fr":
                break
        assert abs(page.evaluate("() => scrollY") - before) < 5
        page.keyboard.press("Enter")
        page.wait_for_url(f"{home}fr/{LONG}#jargon")


@pytest.mark.parametrize(
    ("url", "language", "title"),
    [
        ("fr/nergens/", "fr", "Cette page n’existe pas"),
        ("en/nergens/", "en", "This page does not exist"),
        ("nergens/", "nl", "Deze pagina bestaat niet"),
        ("ar/nergens/", "ar", "للأهل"),
    ],
)
def test_one_page_for_all_that_is_not_there_speaks_the_language_of_the_address(
    url: str, language: str, title: str, home: str, browser: Browser
) -> None:
    """A host such as GitHub Pages knows only the 404.html of the root."""
    with visiting(browser, home, locale="nl-BE") as visit:
        missing = visit.page.request.get(f"{home}404.html").text()
        visit.page.route(f"**/{url}", lambda route: route.fulfill(body=missing, content_type="text/html"))
        page = visit.go(url)
        expect(page.locator("h1:visible")).to_have_text(title)
        assert page.evaluate("() => document.documentElement.lang") == language


def test_the_list_of_languages_begins_with_the_one_of_the_phone(home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="bg-BG", size=PHONE) as visit:
        page = visit.go("w/gesprekstool/talen/")
        expect(page.locator(".choices strong").first).to_have_text("Български")
        assert page.locator(".choices a").count() == 11
