"""The time of a build beside a bare MkDocs over as many pages."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

from guide.permalinks.built import scan
from guide.settings import guide_of

ROUNDS = 3


class _Text(HTMLParser):
    """Collects the text of an article, a paragraph an element."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.depth and data.strip():
            self.parts.append(re.sub(r"[<>{}\[\]#*_`]", " ", data.strip()))


def run(root: Path, work: Path) -> Path:
    """Print the times; returns the built site."""
    site = work / "site"
    _build(root, site)
    pages = _bare(root, site, work / "bare")
    cold, cached, bare = [], [], []
    for _ in range(ROUNDS):
        bare.append(_build(work / "bare", work / "bare-site"))
        shutil.rmtree(root / ".cache", ignore_errors=True)
        cold.append(_build(root, site))
        cached.append(_build(root, site))
    base = min(bare)
    print(f"bare MkDocs, Material and static-i18n, {pages} pages  {base:6.2f} s   1.00")
    print(f"the guide, cold, with every PDF and Word file          {min(cold):6.2f} s   {min(cold) / base:.2f}")
    print(f"the guide, cached                                      {min(cached):6.2f} s   {min(cached) / base:.2f}")
    return site


def _build(project: Path, site: Path) -> float:
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-strict", "--site-dir", str(site)]
    start = time.perf_counter()
    subprocess.run(command, cwd=project, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def _bare(root: Path, site: Path, target: Path) -> int:
    """A project without hooks that has every page of the site as Markdown; returns how many."""
    guide = guide_of(root)
    letters = {kind.letter for kind in guide.vocabulary.kinds.values()}
    pages = [url for url in scan(site).pages if url.partition("/")[0] not in letters]
    for url in pages:
        language = next((code for code in guide.languages[1:] if url.startswith(f"{code}/")), guide.source_language)
        stem = url.removeprefix(guide.prefix(language)).removesuffix("/").removeprefix(".")
        suffix = "" if language == guide.source_language else f".{language}"
        source = site / url / "index.html"
        children = any(other != url and other.startswith(url) for other in pages)
        path = target / "docs" / (f"{stem}/index{suffix}.md" if children or not stem else f"{stem}{suffix}.md")
        text = _Text()
        text.feed(source.read_text("utf-8"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {stem or 'index'}\n\n" + "\n\n".join(text.parts) + "\n", "utf-8")
    languages = "".join(
        f"        - {{locale: {code}, name: {code}, default: {str(code == guide.source_language).lower()}}}\n"
        for code in guide.languages
    )
    (target / "mkdocs.yml").write_text(
        "site_name: bare\nsite_url: https://bare.example/\ntheme: {name: material, font: false}\nplugins:\n  - search\n"
        f"  - i18n:\n      docs_structure: suffix\n      languages:\n{languages}",
        "utf-8",
    )
    return len(pages)
