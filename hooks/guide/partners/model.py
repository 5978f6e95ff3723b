"""What a partner is: one YAML file, all its languages."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from guide.texts import (
    AudienceId,
    FactId,
    LanguageCode,
    Localized,
    RecommendationId,
    Record,
    Slug,
    Text,
    WebAddress,
    known,
)

PartnerId = Annotated[str, known("partner")]
AreaId = Annotated[str, known("area")]
Email = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ()./-]{5,}$")]


def _some(values: tuple[str, ...]) -> tuple[str, ...]:
    """Refuses an empty list. A length on the field would also speak when one of its values is wrong."""
    if not values:
        raise PydanticCustomError("too_short", "empty")
    return values


_SOME = AfterValidator(_some)
Status = Literal["active", "merged", "ended", "unverified"]


class Contact(Record):
    """How to reach the organisation; never a person."""

    url: WebAddress | None = None
    email: Email | None = None
    phone: Phone | None = None


class Seat(Record):
    """Where the organisation sits, as precise as its source. source: index into the partner's sources.

    address: street, number, postcode and town as the source writes them; left out when it names only the town.
    """

    municipality: Annotated[str, known("municipality")]
    address: Text | None = None
    source: int | None = None  # read.py refuses a seat without it, with a message of its own


class PartnerSource(Record):
    """A page or document that was read. read_on: when we read it. source_date: what the page says of its own age."""

    title: Text
    url: WebAddress | None = None
    document: Annotated[str, known("source")] | None = None
    read_on: date
    source_date: date | None = None


class Verification(Record):
    """page: read on a public page; none: known from the source documents only. assured_date: a human asked them."""

    checked: Literal["page", "none"]
    note: Localized | None = None
    assured_date: date | None = None


class PartnerFile(Record):
    """`docs/partners/<id>.yml`. generic: a kind of service (says how to find yours) rather than an organisation."""

    kind: Literal["organisation", "generic"]
    status: Status
    succeeded_by: PartnerId | None = None
    type: Annotated[str, known("partner_type")]
    name: Localized
    former_names: tuple[Text, ...] = ()
    recommendations: Annotated[tuple[RecommendationId, ...], _SOME]
    help: Annotated[tuple[Annotated[str, known("help_type")], ...], _SOME]
    audience: Annotated[tuple[AudienceId, ...], _SOME]
    languages: tuple[LanguageCode, ...] = ()
    description: Localized
    not_taken_over: Localized
    how_to_find: Localized | None = None
    members: tuple[PartnerId, ...] = ()
    search_terms: tuple[Text, ...] = ()
    contact: Contact = Contact()
    seat: Seat | None = None
    service_area: tuple[AreaId, ...] = ()
    sources: tuple[PartnerSource, ...] = ()
    verification: Verification
    facts: tuple[FactId, ...] = ()


class Partner(PartnerFile):
    """A partner with the id that its file name gives."""

    id: Slug

    @property
    def counts(self) -> bool:
        """Whether it is an organisation of its own, and so part of the totals."""
        return self.kind == "organisation"

    @property
    def place(self) -> str | None:
        """The municipality of the seat."""
        return self.seat.municipality if self.seat else None

    @property
    def checked_on(self) -> date | None:
        """The newest day on which one of its sources was read."""
        return max((source.read_on for source in self.sources), default=None)
