"""Weighs the pages of a built site."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli

from guide.weight.files import Face, faces, head_family, imported
from guide.weight.page import Page, read_page

PARTS = ("page", "styles", "own", "libraries", "theme", "fonts")
"""What counts for the first view: the page itself, styles, the guide's own scripts, scripts of others that the guide
brings, those of the theme, and fonts. Not the data that a script then asks for (`Page.data`)."""
VENDOR = "vendor"
_PACKED = frozenset({".woff2", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"})

Squeeze = Callable[[bytes], int]


def gzip_size(data: bytes) -> int:
    """Bytes as a host sends them that has made the effort once; brotli sends fewer."""
    return len(gzip.compress(data, 9))


def brotli_size(data: bytes) -> int:
    """Bytes as a host sends them that has brotli."""
    return len(brotli.compress(data, quality=11))


@dataclass(frozen=True)
class Weight:
    """Bytes of a page. parts: by the names of PARTS. pictures: those that are fetched at once, together.

    heaviest: the picture with the most bytes, at once or later, with its address from the site's root.
    """

    url: str
    parts: dict[str, int]
    pictures: int
    heaviest: tuple[str, int]

    @property
    def first_view(self) -> int:
        """Everything but pictures."""
        return sum(self.parts.values())


class Scale:
    """Weighs pages of a site; what pages share is weighed once."""

    def __init__(self, site: Path, own: Path, squeeze: Squeeze = gzip_size) -> None:
        """`own`: the folder with what the guide adds to the theme (overrides)."""
        self.site, self.own, self.squeeze = site.resolve(), own.resolve(), squeeze
        self._size = cache(self._weigh_file)

    def pages(self) -> list[Path]:
        """Every page of the site."""
        return sorted(self.site.rglob("*.html"))

    def weigh(self, path: Path) -> Weight:
        """The weight of one page of `pages`."""
        page = read_page(path, self.site)
        sizes = dict.fromkeys(PARTS, 0)
        sizes["page"] = self._size(path)
        sizes["styles"] = sum(map(self._size, page.styles))
        for script in imported(page.modules) | page.scripts:
            sizes[self._whose(script)] += self._size(script)
        fonts = self._fonts(page)
        other = page.others - fonts
        sizes["fonts"] = sum(map(self._size, fonts | {file for file in other if file.suffix == ".woff2"}))
        sizes["theme"] += sum(self._size(file) for file in other if file.suffix == ".json")
        shown = {self._url(file): self._size(file) for file in page.pictures | page.later}
        heaviest = max(shown.items(), key=lambda one: (one[1], one[0]), default=("", 0))
        return Weight(self._url(path), sizes, sum(map(self._size, page.pictures)), heaviest)

    def _fonts(self, page: Page) -> set[Path]:
        """The fonts that the letters of a page ask for: for a heading, any of the plain Latin letters will do."""
        heads = {family for style in page.styles if (family := head_family(style))}
        latin = {letter for letter in page.letters if letter.isascii()}

        def wanted(face: Face) -> bool:
            letters = latin | page.heads if face.family in heads else page.letters
            return face.has(letters & page.slanted if face.italic else letters)

        return {face.file for style in page.styles for face in faces(style) if wanted(face)}

    def _whose(self, script: Path) -> str:
        inside = script.relative_to(self.site)
        if VENDOR in inside.parts:
            return "libraries"
        return "own" if (self.own / inside).is_file() else "theme"

    def _url(self, path: Path) -> str:
        return path.relative_to(self.site).as_posix().removesuffix("index.html")

    def _weigh_file(self, path: Path) -> int:
        data = path.read_bytes()
        return len(data) if path.suffix in _PACKED else self.squeeze(data)
