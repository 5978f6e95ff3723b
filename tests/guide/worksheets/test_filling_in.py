"""What is typed once stands on every sheet; it is erased, taken along as a file and read again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.support.browsing import Visit, until, visiting

WITH_SCHOOL, WITHOUT = "werkbladen/communicatiematrix/", "werkbladen/gesprekstool/"
SCHOOL = ".ws [data-shared=school]"
NAME = '[data-field="kop.voornaam"]'
OF_EVERYONE = ("/assets/", "/search/")
STORED = "() => Object.keys({...localStorage, ...sessionStorage}).filter((key) => key.startsWith('worksheet:')).sort()"


def ready(page: Page) -> None:
    """Waits until the script of the page has filled in the sheet."""
    page.locator("[data-worksheet][data-shown]").wait_for()


def opened(visit: Visit, url: str) -> Page:
    page = visit.go(url)
    ready(page)
    return page


def carried(page: Page) -> str:
    """The small line near the title; "" when it is not there."""
    line = page.locator(".ws-carried")
    return " ".join(line.inner_text().split()) if line.is_visible() else ""


def typed(visit: Visit) -> Page:
    """A school for all sheets, and a name and a tick on two of them."""
    page = opened(visit, WITH_SCHOOL)
    page.fill(SCHOOL, "De Linde")
    page.locator('.ws input[type="checkbox"]').first.check()
    page = opened(visit, WITHOUT)
    page.fill(NAME, "Noor")
    return page


def exported(page: Page, folder: Path) -> Path:
    if page.locator("[data-panel]").is_hidden():
        page.click("[data-open]")
    with page.expect_download() as waiting:
        page.click("[data-export]")
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_what_is_typed_once_stands_on_every_sheet_in_every_language(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = opened(visit, WITH_SCHOOL)
        page.click("[data-open]")
        page.fill("[data-panel] [data-shared=school]", "De Linde")
        assert page.input_value(SCHOOL) == "De Linde"
        page.fill(SCHOOL, "De Linde 2")
        assert page.input_value("[data-panel] [data-shared=school]") == "De Linde 2"
        assert carried(page) == ""
        page.fill("[data-panel] [data-shared=contact]", "Juf Ann")
        assert carried(page) == "Contactpersoon: Juf Ann"
        page = opened(visit, WITHOUT)
        assert carried(page) == "School: De Linde 2 Contactpersoon: Juf Ann"
        page.select_option("[data-choose] select", "nl-fr")
        page.locator('[data-shown="nl-fr"]').wait_for()
        assert carried(page) == "School · École: De Linde 2 Contactpersoon · Personne de contact: Juf Ann"
        page = opened(visit, "fr/" + WITH_SCHOOL)
        assert page.input_value(SCHOOL) == "De Linde 2"
        assert visit.elsewhere() == [] and visit.complaints == []


def test_typing_asks_nothing_of_any_server(browser: Browser, home: str, tmp_path: Path) -> None:
    with visiting(browser, home) as visit:
        page = typed(visit)
        asked: list[Request] = []
        page.on("request", lambda one: asked.append(one))
        page.fill(NAME, "Sam")
        page.check("[data-keep]")
        file = exported(page, tmp_path)
        page.set_input_files("[data-import]", file)
        until(page, "document.querySelector('[data-status]').textContent.startsWith('Ingelezen')")
        # The search may still be fetching files of its own, which are the same for every reader.
        for one in asked:
            url = urlsplit(one.url)
            assert url.scheme == "blob" or (one.method == "GET" and not url.query and url.path.startswith(OF_EVERYONE))


def test_what_is_shared_is_kept_on_the_device_only_when_one_asks(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = opened(visit, WITHOUT)
        page.click("[data-open]")
        page.fill("[data-panel] [data-shared=class]", "3A")
        kept = "() => [localStorage, sessionStorage].map((one) => one.getItem('worksheet:*'))"
        assert page.evaluate(kept) == [None, '{"class":"3A"}']
        page.check("[data-keep-shared]")
        assert page.evaluate(kept) == ['{"class":"3A"}', None]
        assert "op dit toestel" in page.locator("[data-where-shared]").inner_text()
        page.fill(NAME, "Noor")
        assert page.evaluate("localStorage.getItem('worksheet:gesprekstool')") is None


def test_choices_are_kept_when_the_language_is_switched(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = opened(visit, "werkbladen/ouderbevraging/")
        page.locator(".ws-table--scale tbody tr").nth(0).locator("input").nth(1).check()
        page.locator('.ws-options [type="checkbox"]').nth(2).check()
        ticked = "() => [...document.querySelectorAll('.ws :checked')].map((one) => one.dataset.field)"
        chosen = page.evaluate(ticked)
        assert len(chosen) == 2
        page.reload()
        ready(page)
        assert page.evaluate(ticked) == chosen
        page = opened(visit, "en/werkbladen/ouderbevraging/")
        assert page.evaluate(ticked) == chosen


def test_erasing_a_sheet_leaves_the_others(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = typed(visit)
        page.once("dialog", lambda dialog: dialog.accept())
        page.click("[data-erase]")
        assert page.input_value(NAME) == "" and page.is_hidden("[data-erase]")
        assert page.evaluate(STORED) == ["worksheet:*", "worksheet:communicatiematrix"]


def test_erasing_all_leaves_nothing(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = typed(visit)
        page.check("[data-keep]")
        page.click("[data-open]")
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.click("[data-erase-all]")
        assert page.input_value(NAME) == "Noor"
        page.once("dialog", lambda dialog: dialog.accept())
        page.click("[data-erase-all]")
        assert page.locator("[data-status]").inner_text() == "Gewist."
        assert page.input_value(NAME) == "" and carried(page) == "" and not page.is_checked("[data-keep]")
        assert page.evaluate(STORED) == []
        page = opened(visit, WITH_SCHOOL)
        assert page.input_value(SCHOOL) == "" and page.locator(".ws :checked").count() == 0


def test_a_file_gives_the_same_in_another_browser(browser: Browser, home: str, tmp_path: Path) -> None:
    with visiting(browser, home) as visit:
        file = exported(typed(visit), tmp_path)
    data = json.loads(file.read_text("utf-8"))
    assert file.name.startswith("mijn-werkbladen-20")
    assert (data["format"], data["version"], data["sheet"]) == ("worksheets", 1, "gesprekstool")
    assert set(data["sheets"]) == {"gesprekstool", "communicatiematrix"} and data["shared"] == {"school": "De Linde"}
    with visiting(browser, home) as visit:
        page = opened(visit, WITHOUT)
        page.click("[data-open]")
        page.set_input_files("[data-import]", file)
        page.get_by_text("Ingelezen. Aantal bladen: 2.").wait_for()
        assert page.input_value(NAME) == "Noor" and carried(page) == "School: De Linde"
        page = opened(visit, WITH_SCHOOL)
        assert page.input_value(SCHOOL) == "De Linde" and page.locator(".ws :checked").count() == 1


def test_a_file_asks_before_it_replaces(browser: Browser, home: str, tmp_path: Path) -> None:
    with visiting(browser, home) as visit:
        page = typed(visit)
        file = exported(page, tmp_path)
        page.fill(NAME, "Sam")
        said = []
        page.once("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        page.set_input_files("[data-import]", file)
        until(page, "!document.querySelector('[data-import]').value")
        assert page.input_value(NAME) == "Sam"
        assert "Drie vragen in de driehoek" in said[0] and "communicatie in kaart" not in said[0]
        page.once("dialog", lambda dialog: dialog.accept())
        page.set_input_files("[data-import]", file)
        page.get_by_text("Ingelezen.").wait_for()
        assert page.input_value(NAME) == "Noor"


def test_what_no_sheet_has_any_more_is_left_out_and_named(browser: Browser, home: str, tmp_path: Path) -> None:
    file = tmp_path / "bestand.json"
    values = {"kop.voornaam": "Sam", "kop.huisdier": "Poes", "oud.vak": True}
    sheets = {"gesprekstool": values, "verdwenen-blad": {"kop.naam": "Weg"}}
    made = {"format": "worksheets", "version": 1, "shared": {"school": "De Berk"}, "sheets": sheets}
    file.write_text(json.dumps(made), "utf-8")
    with visiting(browser, home) as visit:
        page = opened(visit, WITHOUT)
        page.click("[data-open]")
        page.set_input_files("[data-import]", file)
        status = page.locator("[data-status]")
        status.filter(has_text="Ingelezen. Aantal bladen: 1.").wait_for()
        assert "driehoek” staan: kop.huisdier, oud.vak." in status.inner_text()
        assert "Niet ingelezen: het blad verdwenen-blad" in status.inner_text()
        assert page.input_value(NAME) == "Sam" and carried(page) == "School: De Berk"
        assert page.evaluate(STORED) == ["worksheet:*", "worksheet:gesprekstool"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("geen bestand", "beschadigd of van een andere soort"),
        ({"format": "anders"}, "komt niet van deze werkbladen"),
        ({"version": 2}, "nieuwere versie"),
        ({"sheets": {"gesprekstool": {"kop.voornaam": 3}}}, "iets onleesbaars in een vak"),
    ],
)
def test_a_bad_file_is_refused_whole(
    content: str | dict[str, Any], words: str, browser: Browser, home: str, tmp_path: Path
) -> None:
    file = tmp_path / "bestand.json"
    whole = {"format": "worksheets", "version": 1, "shared": {"school": "Weg"}, "sheets": {}}
    file.write_text(content if isinstance(content, str) else json.dumps(whole | content), "utf-8")
    with visiting(browser, home) as visit:
        page = typed(visit)
        page.click("[data-open]")
        page.set_input_files("[data-import]", file)
        status = page.locator("[data-status]")
        status.filter(has_text=words).wait_for()
        assert status.inner_text().endswith("Er is niets ingelezen.")
        assert page.input_value(NAME) == "Noor" and carried(page) == "School: De Linde"
        assert visit.complaints == []


REFUSED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } })"""
FULL = """const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (...values) {
  if (this === localStorage) throw new DOMException("full", "QuotaExceededError");
  setItem.apply(this, values);
}"""
NO_SHEETS = "window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); }"
UNREADABLE = "File.prototype.text = () => Promise.reject(new DOMException('gone', 'NotReadableError'))"


def test_where_the_browser_keeps_nothing_a_file_still_does(browser: Browser, home: str, tmp_path: Path) -> None:
    with visiting(browser, home) as visit:
        visit.page.add_init_script(REFUSED)
        page = opened(visit, WITHOUT)
        page.fill(NAME, "Noor")
        assert "Je browser bewaart niets" in page.locator("[data-where]").inner_text()
        file = exported(page, tmp_path)
        assert json.loads(file.read_text("utf-8"))["sheets"] == {"gesprekstool": {"kop.voornaam": "Noor"}}
        page.fill(NAME, "")
        page.set_input_files("[data-import]", file)
        status = page.locator("[data-status]").filter(has_text="Ingelezen. Aantal bladen: 1. Je browser bewaart niets.")
        status.wait_for()
        assert page.input_value(NAME) == "Noor"
        page.once("dialog", lambda dialog: dialog.accept())
        page.click("[data-erase-all]")
        assert page.input_value(NAME) == ""


def test_a_device_that_is_full_leaves_what_is_typed_in_the_tab(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        visit.page.add_init_script(FULL)
        page = opened(visit, WITHOUT)
        page.fill(NAME, "Noor")
        page.click("[data-keep]")
        assert not page.is_checked("[data-keep]")
        assert "alleen in dit tabblad" in page.locator("[data-where]").inner_text()
        page.reload()
        ready(page)
        assert page.input_value(NAME) == "Noor"


def test_two_tabs_add_to_each_other(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = opened(visit, WITH_SCHOOL)
        page.click("[data-open]")
        page.fill("[data-panel] [data-shared=class]", "3A")
        page.check("[data-keep-shared]")
        other = page.context.new_page()
        other.goto(home + WITHOUT)
        ready(other)
        page.fill(SCHOOL, "De Linde")
        until(other, "document.querySelector('.ws-carried').textContent.includes('De Linde')")
        # As a tab does that has not heard of it yet.
        other.evaluate("window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
        page.fill("[data-panel] [data-shared=class]", "4B")
        other.click("[data-open]")
        other.fill("[data-panel] [data-shared=contact]", "Juf Ann")
        kept = json.loads(other.evaluate("localStorage.getItem('worksheet:*')"))
        assert kept == {"class": "4B", "school": "De Linde", "contact": "Juf Ann"}


def test_who_comes_back_to_a_page_sees_what_was_typed_since(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        page = opened(visit, WITHOUT)
        page.evaluate("sessionStorage.setItem('worksheet:gesprekstool', '{\"kop.voornaam\": \"Noor\"}')")
        page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        assert page.input_value(NAME) == "Noor"


def test_a_browser_without_sheets_of_style_from_scripts_has_all_the_rest(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visit:
        visit.page.add_init_script(NO_SHEETS)
        page = typed(visit)
        page.once("dialog", lambda dialog: dialog.accept())
        page.click("[data-erase]")
        assert page.input_value(NAME) == ""
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert page.locator("head style").count() == 0  # what the policy would refuse
        assert visit.complaints == []


def test_a_file_that_cannot_be_opened_is_named(browser: Browser, home: str, tmp_path: Path) -> None:
    file = tmp_path / "bestand.json"
    file.write_text("{}", "utf-8")
    with visiting(browser, home) as visit:
        visit.page.add_init_script(UNREADABLE)
        page = opened(visit, WITHOUT)
        page.click("[data-open]")
        page.set_input_files("[data-import]", file)
        page.get_by_text("beschadigd of van een andere soort").wait_for()
        assert visit.complaints == []
