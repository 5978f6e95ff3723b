"""What a list shows of a page: a card."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Card:
    """A page in a list. url and image: from the site's root. tags: short plain words. number, color, icon: optional."""

    id: str
    kind: str
    url: str
    title: str
    text: str
    tags: tuple[str, ...] = field(default=())
    image: str | None = None
    number: int | None = None
    color: str | None = None
    icon: str | None = None
