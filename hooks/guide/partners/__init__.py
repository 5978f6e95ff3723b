"""Partners: read from `docs/partners/`, shown as a list with a map and as a page each, published as open data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from guide.cards import Card
from guide.contact import report_link
from guide.pages import GeneratedPage
from guide.partners.embed import embed_pages
from guide.partners.export import data_url, open_data, partner_url
from guide.partners.exports import data_html, export_files
from guide.partners.index import index_file, search_index
from guide.partners.page import partner_page
from guide.partners.picks import PICKS_TEMPLATE, picks_html, picks_link
from guide.partners.picks import faults as picks_faults
from guide.partners.read import Directory, folder_of, partner_ids, read_all, read_directory
from guide.partners.search import SEARCH_TEMPLATE, index_uri, search_html
from guide.partners.words import build_day
from guide.site import Guide
from guide.strings import load

__all__ = [
    "PICKS_TEMPLATE",
    "SEARCH_TEMPLATE",
    "build",
    "build_day",
    "cards",
    "data_files",
    "data_html",
    "embed_pages",
    "index_uri",
    "partner_ids",
    "picks_faults",
    "picks_html",
    "picks_link",
    "proposal",
    "read_all",
    "search_html",
]

Pages = dict[str, Mapping[str, GeneratedPage]]
Files = dict[str, bytes]
Result = TypeVar("Result")


def build(guide: Guide, today: date, report_url: str = "", only: str | None = None) -> Pages:
    """Every page: by its Markdown path under docs, then by language.

    today: by which a check counts as old. report_url: see `contact.report_link`. only: the one language to make.
    """

    def make(directory: Directory) -> Pages:
        return {
            f"{folder_of(guide)}/{partner.id}.md": {
                language: partner_page(guide, directory, partner, language, today, report_url)
                for language in ([only] if only else guide.languages)
            }
            for partner in directory.partners
        }

    return _as_before("pages", guide, (today, report_url, only), make)


def data_files(guide: Guide, licence: str = "") -> Files:
    """What the search reads and the open data, by address from the site's root. licence: of the guide, by name."""

    def make(directory: Directory) -> Files:
        data = open_data(guide, directory)
        files = {data_url(guide): data, index_file(guide): search_index(guide, data)}
        return files | export_files(guide, directory, licence)

    return _as_before("files", guide, (licence,), make)


def proposal(guide: Guide, language: str, report_url: str) -> str:
    """The address at which one proposes a partner, to which may be added what was looked for. "" when there is none."""
    page = guide.absolute(guide.page_url(index_uri(guide), language))
    return report_link(report_url, load(language)["partner.propose_title"], page)


class _Made(NamedTuple):
    guide: Guide
    directory: Directory
    rest: tuple[Any, ...]
    result: Any


_made: dict[tuple[str, Path], _Made] = {}
"""What was made last for a guide: it is asked for in each language, and again when another file is saved."""


def _as_before(what: str, guide: Guide, rest: tuple[Any, ...], make: Callable[[Directory], Result]) -> Result:
    """What `make` gives, or gave for the same partners and the rest."""
    directory, _ = read_directory(guide)
    made = _made.get((what, guide.root))
    if made is None or made.directory is not directory or made.guide != guide or made.rest != rest:
        made = _made[what, guide.root] = _Made(guide, directory, rest, make(directory))
    result: Result = made.result
    return result


def cards(guide: Guide, language: str) -> list[Card]:
    """A card for every partner, by name."""
    directory, _ = read_directory(guide)
    terms = guide.vocabulary.help_types
    return [
        Card(
            id=partner.id,
            kind="partner",
            url=partner_url(guide, partner, language),
            title=partner.name[language],
            text=partner.description[language],
            tags=tuple(terms[key].name[language] for key in partner.help),
            groups=partner.recommendations,
        )
        for partner in directory.partners
    ]
