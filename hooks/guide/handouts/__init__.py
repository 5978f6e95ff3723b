"""Handouts: a recommendation on one page of A4, to put on the table of a team.

Everything on it comes from the Markdown page of the recommendation: title, core, the research box under the core, the
first figure, the three steps of the box `tomorrow`. The rest (number, colour, icon, address) comes from the vocabulary.
A recommendation without a box `tomorrow` gets no handout; one that has the box must have the other parts too.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import chain, repeat

from guide.catalogue import Catalogue
from guide.content.read import WrittenPage
from guide.handouts.pdf import handout_pdf, handout_uri
from guide.handouts.read import has_handout, read
from guide.problems import Problem

__all__ = ["build", "faults", "link"]


def build(catalogue: Catalogue, only: str | None = None) -> tuple[dict[str, bytes], list[Problem]]:
    """Every handout by its address from the site's root, and every fault; what was made before is kept. PdfError.

    only: the language of the site that is built alone; the handouts in other languages wait for a whole build.
    """
    problems: list[Problem] = []
    found = [(page, parts) for page in _pages(catalogue, only) if (parts := read(page, problems))]
    faults: list[list[Problem]] = [[] for _ in found]
    with ThreadPoolExecutor(4) as threads:  # Typst lets go of the interpreter while it draws
        drawn = list(threads.map(handout_pdf, repeat(catalogue), *zip(*found, strict=True), faults) if found else ())
    files = {handout_uri(catalogue, page): data for (page, _), data in zip(found, drawn, strict=True) if data}
    return files, problems + list(chain.from_iterable(faults))


def faults(catalogue: Catalogue) -> list[Problem]:
    """What the pages lack for their handouts. Whether all of it fits on the paper only `build` tells."""
    problems: list[Problem] = []
    for page in _pages(catalogue, None):
        read(page, problems)
    return problems


def link(catalogue: Catalogue, uri: str, language: str) -> str:
    """The address of the handout of a page from the site's root; "" when the page has none in this language."""
    page = catalogue.page(uri, language)
    return handout_uri(catalogue, page) if page and has_handout(page) else ""


def _pages(catalogue: Catalogue, only: str | None) -> list[WrittenPage]:
    return [
        page
        for pages in catalogue.pages.values()
        for language, page in pages.items()
        if only in (None, language) and has_handout(page)
    ]
