"""`make addresses`: compares the built site with the register, or with a site that is published already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from guide.permalinks.addresses import join
from guide.permalinks.built import Built, scan
from guide.permalinks.check import check, compare
from guide.permalinks.published import Site, UnreadableError
from guide.permalinks.register import Register, read_register, with_all_of
from guide.problems import Problem, report
from guide.site import Guide

SHOWN = 40
"""Addresses that are listed; of more the number is told."""


def run(guide: Guide, site: Path, against: str = "") -> int:
    """1 when something that was published would be lost, or when that could not be seen.

    site: the folder of the built site. against: "" for the register alone; or the folder or the web address of a site
    that is published. All of that must be in this build, or have a successor. What the register promises and that site
    does not serve is told as well: it may be new.
    """
    strings = guide.editor_strings
    if not (site / "index.html").exists():
        print(strings.text("permalinks.no_site", folder=str(site)))
        return 1
    built, problems = scan(site), list[Problem]()
    if not against:
        check(guide, built, problems)
    elif (other := _read(guide, against)) is None:
        return 1
    else:
        register, _ = read_register(guide, problems)
        # What stands at an old address there is an address that works, and must go on working.
        known = replace(other[0], pages={**other[0].pages, **dict.fromkeys(other[0].stand_ins, frozenset[str]())})
        theirs = with_all_of(guide, known, Register(moved=register.moved))
        compare(guide, theirs, against, built, problems)
        _tell_unserved(guide, register, against, *other)
        if not problems:
            values = {"against": against, "pages": str(len(known.pages)), "files": str(len(theirs.files))}
            print(strings.text("permalinks.kept", **values))
    if problems:
        print(report(problems, strings))
    return int(bool(problems))


def _read(guide: Guide, against: str) -> tuple[Built, Site | None] | None:
    """The other site, and where more can be asked; None after telling why it cannot be read."""
    strings = guide.editor_strings
    if not against.startswith(("http://", "https://")):
        folder = Path(against)
        if (folder / "index.html").exists():
            return scan(folder), None
        print(strings.text("permalinks.no_site", folder=against))
        return None
    site = Site(against)
    try:
        built = site.read()
    except UnreadableError as error:
        print(strings.text("permalinks.unreadable", url=error.url, detail=error.detail))
        return None
    for url in site.missing:
        print(strings.text("permalinks.no_sitemap", url=url))
    return built, site


def _tell_unserved(guide: Guide, register: Register, against: str, other: Built, site: Site | None) -> None:
    """What the register promises and the other site does not serve; a page and what it lacks on one line."""
    lacking = {address: names for address, names in _promised(guide, register) if not _has(other, address, names)}
    gone = [address for address in lacking if not _has(other, address, ())]
    if site:
        try:
            gone = [address for address, there in zip(gone, site.serves(gone), strict=True) if not there]
        except UnreadableError as error:
            print(guide.editor_strings.text("permalinks.unreadable", url=error.url, detail=error.detail))
    lines = []
    for address, names in lacking.items():
        absent = [f"#{name}" for name in names if address in other.pages and not other.has(f"{address}#{name}")]
        if address in gone or absent:
            lines.append(f"  {address} {', '.join(absent)}".rstrip())
    if lines:
        print(guide.editor_strings.text("permalinks.unserved", against=against, number=str(len(lines))))
        print("\n".join([*lines[:SHOWN], *(["  …"] if len(lines) > SHOWN else [])]))


def _promised(guide: Guide, register: Register) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every address of the register, with the places on it."""
    for url, page in register.pages.items():
        for language, anchors in page.places():
            yield join(guide, language, url), anchors
    yield from ((one, ()) for one in (*register.short, *register.files))


def _has(other: Built, address: str, names: tuple[str, ...]) -> bool:
    if address in other.stand_ins:
        return True
    return other.has(address) and all(other.has(f"{address}#{name}") for name in names)
