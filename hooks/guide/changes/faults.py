"""What is wrong with the changelog beside the pages: places that are gone, and a page that does not show it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from guide.catalogue import Catalogue
from guide.changes.model import FILE
from guide.changes.page import LISTS
from guide.changes.read import each, has_changes
from guide.markdown import lists_in
from guide.permalinks.addresses import HOME
from guide.permalinks.register import read_register
from guide.problems import Problem
from guide.source import Source, read_yaml


def places(catalogue: Catalogue) -> dict[str, str]:
    """The page on which each list may stand; none when the changelog cannot be read or is not there."""
    return dict.fromkeys(LISTS, catalogue.changes.page) if catalogue.changes else {}


def find_problems(catalogue: Catalogue) -> list[Problem]:
    """Of a changelog that can be read, or that is missed; its other faults are found when it is read."""
    guide, made = catalogue.guide, catalogue.changes
    if not has_changes(guide) and any(map(catalogue.asks_for, LISTS)):
        return [Problem(f"{guide.docs.name}/{FILE}", 1, "file_missing", {"file": FILE})]
    source = read_yaml(guide.docs / FILE, guide.root, []) if made else None
    return [*_anchors(catalogue, source), *_not_shown(catalogue)] if source else []


def _anchors(catalogue: Catalogue, source: Source) -> Iterator[Problem]:
    assert catalogue.changes
    known, moved = catalogue.anchors(), read_register(catalogue.guide, [])[0].moved
    for place, change in each(catalogue.changes):
        uri = f"{(change.page or '').removesuffix('.md')}.md"
        there = known.get(uri)
        url = catalogue.guide.page_url(uri, catalogue.guide.source_language) or HOME
        if change.anchor and there is not None and change.anchor not in there and f"{url}#{change.anchor}" not in moved:
            close = get_close_matches(change.anchor, sorted(there), 1, 0) or ["–"]
            values = {"anchor": change.anchor, "page": uri, "close": close[0]}
            yield Problem(source.file, source.line(*place, "anchor"), "anchor_gone", values)


def _not_shown(catalogue: Catalogue) -> Iterator[Problem]:
    """Feeds and links to a release would lead nowhere."""
    assert catalogue.changes
    page = catalogue.page(catalogue.changes.page, catalogue.guide.source_language)
    if page and (LISTS[0], "") not in lists_in(page.source.body):
        values = {"list": LISTS[0], "file": FILE}
        yield Problem(page.source.file, page.source.body_line, "changes_not_shown", values)
