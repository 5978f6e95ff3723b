"""Addresses as they must be where no server turns a folder into its page."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from urllib.parse import unquote, urlsplit

INDEX = "index.html"


class Links:
    """The addresses in an offline copy. kept, left_out: the files of the site that are in it, and that are not.

    site_url: the site's own address; what is left out is still there for who has internet.
    """

    def __init__(self, kept: Collection[str], left_out: Collection[str], site_url: str) -> None:
        self.kept, self.left_out, self.site_url = frozenset(kept), frozenset(left_out), site_url
        self.files = self.kept | self.left_out

    def file(self, address: str, folder: str) -> str | None:
        """The file of the site, from its root, to which an address leads; None for other sites and for the page itself.

        folder: from which the address counts, from the site's root, with a slash at the end; "" for the root.
        """
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = posixpath.normpath(posixpath.join("/", folder, unquote(parts.path))).lstrip("/")
        return posixpath.join(path, INDEX) if _is_folder(parts.path) else path

    def link(self, address: str, folder: str) -> str:
        """The address that leads to the same from a file: a folder by its page, what is left out on the site itself."""
        file = self.file(address, folder)
        if file is None:
            return address
        path = urlsplit(address).path
        rest = address[len(path) :]
        if file in self.left_out:
            return self.site_url + file.removesuffix(INDEX) + rest
        if not _is_folder(path):
            return address
        return posixpath.join("" if path == "./" else path, INDEX) + rest


def _is_folder(path: str) -> bool:
    return path.endswith("/") or posixpath.basename(path) in {".", ".."}
