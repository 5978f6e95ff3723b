"""The releases, the addresses that moved and the address of the feed, as lists on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from guide.catalogue import Catalogue
from guide.changes.addresses import Addresses, Link, Moved
from guide.changes.model import KINDS, Changes, Release
from guide.partners.words import day
from guide.site import relative_url
from guide.strings import load
from guide.templates import templates

FOLDER = Path(__file__).parent / "templates"
TEMPLATE = "changes.html"
"""The template of the page that holds the lists."""
LISTS = ("changes", "changes-moved", "changes-feed")
FEED = "feed.xml"


@dataclass(frozen=True)
class Item:
    """A change in one language. link: what it is about. moved: its old address, where it has one."""

    text: str
    link: Link | None
    moved: Moved | None


@dataclass(frozen=True)
class Shown:
    """A release in one language. day: its date in words. groups: its changes by kind, what touches links first."""

    version: str
    anchor: str
    date: str
    day: str
    title: str
    summary: str
    groups: tuple[tuple[str, tuple[Item, ...]], ...]


def lists_html(catalogue: Catalogue, name: str, language: str, page: str) -> str:
    """One of LISTS in a language of the site. page: its address, from the site's root. The guide has a changelog."""
    made = catalogue.changes
    assert made, name  # checked before the build
    addresses = Addresses(catalogue, language)
    values: dict[str, Any] = {"address": _address(catalogue)}
    if name == "changes":
        values |= {"releases": list(shown(made, addresses))}
    elif name == "changes-moved":
        told = {change.old: release for release in reversed(made.releases) for change in release.changes if change.old}
        rows = sorted(addresses.moved.values(), key=lambda one: one.old)
        values |= {"moved": [(one, told.get(one.written)) for one in rows]}
    else:
        values |= {"feed": feed_url(catalogue, language), "absolute": catalogue.guide.absolute}
    return render(f"{name}.html", language, lambda target: relative_url(target, page), **values)


def render(template: str, language: str, link: Callable[[str], str], **values: Any) -> str:
    """A template with the words of the language. link: makes a link of an address from the site's root."""
    return templates(FOLDER).get_template(template).render(t=load(language).text, link=link, **values)


def shown(changes: Changes, addresses: Addresses) -> Iterator[Shown]:
    """Every release, the newest first, in the language of the addresses."""
    for release in changes.releases:
        yield Shown(
            version=release.version,
            anchor=release.anchor,
            date=release.date.isoformat(),
            day=day(load(addresses.language), release.date),
            title=release.title[addresses.language],
            summary=release.summary[addresses.language],
            groups=tuple(_groups(release, addresses)),
        )


def _groups(release: Release, addresses: Addresses) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for kind in KINDS:
        items = []
        for change in (one for one in release.changes if one.kind == kind):
            moved = addresses.moved.get(change.old or "")
            about = addresses.of(change)
            same = moved and about and moved.new.url == about.url
            items.append(Item(change.text[addresses.language], None if same else about, moved))
        if items:
            yield kind, tuple(items)


def feed_url(catalogue: Catalogue, language: str) -> str:
    """The address of the feed in a language, from the site's root; "" when there is none."""
    guide = catalogue.guide
    return guide.prefix(language) + FEED if catalogue.changes and language in guide.languages else ""


def _address(catalogue: Catalogue) -> Callable[[str], str]:
    """A function for templates: what stands in an address after the name of the host."""
    root = urlsplit(catalogue.guide.site_url).path
    return lambda target: root + target
