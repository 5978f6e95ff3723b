"""The cards as pages: plain HTML with one style sheet and no script, to stand in a frame on another site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from guide.catalogue import Catalogue
from guide.embeds.cards import EmbedCard, embed_cards
from guide.site import Guide, relative_url
from guide.strings import load
from guide.templates import templates

TEMPLATES = Path(__file__).parent / "templates"


def embed_pages(
    catalogue: Catalogue, names: Mapping[str, str], licence: str = "", only: str | None = None
) -> dict[str, bytes]:
    """The page of every card, by its address.

    names: of the guide, by language. licence: its name. only: the one language to make.
    """
    guide = catalogue.guide
    return {
        f"{shown.url}index.html": _page(guide, shown, names.get(language, ""), licence)
        for language in ([only] if only else guide.languages)
        for shown in embed_cards(catalogue, language)
    }


def _page(guide: Guide, shown: EmbedCard, name: str, licence: str) -> bytes:
    html = (
        templates(TEMPLATES)
        .get_template("card.html")
        .render(
            t=load(shown.language),
            language=shown.language,
            direction=guide.vocabulary.languages[shown.language].direction,
            shown=shown,
            card=shown.card,
            name=name,
            licence=licence,
            canonical=guide.absolute(shown.card.url),
            link=lambda url: relative_url(url, shown.url),
        )
    )
    return html.encode()
