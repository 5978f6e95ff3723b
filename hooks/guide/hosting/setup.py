"""What the files for servers say, whatever server it is: headers by address, how long a file keeps, its type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guide.headers import Rule

NOT_FOUND = "404.html"
SERVED_FROM = "/srv/www"
"""Where the examples look for the site; a site below a folder lies in that folder there."""

DAY = 24 * 3600
REVALIDATE = "no-cache"
"""A browser asks each time whether there is a newer one; with an ETag that costs no more than the question."""

LASTING: Mapping[str, str] = {
    # Another content has another name.
    rf"assets/.+\.{'[0-9a-f]' * 8}\.min\.(?:css|js)": f"public, max-age={365 * DAY}, immutable",
    # Fonts and libraries, of which the names do not change with the version.
    r"assets/(?:vendor|javascripts/lunr)/.+": f"public, max-age={30 * DAY}",
    # What is printed, drawn or kept. Pages name the size of nothing, so a day of the old one does no harm.
    r".+\.(?:pdf|docx|zip|vcf|png|svg|jpg|webp|ico)": f"public, max-age={DAY}",
}
"""How long a file keeps, by a pattern for its address from the site's root; no file fits two, the rest is asked for.

The patterns are read by Go and by PCRE: nothing that one of them lacks, and no braces.
"""

TYPES: Mapping[str, tuple[str, ...]] = {
    "application/atom+xml": ("atom",),
    "application/geo+json": ("geojson",),
    "application/json": ("json", "map"),
    "application/pdf": ("pdf",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("docx",),
    "application/zip": ("zip",),
    "font/woff2": ("woff2",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/svg+xml": ("svg",),
    "image/webp": ("webp",),
    "image/x-icon": ("ico",),
    "text/css": ("css",),
    "text/csv": ("csv",),
    "text/html": ("html",),
    "text/javascript": ("js", "mjs"),
    "text/plain": ("txt",),
    "text/vcard": ("vcf",),
    "text/xml": ("xml",),
}
"""The type of every file by its ending. A browser runs no module of which the type is wrong, with `nosniff`."""

TEXT = tuple(kind for kind in TYPES if kind.startswith("text/") or kind.endswith(("json", "+xml")))
"""The types that are UTF-8, and that become smaller by compression."""


@dataclass(frozen=True)
class Setup:
    """A guide to serve. host: of its address. root: the path of that, ending in a slash. rules: headers by address.

    prefixes: the folders of the languages that are not at the root; each has a 404 page of its own.
    """

    host: str
    root: str
    rules: tuple[Rule, ...]
    prefixes: tuple[str, ...]

    def groups(self) -> list[tuple[list[str], Mapping[str, str]]]:
        """The beginnings of addresses that have the same headers, with these; the most general first."""
        found: dict[tuple[tuple[str, str], ...], list[str]] = {}
        for rule in self.rules:
            found.setdefault(tuple(rule.headers.items()), []).append(rule.start)
        return [(starts, dict(headers)) for headers, starts in found.items()]

    def kept(self) -> dict[str, str]:
        """How long files keep, by a pattern for the whole of an address from the root of the host."""
        return {f"^{re.escape(self.root)}{pattern}$": value for pattern, value in LASTING.items()}

    @property
    def names(self) -> list[str]:
        """Every header, each once."""
        return list(dict.fromkeys(name for rule in self.rules for name in rule.headers))
