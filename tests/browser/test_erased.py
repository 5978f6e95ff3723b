"""What a reader types and chooses can be erased by the buttons of the site; who only reads leaves nothing behind."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import HOME, KINDS, LANGUAGES, SHARED
from tests.support.browsing import until, visiting

pytestmark = pytest.mark.xdist_group("browser-private")
SECRET = "Zonnebloemklas"
SHEET, MINE = "werkbladen/gesprekstool/", "partners/mijn-lijst/"
STORED = "() => ({device: {...localStorage}, tab: {...sessionStorage}})"
NOTHING: dict[str, Any] = {"device": {}, "tab": {}}
LIST_OF_ANOTHER = "?p="  # an address that brings a list along is no untouched visit


def _holds(page: Page, *texts: str) -> None:
    """Wait until the device itself keeps all of these texts."""
    until(
        page,
        "(all) => all.every((text) => Object.values({...localStorage}).some((one) => one.includes(text)))",
        arg=list(texts),
    )


def _erase(page: Page, button: str) -> None:
    page.once("dialog", lambda asked: asked.accept())
    page.locator(button).click()


def _typed_on_a_sheet(page: Page) -> None:
    page.locator("[data-open]").click()
    page.locator("[data-keep-shared]").check()
    page.locator("input[data-shared=school]").first.fill(f"{SECRET} school")
    page.locator("[data-keep]").check()
    page.locator("[data-field='vraag-1.thuis']").fill(f"{SECRET} thuis")
    _holds(page, f"{SECRET} school", f"{SECRET} thuis")


def _typed_on_the_list(page: Page) -> None:
    page.locator("[data-my-list][data-ready]").wait_for(state="attached")
    page.locator("[data-my-list] [data-keep]").check()
    page.locator(".picks-item[data-id=clb] input").fill(f"{SECRET} noot")
    for name in ("title", "school"):
        page.locator(f"[data-my-list] [data-text={name}]").fill(f"{SECRET} {name}")
    _holds(page, f"{SECRET} noot", f"{SECRET} title", f"{SECRET} school")


def test_all_that_was_typed_goes_by_the_buttons_and_only_choices_remain(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        _typed_on_a_sheet(visit.go(SHEET))
        page = visit.go("partners/clb/")
        page.locator("[data-pick=clb] .picks-button").click()
        _typed_on_the_list(visit.go(MINE))
        before = page.evaluate("() => document.body.dataset.mdColorScheme")
        page.locator("[data-scheme-key]").click()
        other = page.evaluate("() => document.body.dataset.mdColorScheme")
        assert {before, other} == {"default", "slate"}
        # The answer about language: a reader of Dutch goes to French, and back by the address.
        visit.go("")
        page.evaluate("() => document.querySelector('a[data-keep-place][hreflang=fr]').click()")
        page.wait_for_url("**/fr/**")
        kept = page.evaluate(STORED)["device"]
        palette = next(key for key in kept if key.endswith(".__palette"))
        assert set(kept) == {"worksheet:*", "worksheet:gesprekstool", "partners:mine", "guide-language", palette}

        page = visit.go(MINE)
        page.locator("[data-my-list][data-ready]").wait_for(state="attached")
        _erase(page, "[data-my-list] [data-erase]")
        expect(page.locator(".picks-item")).to_have_count(0)
        page = visit.go(SHEET)
        expect(page.locator("[data-field='vraag-1.thuis']")).to_have_value(f"{SECRET} thuis")
        page.locator("[data-open]").click()
        _erase(page, "[data-erase-all]")
        expect(page.locator("[data-field='vraag-1.thuis']")).to_have_value("")

        remains = {"device": {"guide-language": "1", palette: f'{{"color":{{"scheme":"{other}"}}}}'}, "tab": {}}
        for url in ("", SHEET, MINE, "partners/clb/"):  # nothing comes back from what a page had in mind
            page = visit.go(url)
            assert page.evaluate(STORED) == remains, url
        assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
        assert page.context.cookies() == []


def _untouched() -> dict[str, list[str]]:
    """One page of each kind, by the language in which it is read."""
    found: dict[str, list[str]] = {code: [] for code in LANGUAGES}
    kinds = [url.partition(LIST_OF_ANOTHER)[0] for url in KINDS.values()]
    for at, url in enumerate(kinds):
        code = [*LANGUAGES][at % len(LANGUAGES)]
        found[code].append(url if "404" in url else LANGUAGES[code] + url)
    found["nl"] += [*SHARED.values(), "embed/a/communicatie/"]
    for url in HOME.values():
        found.setdefault(url.partition("/")[0], []).append(url)
    return found


@pytest.mark.parametrize("code", _untouched())
def test_who_only_reads_leaves_nothing(code: str, home: str, browser: Browser) -> None:
    with visiting(browser, home, locale=code, scheme="dark") as visit:
        for url in _untouched()[code]:
            page = visit.go(url)
            page.mouse.wheel(0, 2000)
            assert page.evaluate(STORED) == NOTHING, url
        assert visit.page.context.cookies() == []


def test_who_is_told_of_a_language_is_told_once_a_visit(home: str, browser: Browser) -> None:
    """That a line was shown is kept as long as the tab is open, and says nothing else."""
    with visiting(browser, home, locale="nl-BE") as visit:
        page = visit.go("fr/over/")
        expect(page.locator("[data-suggest] > p[lang=nl]")).to_be_visible()
        assert page.evaluate(STORED) == {"device": {}, "tab": {"guide-language": "1"}}
