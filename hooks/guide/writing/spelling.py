"""Spelling, by hunspell where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from guide.problems import Problem
from guide.writing.passages import Passage
from guide.writing.rules import Rules

# As hunspell reads words: letters, with apostrophes, hyphens and full stops between them; none with a digit (1er).
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['.-][^\W\d_]+)*(?!\w)")
_ADDRESS = re.compile(r"\.\w\w")  # the name of a site
_MARK = re.compile(r"[*_]")
_known: dict[str, dict[str, bool]] = {}


@cache
def available(dictionary: str) -> bool:
    """Whether this machine can check a language."""
    if not shutil.which("hunspell"):
        return False
    listed = subprocess.run(["hunspell", "-D"], capture_output=True, text=True, input="", check=False)
    return any(line.rpartition("/")[2] == dictionary for line in (listed.stderr + listed.stdout).splitlines())


def misspelt(words: Iterable[str], dictionary: str) -> set[str]:
    """The words that the dictionary does not know. CalledProcessError when hunspell fails.

    Asked once for each word as long as the program runs. Ask for many at once: to read a dictionary takes hunspell
    longer than to look up thousands of words in it.
    """
    known = _known.setdefault(dictionary, {})
    new = sorted(set(words) - known.keys())
    if new:
        done = subprocess.run(
            ["hunspell", "-d", dictionary, "-i", "utf-8", "-L"],  # the lines, as they are, that hold a wrong word
            input="\n".join(new), capture_output=True, text=True, check=True,
        )  # fmt: skip
        wrong = set(done.stdout.split("\n"))
        known.update({word: word not in wrong for word in new})
    return {word for word in words if not known[word]}


def words_of(passage: Passage) -> Iterator[tuple[int, str]]:
    """The words of a passage with their lines."""
    text = _MARK.sub(" ", passage.text.replace("’", "'"))
    for found in _WORD.finditer(text):
        word = found[0]
        if len(word) > 1 and not _ADDRESS.search(word):
            yield passage.line_at(found.start()), word + "." * ("." in word)  # an abbreviation: e.g.


def forms(word: str) -> tuple[str, ...]:
    """How a list of words may name this one: as it stands, without 's, or without what is elided before it (d'Ann)."""
    _, elided, rest = word.partition("'")
    return (word, word.removesuffix("'s"), rest) if elided and len(rest) > 1 else (word, word.removesuffix("'s"))


def unlisted(passages: Iterable[Passage], rules: Rules) -> dict[str, int]:
    """The words that the guide's own list does not know, with the line where each stands first."""
    own = {word.replace("’", "'") for word in rules.words}
    own |= {word[:1].upper() + word[1:] for word in own}
    found: dict[str, int] = {}
    for passage in passages:
        for line, word in words_of(passage):
            if word not in found and own.isdisjoint(forms(word)):
                found[word] = line
    return found


def problems_of(file: str, found: Mapping[str, int], dictionary: str, listed: str) -> Iterator[Problem]:
    """What the dictionary does not know either. found: words with their lines. listed: the file with our own list."""
    wrong = misspelt(found, dictionary)
    for word, line in found.items():
        if word in wrong:
            yield Problem(file, line, "spelling", {"word": word, "listed": listed})
