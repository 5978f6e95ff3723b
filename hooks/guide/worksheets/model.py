"""A worksheet: what the editors' YAML says, checked and never changed afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import StringConstraints

from guide.texts import AudienceId, FactId, LeastAndMost, PhaseId, RecommendationId, Record, Slug, Text, known
from guide.worksheets.blocks import AnyBlock
from guide.worksheets.blocks.base import Block, Icon, Paper, count
from guide.worksheets.words import Tree, Whole, Words, beside, tree

Checked = Literal["machine", "human", "native"]
State = Literal["current", "outdated", "withdrawn", "draft"]

PAGE_TEXTS = ("group", "duration", "materials", "purpose", "how", "care", "size_note")
"""Texts for the page about the sheet: a language that has no pages does without."""


class Variant(Whole):
    """The sheet with some of its blocks only, for others than the sheet itself. name: for whom.

    running: its blocks follow each other, also where the sheet itself starts a new page.
    """

    id: Slug
    name: Words
    blocks: Annotated[tuple[Slug, ...], count(2, 60)]
    running: bool = False


class Worksheet(Whole):
    """A sheet in one language or, bilingual, in two. method: a page of docs, without .md.

    people and minutes: the least and the most, for the filters of the catalogue; group and duration say it in words.
    care: what to take care of. short_version: how to use it in ten minutes. source: the credit for the idea. sizes:
    smaller papers on which the sheet is offered too; size_note: what the sheet is good for on those. version: date of
    the text.
    """

    title: Words
    subtitle: Words | None = None
    icon: Icon | None = None
    audience: Annotated[tuple[AudienceId, ...], count(1, 60)]
    for_parents: bool = False
    recommendations: Annotated[tuple[RecommendationId, ...], count(1, 60)]
    phases: Annotated[tuple[PhaseId, ...], count(1, 60)]
    method: Annotated[str, known("page")] | None = None
    paper: Paper = "a4"
    sizes: tuple[Literal["a4"], ...] = ()
    size_note: Words | None = None
    people: LeastAndMost
    minutes: LeastAndMost
    group: Words
    duration: Words
    materials: Words
    purpose: Words
    how: Annotated[tuple[Words, ...], count(1, 6)]
    care: Annotated[tuple[Words, ...], count(0, 4)] = ()
    short_version: Words
    source: Words
    licence: Text
    facts: tuple[FactId, ...] = ()
    version: date
    blocks: Annotated[tuple[AnyBlock, ...], count(1, 60)]
    variants: Annotated[tuple[Variant, ...], count(0, 4)] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the texts, as they stand on the sheet."""
        return tuple(language for language, _ in self.title.texts)

    def block(self, name: str) -> Block:
        """The block with this id."""
        return next(block for block in self.blocks if block.id == name)


def texts(worksheet: Worksheet, *, page: bool) -> dict[str, Tree]:
    """The texts that a translation needs; page: with those of the page about the sheet."""
    found = tree(worksheet)
    assert isinstance(found, dict)
    return {key: part for key, part in found.items() if page or key not in PAGE_TEXTS}


class Stamp(Record):
    """Which Dutch text a translation follows, and who looked at it."""

    source: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
    checked: Checked


@dataclass(frozen=True)
class Translation:
    """A sheet in another language.

    worksheet: None when it is withdrawn, because the source has more than it has, or a draft, which nobody stamped yet.
    checked: None for a draft. lacks, empty: the paths of texts that the file does not have, or has without words.
    """

    language: str
    state: State
    checked: Checked | None
    worksheet: Worksheet | None
    lacks: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A sheet with its translations. source: its first language. translations: by language code, sorted."""

    slug: str
    source: Worksheet
    translations: Mapping[str, Translation] = field(default_factory=dict)

    def usable(self, language: str) -> Worksheet | None:
        """The translation into a language, when there is one that may be printed."""
        found = self.translations.get(language)
        return found.worksheet if found else None

    def bilingual(self, language: str) -> Worksheet:
        """The source with the translation beside it. ValueError when that language is lacking or withdrawn."""
        other = self.usable(language)
        if other is None:
            raise ValueError(f"{self.slug} has no text in {language}")
        return beside(self.source, other)

    @property
    def offered(self) -> tuple[str, ...]:
        """The languages with a usable translation, sorted."""
        return tuple(language for language in self.translations if self.usable(language))
