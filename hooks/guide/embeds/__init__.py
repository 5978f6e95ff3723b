"""Embeds: a recommendation, method or worksheet as a small card in a frame on another site."""

from __future__ import annotations

from guide.catalogue import Catalogue
from guide.embeds.cards import embed_card, embed_folder
from guide.embeds.height import WIDEST, height
from guide.embeds.pages import TEMPLATES, embed_pages
from guide.strings import load
from guide.templates import templates

__all__ = ["embed_folder", "embed_pages", "snippet"]


def snippet(catalogue: Catalogue, kind: str, identifier: str, language: str) -> str:
    """The HTML with which another site shows the card of a page: one <iframe>, with every text escaped.

    kind: of the vocabulary; identifier: of the page, as in its short address; language: of the page. "" when the page
    has no card: only recommendations, methods and worksheets have one, in the languages of the site.
    """
    shown = embed_card(catalogue, kind, identifier, language)
    if shown is None:
        return ""
    strings = load(language)
    title = strings.text("embeds.title", kind=strings[f"site.{kind}"], title=shown.card.title)
    src = catalogue.guide.absolute(shown.url)
    code = templates(TEMPLATES).get_template("snippet.html")
    return code.render(src=src, title=title, height=height(shown), width=WIDEST)
