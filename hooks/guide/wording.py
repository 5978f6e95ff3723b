"""Words that lists share: numbers, first sentences, the order of names."""

from __future__ import annotations

import re
import unicodedata

from guide.strings import Strings

SUMMARY = 160
"""How many characters programs show of a description, at most."""

# Between the mark that ends a sentence and the capital that begins the next.
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[\"“«‘']?\s?[^\W\d_a-z])")
_NOTE = re.compile(r"\s*\([^()]*\)$")
_SHORTEST = 25  # what is shorter is an abbreviation, or a name with a mark in it
_ZERO_IS_ONE = frozenset({"fr", "pt"})  # "0 partenaire"; scripts ask the browser (Intl.PluralRules)


def number(strings: Strings, key: str, count: int) -> str:
    """The words of a number: "1 partner", "3 partners". key: of the words for one and for others."""
    form = "one" if count == 1 or (count == 0 and strings.language in _ZERO_IS_ONE) else "other"
    return strings.text(f"{key}.{form}", number=str(count))


def first_sentence(text: str) -> str:
    """The first sentence of a text, whole: cut short only where a sentence ends and another begins."""
    for end in _SENTENCE.finditer(text):
        if end.start() >= _SHORTEST:
            return text[: end.start()]
    return text


def summary(text: str, limit: int = SUMMARY) -> str:
    """The first sentences of a text, whole, as many as fit in so many characters; the first one always."""
    found = first_sentence(text)
    for end in (*(one.start() for one in _SENTENCE.finditer(text)), len(text)):
        if len(found) < end <= limit:
            found = text[:end]
    return found


def without_note(text: str) -> str:
    """A text without the note in brackets at its end: "60 minutes (our suggestion)" → "60 minutes"."""
    return _NOTE.sub("", text)


def sort_key(name: str) -> str:
    """The name as an index sorts it: without accents and capitals."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).casefold()
