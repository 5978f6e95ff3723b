"""What an address of the site tells by itself: its language, its kind of short address, whether it must last.

An address counts from the site's root: "raad/rust/" is a page, "fr/raad/rust/#kern" a place on it, "raad/rust.pdf" a
file, "./" the home page. Its plain form is that of the source language: of fr/raad/rust/ it is raad/rust/.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from guide.site import Guide

HOME = "./"
_DOCUMENTS = frozenset({".pdf", ".docx", ".vcf"})
_DATA = frozenset({".json", ".csv", ".geojson"})
_NAMES = frozenset({"feed.xml", "qr.svg", "qr.png"})


def lasting(uri: str) -> bool:
    """Whether others may count on a file: documents, open data, feeds and the QR codes of short addresses.

    What only the site's own pages fetch is no promise: styles, scripts, pictures, indexes of the search, the sitemap.
    Pages and the places on them always last.
    """
    path = PurePosixPath(uri)
    if path.parts[0] == "assets":
        return False
    return path.suffix in _DOCUMENTS or path.name in _NAMES or (path.suffix in _DATA and path.parent.name == "data")


def split(guide: Guide, address: str) -> tuple[str, str]:
    """The language of an address and its plain form: ("fr", "raad/rust/#kern")."""
    code, slash, rest = address.partition("/")
    if slash and code in guide.vocabulary.languages and code != guide.source_language:
        return code, rest if rest and not rest.startswith("#") else HOME + rest
    return guide.source_language, address


def join(guide: Guide, language: str, plain: str) -> str:
    """The address of a plain form in a language."""
    path, mark, anchor = plain.partition("#")
    return (guide.prefix(language) + ("" if path == HOME else path) or HOME) + mark + anchor


@dataclass(frozen=True)
class Lettered:
    """An address with the letter of a kind: "a/rust/", "a/rust/qr.svg", "embed/a/rust/".

    before: what stands before the letter, with a slash, or "". short: the short address in it. rest: what comes after.
    page: the page it is about.
    """

    before: str
    short: str
    rest: str
    page: str


def lettered(guide: Guide, plain: str) -> Lettered | None:
    """The parts of an address with the letter of a kind; None for another address."""
    folders = {kind.letter: kind.folder for kind in guide.vocabulary.kinds.values()}
    parts = plain.split("/", 3)
    for start in (0, 1):
        if len(parts) > start + 2 and parts[start] in folders:
            letter, name = parts[start : start + 2]
            before, rest = "/".join(parts[:start]), "/".join(parts[start + 2 :])
            return Lettered(f"{before}/" if before else "", f"{letter}/{name}/", rest, f"{folders[letter]}/{name}/")
    return None


def short_of(guide: Guide, page: str) -> str | None:
    """The short address of a page, given in whatever language; None when its kind has none."""
    folder, _, name = split(guide, page)[1].removesuffix("/").partition("/")
    letter = next((kind.letter for kind in guide.vocabulary.kinds.values() if kind.folder == folder), None)
    return f"{letter}/{name}/" if letter and name and "/" not in name else None


def is_short(guide: Guide, address: str) -> bool:
    """Whether it is the short address of a page, of its languages, or an alias of one; not a file beside it."""
    found = lettered(guide, address.partition("#")[0])
    return found is not None and not found.before and address.partition("#")[0].endswith("/")
