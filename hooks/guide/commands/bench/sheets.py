"""How fast the files of the sheets are made, with and without the cache."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from guide.settings import guide_of
from guide.worksheets import docx, pdf, read_all
from guide.worksheets.cache import kept, key
from guide.worksheets.files import outputs
from guide.worksheets.view import View, view

Job = tuple[View, str | None, pdf.Layout]
THREADS = 4
"""As many as a build takes."""


def run(root: Path, work: Path) -> None:
    """Print how many PDFs and Word files a second are made."""
    guide = guide_of(root)
    found, _ = read_all(guide)
    modules = root / "node_modules"
    jobs = {
        form: [
            (view(guide, sheet, one.language, bilingual=one.bilingual, variant=one.variant), one.paper, one.layout)
            for sheet in found.values()
            for one in outputs(guide, sheet)
            if one.form == form
        ]
        for form in ("pdf", "docx")
    }
    cache = work / "cache"

    def made(job: Job) -> bytes:
        name = key(pdf.ingredients(modules), pdf.text(*job))
        return kept(cache, name, lambda: new(job))

    def new(job: Job) -> bytes:
        shown, paper, layout = job
        return pdf.pdf(shown, modules, paper, layout)

    pdfs, words = jobs["pdf"], jobs["docx"]
    print(f"{len(found)} sheets: {len(pdfs)} PDFs and {len(words)} Word files")
    with ThreadPoolExecutor(THREADS) as pool:
        _say("PDFs, cold, as a build makes them", len(pdfs), lambda: pool.map(made, pdfs))
        _say("PDFs, cached", len(pdfs), lambda: pool.map(made, pdfs))
    _say("PDFs, cold, one after the other", len(pdfs), lambda: map(new, pdfs))
    _say("Word files, one after the other", len(words), lambda: (docx.docx(one, modules) for one, *_ in words))


def _say(what: str, count: int, make: Callable[[], Iterator[bytes]]) -> None:
    start = time.perf_counter()
    size = sum(map(len, make()))
    taken = time.perf_counter() - start
    print(
        f"  {what:36} {count / taken:7.1f} a second  {taken / count * 1000:6.1f} ms each  {size / count / 1024:5.0f} KB"
    )
