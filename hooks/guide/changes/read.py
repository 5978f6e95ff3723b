"""Reads and checks the changelog of the content: every fault at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from itertools import pairwise

from guide.changes.model import FILE, Change, Changes
from guide.permalinks.addresses import lettered, split
from guide.permalinks.register import FILE as REGISTER
from guide.permalinks.register import read_register
from guide.problems import Problem
from guide.site import Guide
from guide.source import Source, read_yaml, validate

Named = dict[str, frozenset[str]]
"""The names that a change may use: pages, worksheets and partners."""


def has_changes(guide: Guide) -> bool:
    """Whether the guide has a changelog, with faults or without."""
    return (guide.docs / FILE).exists()


def read_changes(guide: Guide, known: Named, today: date, problems: list[Problem]) -> Changes | None:
    """The changelog; None when the guide has none, or when it cannot be read.

    known: the pages, worksheets and partners of today. What moved may also be called as it was: who renames a page
    need not rewrite what an old release says of it.
    """
    if not has_changes(guide):
        return None
    faults: list[Problem] = []  # those of the register are told where the register is checked
    moved = read_register(guide, faults)[0].moved
    source = read_yaml(guide.docs / FILE, guide.root, problems)
    # Of a register with a fault nobody knows what moved, so no name is judged until that is mended.
    named = {} if faults else {kind: names | _before(guide, kind, moved) for kind, names in known.items()}
    if named:
        named |= {"page": known["page"], "page_ever": named["page"]}
    made = validate(Changes, source, problems, guide.context(**named)) if source else None
    if made is None or source is None:
        return None
    problems += _dates(made, source, today)
    problems += _twice(made, source)
    if not faults:
        problems += _unknown_addresses(made, source, moved, f"{guide.docs.name}/{REGISTER}")
    return made


def each(changes: Changes) -> Iterator[tuple[tuple[str | int, ...], Change]]:
    """Every change with its place in the file."""
    for number, release in enumerate(changes.releases):
        for place, change in enumerate(release.changes):
            yield ("releases", number, "changes", place), change


def _before(guide: Guide, kind: str, moved: Mapping[str, str]) -> frozenset[str]:
    """Names that pages, worksheets or partners had before they moved."""
    old = {
        address.removesuffix("/")
        for address in moved
        if address.endswith("/") and split(guide, address)[1] == address and not lettered(guide, address)
    }
    if kind == "page":
        old |= {f"{name}/index" for name in old if "/" not in name}  # the first page of a section
        return frozenset(old | {f"{name}.md" for name in old})
    folder = guide.vocabulary.kinds[kind].folder  # type: ignore[index]
    return frozenset(name.removeprefix(f"{folder}/") for name in old if name.startswith(f"{folder}/"))


def _dates(changes: Changes, source: Source, today: date) -> Iterator[Problem]:
    for number, release in enumerate(changes.releases):
        if release.date > today:
            values = {"value": release.date.isoformat(), "today": today.isoformat()}
            yield Problem(source.file, source.line("releases", number, "date"), "change_in_future", values)
    for number, (above, below) in enumerate(pairwise(changes.releases), 1):
        if above.order <= below.order or above.date < below.date:
            values = {"version": f"{below.version} ({below.date})", "above": f"{above.version} ({above.date})"}
            yield Problem(source.file, source.line("releases", number), "release_order", values)


def _twice(changes: Changes, source: Source) -> Iterator[Problem]:
    for number, release in enumerate(changes.releases):
        ids = [change.id for change in release.changes]
        for place, identifier in enumerate(ids):
            if identifier in ids[:place]:
                values = {"id": identifier, "version": release.version}
                yield Problem(source.file, source.line("releases", number, "changes", place), "change_twice", values)


def _unknown_addresses(changes: Changes, source: Source, moved: Mapping[str, str], register: str) -> Iterator[Problem]:
    for place, change in each(changes):
        if change.old and change.old not in moved:
            close = get_close_matches(change.old, sorted(moved), 1, 0.5) or ["–"]
            values = {"address": change.old, "register": register, "close": close[0]}
            yield Problem(source.file, source.line(*place, "from"), "change_address", values)
