"""The page of a parents' sheet in a home language: the sheet beside the source, and nothing that is for teachers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from guide.pages import GeneratedPage, island
from guide.site import Guide, relative_url
from guide.strings import load_home
from guide.templates import script_json
from guide.worksheets.content import key_of, sheet_html, sheet_symbols
from guide.worksheets.earlier import translation_name
from guide.worksheets.files import uri_of
from guide.worksheets.html import environment
from guide.worksheets.model import Sheet
from guide.worksheets.page import TEMPLATE, page_uri

SCRIPT_WORDS = {
    "where.tab": "tab", "where.device": "device", "where.nowhere": "nowhere", "too_long": "too_long",
    "erase_sure": "erase_sure", "erased": "erased",
}  # fmt: skip
"""What the script of the page says, with the words for parents."""


def make_parents_pages(
    guide: Guide, sheets: Mapping[str, Sheet], languages: Sequence[str], data: Mapping[str, Any]
) -> dict[str, dict[str, GeneratedPage]]:
    """The pages of the parents' sheets by uri and home language. data: for the templates. PdfError."""
    made = {
        page_uri(guide, sheet): {code: _page(guide, sheet, code, data) for code in languages if code in sheet.offered}
        for sheet in sheets.values()
        if sheet.source.for_parents
    }
    return {uri: pages for uri, pages in made.items() if pages}


def _page(guide: Guide, sheet: Sheet, language: str, data: Mapping[str, Any]) -> GeneratedPage:
    words, shown = load_home(language), sheet.usable(language)
    assert shown
    url, key = guide.page_url(page_uri(guide, sheet), language), key_of(guide, sheet, language)
    said = {name: words[f"parents.{own}"] for name, own in SCRIPT_WORDS.items()}
    html = environment().get_template("templates/page-parents.html").render(
        t=words.text, slug=sheet.slug, key=key, symbols=sheet_symbols(guide, sheet),
        content=Markup(sheet_html(guide, sheet, language)),
        pdf=relative_url(uri_of(guide, sheet, f"{key}.pdf"), url),
        address=guide.absolute(f"{guide.vocabulary.kinds['worksheet'].letter}/{sheet.slug}/"),
        known=script_json({"known": {}, "words": said}),
    )  # fmt: skip
    return GeneratedPage(
        title=str(shown.title),
        description=str(shown.subtitle or shown.title),
        markdown=island("worksheet-parents"),
        islands={"worksheet-parents": html},
        template=TEMPLATE,
        source=f"{guide.vocabulary.kinds['worksheet'].folder}/{sheet.slug}/{translation_name(language)}",
        data={**data, "worksheet": sheet.slug, "worksheet_kind": words["parents.for_parents"]},
    )
