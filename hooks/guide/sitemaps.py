"""The sitemap of a site whose languages were built apart: each made one with its own pages."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

NAME = "sitemap.xml"
_FIRST, _END = "    <url>", "</urlset>"


def join(site: Path, others: Sequence[Path]) -> None:
    """Add the pages of the sitemaps in these folders to that of `site`, whose packed form follows; theirs are removed.

    OSError or ValueError when one is missing or holds no page.
    """
    whole = (site / NAME).read_text("utf-8")
    for folder in others:
        text = (folder / NAME).read_text("utf-8")
        pages = text[text.index(_FIRST) : text.rindex(_END)]
        whole = whole[: whole.rindex(_END)].rstrip() + "\n" + pages + whole[whole.rindex(_END) :]
        for name in (NAME, f"{NAME}.gz"):
            (folder / name).unlink()
    (site / NAME).write_text(whole, "utf-8")
    packed = site / f"{NAME}.gz"
    with gzip.open(packed) as before:
        before.read()
        made = before.mtime
    with packed.open("wb") as raw, gzip.GzipFile(packed, "wb", fileobj=raw, mtime=made) as file:
        file.write(whole.encode())
