"""The texts in the source language, read by hunspell; names and school words stand in cases/words.txt."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from guide.content.read import page_uris
from guide.site import Guide

WORDS = Path(__file__).parent / "cases" / "words.txt"
# What is no text: comments, code, blocks, the target of a link, addresses, attributes.
NO_TEXT = re.compile(
    r"<!--.*?-->|`[^`\n]*`|^ *certainty:.*$|^/// (?:list|figure) .*$|\]\([^)]*\)|https?://\S+|\{[^}]*\}", re.M | re.S
)


def _misspelt(text: str) -> set[str]:
    plain = NO_TEXT.sub(" ", text).replace("’", "'")
    plain = re.sub(r"[‘“”*_|#/…]|'(?!\w)|(?<!\w)'", " ", plain)
    done = subprocess.run(
        ["hunspell", "-d", "nl_NL", "-i", "utf-8", "-l"], input=plain, capture_output=True, text=True, check=True
    )
    return {word.strip("-'.") for word in done.stdout.split()} - {""}


def test_hunspell_finds_what_is_wrong() -> None:
    assert _misspelt("De leerkrachtt belt een ouder. <!-- foutt --> [De thermometer](thermometter.md)") == {
        "leerkrachtt"
    }


def test_the_texts_are_spelt_as_the_dictionary_or_our_list_says(real_guide: Guide) -> None:
    known = set(WORDS.read_text("utf-8").split())
    found: dict[str, list[str]] = {}
    for uri in page_uris(real_guide):
        body = (real_guide.docs / uri).read_text("utf-8").split("\n---\n", 1)[1]
        if wrong := _misspelt(body) - known:
            found[uri] = sorted(wrong)
    assert found == {}


def test_our_list_holds_no_word_that_nobody_uses(real_guide: Guide) -> None:
    texts = " ".join((real_guide.docs / uri).read_text("utf-8") for uri in page_uris(real_guide)).replace("’", "'")
    assert [word for word in WORDS.read_text("utf-8").split() if word not in texts] == []
