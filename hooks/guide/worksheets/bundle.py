"""Bundles: the sheets of a recommendation, or of the whole guide, in one PDF made as one document.

Joining PDFs loses what a screen reader needs, so the sheets are drawn once more, with a cover and contents.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from guide.site import Guide
from guide.strings import load
from guide.wording import number
from guide.worksheets import pdf
from guide.worksheets.blocks import MODELS
from guide.worksheets.documents import frame, made, recommendations
from guide.worksheets.home import home
from guide.worksheets.model import Sheet
from guide.worksheets.papers import papers, reduced
from guide.worksheets.view import view

ROOMY = 18
"""So many titles stand wide apart in the contents."""


@dataclass(frozen=True)
class Bundle:
    """The sheets of a recommendation in a language, or of all (None). left_out: those without that language."""

    recommendation: str | None
    language: str
    sheets: tuple[Sheet, ...]
    left_out: tuple[Sheet, ...]


def bundles(guide: Guide, sheets: Iterable[Sheet]) -> list[Bundle]:
    """Every bundle that has a sheet. A sheet stands in that of each recommendation that it names."""
    numbers = {name: one.number for name, one in guide.vocabulary.recommendations.items()}
    ordered = sorted(sheets, key=lambda sheet: (numbers[sheet.source.recommendations[0]], sheet.slug))
    found = []
    for name in (*sorted(numbers, key=numbers.__getitem__), None):
        own = [sheet for sheet in ordered if name is None or name in sheet.source.recommendations]
        for language in guide.languages:
            there = tuple(sheet for sheet in own if language == guide.source_language or sheet.usable(language))
            if there:
                found.append(Bundle(name, language, there, tuple(sheet for sheet in own if sheet not in there)))
    return found


def bundle_uri(guide: Guide, bundle: Bundle) -> str:
    """The address of the file from the site's root."""
    words = guide.editor_strings
    name = bundle.recommendation or words["worksheet.bundles.names.all"]
    folder = guide.vocabulary.kinds["worksheet"].folder
    return f"{folder}/{words['worksheet.bundles.names.bundle']}-{name}-{bundle.language}.pdf"


def bundle_title(guide: Guide, bundle: Bundle) -> str:
    """The name of a bundle in its language."""
    words = load(bundle.language)
    if bundle.recommendation is None:
        return words["worksheet.bundles.all"]
    known = guide.vocabulary.recommendations[bundle.recommendation]
    return words.text("worksheet.bundles.one", number=str(known.number))


def bundle_pdf(guide: Guide, bundle: Bundle) -> bytes:
    """The file. PdfError."""
    return made(guide, bundle_uri(guide, bundle), _source(), _values(guide, bundle))


def _source() -> bytes:
    imports = [f'#import "blocks/{name}/block.typ" as {name}' for name in MODELS]
    parts = ", ".join(f"{name}: {name}.draw" for name in MODELS)
    lines = ['#import "typst/bundle.typ": bundle', *imports, "#bundle(json(bytes(sys.inputs.data)), (" + parts + "))"]
    return "\n".join(lines).encode()


def _values(guide: Guide, bundle: Bundle) -> dict[str, Any]:
    words, marks = load(bundle.language), recommendations(guide, bundle.language)
    name, lead = home(guide, bundle.language)
    own = marks[bundle.recommendation] if bundle.recommendation else None
    return frame(guide, bundle.language) | {
        "guide": name if own else "",
        "over": bundle_title(guide, bundle),
        "title": own["name"] if own else name,
        "core": own["core"] if own else lead,
        "marks": [own] if own else list(marks.values()),
        "count": number(words, "worksheet.bundles.sheets", len(bundle.sheets)),
        "contents": words["worksheet.bundles.contents"],
        "source": guide.source_language,
        # About thirty titles stand on one page; more run on to the next.
        "step": 2.5 if len(bundle.sheets) <= ROOMY else 0.9,
        "disc": 7 if len(bundle.sheets) <= ROOMY else 5.6,
        "entries": [
            {
                "title": str(_title(sheet, bundle.language)),
                "note": "A3" if _large(sheet) else None,
                "mark": marks[sheet.source.recommendations[0]],
            }
            for sheet in bundle.sheets
        ],
        "left-out-words": words["worksheet.bundles.left_out"],
        "left-out": [str(sheet.source.title) for sheet in bundle.left_out],
        "sheets": [_sheet(guide, sheet, bundle.language) for sheet in bundle.sheets],
    }


def _title(sheet: Sheet, language: str) -> Any:
    return (sheet.usable(language) or sheet.source).title


def _large(sheet: Sheet) -> bool:
    return any(paper.startswith("a3") for paper in papers(sheet.source))


def _sheet(guide: Guide, sheet: Sheet, language: str) -> dict[str, Any]:
    """What Typst reads of a sheet, every A3 page reduced; for parents another language stands beside the source."""
    beside = sheet.source.for_parents and language != guide.source_language
    values = pdf.data(view(guide, sheet, language, bilingual=beside))
    for part in (values, *values["blocks"]):
        if part["paper"] and part["paper"].startswith("a3"):
            part["paper"] = reduced(part["paper"], "a4", whole=True)
    return values | ({"note": load(language)["worksheet.bundles.reduced"]} if _large(sheet) else {})
