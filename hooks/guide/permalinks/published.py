"""Reads a site that is published at a web address: the pages of its sitemap, and all to which they lead."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.request import Request, urlopen

from guide.permalinks.addresses import HOME, lasting
from guide.permalinks.built import Built, read_page

TIMEOUT = 20  # seconds for one answer
AT_ONCE = 4  # requests: a host must not notice
_AGENT = "Mozilla/5.0 (compatible; guide-addresses)"  # some hosts refuse what has no such name
_LOCATION = re.compile(r"<loc>\s*([^<]+?)\s*</loc>")
_OURS = re.compile(r"<link\b[^>]*\srel=\"?(?:icon|canonical)\b")  # not in the list of a folder that a host makes
_LINK = re.compile(r"<(?:a|link|area|img|iframe|object)\b[^>]*?\s(?:href|src|data)=\"([^\"#?]+)")


class UnreadableError(Exception):
    """A site, or a page of it, that does not answer as it should. url: whole. detail: what went wrong."""

    def __init__(self, url: str, detail: str) -> None:
        super().__init__(f"{url}: {detail}")
        self.url, self.detail = url, detail


@dataclass(frozen=True)
class _Answer:
    """What came for an address. url: where it came from at last. text: "" for what is no HTML or XML."""

    url: str
    text: str


class Site:
    """A published site. home: its address, ending in a slash. missing: the sitemaps that it should have and has not."""

    def __init__(self, home: str) -> None:
        self.home = home.rstrip("/") + "/"
        self.missing: list[str] = []
        self._pages: dict[str, frozenset[str]] = {}
        self._stand_ins: set[str] = set()
        self._files: set[str] = set()
        self._lock = threading.Lock()

    def read(self) -> Built:
        """Its pages with their places, the lasting files that they link to, and the old addresses. UnreadableError.

        A page that answers 404 or 410 is not there; any other fault stops the reading, for a site that is half read
        seems to promise less than it does.
        """
        with ThreadPoolExecutor(AT_ONCE) as pool:
            seen, wanted = set[str](), {HOME, *self._listed(f"{self.home}sitemap.xml")}
            while wanted:
                seen |= wanted
                found = pool.map(self._page, sorted(wanted))
                wanted = {address for addresses in found for address in addresses} - seen
        if HOME not in self._pages:
            raise UnreadableError(self.home, "404")
        return Built(self._pages, frozenset(self._files), frozenset(self._stand_ins))

    def serves(self, addresses: Iterable[str]) -> list[bool]:
        """Whether each address is there. UnreadableError."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(lambda address: _ask(self._whole(address), "HEAD") is not None, addresses))

    def _listed(self, sitemap: str) -> set[str]:
        """The pages of a sitemap, or of the sitemaps that it names, by address from the root."""
        answer = _ask(sitemap)
        if answer is None:
            self.missing.append(sitemap)
            return set()
        urls = [html.unescape(one) for one in _LOCATION.findall(answer.text)]
        if "<sitemapindex" in answer.text:
            return {one for url in urls for one in self._listed(self.home + url.rpartition("/")[2])}
        # A copy of a site, to look at before it is published, names the address for which it was made.
        base = min(urls, key=len, default=self.home)
        return {unquote(url.removeprefix(base)) or HOME for url in urls if url.startswith(base)}

    def _page(self, address: str) -> set[str]:
        """Note a page; the pages to which it leads."""
        answer = _ask(self._whole(address))
        if answer is None or not answer.url.startswith(self.home) or not _OURS.search(answer.text):
            return set()
        anchors = read_page(answer.text)
        with self._lock:
            if anchors is None:
                self._stand_ins.add(address)
                return set()  # what it leads to, the page that it copies leads to as well
            self._pages[address] = anchors
        return self._links(answer)

    def _links(self, answer: _Answer) -> set[str]:
        """Note the lasting files to which a page links; the pages of the site to which it leads."""
        pages = set()
        for link in _LINK.findall(answer.text):
            url = urljoin(answer.url, html.unescape(link))
            if not url.startswith(self.home):
                continue
            address = unquote(url.removeprefix(self.home)).removesuffix("index.html") or HOME
            if address.endswith("/"):
                pages.add(address)
            elif lasting(address):
                with self._lock:
                    self._files.add(address)
        return pages

    def _whole(self, address: str) -> str:
        return self.home + quote(address.removeprefix(HOME))


def _ask(url: str, method: str = "GET") -> _Answer | None:
    """What an address answers; None when nothing is there. UnreadableError."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise UnreadableError(url, "http, https")
    request = Request(url, method=method, headers={"User-Agent": _AGENT})
    try:
        with urlopen(request, timeout=TIMEOUT) as answer:
            kind = answer.headers.get_content_type()
            readable = kind in {"text/html", "application/xhtml+xml", "text/xml", "application/xml"}
            text = answer.read().decode("utf-8", "replace") if readable and method == "GET" else ""
            return _Answer(answer.geturl(), text)
    except HTTPError as error:
        if error.code in {404, 410}:
            return None
        raise UnreadableError(url, f"HTTP {error.code}") from None
    except (URLError, OSError, HTTPException) as error:
        reason = getattr(error, "reason", error)
        detail = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
        raise UnreadableError(url, detail) from None
