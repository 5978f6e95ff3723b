"""The QR code of every page, as pictures beside its address: they can be printed anywhere, and last as it does.

To find the best pattern takes 10 ms a code, and to write its PNG 7 ms, so they are kept in the cache.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import segno

from guide.catalogue import Catalogue
from guide.worksheets.at_once import at_once
from guide.worksheets.cache import is_kept, kept, key
from guide.worksheets.qr import code

QUIET = 4
"""The empty border that the standard asks for, in modules."""
SVG, PNG = "qr.svg", "qr.png"


def code_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Every picture, by its address from the site's root.

    One beside each short address, whatever the language; a page without one has its own in each language.
    """
    guide = catalogue.guide
    folder = guide.cache / "codes"
    wanted = [(place + name, guide.absolute(place), name) for place in _folders(catalogue) for name in (SVG, PNG)]
    cached = {uri: key("code-2", segno.__version__, address, name) for uri, address, name in wanted}
    jobs = [(folder / cached[uri], address, name) for uri, address, name in wanted]
    at_once(_keep, [job for job in jobs if not is_kept(job[0])])
    return {uri: (folder / name).read_bytes() for uri, name in cached.items()}


def _keep(path: Path, address: str, name: str) -> None:
    kept(path.parent, path.name, lambda: _picture(address, name))


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
