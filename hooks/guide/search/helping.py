"""Where a reader may look who finds nothing."""

from __future__ import annotations

from dataclasses import dataclass

from guide.catalogue import Catalogue


@dataclass(frozen=True)
class HelpLink:
    """A page that helps to find: its title and its address from the site's root."""

    title: str
    url: str


def help_links(catalogue: Catalogue, language: str) -> tuple[HelpLink, ...]:
    """The glossary, and the pages on which partners and worksheets are chosen, as far as the language has them."""
    glossary = catalogue.glossary
    uris = [glossary.page] if glossary else []
    uris += [f"{catalogue.folder(kind)}/index.md" for kind in ("partner", "worksheet")]
    pages = [(uri, catalogue.page(uri, language)) for uri in uris]
    return tuple(
        HelpLink(page.front.title, catalogue.guide.page_url(uri, language)) for uri, page in pages if page is not None
    )
