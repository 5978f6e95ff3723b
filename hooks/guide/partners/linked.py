"""A partner in the words of schema.org."""

from __future__ import annotations

from typing import Any

from guide.partners.contacts import Address, parts_of
from guide.partners.export import partner_url
from guide.partners.model import Partner
from guide.partners.read import Directory
from guide.partners.search import area_name
from guide.site import Guide


def organisation(guide: Guide, directory: Directory, partner: Partner, language: str) -> dict[str, Any] | None:
    """The organisation; None for a kind of service, which is none."""
    if not partner.counts:
        return None
    name, contact = partner.name[language], partner.contact
    other = dict.fromkeys([*partner.name.values(), *partner.former_names])
    data: dict[str, Any] = {
        "@type": "Organization",
        "@id": guide.absolute(partner_url(guide, partner, guide.source_language)),
        "name": name,
        "alternateName": [text for text in other if text != name],
        "description": partner.description[language],
        "url": contact.url,
        "sameAs": [contact.url] if contact.url else [],
        "email": contact.email,
        "telephone": contact.phone,
        "areaServed": [
            {"@type": "AdministrativeArea", "name": area_name(guide, directory, area, language)}
            for area in partner.service_area
        ],
        "knowsLanguage": list(partner.languages),
        "mainEntityOfPage": guide.absolute(partner_url(guide, partner, language)),
    }
    if partner.place:
        data["address"] = _postal(directory, partner, language)
    return {key: value for key, value in data.items() if value}


def _postal(directory: Directory, partner: Partner, language: str) -> dict[str, str]:
    """The seat, as precise as it is known."""
    place = directory.region.places[partner.place or ""].name
    given = partner.seat.address if partner.seat else None
    names = [place[language], *place.values()]
    parts = parts_of(given, names, directory.region) if given else Address("", "", names[0])
    data = {"streetAddress": parts.street, "postalCode": parts.postcode, "addressLocality": parts.town}
    return {"@type": "PostalAddress"} | {key: value for key, value in data.items() if value}
