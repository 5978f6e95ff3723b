"""Spelling, by hunspell where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache

from guide.problems import Problem
from guide.writing.passages import Passage
from guide.writing.rules import Rules

# As hunspell reads words: letters, with apostrophes, hyphens and full stops between them.
_WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*")
_ADDRESS = re.compile(r"\.\w\w")  # the name of a site
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

    Asked once for each word as long as the program runs.
    """
    known = _known.setdefault(dictionary, {})
    new = sorted(set(words) - known.keys())
    if new:
        done = subprocess.run(
            ["hunspell", "-d", dictionary, "-i", "utf-8", "-l"],
            input="\n".join(new), capture_output=True, text=True, check=True,
        )  # fmt: skip
        wrong = set(done.stdout.split())
        known.update({word: not ({word, *word.split("-")} & wrong) for word in new})
    return {word for word in words if not known[word]}


def words_of(passage: Passage) -> Iterator[tuple[int, str]]:
    """The words of a passage with their lines."""
    text = re.sub(r"[*_]", " ", passage.text.replace("’", "'"))
    for found in _WORD.finditer(text):
        word = found[0]
        if len(word) > 1 and not _ADDRESS.search(word):
            yield passage.line_at(found.start()), word + "." * ("." in word)  # an abbreviation: e.g.


def problems_of(file: str, passages: Iterable[Passage], rules: Rules, listed: str) -> Iterator[Problem]:
    """The words that neither the dictionary nor the guide's own list knows; each once in a file. listed: that file."""
    assert rules.dictionary
    own = {word.replace("’", "'") for word in rules.words}
    own |= {word[:1].upper() + word[1:] for word in own}
    found: dict[str, int] = {}
    for passage in passages:
        for line, word in words_of(passage):
            if word not in own and word.removesuffix("'s") not in own:
                found.setdefault(word, line)
    wrong = misspelt(found, rules.dictionary)
    for word, line in found.items():
        if word in wrong:
            yield Problem(file, line, "spelling", {"word": word, "listed": listed})
