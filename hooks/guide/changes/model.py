"""What the changelog of the content may say."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, Self, TypeVar, get_args

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from guide.content.model import PageUri, PartnerId, WorksheetId
from guide.texts import Localized, Record, Slug, Text, known

T = TypeVar("T")

FILE = "changes.yml"
Kind = Literal["renamed", "moved", "removed", "added", "changed"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which a release tells them: first what touches the links of others."""
LEFT = frozenset({"renamed", "moved", "removed"})
"""Kinds of change after which an address leads elsewhere."""
_VERSION = re.compile(r"^\d+\.\d+\.\d+$")


def _numbered(value: object) -> str:
    """YAML reads 1.0 as a number, so the message names an example rather than the pattern."""
    if not isinstance(value, str) or not _VERSION.match(value):
        raise PydanticCustomError("form", "form", {"pattern": "1.2.0"})
    return value


def _with_suffix(name: str) -> str:
    return f"{name.removesuffix('.md')}.md"


def _filled(items: tuple[T, ...]) -> tuple[T, ...]:
    """Not min_length: the library also calls a list empty of which every item is wrong."""
    if not items:
        raise PydanticCustomError("empty", "empty", {"code": "empty"})
    return items


Version = Annotated[str, BeforeValidator(_numbered)]
"""Three numbers with dots between them."""


class Change(Record):
    """One thing that changed. id: its own in the release; translations hang on it.

    page, worksheet, partner: what it is about, named as front matter does, by its name of today or an older one.
    anchor: a place on that page. old ("from" in the file): the address as the register's `moved` names it; where it
    leads stands there and nowhere else.
    """

    id: Slug
    kind: Kind
    page: Annotated[str, known("page_ever")] | None = None
    worksheet: WorksheetId | None = None
    partner: PartnerId | None = None
    anchor: Slug | None = None
    old: Text | None = Field(default=None, alias="from")
    text: Localized

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        named = [one for one in (self.page, self.worksheet, self.partner) if one]
        if len(named) > 1 or (self.anchor and not named):
            raise PydanticCustomError("change", "change", {"code": "change_places"})
        if bool(self.old) != (self.kind in LEFT):
            raise PydanticCustomError("change", "change", {"code": "change_from", "kind": self.kind})
        return self


class Release(Record):
    """What was published on one day. summary: one or two sentences."""

    version: Version
    date: date
    title: Localized
    summary: Localized
    changes: Annotated[tuple[Change, ...], AfterValidator(_filled)]

    @property
    def anchor(self) -> str:
        """The place of the release on its page, equal in all languages and lasting as the version is."""
        return f"v{self.version.replace('.', '-')}"

    @property
    def order(self) -> tuple[int, ...]:
        """The version as it sorts."""
        return tuple(map(int, self.version.split(".")))


class Changes(Record):
    """Every release, the newest first. page: of the guide, on which they stand, as a path below docs."""

    page: Annotated[PageUri, AfterValidator(_with_suffix)]
    releases: Annotated[tuple[Release, ...], AfterValidator(_filled)]
