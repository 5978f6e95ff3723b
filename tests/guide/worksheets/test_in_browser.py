"""A sheet on its page in a real browser: choose a language, fill in, erase, print."""

from __future__ import annotations

import io
import json

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, Route

from guide.minify import smaller
from tests.support.browsing import PHONE, visiting
from tests.support.project import ROOT

SHEET = "werkbladen/gesprekstool/"
QUESTION = '[data-field="vraag-1.thuis"]'


def shown(page: Page, key: str) -> None:
    """Waits until the sheet is there in that language."""
    page.locator(f'[data-worksheet][data-shown="{key}"]').wait_for()


AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def test_what_is_typed_stays_in_every_language_and_after_a_reload(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(SHEET)
        page.fill('[data-field="kop.voornaam"]', "Noor")
        page.fill(QUESTION, "Ze leest graag voor")
        page.select_option("[data-choose] select", "nl-ar")
        shown(page, "nl-ar")
        assert page.input_value(QUESTION) == "Ze leest graag voor"
        assert page.locator('.ws [lang="ar"] h2').inner_text() != ""
        assert page.locator('.ws [lang="ar"]').first.evaluate("node => getComputedStyle(node).direction") == "rtl"
        assert page.get_attribute("a[data-pdf]", "href") == "gesprekstool-nl-ar.pdf"
        page.reload()
        shown(page, "nl-ar")
        assert page.input_value("[data-choose] select") == "nl-ar"
        assert page.input_value('[data-field="kop.voornaam"]') == "Noor"
        assert visit.elsewhere() == [] and visit.complaints == [] and visit.failed == []


def test_only_the_chosen_language_is_fetched_and_only_once(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(SHEET)
        for key in ("nl-tr", "nl", "nl-tr"):
            page.select_option("[data-choose] select", key)
            shown(page, key)
        fetched = [one.rpartition("/")[2] for one in visit.requests if one.endswith(".json") and "gesprekstool" in one]
        assert fetched == ["gesprekstool-nl-tr.json"]
        assert page.locator(".ws").count() == 1 and visit.elsewhere() == [] and visit.complaints == []


@pytest.mark.parametrize("how", ["offline", "gone"])
def test_a_language_that_cannot_be_had_leaves_the_sheet_as_it_is(how: str, browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(f"{SHEET}?sheet=nl-tr")
        shown(page, "nl-tr")
        page.fill(QUESTION, "Slapen")
        if how == "offline":
            page.context.set_offline(True)
        else:
            page.route("**/*.json", lambda route: route.fulfill(status=404, body="weg"))
        page.select_option("[data-choose] select", "nl-ar")
        status = page.locator("[data-status]")
        status.filter(has_text="kon niet geladen worden: العربية").wait_for()
        assert page.input_value("[data-choose] select") == "nl-tr" and page.url.endswith("?sheet=nl-tr")
        assert page.input_value(QUESTION) == "Slapen" and page.locator('.ws [lang="tr"]').count()
        assert page.get_attribute("a[data-pdf]", "href") == "gesprekstool-nl-tr.pdf"
        page.context.set_offline(False)
        page.unroute_all()
        page.select_option("[data-choose] select", "nl-ar")
        shown(page, "nl-ar")
        assert page.input_value(QUESTION) == "Slapen" and status.inner_text() == ""


def test_the_language_that_was_chosen_last_is_shown(browser: Browser, home: str) -> None:
    """Though the one before it comes later."""
    held: list[Route] = []
    with visiting(browser, home) as visit:
        page = visit.go(SHEET)
        page.route("**/*-nl-uk.json", lambda route: held.append(route))
        with page.expect_request("**/*-nl-uk.json"):
            page.select_option("[data-choose] select", "nl-uk")
        page.select_option("[data-choose] select", "nl-tr")
        shown(page, "nl-tr")
        with page.expect_response("**/*-nl-uk.json"):
            held[0].continue_()
        page.wait_for_timeout(100)
        assert page.locator('.ws [lang="tr"] h2').count() == 1 and page.url.endswith("?sheet=nl-tr")


def test_names_stay_on_a_shared_computer_only_when_one_asks(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(SHEET)
        page.fill(QUESTION, "Slapen")
        stores = "() => [localStorage, sessionStorage].map((one) => one.getItem('worksheet:gesprekstool'))"
        where = page.locator("[data-where]")
        assert "alleen in dit tabblad" in where.inner_text()
        text = '{"vraag-1.thuis":"Slapen"}'
        assert page.evaluate(stores) == [None, text]
        page.check("[data-keep]")
        assert page.evaluate(stores) == [text, None]
        assert "op dit toestel" in where.inner_text()
        page.reload()
        assert page.is_checked("[data-keep]") and page.input_value(QUESTION) == "Slapen"
        page.uncheck("[data-keep]")
        assert page.evaluate(stores) == [None, text]


def test_an_empty_sheet_is_printed_from_its_pdf(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(f"{SHEET}?sheet=nl-tr")
        shown(page, "nl-tr")
        page.evaluate("window.print = () => { document.title = 'printed'; }")
        with page.expect_request("**/gesprekstool-nl-tr.pdf"):
            page.click("[data-print]")
        page = visit.go(SHEET)
        page.evaluate("window.print = () => { document.title = 'printed'; }")
        page.fill(QUESTION, "Slapen")
        page.click("[data-print]")
        assert page.title() == "printed"


def test_the_files_are_those_of_the_language_that_one_chose(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(f"{SHEET}?sheet=nl-uk")
        shown(page, "nl-uk")
        files = page.eval_on_selector_all(
            ".ws-files:not([hidden]) a", "all => all.map((one) => one.getAttribute('href'))"
        )
        assert files == [f"gesprekstool-nl-uk{end}" for end in (".pdf", ".docx", "-groot.pdf")]


def test_a_long_text_is_named_and_continues_on_the_next_page(browser: Browser, home: str) -> None:
    with visiting(browser, home, size=(1280, 900)) as visit:
        page = visit.go(SHEET)
        page.fill(QUESTION, "Kort")
        assert page.locator(".ws-long").count() == 0
        page.fill(QUESTION, "\n".join(f"Regel {number}." for number in range(1, 61)))
        assert page.locator(".ws-long").inner_text().startswith("Op papier past dit niet")
        document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        # Without its spaces: the drawing beside it breaks the text at other places than the page does.
        text = "".join("".join(one.get_textpage().get_text_range() for one in document).split())
        document.close()
        assert all(f"Regel{number}." in text for number in range(1, 61))
        assert "Oppapierpastditniet" not in text


def test_erasing_asks_first_and_leaves_nothing(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(SHEET)
        page.check("[data-keep]")
        page.fill(QUESTION, "Slapen")
        kept = page.evaluate("() => ({...localStorage})")
        assert json.loads(kept["worksheet:gesprekstool"]) == {"vraag-1.thuis": "Slapen"}
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.click("[data-erase]")
        assert page.input_value(QUESTION) == "Slapen"
        page.once("dialog", lambda dialog: dialog.accept())
        page.click("[data-erase]")
        assert page.input_value(QUESTION) == ""
        assert page.locator("[data-status]").inner_text() == "Gewist."
        assert "worksheet:gesprekstool" not in page.evaluate("() => ({...localStorage})")


def test_a_link_of_the_list_shows_the_sheet_in_that_language(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(SHEET)
        page.click('[data-show="nl-uk"]')
        shown(page, "nl-uk")
        assert page.input_value("[data-choose] select") == "nl-uk"
        assert page.url.endswith("?sheet=nl-uk")
        assert page.evaluate("document.activeElement.tagName") == "SELECT"


@pytest.mark.parametrize("chosen", ["nl", "nl-ar", "nl-fr", "nl-tr", "nl-uk", "nl-en"])
def test_the_browser_prints_the_sheet_and_nothing_else(chosen: str, browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(f"{SHEET}?sheet={chosen}")
        shown(page, chosen)
        page.fill('[data-field="kop.voornaam"]', "Noor")
        page.evaluate("document.fonts.ready")
        document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        text = " ".join(one.get_textpage().get_text_range() for one in document)
        assert [tuple(round(side) for side in one.get_size()) for one in document] == [(842, 595)] * 2
        document.close()
        # Words of the hint one by one: a reader of the file may put those of the other language between them.
        assert all(word in text for word in ("Leren", "vrienden", "spelen", "slapen", "Noor"))
        assert "Zo gebruik je het" not in text and "Zoek" not in text


def test_the_thermometer_prints_on_its_two_papers(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = visit.go("werkbladen/thermometer/")
        document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        assert [tuple(round(side) for side in one.get_size()) for one in document] == [(842, 1191), (595, 842)]
        document.close()


def test_without_a_script_the_dutch_sheet_and_every_pdf_are_there(browser: Browser, home: str) -> None:
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.go(SHEET)
        assert page.is_visible(".ws h2:has-text('Drie vragen in de driehoek')")
        assert not page.is_visible("[data-print]") and not page.is_visible("[data-choose]")
        assert page.locator(".ws-languages a[href$='.pdf']").count() == 11


@pytest.mark.parametrize("chosen", ["nl", "nl-ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(chosen: str, scheme: str, browser: Browser, home: str) -> None:
    with visiting(browser, home, scheme=scheme, size=PHONE) as visit:
        page = visit.go(f"{SHEET}?sheet={chosen}")
        page.click("[data-open]")
        page.fill('[data-panel] [data-shared="school"]', "De Linde")
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        page.evaluate(AXE)
        found = page.evaluate("async () => (await axe.run()).violations.map(v => [v.id, v.nodes.map(n => n.html)])")
        assert found == []


def test_the_scripts_are_small() -> None:
    folder = ROOT / "overrides" / "assets" / "javascripts"
    found = {path.name: path for path in folder.glob("worksheet*.mjs") if path.stem != "worksheets"}
    assert len(found) > 2
    assert sum(map(len, smaller(found, ROOT / "node_modules").values())) < 11_500
