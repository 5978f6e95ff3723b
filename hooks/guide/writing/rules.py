"""The rules of `docs/writing.yml`, by language."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from guide.problems import Problem
from guide.site import Guide
from guide.source import read_yaml, validate
from guide.texts import LanguageCode, Record, Text

FILE = "writing.yml"


class Avoided(Record):
    """Words that the guide does not use. prefer: what to write instead. why: in a few words.

    Between quotation marks or in italics they may stand: there they are spoken about.
    """

    words: tuple[Text, ...]
    prefer: Text
    why: Text | None = None


class Rules(Record):
    """The rules of one language. dictionary: a name that hunspell knows. words: spelt right all the same."""

    longest_sentence: Annotated[int, Field(ge=5)] | None = None
    avoid: tuple[Avoided, ...] = ()
    dictionary: Annotated[str, StringConstraints(pattern=r"^[A-Za-z_-]+$")] | None = None
    words: tuple[Text, ...] = ()


class WritingFile(Record):
    """The whole file: the rules by language. names: of institutions and titles, which no language translates."""

    rules: dict[LanguageCode, Rules]
    names: tuple[Text, ...] = ()


def read_rules(guide: Guide, problems: list[Problem]) -> dict[str, Rules]:
    """The rules by language; nothing when the guide has none, or when they cannot be read."""
    made = _read(guide, problems)
    return made.rules if made else {}


def read_names(guide: Guide) -> tuple[str, ...]:
    """The names that the file lists; none when it cannot be read."""
    made = _read(guide, [])
    return made.names if made else ()


def _read(guide: Guide, problems: list[Problem]) -> WritingFile | None:
    path = guide.docs / FILE
    if not path.exists():
        return None
    source = read_yaml(path, guide.root, problems)
    return validate(WritingFile, source, problems, guide.context()) if source else None
