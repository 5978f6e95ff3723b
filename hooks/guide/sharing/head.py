"""What a page says in its head to programs that show an address as a card: Open Graph (ogp.me), read by all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.catalogue import Catalogue
from guide.content.model import Page
from guide.sharing.content import Card, card_uri
from guide.site import Guide
from guide.strings import load

SIZE = (1200, 630)
"""Width and height of a card, in pixels."""


@dataclass(frozen=True)
class Head:
    """kind: "website" for a home page, else "article". url: "" for a page without an address of its own.

    locale, alternates: the language and the others that the page has, as "nl_BE"; a language of which the vocabulary
    does not say where it is spoken is left out. image: the whole address. alt: what stands on the card.
    modified: the day on which the page was last looked through, as "2026-11-22"; "" when it says none.
    """

    title: str
    description: str
    site_name: str
    url: str
    kind: str
    locale: str
    alternates: tuple[str, ...]
    image: str
    alt: str
    width: int = SIZE[0]
    height: int = SIZE[1]
    modified: str = ""


def head_of(
    catalogue: Catalogue, uri: str, card: Card, texts: tuple[str, str], site_name: str, others: Iterable[str]
) -> Head:
    """The head of a page. texts: its own title and description. others: every language that the page has."""
    guide, language = catalogue.guide, card.language
    title, description = texts
    shown = catalogue.original(uri).front if uri in catalogue.pages else None
    return Head(
        title=site_name if uri == "index.md" else title,
        description=description,
        site_name=site_name,
        url=guide.absolute(guide.page_url(uri, language)),
        kind="website" if uri == "index.md" else "article",
        locale=_locale(guide, language),
        alternates=tuple(
            found for code in guide.vocabulary.languages if code in set(others) - {language}
            if (found := _locale(guide, code))
        ),
        image=guide.absolute(card.uri),
        alt=card.said,
        modified=shown.reviewed.isoformat() if isinstance(shown, Page) else "",
    )  # fmt: skip


def head_of_error(guide: Guide, language: str, site_name: str, about: str) -> Head:
    """The head of the page for addresses where nothing is: the card of the home page. about: what that card says."""
    words = load(language)
    return Head(
        title=words["site.not_found"], description=words["site.not_found_text"], site_name=site_name, url="",
        kind="website", locale=_locale(guide, language), alternates=(),
        image=guide.absolute(card_uri("index.md", language)), alt=" – ".join((site_name, about)),
    )  # fmt: skip


def _locale(guide: Guide, language: str) -> str:
    return guide.vocabulary.languages[language].locale or ""
