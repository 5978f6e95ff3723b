"""Characters that no text may hold, and how a message shows what nobody can see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_PLANES = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_REFUSED = re.compile(
    # Control characters, which feeds and PDFs cannot hold; ends of lines that every program counts differently; orders
    # to write the other way; what is no character at all; letters made for hiding in a text.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufdd0-\ufdef\ufeff\U000e0000-\U000e007f" + _PLANES + "]"
)
_ISOLATES = re.compile("[\u2066-\u2069]")
_LAST_ISOLATE = "\u2069"
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"})
_LIKE_LATIN = ("CYRILLIC", "GREEK", "ARMENIAN", "FULLWIDTH", "MATHEMATICAL")


def refused(text: str) -> Iterator[tuple[int, str]]:
    """What may not stand in a text: the number of lines before it, and the character.

    Languages that are written from right to left need marks and isolates, so those may stand there; an isolate has to
    end on its own line, or it would turn round what follows.
    """
    for found in _REFUSED.finditer(text):
        yield text.count("\n", 0, found.start()), found[0]
    if _ISOLATES.search(text):
        for number, line in enumerate(text.split("\n")):
            if sign := _unbalanced(line):
                yield number, sign


def _unbalanced(line: str) -> str:
    """An isolate that has no end, or an end that ends nothing; "" when each has its other half."""
    open_ones: list[str] = []
    for found in _ISOLATES.finditer(line):
        if found[0] != _LAST_ISOLATE:
            open_ones.append(found[0])
        elif not open_ones:
            return found[0]
        else:
            open_ones.pop()
    return open_ones[-1] if open_ones else ""


def name(sign: str) -> str:
    """How a message calls a character: its number, and its name where it has one."""
    known = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X}" + (f" {known}" if known else "")


def visible(text: str) -> str:
    """The text with a number for what cannot be seen, and behind a letter that only looks like one of its word.

    Ends of lines stay: who shows the text decides about those.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = "".join(
        f"‹U+{ord(sign):04X}›" if unicodedata.category(sign) in _UNSEEN and sign not in "\r\n\t" else sign
        for sign in text
    )
    return re.sub(r"\w+", lambda word: _told_apart(word[0]), shown)


def _told_apart(word: str) -> str:
    if word.isascii() or not re.search("[A-Za-z]", word):
        return word
    alike = (unicodedata.name(sign, "").startswith(_LIKE_LATIN) for sign in word)
    return "".join(f"{sign}‹U+{ord(sign):04X}›" if one else sign for sign, one in zip(word, alike, strict=True))
