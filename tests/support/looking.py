"""What a reader sees of a page: of what has the focus, of words that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.support.browsing import Visit, visiting

SCRIPT = Path(__file__).with_suffix(".js").read_text("utf-8")


@contextmanager
def looking(browser: Browser, home: str, **options: Any) -> Iterator[Visit]:
    """As `visiting`, on pages that can be asked what is seen (`looking.js`)."""
    with visiting(browser, home, **options) as visit:
        visit.page.add_init_script(SCRIPT)
        yield visit


def focused(page: Page) -> dict[str, Any] | None:
    """What has the focus: its name, whether it is visible, which part of it is seen. None for the page itself."""
    found: dict[str, Any] | None = page.evaluate("() => looking.focused()")
    return found


def walk(page: Page, key: str = "Tab", most: int = 400) -> list[dict[str, Any]]:
    """Every stop of a key from here to the end of the page. AssertionError when there is no end: a trap."""
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press(key)
        stop = focused(page)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"no end after {most} times {key}: {stops[-3:]}")


def lost(page: Page) -> list[str]:
    """The words that are cut off or outside the window."""
    found: list[str] = page.evaluate("() => looking.lost()")
    return found
