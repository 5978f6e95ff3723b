"""What a card for another site shows, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guide.cards import Card
from guide.catalogue import Catalogue
from guide.site import Guide

KINDS = ("recommendation", "method", "worksheet")
FOLDER = "embed"


@dataclass(frozen=True)
class EmbedCard:
    """A page as a small card in one language.

    card: what lists show of the page; of a sheet's tags only how long it takes. url: of the card itself. pdf: the sheet
    as the picture shows it, "" for what is no sheet. Addresses are from the site's root.
    """

    card: Card
    language: str
    url: str
    pdf: str = ""


def embed_url(guide: Guide, kind: str, identifier: str, language: str) -> str:
    """Where the card of a page stands, from the site's root: fr/embed/m/gesprekstool/."""
    letter = guide.vocabulary.kinds[kind].letter  # type: ignore[index]
    return f"{guide.prefix(language)}{FOLDER}/{letter}/{identifier}/"


def embed_cards(catalogue: Catalogue, language: str) -> list[EmbedCard]:
    """Every card in a language of the site."""
    ids = [(page.kind, page.id) for kind in KINDS for page in catalogue.of_kind(kind)]
    ids += [(card.kind, card.id) for card in catalogue.worksheet_cards(language)]
    found = (embed_card(catalogue, kind, identifier, language) for kind, identifier in ids)
    return [one for one in found if one]


def embed_card(catalogue: Catalogue, kind: str, identifier: str, language: str) -> EmbedCard | None:
    """The card of one page; None for a kind without cards, and for a page that is not there in the language."""
    card = _card(catalogue, kind, identifier, language)
    if card is None:
        return None
    url = embed_url(catalogue.guide, kind, identifier, language)
    if kind != "worksheet":
        return EmbedCard(card, language, url)
    pdf = f"{(card.image or '').removesuffix('.png')}.pdf"  # both have the same languages in their names
    return EmbedCard(replace(card, tags=card.tags[-1:]), language, url, pdf)


def _card(catalogue: Catalogue, kind: str, identifier: str, language: str) -> Card | None:
    if kind not in KINDS or language not in catalogue.guide.languages:
        return None
    if kind == "worksheet":
        return next((one for one in catalogue.worksheet_cards(language) if one.id == identifier), None)
    uri = f"{catalogue.folder(kind)}/{identifier}.md"
    page = catalogue.page(uri, catalogue.guide.source_language)
    return catalogue.card(page, language) if page and page.kind == kind else None
