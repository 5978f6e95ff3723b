"""The list for other sites: a small page of its own in each language, to stand in a frame with chosen filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guide.partners.export import partner_url
from guide.partners.index import index_file
from guide.partners.model import Partner
from guide.partners.read import folder_of, read_directory
from guide.partners.render import render
from guide.partners.search import LISTED, choices_of, index_url, listed_groups
from guide.site import Guide, relative_url
from guide.strings import load
from guide.wording import number

FOLDER = "embed"
# What the script says by itself.
SCRIPT_WORDS = "none loading_failed loose embed.of embed.more"
FIRST = 20  # partners that are shown at first, and each time that somebody asks for more


@dataclass(frozen=True)
class Row:
    """A partner in the list. text: its first sentence. areas: where it works, by name."""

    url: str
    name: str
    text: str
    areas: list[str]
    partner: Partner
    merged: list[str]


def embed_pages(
    guide: Guide, today: date, names: Mapping[str, str], licence: str = "", only: str | None = None
) -> dict[str, bytes]:
    """The page of every language as a file, by its address; none for a list that is too long for one page.

    today: see `search_html`. names: of the guide, by language. licence: its name. only: the one language to make.
    """
    if not has_embed(guide):
        return {}
    return {
        f"{embed_url(guide, language)}index.html": _page(guide, today, language, names.get(language, ""), licence)
        for language in ([only] if only else guide.languages)
    }


def has_embed(guide: Guide) -> bool:
    """Whether there are partners to show, and few enough for one page."""
    return 0 < len(read_directory(guide)[0].listed) <= LISTED


def embed_url(guide: Guide, language: str) -> str:
    """The address of the page, from the site's root."""
    return f"{index_url(guide, language)}{FOLDER}/"


def _page(guide: Guide, today: date, language: str, name: str, licence: str) -> bytes:
    directory, _ = read_directory(guide)
    strings, page = load(language), embed_url(guide, language)
    section = next((one.name[language] for one in guide.vocabulary.sections if one.folder == folder_of(guide)), "")
    rows = [
        Row(
            url=relative_url(partner_url(guide, item.partner, language), page),
            name=item.name,
            text=item.text,
            areas=item.areas,
            partner=item.partner,
            merged=[other for other, _, _ in item.merged],
        )
        for group in listed_groups(guide, directory, strings, today)
        for item in group.items
    ]
    html = render(
        "embed.html",
        t=strings,
        language=language,
        direction=guide.vocabulary.languages[language].direction,
        title=" – ".join(filter(None, [section or strings["partner.search"], name])),
        section=section or strings["partner.search"],
        name=name,
        licence=licence,
        rows=rows,
        first=FIRST,
        count=number(strings, "partner.count", len(rows)),
        choices=choices_of(guide, directory, strings),
        whole=relative_url(index_url(guide, language), page),
        canonical=guide.absolute(index_url(guide, language)),
        index=relative_url(index_file(guide), page),
        asset=lambda path: relative_url(f"assets/{path}", page),
        words={key: strings[f"partner.{key}"] for key in SCRIPT_WORDS.split()},
    )
    return html.encode()
