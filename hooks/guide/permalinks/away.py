"""What is not there for the time being: translations of worksheets that wait until they are whole again.

A translation that lacks a part of a newer original is withdrawn, and an editor who adds that part must not be stopped.
Its address stays good meanwhile: the page for parents in that language stands there, or else the original sheet, and
the file of the original in place of each of its files.
"""

from __future__ import annotations

from guide import worksheets
from guide.permalinks.register import Register
from guide.site import Guide


def away(guide: Guide, register: Register) -> dict[str, str]:
    """Addresses that were published and wait, with what stands in for each."""
    source, found = guide.source_language, dict[str, str]()
    folder = guide.vocabulary.kinds["worksheet"].folder
    parents = guide.page_url(guide.vocabulary.parents_page or "index.md", source)
    spoken = register.pages[parents].home if parents in register.pages else {}
    for slug, sheet in worksheets.read_all(guide)[0].items():
        url = f"{folder}/{slug}/"
        for code, translation in sheet.translations.items():
            if translation.worksheet is not None:
                continue
            if url in register.pages and code in register.pages[url].home:
                found[guide.prefix(code) + url] = guide.prefix(code) + parents if code in spoken else url
            for start in (f"{url}{slug}-{source}-{code}", f"{url}{slug}-{code}"):
                files = (uri for uri in register.files if uri.startswith((f"{start}.", f"{start}-")))
                found |= {uri: f"{url}{slug}-{source}{uri.removeprefix(start)}" for uri in files}
    return found
