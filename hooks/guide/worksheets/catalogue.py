"""The catalogue: every sheet with its picture, and choices over them. All of it is there without a script."""

from __future__ import annotations

from guide import choices
from guide.choices import Item, people_values, time_values, times, value_names
from guide.site import Guide
from guide.strings import Strings, load
from guide.wording import first_sentence
from guide.worksheets.files import picture_end, uri_of
from guide.worksheets.model import Sheet
from guide.worksheets.papers import picture_size
from guide.worksheets.read import read_sheets

CHIPS = ("recommendation", "audience")
SELECTS = ("time", "people", "language", "phase", "paper")
HOME = "home"
"""Stands for any language that the site itself does not have."""


def _place(guide: Guide) -> str:
    return guide.vocabulary.kinds["worksheet"].folder


def index_uri(guide: Guide) -> str:
    """The Markdown file of the catalogue, under docs."""
    return f"{_place(guide)}/index.md"


def search_html(guide: Guide, language: str) -> str:
    """The block `worksheet-search` of a language."""
    sheets, _ = read_sheets(guide)
    strings, quick = load(language), guide.vocabulary.quick_entries
    minutes = times(quick)
    known = guide.vocabulary.languages
    names = value_names(guide, strings, minutes) | {
        "paper": {size: size.upper() for size in ("a4", "a3")},
        "language": {HOME: strings["choices.home"]} | {key: one.name[language] for key, one in known.items()},
    }
    return choices.search_html(
        guide, language, [_item(guide, sheet, strings, minutes) for sheet in sheets.values()], of="catalogue",
        page=guide.page_url(index_uri(guide), language), chips=CHIPS, selects=SELECTS, names=names, entries=quick,
    )  # fmt: skip


def _item(guide: Guide, sheet: Sheet, strings: Strings, minutes: list[int]) -> Item:
    language, source = strings.language, sheet.source
    shown = sheet.usable(language) or source
    papers = ", ".join(strings[f"worksheet.paper.{paper}"] for paper in (source.paper, *source.sizes))
    facts = (("duration", str(shown.duration)), ("group", str(shown.group)), ("paper", papers))
    return Item(
        id=sheet.slug,
        recommendation=source.recommendations[0],
        url=guide.page_url(f"{_place(guide)}/{sheet.slug}.md", language),
        title=str(shown.title),
        text=first_sentence(str(shown.purpose)),
        image=uri_of(guide, sheet, picture_end(guide, sheet, language)),
        image_size=picture_size(source.paper),
        shown_in=sheet.offered if source.for_parents else (),
        facts=(
            *((kind, strings[f"worksheet.facts.{kind}"], text) for kind, text in facts),
            ("languages", "", _languages(guide, sheet, strings)),
        ),
        values={
            "recommendation": source.recommendations,
            "audience": source.audience,
            "phase": source.phases,
            "time": time_values(source.minutes, minutes),
            "people": people_values(source.people),
            "paper": _papers(sheet),
            "language": _codes(guide, sheet),
        },
    )


def _papers(sheet: Sheet) -> tuple[str, ...]:
    """The papers on which all of the sheet can be printed: "a3", "a4"."""
    pages = {sheet.source.paper, *(block.paper for block in sheet.source.blocks if block.paper)}
    largest = min(paper.partition("-")[0] for paper in pages)  # a3 comes before a4
    return tuple(dict.fromkeys((largest, *sheet.source.sizes)))


def _codes(guide: Guide, sheet: Sheet) -> tuple[str, ...]:
    """The languages that a sheet has, the source language first."""
    home = (HOME,) if sheet.source.for_parents and set(sheet.offered) - set(guide.languages) else ()
    return (guide.source_language, *sheet.offered, *home)


def _languages(guide: Guide, sheet: Sheet, strings: Strings) -> str:
    """In which languages the sheet is there beside the source language, in words."""
    known = guide.vocabulary.languages
    names = [one.name[strings.language] for code, one in known.items() if code in sheet.offered]
    if not names:
        only = known[guide.source_language].name[strings.language]
        return strings.text("catalogue.only", languages=only)
    form = "bilingual" if sheet.source.for_parents else "also"
    return strings.text(f"catalogue.{form}", languages=", ".join(names))
