"""Words to avoid and sentences that are too long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from guide.problems import Problem
from guide.writing.passages import Passage
from guide.writing.rules import Avoided, Rules

# A sentence ends at . ? ! or … before a space and a new beginning; not after one capital (an initial) or an ordinal.
_END = re.compile(r"(?<=[.?!…])[’”»\")*]*\s+(?=[\"“«‘'(*]*[^\W\d_a-z])|\n(?=\S)(?<=[.?!…]\n)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SPOKEN_ABOUT = re.compile(r"‘[^’\n]*’|“[^”\n]*”|«[^»\n]*»|\*[^*\n]+\*|_[^_\n]+_")


def problems_of(file: str, passages: Iterable[Passage], rules: Rules) -> Iterator[Problem]:
    """What in these passages is against the rules."""
    for passage in passages:
        yield from _avoided(file, passage, rules)
        yield from _too_long(file, passage, rules)


def _avoided(file: str, passage: Passage, rules: Rules) -> Iterator[Problem]:
    bare = _SPOKEN_ABOUT.sub(lambda found: " " * len(found[0]), passage.text)
    for avoided in rules.avoid:
        for found in _pattern(avoided).finditer(bare):
            values = {"word": found[0], "prefer": avoided.prefer, "why": avoided.why or "–"}
            yield Problem(file, passage.line_at(found.start()), "word_avoided", values)


@lru_cache(maxsize=500)
def _pattern(avoided: Avoided) -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in avoided.words)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


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
