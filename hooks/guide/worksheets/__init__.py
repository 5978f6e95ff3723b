"""Worksheets: from `werkblad.yml` to a page, PDFs, a Word file and a picture, in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from guide.cards import Card
from guide.pages import GeneratedPage
from guide.problems import Problem
from guide.site import Guide
from guide.wording import first_sentence, sort_key
from guide.worksheets.catalogue import index_uri, search_html
from guide.worksheets.content import make_contents
from guide.worksheets.earlier import SOURCE_NAME, recorded, source_digest, translation_name
from guide.worksheets.extras import extra_files
from guide.worksheets.files import make_files, picture_end, uri_of
from guide.worksheets.model import Sheet
from guide.worksheets.page import in_order, make_pages, page_uri
from guide.worksheets.papers import picture_size
from guide.worksheets.parents import make_parents_pages
from guide.worksheets.read import read_sheets
from guide.worksheets.translate import stamp, stamp_files, status, unfinished
from guide.worksheets.view import view

__all__ = [
    "SOURCE_NAME", "SheetLanguage", "build", "cards", "index_uri", "languages_page", "parents_cards", "parents_pages",
    "read_all", "recorded", "search_html", "source_digest", "stamp", "stamp_files", "status", "translation_name",
    "unfinished",
]  # fmt: skip


def read_all(guide: Guide) -> tuple[dict[str, Sheet], list[Problem]]:
    """Every sheet without a fault, by slug, and every fault."""
    return read_sheets(guide)


def cards(guide: Guide, language: str) -> list[Card]:
    """A card for each sheet, in a language of the site, by title."""
    sheets, _ = read_sheets(guide)
    made = [_card(guide, sheet, language) for sheet in sheets.values()]
    return sorted(made, key=lambda card: (sort_key(card.title), card.id))


def _card(guide: Guide, sheet: Sheet, language: str) -> Card:
    shown = sheet.usable(language) or sheet.source
    vocabulary = guide.vocabulary
    audience = [vocabulary.audiences[one].name[language] for one in sheet.source.audience]
    return Card(
        id=sheet.slug,
        kind="worksheet",
        url=guide.page_url(f"{vocabulary.kinds['worksheet'].folder}/{sheet.slug}.md", language),
        title=str(shown.title),
        text=first_sentence(str(shown.purpose)),
        tags=(*audience, str(shown.duration)),
        image=uri_of(guide, sheet, picture_end(guide, sheet, language)),
        color=vocabulary.recommendations[sheet.source.recommendations[0]].color,
        image_size=picture_size(sheet.source.paper),
        groups=(
            "parents" if sheet.source.for_parents else "team",
            *(f"for {one}" for one in sheet.source.audience),
            *(f"recommendation {one}" for one in sheet.source.recommendations),
            f"method {sheet.source.method}",
        ),
    )


class ParentsSheet(NamedTuple):
    """A parents' sheet in a list. url: of its page in that language, from the site's root."""

    url: str
    title: str
    source_title: str
    color: str


def parents_cards(guide: Guide, language: str) -> list[ParentsSheet]:
    """The parents' sheets that there are in a language, of the site or a home language, by title."""
    found = [
        ParentsSheet(
            guide.page_url(page_uri(guide, sheet), language),
            str(shown.title),
            str(sheet.source.title),
            guide.vocabulary.recommendations[sheet.source.recommendations[0]].color,
        )
        for sheet in read_sheets(guide)[0].values()
        if sheet.source.for_parents
        and (shown := sheet.source if language == guide.source_language else sheet.usable(language))
    ]
    return sorted(found, key=lambda one: (sort_key(one.title), one.url))


class SheetLanguage(NamedTuple):
    """A language of a parents' sheet. name: in the source language. url: of its page, from the site's root.

    title: of the sheet, in that language. state: who looked at the translation, in that language; "" for the source.
    """

    code: str
    native: str
    name: str
    direction: str
    url: str
    title: str
    state: str


def languages_page(guide: Guide, sheet: Sheet) -> list[SheetLanguage]:
    """The languages of a parents' sheet, the source language first."""
    source = guide.source_language
    found = []
    for code in in_order(guide, (source, *(sheet.offered if sheet.source.for_parents else ()))):
        known, shown = guide.vocabulary.languages[code], sheet.usable(code) or sheet.source
        status = view(guide, sheet, code).status
        found.append(SheetLanguage(
            code, known.native, known.name[source], known.direction, guide.page_url(page_uri(guide, sheet), code),
            str(shown.title), str(status or ""),
        ))  # fmt: skip
    return found


def build(
    guide: Guide, only: str | None = None, saved_only: bool = False
) -> tuple[dict[str, dict[str, GeneratedPage]], dict[str, bytes]]:
    """The pages by uri and language, and the files by uri. PdfError when a sheet cannot be printed.

    only: the language of the site that is built alone (see `make_files` and `extra_files`).
    saved_only: keep the pages of the last time for sheets that did not change, whatever else did.
    """
    sheets, _ = read_sheets(guide)
    # The files first: they are made side by side, and pages ask how large the PDF is drawn.
    files = make_files(guide, list(sheets.values()), only) | extra_files(guide, sheets, only)
    spoken, last = [only] if only else guide.languages, _last.get(guide.root, {}) if saved_only else {}
    same = {slug: made.pages for slug, made in last.items() if sheets.get(slug) is made.sheet}
    pages = make_pages(guide, sheets, spoken, [one for slug, one in sheets.items() if slug not in same])
    uris = {slug: page_uri(guide, sheet) for slug, sheet in sheets.items()}
    pages = {uri: same[slug] if slug in same else pages[uri] for slug, uri in uris.items()}
    _last[guide.root] = {slug: _Made(sheets[slug], pages[uri]) for slug, uri in uris.items()}
    return pages, files | make_contents(guide, sheets, only)


def parents_pages(
    guide: Guide, languages: Sequence[str], data: Mapping[str, Any]
) -> dict[str, dict[str, GeneratedPage]]:
    """The pages of the parents' sheets by uri and home language. data: for the templates. PdfError."""
    return make_parents_pages(guide, read_sheets(guide)[0], languages, data)


class _Made(NamedTuple):
    sheet: Sheet
    pages: dict[str, GeneratedPage]


_last: dict[Path, dict[str, _Made]] = {}
"""The pages that were made last for a guide, by the slug of the sheet."""
