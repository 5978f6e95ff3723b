"""Compares what was ever published with what a site holds: whatever is gone without a successor is a fault.

What belongs together is told together: a page that is gone once, with all that stood on it or beside it.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from guide.permalinks.addresses import is_short, join, lettered, split
from guide.permalinks.away import away
from guide.permalinks.built import Built
from guide.permalinks.moves import Moves
from guide.permalinks.register import FILE, Register, read_register
from guide.problems import Problem
from guide.site import Guide
from guide.source import Source


def check(guide: Guide, built: Built, problems: list[Problem]) -> None:
    """Add a problem for all that was published and is gone, and for every move that leads nowhere."""
    register, source = read_register(guide, problems)
    found = _Check(guide, register, source, built, problems)
    found.loops()
    found.entries()
    found.gone()


def check_moves(guide: Guide, problems: list[Problem], known: Mapping[str, Set[str] | None]) -> None:
    """Read the register, and add what is wrong with it before anything is built: moves in a circle, or to no place.

    known: the places on the pages that are known beforehand, by address in the source language; None: not known.
    """
    register, source = read_register(guide, problems)
    found = _Check(guide, register, source, Built({}, frozenset()), problems)
    found.loops()
    found.places(known)


def compare(guide: Guide, register: Register, place: str, built: Built, problems: list[Problem]) -> None:
    """Add a problem for all that is gone of another site. register: what that holds; place: how to call it."""
    _Check(guide, register, Source(place, {}, {}), built, problems).gone()


@dataclass
class _Lost:
    """A page that is gone. languages: in which. beside: how many other addresses went with it."""

    languages: list[str] = field(default_factory=list)
    beside: int = 0


class _Check:
    def __init__(self, guide: Guide, register: Register, source: Source, built: Built, problems: list[Problem]) -> None:
        self.guide, self.register, self.source, self.built, self.problems = guide, register, source, built, problems
        self.moves = Moves(guide, register, away(guide, register))
        self.lost: dict[str, _Lost] = {}

    def gone(self) -> None:
        """What was published, is gone and has no successor."""
        self.pages()
        self.others()
        for url, lost in self.lost.items():
            whole = set(lost.languages) >= {one for one, _ in self.register.pages[url].places()}
            addresses = [url] if whole else [join(self.guide, language, url) for language in lost.languages]
            near = _near(addresses[0], self._unknown_pages())
            values = {
                "address": ", ".join(addresses), "one": addresses[0], "languages": ", ".join(lost.languages),
                "number": lost.beside, "near": near,
            }  # fmt: skip
            self.add(("pages", url), "page_gone_like" if near else "page_gone", values)

    def add(self, place: tuple[str | int, ...], code: str, values: Mapping[str, object]) -> None:
        file = f"{self.guide.docs.name}/{FILE}"  # where successors are written, whoever the other site is
        self.problems.append(Problem(self.source.file, self.source.line(*place), code, {"register": file, **values}))

    def arrives(self, address: str) -> bool:
        """Whether a reader gets there, perhaps by a move. One whose move leads nowhere is told with that move."""
        if self.built.has(address) or address in self.built.stand_ins:
            return True
        target = self.moves.final(address)
        return target is not None and self.built.has(target)

    def loops(self) -> None:
        for circle in self.moves.loops:
            entries = {entry for one in circle if (entry := self.moves.entry(one))}
            lines = {self.source.line("moved", one): one for one in entries}
            values = {"circle": " → ".join(circle), "lines": ", ".join(map(str, sorted(lines)))}
            self.add(("moved", lines[min(lines)]) if lines else ("moved",), "moved_loop", values)

    def places(self, known: Mapping[str, Set[str] | None]) -> None:
        """Moves to a place that its page does not have."""
        for old in self.register.moved:
            target = self.moves.final(old) or ""
            page, _, anchor = split(self.guide, target)[1].partition("#")
            there = known.get(page)
            if anchor and there is not None and anchor not in there:
                self.add(("moved", old), "successor_gone", {"old": old, "new": target})

    def entries(self) -> None:
        """Each move: from what is gone, to what is there; told once for all languages."""
        for old, written in self.register.moved.items():
            for language in self._languages(old):
                address = join(self.guide, language, old)
                target = self.moves.final(address)
                if target is None:  # a circle
                    break
                if code := self._wrong(address, target):
                    new = written if code == "moved_alive" else target
                    self.add(("moved", old), code, {"old": address, "new": new})
                    break

    def _wrong(self, old: str, new: str) -> str:
        """What is wrong with a move; "" when nothing is."""
        alive = self.built.has(old) and not is_short(self.guide, old)
        if alive and not self.built.is_copy(old, new):
            return "moved_alive"
        if not self.built.has(new):
            return "successor_gone"
        file = not old.partition("#")[0].endswith("/")
        return "successor_kind" if file and PurePosixPath(old).suffix != PurePosixPath(new).suffix else ""

    def _languages(self, old: str) -> Iterable[str]:
        """The languages for which an entry must hold: those in which the page was published."""
        page = old.partition("#")[0]
        if split(self.guide, page)[1] != page or page not in self.register.pages:
            return [self.guide.source_language]
        # An entry of a language's own goes before the one for all.
        every = [language for language, _ in self.register.pages[page].places()]
        return [one for one in every if one == self.guide.source_language
                or join(self.guide, one, old) not in self.register.moved]  # fmt: skip

    def pages(self) -> None:
        for url, page in self.register.pages.items():
            gone: dict[str, list[str]] = defaultdict(list)
            languages = []
            for language, anchors in page.places():
                address = join(self.guide, language, url)
                if self.arrives(address):
                    languages.append(language)
                    for anchor in anchors:
                        if not self.arrives(f"{address}#{anchor}") and f"{url}#{anchor}" not in self.register.moved:
                            gone[anchor].append(language)
                elif self.moves.final(address) is None:
                    lost = self.lost.setdefault(url, _Lost())
                    lost.languages.append(language)
                    lost.beside += len(anchors)
            if gone:
                self._anchors(url, gone, languages)
        for url in [url for url in self.lost if self._owner(url) in self.lost.keys() - {url}]:
            self.lost[self._owner(url)].beside += 1 + self.lost.pop(url).beside

    def _anchors(self, url: str, gone: dict[str, list[str]], languages: list[str]) -> None:
        """Places that are gone from a page that is there, or from the page to which it moved."""
        first = join(self.guide, next(iter(gone.values()))[0], url)
        target = (self.moves.final(first) or first).partition("#")[0]
        known = self.register.pages[url].anchors if target == first else ()
        new = sorted(self.built.pages.get(target, frozenset()) - set(known))
        like = self.guide.editor_strings["permalinks.like"]
        shown = []
        for anchor, codes in sorted(gone.items()):
            near = _near(anchor, new)
            where = f" ({', '.join(codes)})" if len(codes) < len(languages) else ""
            shown.append(f"#{anchor}{where}" + (f" {like.replace('{near}', near)}" if near else ""))
        anchor = next((one for one in sorted(gone) if _near(one, new)), min(gone))  # with a line that can be copied
        to = _near(anchor, new) or self.guide.editor_strings["permalinks.new_anchor"]
        values = {"page": url, "anchors": ", ".join(shown), "one": f"{url}#{anchor}", "new": target, "to": to}
        self.add(("pages", url), "anchors_gone" if target == first else "anchors_left", values)

    def others(self) -> None:
        """Files and short addresses; what went with a page that is gone is counted there."""
        for number, uri in enumerate(self.register.files):
            target = self.moves.final(uri)
            if not self.arrives(uri) or (target and PurePosixPath(target).suffix != PurePosixPath(uri).suffix):
                self._gone(uri, ("files", number), sorted(self.built.files - set(self.register.files)))
        for url in self.register.short:
            if not self.built.has(url):
                self._gone(url, ("short", url), [one for one in self.built.pages if is_short(self.guide, one)])

    def _gone(self, address: str, place: tuple[str | int, ...], others: list[str]) -> None:
        owner = self._owner(address)
        if owner in self.lost:
            self.lost[owner].beside += 1
        elif address not in self.register.moved:  # else it was told with its entry
            near = _near(address, others)
            values = {"address": address, "near": near}
            self.add(place, "address_gone_like" if near else "address_gone", values)

    def _owner(self, address: str) -> str:
        """The page with which an address comes and goes, in the plain form."""
        plain = split(self.guide, address)[1]
        if about := lettered(self.guide, plain):
            return self.moves.first(about.short)
        return plain if plain.endswith("/") else split(self.guide, plain.rpartition("/")[0] + "/")[1]

    def _unknown_pages(self) -> list[str]:
        """Pages that the site has and the register does not know: one that has another address now is among them."""
        known = self.register.pages
        return sorted(
            one for one in self.built.pages
            if not is_short(self.guide, one) and split(self.guide, one)[1] not in known
        )  # fmt: skip


def _near(name: str, others: Iterable[str]) -> str:
    """The one of the others that looks most like the name; "" when none does."""
    return next(iter(difflib.get_close_matches(name, list(others), 1, 0.6)), "")
