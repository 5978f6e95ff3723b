"""What can be filled in on each sheet: by these names it stands in a browser and in a visitor's file, for years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from guide.site import Guide
from guide.strings import load
from guide.worksheets.blocks.header import Shared
from guide.worksheets.html import html
from guide.worksheets.model import Sheet
from guide.worksheets.once import once
from guide.worksheets.view import offered

SHARED = "*"
"""The name for what all sheets share; no sheet can be called so."""

_FIELD = re.compile(r'<(textarea|input)\b([^>]*?)\bdata-field="([^"]+)"')


def known_fields(guide: Guide, sheets: Mapping[str, Sheet], language: str) -> dict[str, Any]:
    """The title, the texts and the ticks of every sheet by slug, and under `*` what all sheets share."""
    found: dict[str, Any] = {
        SHARED: {"title": load(language)["worksheet.fill.shared"], "texts": list(get_args(Shared)), "ticks": []}
    }
    for slug, sheet in sheets.items():
        texts, ticks = _fields(guide, sheet)
        shown = sheet.usable(language) or sheet.source
        found[slug] = {"title": str(shown.title), "texts": texts, "ticks": ticks}
    return found


@once
def _fields(guide: Guide, sheet: Sheet) -> tuple[list[str], list[str]]:
    """The names of the texts and of the ticks; they are the same in every language."""
    texts: list[str] = []
    ticks: list[str] = []
    for _, attributes, name in _FIELD.findall(html(offered(guide, sheet, guide.source_language))):
        (ticks if re.search(r'type="(?:checkbox|radio)"', attributes) else texts).append(name)
    return texts, ticks
