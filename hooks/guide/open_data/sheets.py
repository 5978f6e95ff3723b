"""The records of the worksheets, with every file of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from guide import worksheets
from guide.catalogue import Catalogue
from guide.open_data.base import Texts, licence_of
from guide.open_data.records import span
from guide.open_data.shape import File, PublishedWorksheet, Range, State
from guide.open_data.terms import embeds, pages, permalink
from guide.site import Guide
from guide.strings import available
from guide.worksheets.files import Output, outputs, uri_of
from guide.worksheets.model import Sheet, Worksheet
from guide.worksheets.page import in_order, page_uri


def records(catalogue: Catalogue) -> tuple[PublishedWorksheet, ...]:
    """Every sheet, by title."""
    sheets, _ = worksheets.read_all(catalogue.guide)
    order = [card.id for card in catalogue.worksheet_cards(catalogue.guide.source_language)]
    return tuple(_record(catalogue, sheets[slug]) for slug in order)


def languages(guide: Guide, sheet: Sheet) -> list[str]:
    """The languages in which a sheet has a page: those of the site, and those in which parents get it."""
    home = [code for code in sheet.offered if code not in guide.languages and code in available()]
    return in_order(guide, [*guide.languages, *(home if sheet.source.for_parents else [])])


def files(guide: Guide, sheet: Sheet, wanted: Iterable[str]) -> tuple[File, ...]:
    """The files of a sheet in these languages, those of the source language first."""
    made = outputs(guide, sheet)
    return tuple(_file(guide, sheet, one) for code in in_order(guide, wanted) for one in made if one.language == code)


def _record(catalogue: Catalogue, sheet: Sheet) -> PublishedWorksheet:
    guide, source = catalogue.guide, sheet.source
    uri, spoken = page_uri(guide, sheet), (guide.source_language, *sheet.offered)
    here = languages(guide, sheet)
    method = next((one.id for one in catalogue.of_kind("method") if one.uri == f"{source.method}.md"), None)
    licence = licence_of(source.licence)
    assert licence  # a sheet always has one

    def texts(say: Callable[[Worksheet], object], codes: Iterable[str]) -> Texts:
        shown = {code: sheet.usable(code) or source for code in in_order(guide, codes)}
        return {code: str(said) for code, one in shown.items() if (said := say(one))}

    told = [code for code in spoken if code in guide.languages]  # the others lack the texts of the page about a sheet
    return PublishedWorksheet(
        id=sheet.slug,
        permalink=permalink(guide, "worksheet", sheet.slug),
        page=pages(guide, uri, here),
        title=texts(lambda one: one.title, spoken),
        recommendations=source.recommendations,
        phases=source.phases,
        audiences=source.audience,
        for_parents=source.for_parents,
        subtitle=texts(lambda one: one.subtitle, spoken) or None,
        purpose=texts(lambda one: one.purpose, told),
        group=texts(lambda one: one.group, told),
        people=_span(source.people),
        duration=texts(lambda one: one.duration, told),
        minutes=_span(source.minutes),
        materials=texts(lambda one: one.materials, told),
        paper=source.paper,
        method=method,
        embed=embeds(guide, "worksheet", sheet.slug, guide.languages),
        files=files(guide, sheet, spoken),
        translations={
            code: State(
                state=one.state,
                checked=one.checked,
                page=guide.absolute(guide.page_url(uri, code)) if code in sheet.offered and code in here else None,
            )
            for code, one in sheet.translations.items()
        },
        credit=texts(lambda one: one.source, spoken),
        licence=licence,
        date=source.version,
    )


def _file(guide: Guide, sheet: Sheet, output: Output) -> File:
    source = guide.source_language
    beside = output.bilingual and output.language != source
    return File(
        url=guide.absolute(uri_of(guide, sheet, output.end)),
        format=output.form,
        kind=output.kind,
        languages=(source, output.language) if beside else (output.language,),
        paper=output.paper,
        variant=_variant(guide, sheet, output.variant) if output.variant else None,
    )


def _variant(guide: Guide, sheet: Sheet, identifier: str) -> Texts:
    """For whom a part of the sheet is, in the languages of the site that it has."""
    spoken = {code: sheet.usable(code) for code in guide.languages} | {guide.source_language: sheet.source}
    every = chain.from_iterable(((code, one) for one in found.variants) for code, found in spoken.items() if found)
    return {code: str(one.name) for code, one in every if one.id == identifier}


def _span(numbers: tuple[int, ...]) -> Range:
    found = span(numbers)
    assert found  # a sheet always says it
    return found
