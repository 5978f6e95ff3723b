"""The search of the site: what a reader downloads for it, and how long it takes to the first result.

Beside it the single index of all languages that the theme's search plugin makes of the same pages, with its own engine.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from guide.commands.bench.partners import browser_path, served
from guide.search import INDEX, SETTINGS
from guide.settings import guide_of
from guide.site import Guide

ROUNDS = 5
_WORKERS = "assets/javascripts/workers"
_MIXED = "search/mixed.json"
_TITLE, _TAGS = 1e3, 1e6  # the theme's own
# From the first message to the worker to its first answer with a result in it.
_ASK = """async ([worker, setup, word]) => {
  const start = performance.now();
  const made = new Worker(worker);
  const times = {};
  return new Promise((done, failed) => {
    made.onerror = (event) => failed(new Error(event.message));
    made.onmessage = ({ data }) => {
      if (data.type === 1) {
        times.ready = performance.now() - start;
        made.postMessage({ type: 2, data: word });
      } else {
        made.terminate();
        done({ found: data.data.items.length, first: performance.now() - start });
      }
    };
    const told = ({ config, docs }) => made.postMessage({ type: 0, data: { config, docs, options: {} } });
    fetch(setup).then((answer) => answer.json()).then(told);
  });
}"""


def run(root: Path, site: Path) -> None:
    """Print the figures of a built site. Needs the browser that `partners.missing` asks for."""
    guide = guide_of(root)
    mixed = _mixed(guide, site)
    whole = len(gzip.compress(mixed, 9))
    print("search: the index that a reader downloads who searches, compressed with gzip -9")
    print(f"  all languages in one, as static-i18n leaves it  {whole / 1024:6.0f} KB   1.00")
    for language in guide.languages:
        size = len(gzip.compress((site / guide.prefix(language) / INDEX).read_bytes(), 9))
        print(f"  {language}  {size / 1024:6.0f} KB   {size / whole:.2f}")
    print("  who does not search downloads none of ours, and the whole of the other")
    _race(guide, site, mixed)


def _race(guide: Guide, site: Path, mixed: bytes) -> None:
    """From a new worker to the first result in Chromium, ours beside the theme's over the mixed index."""
    from playwright.sync_api import sync_playwright

    theirs = next((site / _WORKERS).glob("search.*.min.js")).relative_to(site).as_posix()
    ours = f"assets/javascripts/search-worker.js?theme={theirs.removeprefix('assets/javascripts/')}"
    (site / _MIXED).write_bytes(mixed)
    with served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page()
        page.set_default_timeout(120_000)
        page.goto(home)

        def first(worker: str, settings: str, word: str) -> float:
            asked = [home + worker, home + settings, word]
            times: list[dict[str, Any]] = [page.evaluate(_ASK, asked) for _ in range(ROUNDS)]
            assert all(one["found"] for one in times), f"{worker} finds nothing for {word}"
            return float(median(one["first"] for one in times))

        print("search: from a new worker to the first result in Chromium, ms")
        for language in guide.languages:
            word = _word(guide, site, language)
            base = first(theirs, _MIXED, word)
            own = first(ours, guide.prefix(language) + SETTINGS, word)
            print(f"  {language}  all languages in one, lunr {base:6.0f}   ours {own:6.0f}   {own / base:.2f}")
        browser.close()
    (site / _MIXED).unlink()


def _word(guide: Guide, site: Path, language: str) -> str:
    """A word that the pages of a language have: the longest of the first title."""
    read = json.loads((site / guide.prefix(language) / INDEX).read_bytes())
    return str(max(re.findall(r"\w+", read["docs"][0]["title"]), key=len))


def _mixed(guide: Guide, site: Path) -> bytes:
    """The pages of all languages as the theme's plugin writes them."""
    config = {
        "lang": list(guide.languages), "separator": "[\\s\\-]+", "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": _TITLE}, "text": {"boost": 1.0}, "tags": {"boost": _TAGS}},
    }  # fmt: skip
    docs = [entry for language in guide.languages for entry in _entries(guide, site, language)]
    return json.dumps({"config": config, "docs": docs}, separators=(",", ":")).encode()


def _entries(guide: Guide, site: Path, language: str) -> Iterator[dict[str, str]]:
    prefix = guide.prefix(language)
    for one in json.loads((site / prefix / INDEX).read_bytes())["docs"]:
        if one.get("kind") != "term":
            text = f"{one.get('lead', '')} {one['text']}".strip()
            yield {"location": prefix + one["location"], "title": one["title"], "text": text}
