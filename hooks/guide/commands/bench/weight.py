"""The weight of a first view of each kind of page."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

_LINKED = re.compile(r'<(?:link|script)\b[^>]*?(?:href|src)="?([^"\s>]+\.(?:css|m?js|woff2))')
_FONT = re.compile(r'url\("?([^")]+\.woff2)"?\)')


def run(site: Path) -> None:
    """Compressed bytes of a first view: the page, its styles and scripts, and every Latin font that they name."""
    folders = sorted(path.parent.relative_to(site).as_posix() for path in site.glob("*/index.html"))
    kinds = {"home": ""} | {folder: f"{folder}/" for folder in folders}
    for folder in folders:  # and the first page of each folder
        inside = sorted(path.parent.relative_to(site).as_posix() for path in (site / folder).glob("*/index.html"))
        kinds |= {one: f"{one}/" for one in inside[:1]}
    print("first view, compressed with gzip -9, fonts as they are")
    for name, url in sorted(kinds.items()):
        page = site / url / "index.html"
        if not page.exists():
            continue
        html = page.read_text("utf-8")
        files = {(page.parent / link).resolve() for link in _LINKED.findall(html) if "://" not in link}
        fonts = {
            (sheet.parent / font).resolve()
            for sheet in files if sheet.suffix == ".css" and sheet.exists()
            for font in _FONT.findall(sheet.read_text("utf-8")) if "latin-wght-normal" in font
        }  # fmt: skip
        weight = len(gzip.compress(html.encode(), 9))
        weight += sum(
            len(gzip.compress(path.read_bytes(), 9)) for path in files if path.suffix != ".woff2" and path.exists()
        )
        weight += sum(path.stat().st_size for path in fonts)
        print(f"  {name:28} {weight / 1024:6.0f} KB")
