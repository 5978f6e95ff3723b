"""The search of the partners: words, choices, address, pages of results, and what to do when nothing fits."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.commands.bench.partners import made_up, write
from guide.site import Guide
from tests.support.browsing import PHONE, visiting
from tests.support.pages import Site

pytestmark = pytest.mark.xdist_group("browser-1")
CARDS = ".partners-card:visible"
# The ids that the list tells the map and the list of picks, kept for the test.
LISTEN = "document.addEventListener('partners:shown', (event) => (window.told = event.detail.ids))"


def _ready(page: Page) -> Page:
    page.wait_for_selector("[data-partners][data-ready]", state="attached")
    return page


def _ids(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(CARDS, "all => all.map((one) => one.dataset.id)")
    return found


def test_what_is_typed_and_chosen_stands_in_the_address_and_comes_back(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        visit.page.add_init_script(LISTEN)
        page = _ready(visit.go("partners/"))
        page.locator("#partners-find").fill("tolkk Molenbeek")
        expect(page.locator(CARDS).first).to_have_attribute("data-id", "brussel-onthaal")
        page.locator("select[name=where]").select_option("sint-jans-molenbeek")
        expect(page).to_have_url(re.compile(r"\?find=tolkk\+Molenbeek&where=sint-jans-molenbeek$"))
        shown = _ids(page)
        assert page.evaluate("window.told") == shown
        again = _ready(visit.go(page.url.removeprefix(home)))
        expect(again.locator(CARDS)).to_have_count(len(shown))
        assert _ids(again) == shown
        assert visit.complaints == visit.failed == visit.elsewhere() == []


def test_no_more_can_be_typed_than_the_address_brings_back(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _ready(visit.go("partners/"))
        page.locator("#partners-find").fill("huiswerk" * 40)
        expect(page).to_have_url(re.compile(r"\?find=(huiswerk){15}$"))
        again = _ready(visit.go(page.url.removeprefix(home)))
        assert again.locator("#partners-find").input_value() == "huiswerk" * 15
        assert page.locator("#partners-find").evaluate("(field) => field.maxLength") == 120


def test_who_has_a_seat_there_comes_first(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _ready(visit.go("partners/?where=anderlecht"))
        seats = page.eval_on_selector_all(CARDS, "all => all.map((one) => one.dataset.seat)")
        there = seats.count("anderlecht")
        assert 0 < there < len(seats) and set(seats[:there]) == {"anderlecht"}
        expect(page.locator("[data-ranked] h3")).to_have_text("Zetel in Anderlecht")


def test_more_cards_keep_the_focus_and_going_back_takes_them_away(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _ready(visit.go("partners/"))
        total = page.locator(".partners-card").count()
        assert total > 60
        expect(page.locator(CARDS)).to_have_count(30)
        page.locator("[data-more-cards]").focus()
        page.keyboard.press("Enter")
        expect(page.locator(CARDS)).to_have_count(60)
        expect(page.locator("[data-more-cards]")).to_be_focused()
        assert page.url.endswith("?show=60")
        page.go_back()
        expect(page.locator(CARDS)).to_have_count(30)
        page.emulate_media(media="print")
        expect(page.locator(CARDS)).to_have_count(total)  # paper gets them all


def test_when_nothing_fits_the_page_helps_on(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _ready(visit.go("partners/?find=krijt&help=tolken&where=gent"))
        notice = page.locator("[data-notice]")
        expect(page.locator("[data-status]")).to_have_text("Geen partner gevonden")
        notice.get_by_role("button", name="Zonder “Tolken en vertalen”").click()
        expect(page.locator(CARDS).first).to_have_attribute("data-id", "vzw-krijt")
        assert page.url.endswith("?find=krijt&where=gent")
        page = _ready(visit.go("partners/?find=xylofoonles"))
        link = notice.get_by_role("link", name="Stel hem voor")
        address = link.get_attribute("href") or ""
        assert address.endswith("partners%2F%3Ffind%3Dxylofoonles"), address
        page = _ready(visit.go("partners/?find=smartschol+gent+xyz&language=ar"))
        assert visit.complaints == []


def test_a_phone_folds_the_choices(home: str, browser: Browser) -> None:
    with visiting(browser, home, size=PHONE) as visit:
        page = _ready(visit.go("partners/?help=tolken,huiswerk"))
        fold = page.locator("details[data-more=help]")
        expect(fold.locator("summary")).to_have_text("Wat heb je nodig? (2)")
        expect(fold.locator(".filters-chip").first).not_to_be_visible()
        fold.locator("summary").press("Enter")
        expect(fold.locator(".filters-chip").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_no_card_is_empty(home: str, browser: Browser) -> None:
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.go("partners/")
        for part in ("h4 a", ".partners-text", ".partners-area"):
            texts = page.locator(f".partners-card {part}").all_inner_texts()
            assert len(texts) == page.locator(".partners-card").count() > 80 and all(text.strip() for text in texts)


def test_where_a_script_cannot_be_had_every_card_stands_there(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        visit.page.route("**/partner-items.mjs", lambda route: route.abort())
        page = visit.go("partners/")
        expect(page.locator(".partners-later:visible").first).to_be_visible()
        assert page.locator(".partners-card:visible").count() == page.locator(".partners-card").count() > 80


def test_a_very_long_list_is_searched_in_a_worker(
    site: Site, built_guide: Guide, served: Callable[..., str], browser: Browser, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns("*.pdf", "*.docx", "fr", "en"))
    write(built_guide, made_up(built_guide, 620), folder)
    with visiting(browser, served(folder)) as visit:
        page = _ready(visit.go("partners/"))
        expect(page.locator("[data-status]")).to_have_text("620 partners en diensten")
        expect(page.locator(CARDS)).to_have_count(30)
        name = page.locator(".partners-card h4 a").first.inner_text()
        page.locator("[data-more-cards]").click()
        expect(page.locator(CARDS)).to_have_count(60)
        with page.expect_worker():
            page.locator("#partners-find").fill(name.split()[-1])
        expect(page.locator(CARDS).first.locator("h4 a")).to_have_text(name)
        # A card that the script made is like one of the page.
        last = page.evaluate(
            "(name) => fetch('list.nl.json').then((one) => one.json()).then((all) => all.at(-1))", name
        )
        page.locator("#partners-find").fill(last["name"])
        card = page.locator(f".partners-card[data-id='{last['id']}']")
        expect(card.locator("h4 a")).to_have_text(last["name"])
        expect(card.locator(".partners-text")).to_have_text(last["text"])
        expect(card.locator(".partners-area")).to_have_text(last["works"])
        assert visit.complaints == visit.failed == visit.elsewhere() == []
