"""What the records of open data hold. The published JSON Schemas are made from these models, so they cannot lag behind.

The files of editors and these shapes change apart: a key once published stays, whatever becomes of the files.
"""

from __future__ import annotations

from datetime import date as day
from typing import Literal

from pydantic import Field

from guide.open_data.base import Licence, Pages, Shape, Texts
from guide.texts import WebAddress

Checked = Literal["machine", "human", "native"]


class Place(Shape):
    """A heading that a link may lead to."""

    id: str
    """Permanent, and the same in every language."""
    title: Texts
    page: Pages
    """The whole address, with the id after a #, by language code."""


class Evidence(Shape):
    """What research knows of it, as the page says it, and how sure that is."""

    certainty: Literal["strong", "promising", "thin", "open"]
    """An id of terms.certainty."""
    title: Texts
    page: Pages
    """The heading above it, by language code."""


class Range(Shape):
    """The least and the most; both are the same when there is one number."""

    least: int
    most: int


class Entry(Shape):
    """What has a page of its own."""

    id: str = Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")
    """Permanent."""
    permalink: WebAddress
    """The short address that works for ever: it leads to the page in the language of the reader."""
    page: Pages
    """Its page, by language code."""
    title: Texts
    recommendations: tuple[str, ...]
    """Ids of recommendations.json: what it serves, the most important one first."""
    phases: tuple[str, ...]
    """Ids of terms.phase."""
    audiences: tuple[str, ...]
    """Ids of terms.audience: for whom it is."""


class Written(Entry):
    """A page that somebody wrote."""

    description: Texts
    reviewed: day
    """The day on which somebody last checked it."""
    evidence: tuple[Evidence, ...]
    sources: tuple[str, ...]
    """Ids of terms.source: on what it rests."""
    worksheets: tuple[str, ...]
    """Ids of worksheets.json."""
    partners: tuple[str, ...]
    """Ids of partners.json."""


class PublishedRecommendation(Written):
    """A recommendation."""

    number: int
    core: Texts
    """All of it in one or two sentences."""
    sections: tuple[Place, ...]
    """The headings of the page, in their order."""
    handout: Pages
    """The recommendation on one sheet of paper (PDF), by language code."""
    embed: Pages
    """A small card of it for a frame on another site, by language code."""
    methods: tuple[str, ...]
    """Ids of methods.json that serve it."""
    cases: tuple[str, ...]
    """Ids of cases.json that serve it."""


class PublishedMethod(Written):
    """Something that a group can do."""

    kind: str
    """An id of terms.kind."""
    goal: Texts
    group: Texts
    """Who takes part, in words."""
    people: Range | None = None
    """How many people, where that can be said in numbers."""
    duration: Texts
    """How long it takes, in words."""
    minutes: Range | None = None
    materials: Texts
    steps: tuple[Place, ...]
    """The numbered steps, in their order."""
    embed: Pages
    """A small card of it for a frame on another site, by language code."""


class PublishedCase(Written):
    """What a school did."""

    sections: tuple[Place, ...]
    """The headings of the page, in their order."""
    methods: tuple[str, ...]
    """Ids of methods.json that the page leads to."""


class File(Shape):
    """A file of a worksheet."""

    url: WebAddress
    format: Literal["pdf", "docx", "png"]
    kind: str
    """An id of terms.file."""
    languages: tuple[str, ...]
    """Codes of terms.language: one, or two when the texts stand beside each other."""
    paper: str | None = None
    """A smaller paper than the sheet's own."""
    variant: Texts | None = None
    """For whom this file is, when it has a part of the sheet only."""


class State(Shape):
    """How a translation stands."""

    state: str
    """An id of terms.state."""
    checked: Checked | None = None
    """An id of terms.checked: who read it; absent when nobody said so."""
    page: WebAddress | None = None
    """The page in that language."""


class PublishedWorksheet(Entry):
    """A sheet to print, to fill in or to adapt. `page` has the home languages of parents too."""

    for_parents: bool
    """Meant for parents: every translation stands beside the source language, and the file holds both."""
    subtitle: Texts | None = None
    purpose: Texts
    group: Texts
    """Who takes part, in words."""
    people: Range
    duration: Texts
    """How long it takes, in words."""
    minutes: Range
    materials: Texts
    paper: str
    """An id of terms.paper: the sheet's own."""
    method: str | None = None
    """An id of methods.json: with which method one uses it."""
    embed: Pages
    """A small card of it for a frame on another site, by language code."""
    files: tuple[File, ...]
    translations: dict[str, State]
    """By language code, also those that are not there at the moment."""
    credit: Texts
    """From whom the idea is. Whoever adapts the sheet leaves this on it."""
    licence: Licence
    """Of this sheet."""
    date: day
    """Of the text."""


class Text(Shape):
    """A text of the guide: a page, a sheet, a partner, a drawing, a term, or words of the site itself."""

    id: str
    """Its place among the files of the guide."""
    group: str
    """What it belongs to: the first part of the id."""
    title: Texts
    translations: dict[str, State]
    """By language code."""


class GlossaryTerm(Shape):
    """A word and what it means in this guide."""

    id: str
    """Permanent."""
    group: str
    """An id of terms.group."""
    name: Texts
    text: Texts
    page: Pages
    """Where it stands in the glossary, by language code."""
    see: Pages | None = None
    """A page with more about it."""
