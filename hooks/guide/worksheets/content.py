"""Each sheet in each of its languages as HTML, made once: on the pages, or in a file that a page fetches."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from guide.site import Guide
from guide.worksheets.files import uri_of
from guide.worksheets.html import html, symbols
from guide.worksheets.model import Sheet
from guide.worksheets.once import once
from guide.worksheets.pdf import scale_of
from guide.worksheets.view import offered

UNSEARCHED = ' data-search-exclude="1"'
"""Says to the search of the site that an element is not on its page (written in templates/lib.html too)."""


_made: dict[tuple[Path, str], bytes] = {}


@once
def sheet_html(guide: Guide, sheet: Sheet, language: str) -> str:
    """The sheet in a language as it is offered, printed as large as in its PDF. PdfError."""
    shown = offered(guide, sheet, language)
    return html(shown, scale_of(shown, guide.root / "node_modules", folder=guide.cache / "worksheets"))


@once
def sheet_symbols(guide: Guide, sheet: Sheet) -> Markup:
    """What the sheet draws more than once, in any of its languages."""
    return symbols([offered(guide, sheet, code) for code in (guide.source_language, *sheet.offered)])


def unsearched(content: str) -> Markup:
    """The sheet for a page in a language that it does not speak: no search finds that page by its words."""
    return Markup(content.replace("<article", f"<article{UNSEARCHED}", 1))


def key_of(guide: Guide, sheet: Sheet, language: str) -> str:
    """What names the sheet in a language, in addresses and files: "nl", or "nl-ar" beside the source."""
    return "-".join(offered(guide, sheet, language).languages)


def make_contents(guide: Guide, sheets: Mapping[str, Sheet], only: str | None = None) -> dict[str, bytes]:
    """Each parents' sheet in each of its languages, as a file that its page fetches when one chooses the language.

    only: see `make_files`; what this process made in other languages before is left as it is.
    """
    wanted = {
        uri_of(guide, sheet, f"{key_of(guide, sheet, code)}.json"): (sheet, code)
        for sheet in sheets.values()
        if sheet.source.for_parents and sheet.offered
        for code in (guide.source_language, *sheet.offered)
    }
    for uri, (sheet, code) in wanted.items():
        if only in (None, code) or (guide.root, uri) not in _made:
            _made[guide.root, uri] = _content(guide, sheet, code)
    return {uri: _made[guide.root, uri] for uri in wanted}


@once
def _content(guide: Guide, sheet: Sheet, language: str) -> bytes:
    content = {"content": sheet_html(guide, sheet, language).replace(UNSEARCHED, "")}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
