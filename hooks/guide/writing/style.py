"""Words to avoid and sentences that are too long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from guide.problems import Problem
from guide.writing.passages import Passage
from guide.writing.rules import Avoided, Rules

# A sentence ends at . ? ! or … before a space and a capital, or at the end of a line. French has a space within « ».
_END = re.compile(r"(?<=[.?!…])(?:[’”»\")*_]|\s»)*\s+(?=(?:[\"“„‘'(*_]|«\s?)*[^\W\d_a-zß-öø-ÿœ])|\n(?=\S)(?<=[.?!…]\n)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# An apostrophe inside ‘…’ has a letter behind it.
_SPOKEN_ABOUT = re.compile(r"‘(?:[^’]|’(?=\w))*’|“[^”]*”|„[^”“]*[”“]|\"[^\"]*\"|«[^»]*»|\*[^*]+\*|(?<!\w)_[^_]+_(?!\w)")


def problems_of(file: str, passages: Iterable[Passage], rules: Rules) -> Iterator[Problem]:
    """What in these passages is against the rules."""
    avoided = [(_pattern(one.words), one) for one in rules.avoid]
    for passage in passages:
        yield from _avoided(file, passage, avoided)
        yield from _too_long(file, passage, rules)


def _avoided(file: str, passage: Passage, avoided: list[tuple[re.Pattern[str], Avoided]]) -> Iterator[Problem]:
    bare = _SPOKEN_ABOUT.sub(lambda found: " " * len(found[0]), passage.text)
    for pattern, one in avoided:
        for found in pattern.finditer(bare):
            values = {"word": " ".join(found[0].split()), "prefer": one.prefer, "why": one.why or "–"}
            yield Problem(file, passage.line_at(found.start()), "word_avoided", values)


@lru_cache(maxsize=500)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first: a plural before the singular that it begins with.
    longest = sorted(words, key=len, reverse=True)
    parts = "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest)
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)


def _too_long(file: str, passage: Passage, rules: Rules) -> Iterator[Problem]:
    if rules.longest_sentence is None:
        return
    for start, sentence in sentences(passage.text):
        number = len(_WORD.findall(sentence))
        if number > rules.longest_sentence:
            near = " ".join(sentence.split()[:6]) + " …"
            values = {"number": number, "longest": rules.longest_sentence, "near": near}
            yield Problem(file, passage.line_at(start), "sentence_long", values)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with its place."""
    start = 0
    for end in [*_END.finditer(text), None]:
        sentence = text[start : end.start() if end else len(text)]
        if sentence.strip():
            yield start + len(sentence) - len(sentence.lstrip()), sentence.strip()
        if end:
            start = end.end()
