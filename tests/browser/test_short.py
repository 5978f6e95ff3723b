"""Short addresses: in the language of the reader, and never a dead end."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import visiting

pytestmark = pytest.mark.xdist_group("browser-0")


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("nl-BE", "aanbevelingen/communicatie/"),
        ("fr-BE", "fr/aanbevelingen/communicatie/"),
        ("en-GB", "en/aanbevelingen/communicatie/"),
        ("ar", "aanbevelingen/communicatie/"),
    ],
)
def test_a_short_address_leads_to_the_language_of_the_browser(
    locale: str, target: str, home: str, browser: Browser
) -> None:
    with visiting(browser, home, locale=locale) as visit:
        visit.page.goto(f"{home}a/communicatie/#tolken")
        visit.page.wait_for_url(f"{home}{target}#tolken")
        expect(visit.page.locator("#tolken")).to_be_visible()
        visit.page.go_back()
        # The short address leaves no trace in the history, so "back" does not bounce.
        assert "/a/" not in visit.page.url


@pytest.mark.parametrize(
    ("short", "target"),
    [
        ("c/vier-winden/", "fr/praktijkvoorbeelden/vier-winden/"),
        ("m/thermometer/", "fr/methodieken/thermometer/"),
        ("w/gesprekstool/", "fr/werkbladen/gesprekstool/"),
        ("p/foyer/", "fr/partners/foyer/"),
    ],
)
def test_every_kind_has_short_addresses(short: str, target: str, home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="fr-BE") as visit:
        visit.page.goto(home + short)
        visit.page.wait_for_url(home + target)
        expect(visit.page.locator("html")).to_have_attribute("lang", "fr")


def test_without_scripts_a_short_address_lists_the_languages(home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="fr-BE", java_script_enabled=False) as visit:
        page = visit.go("a/communicatie/")
        assert page.url == f"{home}a/communicatie/"
        assert _shown(page) == ["Nederlands", "Français", "English"]
        page.get_by_role("link", name="Français").click()
        page.wait_for_url(f"{home}fr/aanbevelingen/communicatie/")


def _shown(page: Page) -> list[str]:
    """The languages to choose from, as one sees them."""
    return [str(one.text_content()) for one in page.locator(".choices a").all() if one.is_visible()]


def test_without_scripts_a_place_is_found_too(home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="fr-BE", java_script_enabled=False) as visit:
        page = visit.go("a/communicatie/#tolken")
        assert _shown(page) == ["Nederlands", "Français", "English"]
        page.get_by_role("link", name="Français").click()
        page.wait_for_url(f"{home}fr/aanbevelingen/communicatie/#tolken")
        expect(page.locator("#tolken")).to_be_in_viewport()


def test_the_languages_of_a_sheet_stay_and_each_stands_in_its_own_script(home: str, browser: Browser) -> None:
    with visiting(browser, home, locale="fr-BE") as visit:
        page = visit.go("w/gesprekstool/talen/")
        assert page.url == f"{home}w/gesprekstool/talen/"
        names = page.locator(".choices strong").all_text_contents()
        assert names[:3] == ["Français", "Nederlands", "English"]  # the reader's own comes first
        others = {"العربية", "Türkçe", "Українська", "Español", "Polski", "Română", "Български", "Português"}
        assert set(names[3:]) == others
        assert page.locator(".choices a", has_text="العربية").get_attribute("dir") == "rtl"
        heights = page.eval_on_selector_all(".choices a", "all => all.map((one) => one.getBoundingClientRect().height)")
        assert min(heights) >= 44
        for link in page.eval_on_selector_all(".choices a", "all => all.map((one) => one.href)"):
            assert "data-worksheet=" in page.request.get(link).text(), link
