"""What a site holds: its pages with the places on them, its files, and the pages that stand at old addresses."""

from __future__ import annotations

import filecmp
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guide.compressed import is_copy
from guide.permalinks.addresses import HOME

STANDS_IN = "data-moved"
"""An attribute of the root of a page that stands at an old address: it is no page of its own."""

_ANCHOR = re.compile(
    r"<(?:h[1-6]|figure|section|header|dt|li|div|article)\b(?![^>]*\shidden[\s>])[^>]*?\sid=\"?([^_\"\s>][^\"\s>]*)"
)
_STANDS_IN = re.compile(rf"<html\b[^>]*\s{STANDS_IN}\b")


@dataclass(frozen=True)
class Built:
    """What a site holds. pages: the anchors of each page, by its address from the root. files: everything else.

    stand_ins: old addresses from which readers are sent on. folder: where its files can be read.
    """

    pages: Mapping[str, frozenset[str]]
    files: frozenset[str]
    stand_ins: frozenset[str] = frozenset()
    folder: Path | None = None

    def has(self, target: str) -> bool:
        """True when the address, and its anchor if it has one, is there."""
        path, _, anchor = target.partition("#")
        if path in self.pages:
            return not anchor or anchor in self.pages[path]
        return not anchor and path in self.files

    def is_copy(self, old: str, new: str) -> bool:
        """Whether a file says the same as its successor: then it is no file of its own, but the copy made of that."""
        return self.folder is not None and {old, new} <= self.files and filecmp.cmp(
            self.folder / old, self.folder / new, shallow=False
        )  # fmt: skip


def read_page(html: str) -> frozenset[str] | None:
    """The anchors of a page: every id of something that readers see; None for what stands at an old address."""
    return None if _STANDS_IN.search(html) else frozenset(_ANCHOR.findall(html))


def scan(site: Path) -> Built:
    """Read a built site from its folder; what `make release` compressed beside its files is no part of it."""
    pages, files, stand_ins = {}, set(), set()
    for path in sorted(site.rglob("*")):
        if path.is_dir() or is_copy(path):
            continue
        uri = path.relative_to(site).as_posix()
        if path.name != "index.html":
            files.add(uri)
            continue
        address = uri.removesuffix("index.html") or HOME
        anchors = read_page(path.read_text("utf-8"))
        if anchors is None:
            stand_ins.add(address)
        else:
            pages[address] = anchors
    return Built(pages, frozenset(files), frozenset(stand_ins), site)
