"""The QR code of every page, as pictures beside its address: they can be printed anywhere, and last as it does.

To find the best pattern takes 10 ms a code, and to write its PNG 7 ms, so they are kept in the cache.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import segno

from guide.catalogue import Catalogue
from guide.worksheets.cache import kept, key
from guide.worksheets.qr import code

QUIET = 4
"""The empty border that the standard asks for, in modules."""
SVG, PNG = "qr.svg", "qr.png"


def code_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Every picture, by its address from the site's root.

    One beside each short address, whatever the language; a page without one has its own in each language.
    """
    guide, made = catalogue.guide, dict[str, bytes]()
    for folder in _folders(catalogue):
        address = guide.absolute(folder)
        for name in (SVG, PNG):
            cached = key("code-2", segno.__version__, address, name)
            made[folder + name] = kept(guide.cache / "codes", cached, lambda a=address, n=name: _picture(a, n))  # type: ignore[misc]
    return made


def _picture(address: str, name: str) -> bytes:
    out = io.BytesIO()
    if name == SVG:
        code(address).save(out, kind="svg", border=QUIET, scale=8, dark="#000", light="#fff", xmldecl=False,
                           svgclass=None, lineclass=None)  # fmt: skip
    else:
        code(address).save(out, kind="png", border=QUIET, scale=10)  # 4 cm at 300 dots per inch; larger takes longer
    return out.getvalue()


def _folders(catalogue: Catalogue) -> Iterator[str]:
    """The addresses that pages are known by, from the site's root."""
    guide, source = catalogue.guide, catalogue.guide.source_language
    short = {card.url for card in catalogue.worksheet_cards(source) + catalogue.partner_cards(source)}
    short |= {guide.page_url(page.uri, source) for kind in guide.vocabulary.kinds for page in catalogue.of_kind(kind)}
    for kind in guide.vocabulary.kinds.values():
        for url in sorted(short):
            if url.startswith(f"{kind.folder}/"):
                yield f"{kind.letter}/{url.removeprefix(f'{kind.folder}/')}"
    for uri, pages in catalogue.pages.items():
        if guide.page_url(uri, source) not in short:
            yield from (guide.page_url(uri, language) for language in pages if language in guide.languages)
