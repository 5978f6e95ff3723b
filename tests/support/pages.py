"""Reads the pages of a built site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

LOADING = (
    "//link[@rel='stylesheet' or @rel='icon' or @rel='preload' or @rel='modulepreload' or @rel='manifest']/@href"
    " | //script/@src | //script/@data-theme | //img/@src | //iframe/@src | //object/@data | //embed/@src"
    " | //audio/@src | //video/@src | //source/@src | //track/@src | //input/@src"
    " | //*[local-name()='use' or local-name()='image']/@*[name()='href' or name()='xlink:href']"
)
HEADINGS = "//h1 | //h2 | //h3 | //h4 | //h5 | //h6"


@dataclass(frozen=True)
class BuiltPage:
    """A page of a site. url: from the site's root, "" for the home page."""

    url: str
    path: Path

    @cached_property
    def tree(self) -> HtmlElement:
        """The page as a tree."""
        return html.document_fromstring(self.path.read_bytes())

    def all(self, xpath: str) -> list[str]:
        """What an xpath finds, as text."""
        return [str(found) for found in self.tree.xpath(xpath)]

    def one(self, xpath: str) -> str:
        """The one thing that an xpath finds. AssertionError when there is none or there are more."""
        found = self.all(xpath)
        assert len(found) == 1, f"{self.url}: {xpath} finds {found}"
        return found[0]

    def elements(self, xpath: str) -> list[HtmlElement]:
        """The elements that an xpath finds."""
        return [found for found in self.tree.xpath(xpath) if isinstance(found, HtmlElement)]

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return self.all("//*/@id")

    def heading_ids(self) -> list[str]:
        """The ids of the headings, but for the title's and those of a worksheet, in one language or two."""
        sheet = "ancestor::article[contains(@class, 'ws')]"
        return [str(one.get("id")) for one in self.elements(HEADINGS) if one.tag != "h1" and not one.xpath(sheet)]

    def text(self) -> str:
        """The words of the page, without scripts, styles, and code to paste elsewhere."""
        other = "ancestor::script or ancestor::style or ancestor::template or ancestor::code[@data-share]"
        return " ".join(" ".join(self.all(f"//body//text()[not({other})]")).split())

    def links(self) -> list[str]:
        """Every address that the reader can follow."""
        return self.all("//a/@href | //area/@href")

    def loaded(self) -> list[str]:
        """Every address that the browser fetches by itself."""
        sets = [part.split()[0] for one in self.all("//@srcset") for part in one.split(",")]
        return [address for address in self.all(LOADING) + sets if not address.startswith("data:")]


class Site:
    """A built site. root: its folder. base: the path below which it is published."""

    def __init__(self, root: Path, base: str = "/") -> None:
        self.root = root
        self.base = base

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """The pages by address from the root; those of 404 errors have the name of their file."""
        found = {}
        for path in sorted(self.root.rglob("*.html")):
            url = path.relative_to(self.root).as_posix()
            url = url.removesuffix("index.html") if path.name == "index.html" else url
            found[url] = BuiltPage(url, path)
        return found

    def guide_pages(self, short: set[str]) -> Iterator[BuiltPage]:
        """The pages that are no short addresses (`short`: their letters), errors, or made for other sites."""
        for url, page in self.pages.items():
            if url.partition("/")[0] not in short and not url.endswith("404.html") and "embed" not in url.split("/"):
                yield page

    def file(self, url: str) -> Path:
        """The file behind an address from the root."""
        return self.root / (f"{url}index.html" if not url or url.endswith("/") else url)

    def holds(self, url: str) -> bool:
        """Whether an address from the root leads to a page, to a place on a page, or to a file."""
        path, anchor = urldefrag(url)
        page = self.pages.get(path)
        if page is None and (not path or path.endswith("/") or anchor):
            return False
        return self.file(path).is_file() if page is None else not anchor or anchor in page.ids

    def target(self, page: str, link: str) -> tuple[str, str] | None:
        """Where a link on a page leads: (address from the root, anchor); None for another place than this site."""
        whole = urljoin(f"https://site.invalid{self.base}{page}", link)
        parts = urlsplit(whole)
        if parts.scheme not in {"http", "https"} or parts.netloc != "site.invalid":
            return None
        path = unquote(parts.path)
        if not path.startswith(self.base):
            return (posixpath.join("OUTSIDE", path.lstrip("/")), unquote(parts.fragment))
        return (path.removeprefix(self.base), unquote(parts.fragment))
