"""The catalogue of the worksheets in a browser: choices, counts, the address, the way back, and no script at all."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_every_kind import faults
from tests.support.browsing import DESKTOP, PHONE, Visit, visiting

URL = "werkbladen/"
pytestmark = pytest.mark.xdist_group("browser-1")


def _opened(visit: Visit, url: str) -> Page:
    """The catalogue, when its script is done."""
    page = visit.go(url)
    page.locator("[data-sheets][data-ready]").wait_for()
    return page


def _cards(page: Page) -> list[str]:
    """The sheets in sight, in their order."""
    slugs: list[str] = page.eval_on_selector_all(
        ".sheets-card", "all => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.id)"
    )
    return slugs


def _having(page: Page, key: str, value: str) -> set[str]:
    """The sheets whose card says that the choice finds them."""
    found = page.eval_on_selector_all(
        ".sheets-card",
        "(all, [key, value]) => all.filter((one) => one.dataset[key].split(' ').includes(value))"
        ".map((one) => one.dataset.id)",
        [key, value],
    )
    return set(found)


def _query(page: Page) -> str:
    return page.url.partition("?")[2]


def test_a_choice_narrows_the_list_and_says_how_many_are_left(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _opened(visit, URL)
        everything = _cards(page)
        assert len(everything) == len(set(everything)) >= 2
        status, clear = page.locator("[data-status]"), page.locator("[data-clear]")
        expect(status).to_have_text(f"{len(everything)} werkbladen")
        expect(clear).to_be_hidden()
        for key, value in (("audience", "ouder"), ("recommendation", "partnerschap")):
            label = page.locator(f"label:has(input[name={key}][value={value}])")
            promised = int(label.locator("[data-count]").inner_text())
            label.click()
            assert len(_cards(page)) == promised
        chosen = _having(page, "audience", "ouder") & _having(page, "recommendation", "partnerschap")
        assert set(_cards(page)) == chosen
        assert _query(page) == "audience=ouder&recommendation=partnerschap" or _query(page) == (
            "recommendation=partnerschap&audience=ouder"
        )
        word = "werkblad" if len(chosen) == 1 else "werkbladen"
        expect(status).to_have_text(f"{len(chosen)} {word}")
        expect(page.locator(".sheets-group > h3").first).to_be_hidden()
        clear.click()
        assert _cards(page) == everything and _query(page) == ""
        expect(page.locator(".sheets-group > h3").first).to_be_visible()
        assert visit.complaints == []


def test_two_values_of_one_choice_find_the_sheets_of_both(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _opened(visit, f"{URL}?audience=ouder,team")
        assert set(_cards(page)) == _having(page, "audience", "ouder") | _having(page, "audience", "team")


def test_every_number_in_a_list_is_what_it_gives(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _opened(visit, f"{URL}?audience=ouder")
        for name in ("time", "people", "language", "phase", "paper"):
            select = page.locator(f"select[name={name}]")
            if not select.count():
                continue
            for option in select.locator("option[data-name]").all():
                promised = re.search(r"\((\d+)\)$", option.inner_text())
                assert promised
                select.select_option(option.get_attribute("value"))
                assert len(_cards(page)) == int(promised[1]), (name, option.inner_text())
                select.select_option("")


def test_the_address_holds_the_choices_and_the_way_back_undoes_them(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _opened(visit, URL)
        everything = _cards(page)
        page.locator("select[name=language]").select_option("home")
        in_home_language = _cards(page)
        page.locator("label:has(input[name=audience][value=ouder])").click()
        assert _query(page) == "audience=ouder&language=home" or _query(page) == "language=home&audience=ouder"
        page.go_back()
        assert _cards(page) == in_home_language
        expect(page.locator("input[name=audience][value=ouder]")).not_to_be_checked()
        page.go_back()
        assert _cards(page) == everything
        expect(page.locator("select[name=language]")).to_have_value("")
        page.go_forward()
        assert _cards(page) == in_home_language
        page.reload()
        assert _cards(page) == in_home_language
        expect(page.locator("select[name=language]")).to_have_value("home")


def test_an_address_with_what_is_not_on_offer_shows_everything(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        everything = _cards(_opened(visit, URL))
        assert _cards(_opened(visit, f"{URL}?audience=niemand&time=7&paper=<b>")) == everything
        assert visit.complaints == []


def test_a_quick_entry_makes_its_choice_and_takes_it_back(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _opened(visit, URL)
        everything = _cards(page)
        entry = page.locator("[data-entry]", has_text="In een thuistaal")
        promised = int(entry.locator(".filters-n").inner_text())
        page.locator("label:has(input[name=audience][value=team])").click()
        entry.click()
        assert len(_cards(page)) == promised and _query(page) == "language=home"
        expect(entry).to_have_attribute("aria-current", "true")
        entry.click()
        assert _cards(page) == everything
        expect(entry).not_to_have_attribute("aria-current", "true")


def test_when_nothing_fits_the_page_says_so_and_shows_the_way_out(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _opened(visit, URL)
        everything = _cards(page)
        # A sheet for parents in a home language is none for the team on A3 alone.
        _opened(visit, f"{URL}?audience=team&language=home&paper=a3&people=1-1&time=10")
        assert _cards(page) == []
        expect(page.locator("[data-status]")).to_have_text("Geen werkblad gevonden")
        out = page.locator("[data-show-all]")
        expect(out).to_have_text(f"Toon alle {len(everything)} werkbladen")
        out.focus()
        out.press("Enter")
        assert _cards(page) == everything
        assert page.evaluate("() => document.activeElement.closest('.filters-form') !== null")


def test_a_chosen_language_is_the_one_in_which_a_sheet_opens(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _opened(visit, f"{URL}?language=ar")
        cards = page.locator(".sheets-card:visible")
        assert cards.count() >= 1
        for card in cards.all():
            href = card.locator("h4 a").get_attribute("href") or ""
            beside = "ar" in (card.get_attribute("data-shown-in") or "").split(" ")
            assert href.endswith("?sheet=nl-ar") if beside else "?" not in href
        for code in ("home", "nl", ""):
            page.locator("select[name=language]").select_option(code)
            assert page.locator(".sheets-card h4 a[href*='?']").count() == 0
        page.locator("select[name=language]").select_option("ar")
        page.locator(".sheets-card:visible h4 a[href*='sheet=nl-ar']").first.click()
        expect(page.locator("[data-choose] select")).to_have_value("nl-ar")
        assert visit.complaints == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_count_stays_in_sight(size: tuple[int, int], home: str, browser: Browser) -> None:
    with visiting(browser, home, size=size) as visit:
        page = _opened(visit, URL)
        page.locator(".sheets-card").last.scroll_into_view_if_needed()
        box = page.locator("[data-status]").bounding_box()
        assert box is not None and 0 <= box["y"] < 200
        head = page.locator(".head").bounding_box()
        assert head is not None and box["y"] >= head["y"] + head["height"] - 1


def test_a_phone_shows_the_sheets_first_and_the_choices_when_asked(home: str, browser: Browser) -> None:
    with visiting(browser, home, size=PHONE, has_touch=True) as visit:
        page = _opened(visit, f"{URL}?paper=a4")
        more = page.locator("[data-more] > summary")
        expect(more).to_have_text("Meer kiezen (1)")
        expect(page.locator("select[name=paper]")).to_be_hidden()
        more.click()
        expect(page.locator("select[name=paper]")).to_have_value("a4")
        assert page.evaluate("() => document.scrollingElement.scrollWidth") == PHONE[0]
        assert faults(page) == []


def test_without_a_script_it_is_a_list_by_recommendation(home: str, browser: Browser) -> None:
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(f"{home}{URL}?audience=niemand")
        expect(page.locator(".filters-form")).to_be_hidden()
        links = page.locator(".sheets-jump a")
        assert links.count() == page.locator(".sheets-group").count() >= 1
        for number in range(links.count()):
            target = (links.nth(number).get_attribute("href") or "").removeprefix("#")
            expect(page.locator(f"section[id='{target}'] > h3")).to_be_visible()
        cards = page.locator(".sheets-card")
        assert cards.count() >= 2
        for number in range(cards.count()):
            expect(cards.nth(number).locator("h4 a")).to_be_visible()


@pytest.mark.parametrize("query", ["", "?audience=ouder", "?paper=a3&people=1-1&time=10&language=home"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(query: str, scheme: str, home: str, browser: Browser) -> None:
    with visiting(browser, home, scheme=scheme) as visit:
        page = _opened(visit, URL + query)
        assert faults(page) == []
