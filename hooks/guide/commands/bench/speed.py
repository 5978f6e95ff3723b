"""What Lighthouse makes of the pages: a phone on a slow mobile network, as Lighthouse simulates it; median of rounds.

Lighthouse is a package of its own (lighthouse/package.json), installed into .venv when it is first asked for.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from guide.catalogue import Catalogue
from guide.commands.bench.partners import browser_path
from guide.settings import guide_of
from guide.site import Guide

ROUNDS = 3
GOAL = 99
PATIENCE = 1800  # seconds for all pages
FOLDER = Path(__file__).parent / "lighthouse"
INSTALLED = Path(".venv", "lighthouse")
PACKED = frozenset({".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml"})
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def missing(root: Path) -> str | None:
    """What stands in the way, in plain words; None when Lighthouse runs. Installs it when it is not there yet."""
    npm = shutil.which("npm", path=f"{root / '.venv' / 'bin'}:/usr/bin:/usr/local/bin") or shutil.which("npm")
    if not browser_path() or not npm:
        return "No Chromium or no npm, so Lighthouse does not judge the pages: `make test` installs both."
    target = root / INSTALLED
    lock = (FOLDER / "package-lock.json").read_bytes()
    # npm writes this file last: without it somebody stopped it halfway.
    current = (target / "node_modules" / ".package-lock.json").is_file() and (
        target / "package-lock.json"
    ).read_bytes() == lock
    shutil.copytree(FOLDER, target, dirs_exist_ok=True)
    if not current:
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(command, cwd=target, capture_output=True, text=True)
        if done.returncode:
            return f"Lighthouse could not be installed: {done.stderr.strip()[-300:]}"
    return None


def run(root: Path, site: Path) -> None:
    """Print scores and values of home, a recommendation, a worksheet and the partner map, and of each in French."""
    pages = chosen(guide_of(root))
    with packed(site) as home:
        addresses = [home + url for url in pages]
        command = ["node", "judge.mjs", str(browser_path()), str(ROUNDS), *addresses]
        done = subprocess.run(command, cwd=root / INSTALLED, capture_output=True, text=True, timeout=PATIENCE)
    if done.returncode:
        print(f"Lighthouse: {done.stderr.strip()[-600:]}")
        return
    found: dict[str, list[dict[str, Any]]] = {}
    for line in done.stdout.splitlines():
        one = json.loads(line)
        found.setdefault(one["address"].removeprefix(home), []).append(one)
    print(
        f"Lighthouse, phone, simulated slow mobile network, median of {ROUNDS}: {', '.join(CATEGORIES)} (goal {GOAL})"
    )
    for url, rounds in found.items():
        _say(url or "home", rounds)


def _say(name: str, rounds: list[dict[str, Any]]) -> None:
    scores = [round(median(one["scores"][category] or 0 for one in rounds)) for category in CATEGORIES]
    values = {key: median(one["values"][key] or 0 for one in rounds) for key in rounds[0]["values"]}
    met = "met" if min(scores) >= GOAL else "NOT met"
    said = " ".join(f"{score:3}" for score in scores)
    times = ", ".join(f"{key.upper()} {values[key]:.0f} ms" for key in ("fcp", "lcp", "tbt"))
    print(f"  {name:34} {said}  {met:7}  {times}, CLS {values['cls']:.3f}, {values['bytes'] / 1024:.0f} KB")
    if lost := sorted({audit for one in rounds for audit in one["lost"]}):
        print(f"    loses on {', '.join(lost)}")


def chosen(guide: Guide) -> list[str]:
    """The pages that are judged: the first of each kind in the source language, then in the next one."""
    catalogue, kinds = Catalogue(guide), guide.vocabulary.kinds
    recommendation = next(iter(page.id for page in catalogue.of_kind("recommendation")))
    sheet = catalogue.worksheet_cards(guide.source_language)[0].id
    source = [
        "",
        f"{kinds['recommendation'].folder}/{recommendation}/",
        f"{kinds['worksheet'].folder}/{sheet}/",
        f"{kinds['partner'].folder}/",
    ]
    return [guide.prefix(language) + url for language in guide.languages[:2] for url in source]


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript", ".woff2": "font/woff2"}

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = _content(path)
        self.send_response(200)
        kind = self.guess_type(str(path))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=3600")
        if path.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@cache
def _content(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.compress(data, 9) if path.suffix in PACKED else data


@contextmanager
def packed(site: Path) -> Iterator[str]:
    """The address of a built site, sent compressed as a host of static files does, for as long as the context lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
