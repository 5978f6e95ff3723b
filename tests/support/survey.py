"""Looks at many built pages with axe-core, at little cost: see `survey.js`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser

from tests.support.browsing import DESKTOP, EVERYTHING, PATIENCE
from tests.support.project import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCRIPT = Path(__file__).with_suffix(".js")
SCHEMES = ("light", "dark")
# An address that a browser opens as plain text: no style and no script of a page is in the way.
BLANK = "assets/stylesheets/fonts.css"


def in_order(urls: Iterable[str], languages: Iterable[str]) -> list[str]:
    """Addresses with those of one page in several languages after each other, so that they get schemes by turns."""
    prefixes = tuple(f"{code}/" for code in languages)

    def key(url: str) -> tuple[str, str]:
        prefix = next((one for one in prefixes if url.startswith(one)), "")
        return url.removeprefix(prefix), prefix

    return sorted(urls, key=key)


def looks(number: int) -> list[tuple[str, bool]]:
    """(scheme, narrow): how axe looks at the page with this number in the order, of the four ways one or two."""
    narrow = number % 4 > 1
    return [(scheme, narrow) for scheme in (SCHEMES if EVERYTHING else [SCHEMES[number % 2]])]


def faults(browser: Browser, home: str, urls: Iterable[str], scheme: str, *, narrow: bool = False) -> list[str]:
    """All that is wrong with the pages at these addresses from the root: "address (scheme): rule: element".

    Rules are those of WCAG 2.0, 2.1 and 2.2, A and AA, and best practices. No page may scroll sideways at 320 px.
    """
    context = browser.new_context(
        viewport={"width": DESKTOP[0], "height": DESKTOP[1]}, color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce", locale="nl-BE",
    )  # fmt: skip
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(home + BLANK)
        page.evaluate(SCRIPT.read_text("utf-8"), {"source": AXE.read_text("utf-8"), "tags": TAGS})
        return [
            f"{url} ({scheme}{', narrow' if narrow else ''}): {fault}"
            for url in urls
            for fault in page.evaluate("([url, narrow]) => look(url, narrow)", [home + url, narrow])
        ]
    finally:
        context.close()
