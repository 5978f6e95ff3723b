"""What a card for another site shows, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from guide.cards import Card
from guide.catalogue import Catalogue
from guide.site import Guide
from guide.strings import load

KINDS = ("recommendation", "method", "worksheet")
FOLDER = "embed"


@dataclass(frozen=True)
class EmbedCard:
    """A page as a small card in one language.

    card: what lists show of the page. facts: label and text, in the language. url: of the card itself. pdf: the sheet
    as the picture shows it, "" for what is no sheet. Addresses are from the site's root.
    """

    card: Card
    language: str
    facts: tuple[tuple[str, str], ...]
    url: str
    pdf: str = ""


def embed_folder(guide: Guide, language: str) -> str:
    """The folder below which the cards of a language stand, from the site's root: fr/embed/."""
    return f"{guide.prefix(language)}{FOLDER}/"


def embed_url(guide: Guide, kind: str, identifier: str, language: str) -> str:
    """Where the card of a page stands, from the site's root: fr/embed/m/gesprekstool/."""
    letter = guide.vocabulary.kinds[kind].letter  # type: ignore[index]
    return f"{embed_folder(guide, language)}{letter}/{identifier}/"


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
    strings = load(language)
    labels, texts = {
        "method": (("list.kind", "list.duration"), card.tags),
        "worksheet": (("list.duration",), card.tags[-1:]),  # before it stands for whom the sheet is
    }.get(kind, ((), ()))
    facts = tuple((strings[label], text) for label, text in zip(labels, texts, strict=True))
    # The picture and the PDF have the same languages in their names.
    pdf = f"{(card.image or '').removesuffix('.png')}.pdf" if kind == "worksheet" else ""
    return EmbedCard(card, language, facts, embed_url(catalogue.guide, kind, identifier, language), pdf)


def _card(catalogue: Catalogue, kind: str, identifier: str, language: str) -> Card | None:
    if kind not in KINDS or language not in catalogue.guide.languages:
        return None
    if kind == "worksheet":
        return next((one for one in catalogue.worksheet_cards(language) if one.id == identifier), None)
    page = catalogue.page(f"{catalogue.folder(kind)}/{identifier}.md", catalogue.guide.source_language)
    return catalogue.card(page, language) if page and page.kind == kind else None
