"""Nothing of a reader leaves the device: proved by a proxy through which all that the browser asks for must go.

What the browser keeps is what the page on privacy says, and it can all be erased.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote_plus
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import HOME, KINDS, LANGUAGES, SHARED
from tests.support.browsing import until, visiting

pytestmark = pytest.mark.xdist_group("browser-private")
SITE = "http://guide.test/"
SECRET = "Zonnebloemklas"
# What Chromium asks of its maker by itself, on a page with a field. No page can: see `elsewhere` and the policy.
BROWSERS_OWN = {("CONNECT", "content-autofill.googleapis.com:443")}
KEPT = """async () => ({
  keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort(),
  databases: (await indexedDB.databases()).length,
  cookies: document.cookie,
})"""


@contextmanager
def recording(home: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A proxy that has one site, SITE, and notes every request: (method, address). Where it listens, and the notes."""
    asked: list[tuple[str, str]] = []

    class Proxy(BaseHTTPRequestHandler):
        def _note(self) -> None:
            asked.append((self.command, self.path))
            if not self.path.startswith(SITE):
                self.send_error(502)
                return
            with urlopen(Request(home + self.path.removeprefix(SITE))) as answer:
                body = answer.read()
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.headers["Content-Type"])
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        do_GET = do_HEAD = do_POST = do_PUT = do_CONNECT = do_OPTIONS = _note  # noqa: N815 - named so by the library

        def log_message(self, format: str, *values: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _only_the_site(asked: list[tuple[str, str]]) -> None:
    pages = [one for one in asked if one not in BROWSERS_OWN]
    assert pages
    assert [one for one in pages if one[0] != "GET" or not one[1].startswith(SITE)] == []
    assert [address for _, address in asked if SECRET.lower() in unquote_plus(address).lower()] == []


@pytest.mark.parametrize("turn", [0, 1])
def test_no_kind_of_page_asks_another_host(turn: int, home: str, browser: Browser) -> None:
    prefixes = [*LANGUAGES.values()]
    kinds = [prefixes[(at + 1) % 3] + url for at, url in enumerate(KINDS.values()) if "404" not in url]
    with recording(home) as (proxy, asked), visiting(browser, SITE, proxy={"server": proxy}) as visit:
        for url in [*kinds, *SHARED.values(), *HOME.values(), "embed/a/communicatie/"][turn::2]:
            visit.go(url)
        assert visit.page.context.cookies() == []
        _only_the_site(asked)
        assert visit.elsewhere() == []


def test_what_is_typed_stays_and_is_erased(home: str, browser: Browser) -> None:
    with recording(home) as (proxy, asked), visiting(browser, SITE, proxy={"server": proxy}) as visit:
        page = visit.go("?q=tolk")
        page.locator("#__search").evaluate("one => (one.checked = true)")
        page.locator("[data-md-component=search-query]").fill(SECRET)
        visit.settle()
        page = visit.go("partners/")
        page.wait_for_selector("[data-partners][data-ready]", state="attached")
        page.locator("#partners-find").fill(SECRET)
        visit.settle()
        page = visit.go("aanbevelingen/communicatie/")
        page.locator("#tolken > .headerlink").click()
        expect(page.locator("dialog[open] svg.share__code")).to_be_visible()
        page.keyboard.press("Escape")
        page = visit.go("werkbladen/gesprekstool/")
        page.check("[data-keep]")
        field = page.locator("[data-field='vraag-1.thuis']")
        field.fill(SECRET)
        until(page, "(secret) => Object.values({...localStorage}).some((one) => one.includes(secret))", arg=SECRET)
        page.pdf()
        assert _named(page)
        page.once("dialog", lambda dialog: dialog.accept())
        page.click("[data-erase]")
        expect(field).to_have_value("")
        for again in (False, True):
            if again:
                visit.go("werkbladen/gesprekstool/")
            kept = page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
            assert SECRET not in kept
        assert page.context.cookies() == []
        # What was typed in a search stands in the address of the page; a request has it only when that is opened anew.
        _only_the_site(asked)
        assert visit.elsewhere() == []


def _named(page: Page) -> bool:
    """Whether anything is kept. AssertionError with what the page on privacy does not tell of."""
    kept = page.evaluate(KEPT)
    assert kept["databases"] == 0 and kept["cookies"] == ""
    told = ("worksheet:", "guide-language", "partners:", "/.__palette")  # sheets, language, own list, light or dark
    assert [key for key in kept["keys"] if not key.startswith(told)] == []
    return bool(kept["keys"])
