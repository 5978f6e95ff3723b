"""All that is known of the partners, in the shape in which it is published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from guide.open_data.base import Term as Published
from guide.open_data.base import licence_of
from guide.partners.addresses import file_url, vcard_url
from guide.partners.exports import shape
from guide.partners.exports.vcard import has_vcard
from guide.partners.model import Partner
from guide.partners.places import Region
from guide.partners.read import Directory, folder_of
from guide.site import Guide
from guide.vocabulary import Term


def open_data(guide: Guide, directory: Directory, licence: str = "") -> shape.OpenData:
    """The data. licence: its name, "CC BY-SA 4.0"; "" leaves it out."""
    return shape.OpenData(
        schema_url=guide.absolute(file_url(guide, "schema.json")),
        version=shape.VERSION,
        licence=licence_of(licence),
        date=newest(directory),
        languages=guide.languages,
        page=_pages(guide, f"{folder_of(guide)}/index.md"),
        terms=_terms(guide, directory.region),
        partners=tuple(_partner(guide, partner) for partner in directory.partners),
    )


def newest(directory: Directory) -> date | None:
    """The last day on which one of the partners was checked; never the day of the build."""
    days = [day for p in directory.partners for day in (p.checked_on, p.verification.assured_date) if day]
    return max(days, default=None)


def _pages(guide: Guide, uri: str) -> dict[str, str]:
    return {code: guide.absolute(guide.page_url(uri, code)) for code in guide.languages}


def _terms(guide: Guide, region: Region) -> shape.Terms:
    vocabulary = guide.vocabulary
    folder = vocabulary.kinds["recommendation"].folder
    return shape.Terms(
        type=_names(vocabulary.partner_types),
        help=_names(vocabulary.help_types),
        audience=_names(vocabulary.audiences),
        recommendation={
            key: Published(name=one.name, page=_existing(guide, f"{folder}/{key}.md"))
            for key, one in vocabulary.recommendations.items()
        },
        language={code: Published(name=one.name) for code, one in vocabulary.languages.items()},
        area={
            key: shape.Area(name=one.name, within=tuple(region.around(key)[1:]))
            for key, one in vocabulary.regions.items()
        },
        municipality={
            key: shape.Municipality(
                name=one.name, within=tuple(region.around(key)[1:]), lat=one.lat, lon=one.lon, source=one.source
            )
            for key, one in region.places.items()
        },
    )


def _names(terms: Mapping[str, Term]) -> dict[str, Published]:
    return {key: Published(name=term.name) for key, term in terms.items()}


def _existing(guide: Guide, uri: str) -> dict[str, str] | None:
    pages = {code: url for code, url in _pages(guide, uri).items() if guide.source_file(uri, code).exists()}
    return pages or None


def _partner(guide: Guide, partner: Partner) -> shape.PublishedPartner:
    own: dict[str, Any] = partner.model_dump(exclude={"facts", "sources", "verification"})
    sources = []
    for source in partner.sources:
        name = guide.vocabulary.sources[source.document].name if source.document else None
        sources.append(shape.Source(**source.model_dump(exclude={"document"}), document=name))
    checked = shape.Verification(**partner.verification.model_dump(), checked_on=partner.checked_on)
    return shape.PublishedPartner(
        **own,
        page=_pages(guide, f"{folder_of(guide)}/{partner.id}.md"),
        vcard=guide.absolute(vcard_url(guide, partner)) if has_vcard(partner) else None,
        sources=tuple(sources),
        verification=checked,
    )
