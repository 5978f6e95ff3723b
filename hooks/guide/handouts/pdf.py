"""A handout as PDF, with the faces, colours and codes of the sheets, made by the same engine."""

from __future__ import annotations

import io
import posixpath
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf

from guide.catalogue import Catalogue
from guide.content.figures import drawing
from guide.content.model import MethodTranslation, Page, Translation
from guide.content.read import WrittenPage
from guide.handouts import inline
from guide.handouts.figure import printed, width
from guide.handouts.inline import Runs
from guide.handouts.read import Parts, Step
from guide.markdown import CERTAINTIES
from guide.partners.words import day
from guide.problems import Problem
from guide.strings import load
from guide.worksheets import qr
from guide.worksheets.design import accent, design, faces
from guide.worksheets.documents import frame, made, recommendations, shape
from guide.worksheets.home import home

SOURCE = (Path(__file__).parent / "handout.typ").read_bytes()
SIZES = (12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5)
"""How large the text may be, in points: the largest that fits counts. Nothing on the page is smaller than the last."""

LARGER = (14.0, 13.5, 13.0)
"""Besides, where no drawing needs room."""

LETTERS = 9.6
"""How large the smallest letters of a drawing should be, in points."""


def handout_uri(catalogue: Catalogue, page: WrittenPage) -> str:
    """The address of the file from the site's root, beside the page itself."""
    return f"{catalogue.guide.page_url(page.uri, page.language)}{page.id}-{page.language}.pdf"


def handout_pdf(catalogue: Catalogue, page: WrittenPage, parts: Parts, problems: list[Problem]) -> bytes:
    """The file, one page of A4. PdfError.

    b"" after adding to `problems` that its drawing has a fault, or that there is too much for one page.
    """
    faults = list[Problem]()
    values = _values(catalogue, page, parts, faults)
    problems += faults
    if faults:
        return b""
    data = made(catalogue.guide, handout_uri(catalogue, page), SOURCE, values)
    with pikepdf.open(io.BytesIO(data)) as document:
        pages = len(document.pages)
    if pages > 1:
        texts = [*parts.core, *parts.research, *(text for step in parts.steps for text in (step.name, step.how))]
        number = sum(len(inline.plain(text)) for text in texts)
        line = page.headings[0].line if page.headings else page.source.body_line
        problems.append(Problem(page.source.file, line, "handout_long", {"number": number}))
        return b""
    return data


def _values(catalogue: Catalogue, page: WrittenPage, parts: Parts, problems: list[Problem]) -> dict[str, Any]:
    guide, language, words = catalogue.guide, page.language, load(page.language)
    original = catalogue.original(page.uri).front
    assert isinstance(original, Page)
    mark = recommendations(guide, language).get(page.id) or _color(catalogue, original)
    short = guide.absolute(f"{guide.vocabulary.kinds['recommendation'].letter}/{page.id}/")
    kind = words.text("site.recommendation_number", number=str(mark["number"]))
    rich = partial(_rich, catalogue, page)
    return frame(guide, language) | {
        "mark": mark,
        "kind": kind if mark["number"] else words["site.recommendation"],
        "title": page.front.title,
        "description": page.front.description,
        "sizes": SIZES if parts.figure else LARGER + SIZES,
        "core-title": parts.core_title,
        "core": [rich(text) for text in parts.core],
        "research-title": parts.research_title,
        "certainty": words.text("box.certainty", word=words[f"box.certainties.{parts.certainty}"]),
        "dots": len(CERTAINTIES) - 1,
        "full": len(CERTAINTIES) - 1 - CERTAINTIES.index(parts.certainty),
        "research": [rich(text) for text in parts.research],
        "tomorrow": parts.tomorrow,
        "tomorrow-title": parts.tomorrow_title,
        "steps": [_step(catalogue, page, step) for step in parts.steps],
        "figure": _figure(catalogue, page, parts, problems) if parts.figure else None,
        "icons": {name: shape(guide, name, design()["ink"]) for name in ("research", "tomorrow")},
        "sun": design()["tones"]["yellow"],
        "guide": home(guide, language)[0],
        "more": words["handout.more"],
        "address": short,
        "qr": qr.svg(short, sized=True),
        "qr-alt": words["handout.qr"],
        "reviewed": words.text("site.reviewed", date=day(words, original.reviewed)),
        "states": _states(catalogue, page),
    }  # fmt: skip


def _color(catalogue: Catalogue, front: Page) -> dict[str, Any]:
    """The colours of a page that is no recommendation of the vocabulary itself."""
    return {"number": None, "icon": None} | accent(
        catalogue.guide.vocabulary.recommendations[front.recommendations[0]].color
    )


def _states(catalogue: Catalogue, page: WrittenPage) -> list[str]:
    """What a reader must know of a translation."""
    words, guide = load(page.language), catalogue.guide
    front = page.front
    state = front.translation if isinstance(front, Translation | MethodTranslation) else None
    source = guide.vocabulary.languages[guide.source_language].name[page.language]
    found = [words[f"site.{state.checked}"]] if state else []
    return found if page.current else [*found, words.text("site.outdated", language=source)]


def _figure(catalogue: Catalogue, page: WrittenPage, parts: Parts, problems: list[Problem]) -> dict[str, Any] | None:
    guide = catalogue.guide
    known = faces(guide.vocabulary.languages[page.language].native)
    drawn = drawing(guide, parts.figure, page.language, problems)
    if drawn is None:
        return None
    one = {"svg": printed(drawn, known), "alt": drawn.alt, "caption": drawn.caption}
    return one | {"width": round(width(drawn, LETTERS), 1)}


def _step(catalogue: Catalogue, page: WrittenPage, step: Step) -> dict[str, Any]:
    when = [part.strip() for part in inline.plain(step.when).split("·")]
    return {"name": _rich(catalogue, page, step.name), "how": _rich(catalogue, page, step.how), "when": when}


def _rich(catalogue: Catalogue, page: WrittenPage, text: Runs) -> list[dict[str, Any]]:
    """The runs as Typst reads them, every link a whole address."""
    return [asdict(run) | {"link": _whole(catalogue, page, run.link)} for run in text]


def _whole(catalogue: Catalogue, page: WrittenPage, link: str) -> str:
    """The whole address of a link of the page; to a page that the language lacks, that in the source language."""
    guide, (path, mark, anchor) = catalogue.guide, link.partition("#")
    if not link or "://" in link or link.startswith("mailto:"):
        return link
    if path and not path.endswith(".md"):
        return guide.absolute(posixpath.normpath(posixpath.join(guide.page_url(page.uri, page.language), path)))
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)) if path else page.uri
    there = page.language if uri not in catalogue.pages or page.language in catalogue.pages[uri] else ""
    return guide.absolute(guide.page_url(uri, there or guide.source_language)) + mark + anchor
