"""The partners as GeoJSON (RFC 7946): a feature each, flat, as map programs like it."""

from __future__ import annotations

from typing import Any

from guide.partners.exports.shape import Municipality, OpenData, PublishedPartner


def features(data: OpenData) -> dict[str, Any]:
    """The collection. A partner without a seat, or with one in a place without a point, has no geometry."""
    head = data.model_dump(mode="json", include={"licence", "date"}, exclude_none=True)
    places = data.terms.municipality
    return {
        "type": "FeatureCollection",
        **head,
        "features": [
            _feature(partner, places[partner.seat.municipality] if partner.seat else None) for partner in data.partners
        ],
    }


def _feature(partner: PublishedPartner, place: Municipality | None) -> dict[str, Any]:
    known = place is not None and place.lat is not None and place.lon is not None
    properties = {
        "kind": partner.kind,
        "status": partner.status,
        "type": partner.type,
        **{f"name_{code}": text for code, text in partner.name.items()},
        **{f"page_{code}": url for code, url in partner.page.items()},
        **partner.contact.model_dump(exclude_none=True),
        "checked_on": partner.verification.checked_on and partner.verification.checked_on.isoformat(),
    }
    if partner.seat and place:
        properties |= {"municipality": partner.seat.municipality, "address": partner.seat.address}
        # The point is that of the municipality, also when an address is known.
        properties |= {"precision": "municipality" if known else None, "point_source": place.source if known else None}
    return {
        "type": "Feature",
        "id": partner.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if known and place else None,
        "properties": {key: value for key, value in properties.items() if value is not None},
    }
