"""A real Chromium, and what it asked for and complained about while a page was open."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserType, Error, Page, Playwright, Request, expect

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
DESKTOP, PHONE, SMALL = (1280, 900), (375, 812), (320, 640)
PATIENCE = 60_000  # milliseconds: a test machine with two busy cores is slow, and what never comes fails all the same
expect.set_options(timeout=PATIENCE)
# The theme's script comes after the page has been drawn, and gets this event once more.
NOTES_THEME = """\
document.addEventListener("DOMContentLoaded", ({ isTrusted }) => { window.themed ||= !isTrusted; }, { capture: true });
"""
HAS_THEME = "() => window.themed || !document.querySelector('[data-scripts] script[data-theme]')"
EVERYTHING = bool(os.environ.get("GUIDE_TEST_ALL"))


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium. AssertionError when there is none: a test of the browser is never skipped."""
    return start(playwright.chromium)


def start(chromium: BrowserType, *options: str) -> Browser:
    """As `launch`, of a kind of browser that is at hand, with options of its own."""
    path = next((found for found in map(shutil.which, NAMES) if found), None)
    assert path, f"no browser on PATH: one of {', '.join(NAMES)} is needed (make test installs it)"
    return chromium.launch(executable_path=path, args=[*OPTIONS, *options])


def until(page: Page, script: str, arg: object = None) -> None:
    """Wait until a script gives something true.

    Not by `page.wait_for_function`: the policy of a page may refuse its second look (at what is no function).
    """
    end, refused = time.monotonic() + PATIENCE / 1000, ""
    while time.monotonic() < end:
        try:
            if page.evaluate(script, arg):
                return
        except Error as error:  # a page that leads to another one
            refused = error.message
        page.wait_for_timeout(20)
    raise AssertionError(f"{page.url}: never true: {script} {refused}")


@dataclass
class Visit:
    """An open page. requests: every address that it asked for. complaints: of the console and of scripts.

    failed: answers of 400 and more. pending: requests without an answer yet. scripts: whether they run.
    """

    page: Page
    home: str
    scripts: bool = True
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    pending: set[Request] = field(default_factory=set)

    def go(self, url: str) -> Page:
        """Open an address from the site's root and wait for all that it loads."""
        self.page.goto(self.home + url, wait_until="load")
        if self.scripts:
            until(self.page, HAS_THEME)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until nothing has been on its way for a while.

        Playwright's "networkidle" is no use for that: on a slow machine it comes before the page has been read.
        """
        quiet = 0
        for _ in range(PATIENCE // 100):
            self.page.wait_for_timeout(100)
            quiet = 0 if self.pending else quiet + 1
            if quiet == 4:
                return
        raise AssertionError(f"no answer: {[one.url for one in self.pending]}")

    def elsewhere(self) -> list[str]:
        """The requests that went to another host."""
        host = urlsplit(self.home).netloc
        return [one for one in self.requests if urlsplit(one).netloc != host and not one.startswith(("data:", "blob:"))]


@contextmanager
def visiting(
    browser: Browser, home: str, *, size: tuple[int, int] = DESKTOP, scheme: str = "light", **options: Any
) -> Iterator[Visit]:
    """A window of its own on the site at `home`; options are those of playwright's `new_context`."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce", **{"locale": "nl-BE", **options},
    )  # fmt: skip
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(NOTES_THEME)
    visit = Visit(page, home, scripts=bool(options.get("java_script_enabled", True)))
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("request", lambda request: visit.pending.add(request))
    page.on("requestfinished", lambda request: visit.pending.discard(request))
    page.on("requestfailed", lambda request: visit.pending.discard(request))
    page.on("console", lambda said: visit.complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("response", lambda got: visit.failed.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    try:
        yield visit
    finally:
        context.close()
