"""What a list shows of a page: a card."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """A page in a list.

    url and image: from the site's root; url is "" for what has no page yet. tags: short plain words.
    image_size: width and height in pixels. groups: names by which lists choose: "parents", "for <audience>",
    "recommendation <id>", "method <page>". handout: the page on one sheet of paper, from the site's root.
    """

    id: str
    kind: str
    url: str
    title: str
    text: str
    tags: tuple[str, ...] = ()
    image: str | None = None
    number: int | None = None
    color: str | None = None
    icon: str | None = None
    image_size: tuple[int, int] = (0, 0)
    groups: tuple[str, ...] = ()
    handout: str = ""
