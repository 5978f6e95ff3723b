"""The search box in a real browser: the reader's language, the right page first, what each result is, and no result."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from guide.site import Guide
from guide.strings import load
from tests.browser.kinds import LANGUAGES
from tests.browser.test_every_kind import faults
from tests.support.browsing import DESKTOP, PHONE, visiting

pytestmark = pytest.mark.xdist_group("browser-0")
QUESTIONS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("search_questions.yml").read_text("utf-8")
)
FIELD, RESULT, LINK = "[data-md-component=search-query]", ".md-search-result__item", ".md-search-result__link"
# Types a question at once and waits for its answer: the worker says when.
WATCH = """window.answers = 0;
window.Worker = class extends Worker {
  constructor(...all) {
    super(...all);
    this.addEventListener("message", ({ data }) => { window.answers += data.type === 3; });
  }
};"""
ASK = """async (question) => {
  const field = document.querySelector("[data-md-component=search-query]");
  const before = window.answers;
  field.value = question;
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  while (window.answers === before) await new Promise((done) => setTimeout(done, 5));
  await new Promise((done) => setTimeout(done, 20));
  return [...document.querySelectorAll(".md-search-result__item")].map((one) => one.querySelector("a").href);
}"""


def _open(page: Page) -> None:
    """The search box is open and answers."""
    expect(page.locator(".md-search-result__meta")).not_to_have_text(re.compile("…$"))
    opener = page.locator("[data-opens=__search]")
    if opener.is_visible():  # on a phone
        opener.click()
    else:
        page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()


def _listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def _fault(question: dict[str, Any], found: list[str]) -> str:
    """What is wrong with an answer; "" for nothing."""
    first, three, one = (_listed(question.get(name)) for name in ("first", "three", "one"))
    right = (not first or (found[:1] and found[0] in first)) and set(three) <= set(found[:3])
    right = right and (not one or bool(set(one) & set(found[:3])))
    return "" if right else f"{question['ask']}: {found[:4]}"


@pytest.mark.parametrize("language", QUESTIONS)
def test_what_people_ask_is_answered(language: str, home: str, browser: Browser) -> None:
    questions, prefix = QUESTIONS[language], LANGUAGES[language]
    assert len({question["ask"] for question in questions}) == len(questions) >= 30
    with visiting(browser, home) as visit:
        visit.page.add_init_script(WATCH)
        page = visit.go(f"{prefix}visie/")
        _open(page)
        faulty: list[tuple[str, str]] = []
        missed = {question["ask"] for question in questions if "missed" in question}
        for question in questions:
            links = page.evaluate(ASK, question["ask"])
            assert all(link.startswith(home + prefix) for link in links), links
            pages = [re.split(r"[?#]", link.removeprefix(home + prefix))[0].rstrip("/") for link in links]
            if fault := _fault(question, pages):
                faulty.append((question["ask"], fault))
        assert [fault for ask, fault in faulty if ask not in missed] == []
        assert len(faulty) <= len(questions) // 10
        assert visit.complaints == visit.failed == visit.elsewhere() == []


@pytest.mark.parametrize(("language", "word"), [("nl", "huiswerk"), ("fr", "interprete"), ("en", "homework")])
def test_only_who_searches_fetches_an_index_and_only_that_of_the_language(
    language: str, word: str, home: str, browser: Browser, real_guide: Guide
) -> None:
    prefix, words = LANGUAGES[language], load(language)
    with visiting(browser, home) as visit:
        page = visit.go(f"{prefix}over/")
        fetched = {one.removeprefix(home) for one in visit.requests if one.endswith(".json")}
        assert fetched == {f"{prefix}search/search_index.json"}
        _open(page)
        page.keyboard.type(word, delay=20)
        expect(page.locator(RESULT).first).to_be_visible()
        fetched |= {one.removeprefix(home) for one in visit.requests if one.endswith(".json")}
        assert fetched == {f"{prefix}search/search_index.json", f"{prefix}search/pages.json"}
        kinds = {words[f"site.{kind}"] for kind in real_guide.vocabulary.kinds} | {words["site.page"]}
        said = page.locator(f"{RESULT} h1 .search-kind").all_inner_texts()
        assert len(said) == page.locator(RESULT).count() > 3 and set(said) <= kinds and len(set(said)) > 2
        prefixes = {re.match(r"(?:(fr|en)/)?", link.removeprefix(home))[0] for link in _links(page)}  # type: ignore[index]
        assert prefixes == {prefix}
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(rf"{re.escape(home + prefix)}.+\?h=.*"))
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert visit.complaints == visit.failed == []


def _links(page: Page) -> list[str]:
    found: list[str] = page.locator(LINK).evaluate_all("all => all.map((one) => one.href)")
    return found


def test_a_term_is_shown_with_its_meaning(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = visit.go("visie/")
        _open(page)
        page.keyboard.type("gelegenheidstolken", delay=10)
        term = page.locator(LINK, has_text="gelegenheidstolk").filter(has=page.locator(".search-kind--term")).first
        expect(term.locator(".search-kind")).to_have_text("Begrip")
        assert "begrippenlijst/" in (term.get_attribute("href") or "")
        term.click()
        expect(page).to_have_url(re.compile("#gelegenheidstolk$"))


@pytest.mark.parametrize(("language", "scheme", "size"), [("nl", "light", DESKTOP), ("fr", "dark", PHONE)])
def test_who_finds_nothing_is_helped_on_with_the_keyboard(
    language: str, scheme: str, size: tuple[int, int], home: str, browser: Browser
) -> None:
    prefix, words = LANGUAGES[language], load(language)
    with visiting(browser, home, scheme=scheme, size=size) as visit:
        page = visit.go(f"{prefix}visie/")
        _open(page)
        page.keyboard.type("xqzwv", delay=10)
        expect(page.locator(".md-search-result__meta")).to_have_text(words["site.search_none"])
        links = page.locator(".search-help a")
        expect(links).to_have_count(3)
        assert faults(page) == []
        page.keyboard.press("Enter")  # opens no page that nobody asked for
        expect(page).to_have_url(f"{home}{prefix}visie/")
        page.keyboard.press("ArrowDown")
        expect(links.first).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{home}{prefix}partners/")
        page = visit.go(f"{prefix}visie/")
        _open(page)
        page.keyboard.type("xqzwv", delay=10)
        expect(links).to_have_count(3)
        page.locator(FIELD).fill("tolk" if language == "nl" else "parents")
        page.keyboard.press("End")
        expect(page.locator(RESULT).first).to_be_visible()
        expect(links).to_have_count(0)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        assert visit.complaints == visit.failed == []


def test_the_search_of_the_404_page_works_too(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = visit.go("fr/nulle/part/")
        _open(page)
        page.keyboard.type("devoirs", delay=10)
        expect(page.locator(RESULT).first).to_be_visible()
        assert visit.complaints == ["Failed to load resource: the server responded with a status of 404 (Not Found)"]


def test_without_script_the_page_is_whole(home: str, browser: Browser) -> None:
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.go("visie/")
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator(".search-help")).to_have_count(0)
        assert {one for one in visit.requests if "search" in one and one.endswith((".json", ".js"))} == set()
