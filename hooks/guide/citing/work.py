"""What is cited: a page of the guide, in one language."""

from __future__ import annotations

from dataclasses import dataclass

TITLE, ADDRESS, ANCHOR = "⟦title⟧", "⟦address⟧", "⟦anchor⟧"
"""Where a script puts the title, the address and the anchor of a section; the same signs stand in share.mjs."""
ENDS = tuple(".?!…")
"""After a title that ends so, a reference has no full stop."""


@dataclass(frozen=True)
class Work:
    """A page. author: the name of the guide. address: whole, and lasting. path: of the address, from the site's root.

    year: of the day on which somebody last looked at it; None when nobody said so. genre: in a word what it is, where
    the title does not say it ("Worksheet"); "" for text to read. All of it plain text, in the page's own language.
    """

    author: str
    title: str
    address: str
    path: str
    language: str
    year: int | None
    genre: str = ""
