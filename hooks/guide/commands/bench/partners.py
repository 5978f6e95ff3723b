"""The search of the partners with few and with very many of them: weight, index, and from a key to what is painted.

The partners are made up from those of the guide. Beside it the same page with a plain Fuse.js over the same data.
"""

from __future__ import annotations

import gzip
import random
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from guide.partners.export import data_url, open_data
from guide.partners.index import index_file, list_file, make_index
from guide.partners.long_list import list_data
from guide.partners.model import Partner
from guide.partners.read import Directory, read_directory
from guide.partners.search import LISTED, directory_html, index_url
from guide.partners.words import build_day
from guide.settings import guide_of
from guide.site import Guide

SIZES = (100, 10_000)
WORDS = 4  # that are typed
BROWSER = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
_SCRIPTS = Path(__file__).parent
# From a key to the frame in which the list that it leads to is painted.
_NEXT = """() => { window.next = new Promise((done) => {
  let start = 0;
  addEventListener("input", (event) => (start = event.timeStamp), { once: true, capture: true });
  document.addEventListener("partners:shown", () => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => done(performance.now() - start);
    after.port2.postMessage(0);
  }), { once: true });
}); }"""


def missing() -> str | None:
    """What the browser lacks on this machine, in plain words; None when it runs."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "No playwright, so the search of the partners is not timed: `make test` installs it."
    return (
        None if browser_path() else "No Chromium, so the search of the partners is not timed: `make test` installs it."
    )


def run(root: Path, site: Path) -> None:
    """Print the figures. The page of the partners in `site`, a built site, is written anew."""
    guide = guide_of(root)
    print("partners: the search page, compressed with gzip -9, and from a key stroke to the painted result in Chromium")
    for number in SIZES:
        directory = made_up(guide, number)
        weights, seconds = write(guide, directory, site)
        parts = ", ".join(f"{name} {size / 1024:.0f} KB" for name, size in weights.items())
        print(f"  {number} partners: {parts}; index made in {seconds:.1f} s")
        words = _typed(directory, guide.source_language)
        ours, theirs = (
            _measured(root, site, index_url(guide, guide.source_language), words, fuse) for fuse in (False, True)
        )
        for name, one in (("MiniSearch", ours), ("Fuse.js   ", theirs)):
            usual, late = median(one[1:]), _late(one[1:])
            print(f"    {name} first key {one[0]:6.0f} ms, then median {usual:6.0f} ms, 95 % {late:6.0f} ms")
        ratio, late = median(theirs[1:]) / median(ours[1:]), _late(theirs[1:]) / _late(ours[1:])
        print(f"    Fuse.js takes {ratio:.1f} times as long (median), {late:.1f} times (95 %)")


def made_up(guide: Guide, number: int) -> Directory:
    """A directory of so many organisations, the same ones each time."""
    known, _ = read_directory(guide)
    chance = random.Random(number)
    real = [partner for partner in known.partners if partner.status == "active"]
    letters = ["".join(chance.choice(c) for c in ("bdghklmnprstvw", "aeiou") * 3) for _ in range(3000)]

    def one(at: int) -> Partner:
        pattern, words = real[at % len(real)], chance.sample(letters, 4)
        return pattern.model_copy(
            update={
                "id": f"{pattern.id}-{at}",
                "name": {code: f"{text} {words[0]}" for code, text in pattern.name.items()},
                "description": {code: f"{text} {words[1]} {words[2]}" for code, text in pattern.description.items()},
                "search_terms": (*pattern.search_terms, words[3]),
                "members": (),
            }
        )

    return Directory(tuple(one(at) for at in range(number)), known.region)


def write(guide: Guide, directory: Directory, site: Path) -> tuple[dict[str, int], float]:
    """Writes the page of these partners and what it reads into a built site; compressed bytes, seconds of the index."""
    language, today = guide.source_language, build_day()
    data = open_data(guide, directory)
    start = time.perf_counter()
    index = make_index(guide, data)
    seconds = time.perf_counter() - start
    page = site / index_url(guide, language) / "index.html"
    html = page.read_text("utf-8")
    begin = html.index('<div class="partners filters"')
    end = re.compile(r"data-words[^>]*>.*?</script>\s*</div>", re.DOTALL).search(html, begin)
    assert end, "the page of the partners has another form"
    made = html[:begin] + directory_html(guide, directory, language, today) + html[end.end() :]
    files = {"page": (page, made.encode()), "index": (site / index_file(guide), index)}
    if len(directory.partners) > LISTED:
        files["list"] = (site / list_file(guide, language), list_data(guide, directory, language, today))
    for path, content in (*files.values(), (site / data_url(guide), data)):
        path.write_bytes(content)
    return {name: len(gzip.compress(content, 9)) for name, (_, content) in files.items()}, seconds


def _typed(directory: Directory, language: str) -> list[str]:
    """Words to type: of partners all over the list, every other one with two letters changed about."""
    step = len(directory.partners) // WORDS
    found = [max(directory.partners[at * step].name[language].split(), key=len).lower() for at in range(WORDS)]
    return [word if at % 2 else word[:2] + word[3:4] + word[2:3] + word[4:] for at, word in enumerate(found)]


def _measured(root: Path, site: Path, page_url: str, words: list[str], fuse: bool) -> list[float]:
    """Milliseconds of every key, the very first one first."""
    from playwright.sync_api import sync_playwright

    times: list[float] = []
    with served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        page.set_default_timeout(120_000)
        if fuse:
            module = (root / "node_modules/fuse.js/dist/fuse.mjs").read_text("utf-8")
            engine = (_SCRIPTS / "fuse-engine.mjs").read_text("utf-8")
            page.route("**/fuse.mjs", lambda route: route.fulfill(body=module, content_type="text/javascript"))
            page.route(
                "**/partner-engine.mjs", lambda route: route.fulfill(body=engine, content_type="text/javascript")
            )
        page.goto(home + page_url)
        page.wait_for_selector("[data-partners][data-ready]", state="attached")
        field: Any = page.locator("[data-partners] input[type=search]")
        for word in words:
            field.fill("")
            page.wait_for_function("() => !location.search.includes('find=')")
            field.focus()
            for letter in word:
                page.evaluate(_NEXT)
                page.keyboard.type(letter)
                times.append(page.evaluate("() => window.next"))
        browser.close()
    return times


def _late(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def browser_path() -> str | None:
    """The browser of this machine."""
    return next((path for path in BROWSER if Path(path).exists()), None)


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a built site for as long as the context lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
