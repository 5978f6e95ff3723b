"""The list as data, for a page that holds only its beginning: what a card shows and what the choices ask."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from guide.partners.read import Directory
from guide.partners.search import Item, listed_groups
from guide.site import Guide
from guide.strings import Strings, load


def list_data(guide: Guide, directory: Directory, language: str, today: date) -> bytes:
    """The JSON: every partner of the list, in its order."""
    strings = load(language)
    records = [
        _record(strings, group.id, item)
        for group in listed_groups(guide, directory, strings, today)
        for item in group.items
    ]
    return json.dumps(records, ensure_ascii=False, separators=(",", ":")).encode()


def _record(strings: Strings, group: str, item: Item) -> dict[str, Any]:
    partner, areas = item.partner, ", ".join(item.areas)
    return {
        "id": item.id,
        "url": item.url,
        "name": item.name,
        "text": item.text,
        "works": strings.text("partner.works_in", areas=areas) if areas else strings["partner.works_unknown"],
        "sits": strings.text("partner.seat_in", name=item.seat) if item.seat else "",
        "badge": (item.badge.kind, item.badge.text) if item.badge else None,
        "tags": item.help[:3],
        "merged": item.merged,
        "group": group,
        "generic": not partner.counts,
        "seat": partner.place or "",
        "help": partner.help,
        "recommendation": partner.recommendations,
        "audience": partner.audience,
        "language": partner.languages,
        "area": partner.service_area,
    }
