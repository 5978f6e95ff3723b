"""What parents get in languages that the guide itself does not speak: the page that explains, and their worksheets."""

from __future__ import annotations

from pathlib import Path

from guide.catalogue import Catalogue
from guide.content.read import WrittenPage
from guide.pages import GeneratedPage
from guide.problems import Problem
from guide.strings import FOLDER, available, lacking
from guide.worksheets import parents_pages, read_all

UNSEARCHED = {"exclude": True}
"""These pages are in no search: they stand as a list on the page for parents."""


def home_languages(catalogue: Catalogue) -> tuple[str, ...]:
    """The languages of the vocabulary in which parents get something and that are none of the site's, in its order."""
    guide = catalogue.guide
    found = {code for pages in _pages(catalogue) for code in pages}
    found |= {code for sheet in read_all(guide)[0].values() if sheet.source.for_parents for code in sheet.offered}
    return tuple(code for code in guide.vocabulary.languages if code in found and code not in guide.languages)


def faults(catalogue: Catalogue) -> list[Problem]:
    """Home languages whose pages lack words."""
    return [
        Problem(
            Path(*FOLDER.parts[-3:], f"{code}.yml").as_posix(), 1, "words_missing",
            {"language": code, "keys": ", ".join(keys)},
        )
        for code in home_languages(catalogue)
        if (keys := lacking(code))
    ]  # fmt: skip


def build(catalogue: Catalogue) -> dict[str, dict[str, GeneratedPage]]:
    """The pages by uri and home language. PdfError when a sheet cannot be drawn."""
    guide = catalogue.guide
    spoken = tuple(code for code in home_languages(catalogue) if code in available())
    made: dict[str, dict[str, GeneratedPage]] = {}
    for pages in _pages(catalogue):
        for code in spoken:
            if page := pages.get(code):
                made.setdefault(page.uri, {})[code] = GeneratedPage(
                    title=page.front.title,
                    description=page.front.description,
                    markdown=page.source.body,
                    data={"search": UNSEARCHED},
                    source=guide.source_file(page.uri, code).relative_to(guide.docs).as_posix(),
                )
    return made | parents_pages(guide, spoken, {"search": UNSEARCHED})


def _pages(catalogue: Catalogue) -> list[dict[str, WrittenPage]]:
    pages = catalogue.pages.get(catalogue.guide.vocabulary.parents_page or "")
    return [pages] if pages else []
