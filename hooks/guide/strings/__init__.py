"""The words of the interface and of the messages, one YAML file a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
FALLBACK = "en"
HOME = ("parents.", "worksheet.sheet.")
"""What stands on the pages of a home language, by the start of the key."""
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Strings:
    """The words of one language. `language` is the code that was asked for."""

    language: str
    words: Mapping[str, str]

    def text(self, key: str, /, **values: str) -> str:
        """The words of `key` ("worksheet.print") with `{name}` filled in. KeyError when the key is unknown."""
        return _PLACE.sub(lambda found: values.get(found[1], found[0]), self.words[key])

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def __contains__(self, key: object) -> bool:
        return key in self.words


@cache
def load(language: str) -> Strings:
    """The strings of a language; what it lacks, and every unknown language, comes from English."""
    words = _words(FALLBACK)
    if language != FALLBACK and language in available():
        words |= _words(language)
    return Strings(language, words)


@cache
def load_home(language: str) -> Strings:
    """The words for the pages of a home language: its own and no others. KeyError when it has no file.

    Nothing comes from another language: a word of English on an Arabic page would be there unseen.
    """
    if language not in available():
        raise KeyError(language)
    return Strings(language, _words(language))


def lacking(language: str) -> tuple[str, ...]:
    """The keys of the words that the pages of a home language need and that it does not have, in their order."""
    own = load_home(language).words if language in available() else {}
    return tuple(key for key in home_keys() if key not in own)


def home_keys() -> tuple[str, ...]:
    """The keys of the words that the pages of a home language need, in their order."""
    return tuple(key for key in load(FALLBACK).words if key.startswith(HOME))


def keys(language: str) -> frozenset[str]:
    """The keys that the file of a language has, with or without words."""
    return frozenset(key for key, _ in _flat(_read(language)))


def available() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


def _words(language: str) -> dict[str, str]:
    """The words of a file; a key without words is not translated yet."""
    return {key: str(text) for key, text in _flat(_read(language)) if text not in (None, "")}


def _read(language: str) -> dict[str, Any]:
    """The file as it is; nothing when it is no YAML, which `guide check` tells with its line."""
    try:
        data = yaml.load((FOLDER / f"{language}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        data = None
    return data if isinstance(data, dict) else {}


def _flat(node: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for key, value in node.items():
        name = f"{prefix}{key}"
        pairs += _flat(value, f"{name}.") if isinstance(value, Mapping) else [(name, value)]
    return pairs
