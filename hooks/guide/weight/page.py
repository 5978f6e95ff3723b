"""What a page asks its browser for before the reader does anything, and what letters stand on it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement

_UNSEEN = frozenset({"script", "style", "template", "noscript", "datalist", "dialog"})
_SLANTED = frozenset({"em", "i", "cite", "dfn", "var", "address"})
"""What browsers show in italics."""
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "legend", "caption", "dt", "th", "summary"})
"""What may be set in the typeface of headings."""
_INDEX = "search/search_index.json"
"""What the theme's search asks for when a page opens, below the folder that its settings name."""


@dataclass(frozen=True)
class Page:
    """What a page holds. styles, scripts, modules, pictures, others: files of the site that are fetched at once.

    data: what a script asks for when it begins (`data-source`): nothing is shown without it. later: pictures that are
    fetched when they come in sight. letters: everything that can be read before one opens anything; slanted: what
    of it stands in italics; heads: what stands in headings and the like.
    """

    styles: frozenset[Path]
    scripts: frozenset[Path]
    modules: frozenset[Path]
    pictures: frozenset[Path]
    later: frozenset[Path]
    others: frozenset[Path]
    data: frozenset[Path]
    letters: frozenset[str]
    slanted: frozenset[str]
    heads: frozenset[str]


def read_page(path: Path, site: Path) -> Page:
    """Read a page of a built site. Addresses of other hosts are left out: a test of its own finds those."""
    try:
        tree = html.document_fromstring(path.read_bytes())
    except ParserError:  # an empty file is a page too
        tree = html.document_fromstring("<html></html>")

    def files(xpath: str) -> frozenset[Path]:
        found = (_file(str(address), path.parent, site) for address in tree.xpath(xpath))
        return frozenset(file for file in found if file)

    seen = _Letters()
    for body in tree.xpath("//body"):
        seen.look(body)
    return Page(
        styles=files("//link[@rel='stylesheet'][not(@media='print')]/@href"),
        scripts=files("//script[@src][not(@type='module')]/@src | //script/@data-theme")
        | _worker(tree, path.parent, site),
        modules=files("//script[@src][@type='module']/@src | //link[@rel='modulepreload']/@href"),
        pictures=files("//img[not(@loading='lazy')]/@src | //link[@rel='icon']/@href"),
        later=files("//img[@loading='lazy']/@src"),
        others=files("//link[@rel='preload']/@href") | _searched(tree, path.parent, site),
        data=files("//@data-source"),
        letters=frozenset(seen.all),
        slanted=frozenset(seen.slanted),
        heads=frozenset(seen.heads),
    )


@cache
def _resolved(path: Path) -> Path | None:
    found = path.resolve()
    return found if found.is_file() else None


def _file(address: str, folder: Path, site: Path) -> Path | None:
    """The file behind an address on a page in `folder`; None for another host's, or one that is not there."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    name = unquote(parts.path)
    return _resolved(site / name.lstrip("/") if name.startswith("/") else folder / name)


def _config(tree: HtmlElement) -> dict[str, str]:
    """What the theme tells its scripts; empty where it has no search box."""
    if not tree.xpath("//*[@data-md-component='search']"):
        return {}
    return dict(json.loads((tree.xpath("string(//script[@id='__config'])")) or "{}"))


def _worker(tree: HtmlElement, folder: Path, site: Path) -> frozenset[Path]:
    """The script that the theme starts for its search."""
    found = _file(_config(tree).get("search", ""), folder, site)
    return frozenset([found] if found else [])


def _searched(tree: HtmlElement, folder: Path, site: Path) -> frozenset[Path]:
    base = _config(tree).get("base")
    found = _file(f"{base.rstrip('/')}/{_INDEX}", folder, site) if base else None
    return frozenset([found] if found else [])


class _Letters:
    """Every character that is shown on a page, those in italics, and those in headings."""

    def __init__(self) -> None:
        self.all: set[str] = set()
        self.slanted: set[str] = set()
        self.heads: set[str] = set()

    def look(self, one: HtmlElement, slanted: bool = False, head: bool = False) -> None:
        """Take in what stands in an element; what is hidden or closed asks for no font."""
        if not isinstance(one.tag, str) or one.tag in _UNSEEN or "hidden" in one.attrib:
            return
        slanted, head = slanted or one.tag in _SLANTED, head or one.tag in _HEADS
        closed = one.tag == "details" and "open" not in one.attrib
        self._take("" if closed else one.text, slanted, head)
        for inner in one:
            if not closed or inner.tag == "summary":
                self.look(inner, slanted, head)
            self._take("" if closed else inner.tail, slanted, head)

    def _take(self, text: str | None, slanted: bool, head: bool) -> None:
        for wanted, letters in ((True, self.all), (slanted, self.slanted), (head, self.heads)):
            if text and wanted:
                letters.update(text)
