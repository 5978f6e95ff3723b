"""Where the focus is, one sees: by the pixels around each control with and without it."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.kinds import HOME, KINDS, SHARED
from tests.support.browsing import DESKTOP, Visit
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
    box = page.evaluate("(mark) => looking.focus(mark)", mark)
    assert box["focused"], mark
    left, top = max(0, box["left"] - ROOM), max(0, box["top"] - ROOM)
    right = min(DESKTOP[0], box["left"] + box["width"] + ROOM)
    bottom = min(DESKTOP[1], box["top"] + box["height"] + ROOM)
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    with_focus = _pixels(page, clip)
    page.evaluate("() => document.activeElement.blur()")
    pairs = Counter(zip(with_focus, _pixels(page, clip), strict=True))
    changed = sum(number for (on, off), number in pairs.items() if on != off and _contrast(on, off) >= 3)
    return changed / box["edge"]


def _faint(visit: Visit, url: str, known: set[str], style: str = "") -> list[str]:
    """The controls of a page, of looks that are not yet known, whose focus is hard to see."""
    page = visit.go(url)
    page.evaluate("() => document.querySelector('[data-suggest]')?.remove()")
    if style:
        page.evaluate("(style) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style);"
                      " document.adoptedStyleSheets.push(sheet); }", style)  # fmt: skip
    page.keyboard.press("Tab")  # from now on it is a keyboard that leads
    found = []
    for mark, look, name in page.evaluate("() => looking.focusable()"):
        if look in known:
            continue
        known.add(look)
        if (share := _shown(page, mark)) < ENOUGH:
            found.append(f"{url} {name}: {share:.2f}")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_sees_what_has_the_focus(scheme: str, home: str, browser: Browser) -> None:
    """One control of each look, on every kind of page."""
    known: set[str] = set()
    with looking(browser, home, scheme=scheme) as visit:
        assert [one for url in PAGES for one in _faint(visit, url, known)] == []
    assert len(known) > 60


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
        assert len(_faint(visit, "over/", set(), style)) > 5
