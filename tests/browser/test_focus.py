"""Where the focus is, one sees: by the pixels around each control with and without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import HOME, KINDS, SHARED
from tests.support.browsing import DESKTOP, PHONE, until
from tests.support.looking import looking

pytestmark = pytest.mark.xdist_group("browser-1")
PAGES = list((KINDS | HOME | SHARED).values())
ROOM = 10  # pixels around a control in which its outline lies
ENOUGH = 1.4  # times the length of that edge, in pixels that change by a contrast of 3: an outline of 2 gives twice

Colour = tuple[int, ...]


def _light(colour: Colour) -> float:
    """The relative luminance of WCAG."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (one / 255 for one in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _pixels(page: Page, clip: Any) -> list[Colour]:
    picture = Image.open(BytesIO(page.screenshot(clip=clip, caret="hide"))).convert("RGB")
    return list(zip(*(band.get_flattened_data() for band in picture.split()), strict=True))


def _shown(page: Page, mark: str) -> float:
    """Pixels that change by a contrast of 3 when a control gets the focus, for each pixel of its edge."""
    box, window = page.evaluate("(mark) => looking.focus(mark)", mark), page.viewport_size
    assert box["focused"] and window, mark
    left, top = max(0, box["left"] - ROOM), max(0, box["top"] - ROOM)
    right = min(window["width"], box["left"] + box["width"] + ROOM)
    bottom = min(window["height"], box["top"] + box["height"] + ROOM)
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    with_focus = _pixels(page, clip)
    page.evaluate("() => document.activeElement.blur()")
    pairs = Counter(zip(with_focus, _pixels(page, clip), strict=True))
    changed = sum(number for (on, off), number in pairs.items() if on != off and _contrast(on, off) >= 3)
    return changed / box["edge"]


def _calm(page: Page) -> None:
    """Nothing comes or moves of itself between two pictures: no picture that is late, no offer of another language."""
    page.evaluate("""async () => {
      document.querySelector("[data-suggest]")?.remove();
      for (const image of document.images) image.loading = "eager";
      await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    }""")
    page.keyboard.press("Tab")  # from now on it is a keyboard that leads


def _looks(page: Page) -> dict[str, tuple[str, str]]:
    """A mark and a name for one control of each look."""
    return {look: (mark, name) for mark, look, name in page.evaluate("() => looking.focusable()")}


def _faint(page: Page, known: set[str]) -> list[str]:
    """The controls of a page, of looks that are not yet known, whose focus is hard to see. Now they are known."""
    found = []
    for look, (mark, name) in _looks(page).items():
        if look not in known and (share := _shown(page, mark)) < ENOUGH:
            found.append(f"{page.url} {name}: {share:.2f}")
        known.add(look)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_sees_what_has_the_focus(scheme: str, home: str, browser: Browser) -> None:
    """One control of each look, on every kind of page."""
    known: set[str] = set()
    with looking(browser, home, scheme=scheme) as visit:
        for url in PAGES:
            page = visit.go(url)
            _calm(page)
            assert _faint(page, known) == []
    assert len(known) > 60


def _search(page: Page) -> None:
    results = page.locator(".md-search-result__item")
    until(page, "() => !document.querySelector('.md-search-result__meta').textContent.endsWith('…')")
    page.keyboard.press("/")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.insert_text("tolk")
    expect(results.first).to_be_visible()


def _dialog(page: Page) -> None:
    page.locator(".page__body .headerlink").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-share-dialog]")).to_be_visible()
    expect(page.locator("[data-share-dialog] button")).not_to_have_count(1)


def _panel(page: Page) -> None:
    page.locator("[data-open]").press("Enter")
    expect(page.locator("[data-panel]")).to_be_visible()


def _menu(page: Page) -> None:
    page.locator(".head__menu summary").press("Enter")
    expect(page.locator(".head__menu nav")).to_be_visible()


def _details(page: Page) -> None:
    page.evaluate("() => { for (const one of document.querySelectorAll('main details')) one.open = true; }")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("kind", "size", "opens"),
    [
        ("recommendation", DESKTOP, _search),
        ("recommendation", DESKTOP, _dialog),
        ("sheet-team", DESKTOP, _panel),
        ("sheet-parents", DESKTOP, _details),
        ("partners", DESKTOP, _details),
        ("home", PHONE, _menu),
    ],
)
def test_one_sees_what_has_the_focus_in_what_opens(
    kind: str, size: tuple[int, int], opens: Callable[[Page], None], scheme: str, home: str, browser: Browser
) -> None:
    with looking(browser, home, size=size, scheme=scheme) as visit:
        page = visit.go(KINDS[kind])
        _calm(page)
        known = set(_looks(page))
        before = len(known)
        opens(page)
        visit.settle()
        assert _faint(page, known) == []
        assert len(known) > before


@pytest.mark.parametrize(
    "style",
    [
        "* { outline: none !important; box-shadow: none !important; }",
        "* { outline-color: #ebe6dd !important; box-shadow: none !important; }",
        "* { outline-width: 1px !important; box-shadow: none !important; }",
    ],
)
def test_a_focus_that_is_hard_to_see_is_found(style: str, home: str, browser: Browser) -> None:
    with looking(browser, home) as visit:
        page = visit.go("over/")
        page.evaluate("(style) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style);"
                      " document.adoptedStyleSheets.push(sheet); }", style)  # fmt: skip
        _calm(page)
        # A link to skip shows itself, and a term is underlined while a thin line is around it.
        assert len(_faint(page, set())) >= len(_looks(page)) - 4
