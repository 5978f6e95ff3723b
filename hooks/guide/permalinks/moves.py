"""Where an old address leads now: what editors wrote under `moved`, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from guide.permalinks.addresses import Lettered, is_short, join, lettered, short_of, split
from guide.permalinks.register import Register
from guide.site import Guide

_CODES = ("qr.svg", "qr.png")


class Moves:
    """Follows moves to their end, so that nobody is sent on twice.

    An entry holds for every language; one that begins with the code of a language goes before it. From the entry of a
    page follows where the rest of it went: the places on it, the files in its folder (its name in theirs changes
    along), its short addresses, its card for other sites. An entry of their own goes before that.
    away: what is not there for the time being, with what stands in for it; everything else goes before it.
    """

    def __init__(self, guide: Guide, register: Register, away: Mapping[str, str] | None = None) -> None:
        self.guide = guide
        self.register = register
        self._away = away or {}
        self._known: dict[str, str | None] = {}

    def final(self, address: str) -> str | None:
        """Where an address leads at last; None when it did not move, or moved in a circle."""
        if address not in self._known:
            seen, now = [address], self.step(address)
            while now is not None and now not in seen:
                seen.append(now)
                now = self.step(now)
            self._known[address] = seen[-1] if now is None and len(seen) > 1 else None
        return self._known[address]

    def page(self, address: str) -> str:
        """The page, or the place on it, behind a short address, in the plain form; a page is itself."""
        seen: list[str] = []
        while address not in seen:
            seen.append(address)
            short = is_short(self.guide, address)
            address = self._behind(address) if short else self.step(address) or address
        return address

    def first(self, short: str) -> str:
        """The page that a short address, or an alias of one, was about when it was published."""
        about = lettered(self.guide, short)
        page = self.register.short.get(short, about.page if about else short)
        return self.register.short.get(page, page).partition("#")[0]  # an alias leads to a short address first

    @cached_property
    def loops(self) -> list[tuple[str, ...]]:
        """The entries that lead back to themselves, in their order; each circle once."""
        found: dict[frozenset[str], tuple[str, ...]] = {}
        for start in self.register.moved:
            path = [start]
            while (now := self.step(path[-1])) is not None and now not in path:
                path.append(now)
            if now is not None:
                circle = path[path.index(now) :]
                found.setdefault(frozenset(circle), (*circle, now))
        return list(found.values())

    def entry(self, address: str) -> str | None:
        """The entry by which an address moved; None when it followed from another, or did not move."""
        page = address.partition("#")[0]
        keys = (address, split(self.guide, address)[1], page, split(self.guide, page)[1])
        return next((key for key in keys if key in self.register.moved), None)

    def step(self, address: str) -> str | None:
        """Where one move leads from here; None when the address did not move."""
        found = self._written(address)
        if found is not None:
            return found
        page, mark, anchor = address.partition("#")
        if mark:
            found = self.step(page)
            return found and (found if "#" in found else f"{found}#{anchor}")
        return self._follows(address) or self._away.get(address)

    def _written(self, address: str) -> str | None:
        """What the entry says; one in the plain form speaks the language that is asked for."""
        moved = self.register.moved
        if address in moved:
            return moved[address]
        language, plain = split(self.guide, address)
        target = moved.get(plain)
        if target is None or is_short(self.guide, target) or split(self.guide, target)[1] != target:
            return target
        return join(self.guide, language, target)

    def _follows(self, address: str) -> str | None:
        """Where a file, a short address or a card for other sites went with its page."""
        language, plain = split(self.guide, address)
        if about := lettered(self.guide, plain):
            target = self.step(self.register.short.get(about.short, about.page))
            return target and self._about(target, about, language)
        folder, slash, name = address.rpartition("/")
        target = self.step(f"{folder}/") if slash and name else None
        path = (target or "").partition("#")[0]
        if not path.endswith("/"):
            return None
        if name in _CODES:  # a page with a short address has them beside that
            return (short_of(self.guide, path) or path) + name
        old, new = folder.rpartition("/")[2], path[:-1].rpartition("/")[2]
        rest = name.removeprefix(old)
        return path + (new + rest if name != rest and not rest[:1].isalnum() else name)

    def _about(self, target: str, about: Lettered, language: str) -> str | None:
        """The same about the page to which another one moved; a short address can always lead to the page itself."""
        path, mark, anchor = target.partition("#")
        short = short_of(self.guide, self._behind(path) if is_short(self.guide, path) else path)
        if short is None:
            return None if about.before or about.rest else target
        return join(self.guide, language, about.before + short + about.rest) + mark + anchor

    def _behind(self, short: str) -> str:
        """One step from a short address towards its page."""
        path, mark, anchor = short.partition("#")
        found = self._written(short) or self._written(path) or self.register.short.get(path)
        if found is None:
            about = lettered(self.guide, path)
            found = about.page if about else path
        return found if "#" in found or not mark else f"{found}#{anchor}"
