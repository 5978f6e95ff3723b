"""A sheet that is printed from the browser is the sheet of its PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from guide.site import Guide
from guide.worksheets import read_all
from tests.support.browsing import EVERYTHING, visiting
from tests.support.pages import Site

FILL = """() => {
  for (const one of document.querySelectorAll('.ws textarea')) one.value = 'Ja';
  for (const one of document.querySelectorAll('.ws input[type=text]')) one.value = 'Noor';
  for (const one of document.querySelectorAll('.ws input:not([type=text])')) one.checked = true;
}"""


def sizes(source: bytes | Path) -> list[tuple[int, int]]:
    """Width and height of every page, in points."""
    document = pypdfium2.PdfDocument(source)
    try:
        return [(round(one.get_width()), round(one.get_height())) for one in document]
    finally:
        document.close()


def printed(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)


def texts(made: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(made))
    try:
        return [" ".join(one.get_textpage().get_text_range().split()) for one in document]
    finally:
        document.close()


@pytest.fixture
def tab(browser: Browser, home: str) -> Iterator[Page]:
    with visiting(browser, home) as visit:
        visit.page.goto(home)
        yield visit.page


def test_every_sheet_has_the_pages_of_its_pdf(tab: Page, home: str, site: Site, real_guide: Guide) -> None:
    """Empty and filled in; a parents' sheet beside one of its languages, or each when all is tested."""
    wrong = {}
    for number, (slug, sheet) in enumerate(read_all(real_guide)[0].items()):
        beside = sheet.offered if sheet.source.for_parents else ()
        chosen = beside if EVERYTHING else beside[number % len(beside) :][:1] if beside else ()
        for language in ("nl", *(f"nl-{code}" for code in chosen)):
            tab.goto(f"{home}werkbladen/{slug}/?sheet={language}")
            tab.locator(f'[data-worksheet][data-shown="{language}"]').wait_for()
            tab.evaluate("() => document.fonts.ready.then(() => true)")
            wanted = sizes(site.root / "werkbladen" / slug / f"{slug}-{language}.pdf")
            for form in ("empty", "filled in"):
                if form == "filled in":
                    tab.evaluate(FILL)
                found = sizes(printed(tab))
                if found != wanted:
                    wrong[f"{slug}-{language} {form}"] = (wanted, found)
    assert wrong == {}


def test_what_is_typed_and_ticked_is_on_paper_and_the_site_is_not(tab: Page, home: str) -> None:
    tab.goto(f"{home}werkbladen/communicatiematrix/")
    tab.fill(".ws [data-shared=school]", "De Linde")
    tab.click("[data-open]")
    tab.fill("[data-panel] [data-shared=contact]", "Juf Ann")
    tab.locator(".ws textarea").first.fill("Aan de poort")
    pages = texts(printed(tab))
    assert "De Linde" in pages[0] and "Contactpersoon: Juf Ann" in pages[0] and "Aan de poort" in pages[0]
    assert all("Samen school maken met ouders · Onze communicatie in kaart" in one for one in pages)
    assert "1 / 2" in pages[0] and "/w/communicatiematrix/" in pages[0] and "2 / 2" in pages[1]
    assert "Voor al je bladen" not in " ".join(pages) and "Zoeken" not in " ".join(pages)
    assert tab.locator(".ws-printed").count() == 0


def test_ticks_leave_ink(tab: Page, home: str) -> None:
    def ink() -> int:
        document = pypdfium2.PdfDocument(io.BytesIO(printed(tab)))
        picture = bytes(document[0].render(scale=1, grayscale=True).buffer)
        document.close()
        return sum(one < 160 for one in picture)

    tab.goto(f"{home}werkbladen/ouderbevraging/")
    before = ink()
    for box in tab.locator(".ws :is([type=checkbox], tr td:nth-child(2) [type=radio])").all():
        box.check()
    assert ink() > before + 200


def test_zones_are_as_high_as_on_paper(tab: Page, home: str) -> None:
    """On A3 each of the four zones leaves room for rows of notes of 76 mm wide."""
    tab.set_viewport_size({"width": 1002, "height": 1400})
    tab.emulate_media(media="print")
    tab.goto(f"{home}werkbladen/thermometer/")
    tab.evaluate("() => document.fonts.ready.then(() => true)")
    heights = tab.eval_on_selector_all(
        ".ws-zone", "all => all.map((one) => one.getBoundingClientRect().height * 25.4 / 96)"
    )
    assert len(heights) == 4 and min(heights) > 65
