"""What the open data holds. The published JSON Schema is made from these models, so that it cannot lag behind.

Partners' files and this shape change apart: a key once published stays, whatever becomes of the files.
"""

from __future__ import annotations

from datetime import date
from datetime import date as day
from typing import Any, Literal

from pydantic import Field

from guide.open_data.base import Licence, Pages, Shape, Term, Texts, schema_of
from guide.texts import WebAddress

VERSION = "1.0"
"""Of this form, see `guide.open_data.base`."""


class Area(Shape):
    """An area in which partners work."""

    name: Texts
    within: tuple[str, ...] = ()
    """The areas that it lies in, from near to far."""


class Municipality(Area):
    """A municipality with a point that stands for the whole of it (degrees, WGS 84)."""

    lat: float | None = None
    lon: float | None = None
    source: str | None = None
    """Where the point comes from, with its licence."""


class Terms(Shape):
    """The names of all ids, by kind and id."""

    type: dict[str, Term]
    help: dict[str, Term]
    audience: dict[str, Term]
    recommendation: dict[str, Term]
    language: dict[str, Term]
    area: dict[str, Area]
    municipality: dict[str, Municipality]


class Contact(Shape):
    """How to reach the organisation, never a person."""

    url: WebAddress | None = None
    email: str | None = None
    phone: str | None = None


class Seat(Shape):
    """Where the organisation sits, as precise as a source says it. A seat is not a service area."""

    municipality: str
    """An id of terms.municipality."""
    address: str | None = None
    """Street, number, postcode and town, as the source writes them; absent when it names only the town."""
    source: int
    """Which of the partner's sources says so; the first is 0."""


class Source(Shape):
    """A page or document that was read."""

    title: str
    url: WebAddress | None = None
    document: Texts | None = None
    """The name of a source of the whole guide, by language code."""
    read_on: date
    """The day on which we read it."""
    source_date: date | None = None
    """What the page says of its own age."""


class Verification(Shape):
    """How sure the data are."""

    checked: Literal["page", "none"]
    """page: read on a public page; none: known only from the documents behind the guide."""
    note: Texts | None = None
    assured_date: date | None = None
    """The day on which the partner itself said that all is right."""
    checked_on: date | None = None
    """The newest day on which one of the sources was read."""


class PublishedPartner(Shape):
    """A partner, or a kind of service that exists in many places."""

    id: str = Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")
    """Permanent."""
    page: Pages
    """Its permanent page, by language code."""
    vcard: WebAddress | None = None
    kind: Literal["organisation", "generic"]
    """generic: a kind of service; how_to_find says how to find yours, and members names some."""
    status: Literal["active", "merged", "ended", "unverified"]
    succeeded_by: str | None = None
    """The id of the partner that a merged one went into."""
    type: str
    """An id of terms.type."""
    name: Texts
    former_names: tuple[str, ...]
    recommendations: tuple[str, ...]
    """Ids of terms.recommendation: what the partner helps with."""
    help: tuple[str, ...]
    """Ids of terms.help."""
    audience: tuple[str, ...]
    """Ids of terms.audience: who may turn to it."""
    languages: tuple[str, ...]
    """Codes of terms.language: in which it works, as far as a source says so."""
    description: Texts
    not_taken_over: Texts
    """What remains for the school to do: our proposal, not the partner's words."""
    how_to_find: Texts | None = None
    members: tuple[str, ...]
    """Ids of partners that belong to a kind of service."""
    search_terms: tuple[str, ...]
    contact: Contact
    seat: Seat | None = None
    service_area: tuple[str, ...]
    """Ids of terms.area or terms.municipality."""
    sources: tuple[Source, ...]
    verification: Verification


class OpenData(Shape):
    """All partners of a guide."""

    schema_url: WebAddress = Field(alias="$schema")
    version: str = Field(pattern=r"^\d+\.\d+$")
    """Of this form. The second number rises when a key is added, the first when one goes or changes its meaning."""
    licence: Licence | None = None
    date: day | None = None
    """The newest day on which a partner was checked: the data are of that day."""
    languages: tuple[str, ...]
    """Codes of the languages of all texts; the first is the one that the others translate."""
    page: Pages
    """The page on which people look for partners, by language code."""
    terms: Terms
    partners: tuple[PublishedPartner, ...]


def schema(address: str) -> dict[str, Any]:
    """The JSON Schema of the data. address: where it is published."""
    return schema_of(OpenData, address)
