"""The partners in short, as one file: the reader's own list reads it, and the index of the search is made from it.

The whole of it, with sources and checks, is published by `exports`.
"""

from __future__ import annotations

import json
from typing import Any

from guide.partners.model import Partner
from guide.partners.read import Directory, folder_of
from guide.site import Guide

# Half the bytes, and nothing that a search would look for.
PAGE_ONLY = {"facts", "how_to_find", "members", "not_taken_over", "sources", "verification"}


def data_url(guide: Guide) -> str:
    """The address of the file, from the site's root."""
    return f"{folder_of(guide)}/partners.json"


def open_data(guide: Guide, directory: Directory) -> bytes:
    """The JSON: the partners, and the names that their ids stand for, each in every language."""
    vocabulary = guide.vocabulary
    used = {area for partner in directory.partners for area in partner.service_area}
    areas = {area: region.name for area, region in vocabulary.regions.items() if area in used}
    data = {
        "languages": guide.languages,
        "help": {key: term.name for key, term in vocabulary.help_types.items()},
        "type": {key: term.name for key, term in vocabulary.partner_types.items()},
        "area": areas,
        "municipality": {
            place: {"name": found.name, "areas": directory.region.around(place)[1:]}
            for place, found in directory.region.places.items()
        },
        "partners": [record(guide, partner) for partner in directory.partners],
    }
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def record(guide: Guide, partner: Partner) -> dict[str, Any]:
    """A partner in short; its page has the rest. Keys without a value are left out."""
    data = partner.model_dump(mode="json", exclude=PAGE_ONLY, exclude_none=True)
    data["page"] = guide.absolute(partner_url(guide, partner, guide.source_language))
    data["checked_on"] = partner.checked_on.isoformat() if partner.checked_on else None
    first = {key: data.pop(key) for key in ("id", "page")}
    return {**first, **{key: value for key, value in data.items() if value not in ([], {}, None)}}


def partner_url(guide: Guide, partner: Partner, language: str) -> str:
    """The address of the partner's page, from the site's root."""
    return guide.page_url(f"{folder_of(guide)}/{partner.id}.md", language)
