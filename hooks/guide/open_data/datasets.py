"""What each file of open data holds, and the names of its ids; the records are those of `shape`."""

from __future__ import annotations

from datetime import date as day

from pydantic import Field

from guide.open_data.base import Dataset, Pages, Shape, Term, Texts
from guide.open_data.shape import (
    GlossaryTerm,
    PublishedCase,
    PublishedMethod,
    PublishedRecommendation,
    PublishedWorksheet,
    Text,
)
from guide.texts import WebAddress


class WrittenTerms(Shape):
    """The names of all ids, by kind and id."""

    recommendation: dict[str, Term]
    phase: dict[str, Term]
    audience: dict[str, Term]
    source: dict[str, Term]
    certainty: dict[str, Term]


class MethodTerms(WrittenTerms):
    """The names of all ids, by kind and id."""

    kind: dict[str, Term]


class SheetTerms(Shape):
    """The names of all ids, by kind and id."""

    recommendation: dict[str, Term]
    phase: dict[str, Term]
    audience: dict[str, Term]
    language: dict[str, Term]
    paper: dict[str, Term]
    file: dict[str, Term]
    state: dict[str, Term]
    checked: dict[str, Term]


class StateTerms(Shape):
    """The names of all ids, by kind and id."""

    language: dict[str, Term]
    state: dict[str, Term]
    checked: dict[str, Term]


class GlossaryTerms(Shape):
    """The names of all ids, by kind and id."""

    group: dict[str, Term]


class Recommendations(Dataset):
    """The recommendations of a guide, by number."""

    terms: WrittenTerms
    recommendations: tuple[PublishedRecommendation, ...]


class Methods(Dataset):
    """The methods of a guide."""

    terms: MethodTerms
    methods: tuple[PublishedMethod, ...]


class Cases(Dataset):
    """What schools did."""

    terms: WrittenTerms
    cases: tuple[PublishedCase, ...]


class Worksheets(Dataset):
    """The worksheets of a guide."""

    terms: SheetTerms
    worksheets: tuple[PublishedWorksheet, ...]


class Translations(Dataset):
    """How every translation stands. The source language is the first of `languages`."""

    terms: StateTerms
    texts: tuple[Text, ...]


class GlossaryData(Dataset):
    """The words that the guide uses with one meaning."""

    terms: GlossaryTerms
    words: tuple[GlossaryTerm, ...]


class Listed(Shape):
    """A file of open data."""

    id: str
    title: Texts
    url: WebAddress
    schema_url: WebAddress = Field(alias="schema")
    """Its JSON Schema (draft 2020-12)."""
    version: str
    """Of its form."""
    date: day | None = None
    """Of its newest content."""
    count: int
    """How many records it holds."""


class Index(Dataset):
    """Every file of open data of a guide."""

    name: Texts
    """Of the guide."""
    home: Pages
    """Its home page."""
    datasets: tuple[Listed, ...]
