"""The changes as an Atom feed (RFC 4287) in each language: one entry for a release.

A change has no date of its own and says little alone; who follows the guide hears of a release once, with all that is
in it, and not twenty times on one day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from feedgen.feed import FeedGenerator

from guide.catalogue import Catalogue
from guide.changes.addresses import Addresses
from guide.changes.model import Changes
from guide.changes.page import Shown, feed_url, render, shown
from guide.strings import load


def feeds(catalogue: Catalogue, names: Mapping[str, str], licence: str, only: str | None = None) -> dict[str, bytes]:
    """The feed of every language by its address; none without a changelog.

    names: of the guide, by language. licence: its name, "" for none. only: the one language to make.
    """
    changes = catalogue.changes
    if changes is None:
        return {}
    return {
        feed_url(catalogue, language): _feed(catalogue, changes, language, names.get(language, ""), licence)
        for language in ([only] if only else catalogue.guide.languages)
    }


def _feed(catalogue: Catalogue, changes: Changes, language: str, name: str, licence: str) -> bytes:
    guide, words = catalogue.guide, load(language)
    shown_in = language if catalogue.page(changes.page, language) else guide.source_language
    own, page = feed_url(catalogue, language), guide.page_url(changes.page, shown_in)
    feed = FeedGenerator()
    feed.id(guide.absolute(own))
    feed.language(language)
    feed.title(words.text("changes.feed_title", name=name))
    feed.subtitle(words["changes.feed_subtitle"])
    feed.author(name=name, uri=guide.absolute(guide.prefix(language)))
    if licence:
        feed.rights(words.text("site.licence", licence=licence))
    feed.link(href=guide.absolute(own), rel="self", type="application/atom+xml", hreflang=language)
    feed.link(href=guide.absolute(page), rel="alternate", type="text/html", hreflang=shown_in)
    feed.updated(_moment(changes.releases[0].date))
    feed.generator("")  # it would name the version of a library, and change with it
    for release, one in zip(changes.releases, shown(changes, Addresses(catalogue, language)), strict=True):
        _entry(feed, release.date, one, guide.absolute(own), guide.absolute(page), catalogue, language)
    text: bytes = feed.atom_str(pretty=True)
    return text


def _entry(
    feed: FeedGenerator, when: date, release: Shown, own: str, page: str, catalogue: Catalogue, language: str
) -> None:
    """One release. Its id is the feed's address with the version, which neither a new date nor a new page changes."""
    entry = feed.add_entry(order="append")
    entry.id(f"{own}#{release.anchor}")
    entry.title(load(language).text("changes.entry", version=release.version, title=release.title))
    entry.link(href=f"{page}#{release.anchor}")
    entry.published(_moment(when))
    entry.updated(_moment(when))
    entry.summary(release.summary)
    whole = catalogue.guide.absolute
    entry.content(render("release.html", language, whole, release=release, address=whole), type="html")


def _moment(when: date) -> datetime:
    """The beginning of the day in universal time: never later than the day itself, and never the time of the build."""
    return datetime.combine(when, time(), UTC)
