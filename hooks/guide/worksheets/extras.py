"""What stands beside the sheets themselves: bundles and a poster, and the links to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from guide.site import Guide
from guide.worksheets.at_once import at_once
from guide.worksheets.bundle import bundle_pdf, bundle_title, bundle_uri, bundles
from guide.worksheets.model import Sheet
from guide.worksheets.poster import poster_pdf, poster_title, poster_uri

_made: dict[tuple[Path, str], bytes] = {}


class ExtraLink(NamedTuple):
    """A file for the catalogue. title: in the language of the page. url: from the site's root.

    kind: "bundle" (of `recommendation`), "all" or "poster". sheets: how many it holds.
    """

    title: str
    url: str
    kind: Literal["bundle", "all", "poster"]
    sheets: int
    recommendation: str | None


def extra_files(guide: Guide, sheets: Mapping[str, Sheet], only: str | None = None) -> dict[str, bytes]:
    """The bundles and the posters by address; those that were made before come from the cache. PdfError.

    only: those of one language, for who changes a sheet and looks at it at once. What this process made before is left
    as it is then, though the sheet in it changed: drawing thirty sheets anew takes longer than all the rest. A build of
    every language makes them anew.
    """
    jobs: dict[str, Callable[[], bytes]] = {
        bundle_uri(guide, one): partial(bundle_pdf, guide, one)
        for one in bundles(guide, sheets.values())
        if only in (None, one.language)
    }
    languages = [only] if only else guide.languages
    jobs |= {poster_uri(guide, language): partial(poster_pdf, guide, language) for language in languages}
    missing = [uri for uri in jobs if not only or (guide.root, uri) not in _made]
    made = at_once(_draw, [(jobs[uri],) for uri in missing])
    _made.update(((guide.root, uri), content) for uri, content in zip(missing, made, strict=True))
    return {uri: _made[guide.root, uri] for uri in jobs}


def _draw(make: Callable[[], bytes]) -> bytes:
    return make()


def extra_links(guide: Guide, sheets: Mapping[str, Sheet], language: str) -> list[ExtraLink]:
    """The whole guide first, then each recommendation by its number, then the poster: what exists in this language."""
    own = [one for one in bundles(guide, sheets.values()) if one.language == language]
    own.sort(key=lambda one: one.recommendation is not None)
    found = [
        ExtraLink(bundle_title(guide, one), bundle_uri(guide, one), "bundle" if one.recommendation else "all",
                  len(one.sheets), one.recommendation)
        for one in own
    ]  # fmt: skip
    return [*found, ExtraLink(poster_title(guide, language), poster_uri(guide, language), "poster", 0, None)]
