"""Every file of open data, with its schema: what there is, where, and of what day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as day
from typing import Any

from guide import worksheets
from guide.catalogue import Catalogue
from guide.content.model import Page
from guide.open_data import datasets, records, shape, sheets, terms
from guide.open_data.base import Dataset, Texts, dumped, licence_of, schema_of, written
from guide.partners.addresses import file_url
from guide.partners.exports.data import newest
from guide.partners.exports.shape import VERSION as PARTNERS_VERSION
from guide.partners.read import read_directory
from guide.site import Guide
from guide.strings import load
from guide.translations.states import Row, rows

FOLDER = "data/"
INDEX = "index"
PARTNERS = "partners"
VERSIONS = {
    "recommendations": "1.0", "methods": "1.0", "cases": "1.0", "worksheets": "1.0", "glossary": "1.0",
    "translations": "1.0", INDEX: "1.0",
}  # fmt: skip
"""Of the form of each file, see `base`."""


@dataclass(frozen=True)
class Named:
    """A file of open data. url, schema: from the site's root."""

    id: str
    url: str
    schema: str
    version: str
    date: day | None
    count: int

    def title(self, guide: Guide) -> Texts:
        """What it is called in each language of the site."""
        return {code: load(code)[f"open_data.names.{self.id}"] for code in guide.languages}


def url_of(name: str, suffix: str = "json") -> str:
    """The address of a file, from the site's root."""
    return f"{FOLDER}{name}.{suffix}"


def open_data_files(catalogue: Catalogue, site_names: Texts, licence: str = "") -> dict[str, bytes]:
    """Every file by its address from the site's root. Same content, same bytes.

    site_names: of the guide, by language. licence: of the guide, "CC BY-SA 4.0"; "" leaves it out.
    """
    guide, made = catalogue.guide, dict[str, bytes]()
    for name, data in [*_datasets(catalogue, licence), (INDEX, _index(catalogue, site_names, licence))]:
        made[url_of(name)] = dumped(data)
        made[url_of(name, "schema.json")] = written(schema_of(type(data), guide.absolute(url_of(name, "schema.json"))))
    return made


def listed(catalogue: Catalogue) -> list[Named]:
    """Every file but the index, in the order in which it is told of them."""
    guide = catalogue.guide
    found = [
        Named(name, url_of(name), url_of(name, "schema.json"), VERSIONS[name], date, count)
        for name, date, count in _known(catalogue)
    ]
    directory, _ = read_directory(guide)
    partners = Named(
        PARTNERS, file_url(guide, "json"), file_url(guide, "schema.json"), PARTNERS_VERSION, newest(directory),
        len(directory.partners),
    )  # fmt: skip
    return [*found, partners]


def _known(catalogue: Catalogue) -> Iterator[tuple[str, day | None, int]]:
    """Name, day and size of each file that the guide has something for."""
    for name, kind in (("recommendations", "recommendation"), ("methods", "method"), ("cases", "case")):
        if kind in catalogue.guide.vocabulary.kinds:
            yield name, _reviewed(catalogue, kind), len(catalogue.of_kind(kind))
    versions = [sheet.source.version for sheet in worksheets.read_all(catalogue.guide)[0].values()]
    yield "worksheets", max(versions, default=None), len(versions)
    if catalogue.glossary:
        page = catalogue.original(catalogue.glossary.page).front
        assert isinstance(page, Page)
        yield "glossary", page.reviewed, len(catalogue.glossary.terms)
    yield "translations", _newest(catalogue), len({row.name for row in rows(catalogue)})


def _reviewed(catalogue: Catalogue, kind: str) -> day | None:
    days = [page.front.reviewed for page in catalogue.of_kind(kind) if isinstance(page.front, Page)]
    return max(days, default=None)


def _newest(catalogue: Catalogue) -> day | None:
    """Of everything that somebody wrote or checked."""
    guide = catalogue.guide
    fronts = (pages[guide.source_language].front for pages in catalogue.pages.values())
    days = [front.reviewed for front in fronts if isinstance(front, Page)]
    days += [sheet.source.version for sheet in worksheets.read_all(guide)[0].values()]
    partners = newest(read_directory(guide)[0])
    return max([*days, *([partners] if partners else [])], default=None)


def _datasets(catalogue: Catalogue, licence: str) -> Iterator[tuple[str, Dataset]]:
    known = {name: _head(catalogue.guide, name, date, licence) for name, date, _ in _known(catalogue)}
    written_terms = terms.of_written(catalogue)

    def of(kind: str, make: Any) -> tuple[Any, ...]:
        return tuple(make(catalogue, page) for page in catalogue.of_kind(kind))

    found = of("recommendation", records.recommendation)
    yield (
        "recommendations",
        datasets.Recommendations(**known["recommendations"], terms=written_terms, recommendations=found),
    )
    if "methods" in known:
        found = of("method", records.method)
        yield "methods", datasets.Methods(**known["methods"], terms=terms.of_methods(catalogue), methods=found)
    if "cases" in known:
        yield "cases", datasets.Cases(**known["cases"], terms=written_terms, cases=of("case", records.case))
    named, found = terms.of_sheets(catalogue), sheets.records(catalogue)
    yield "worksheets", datasets.Worksheets(**known["worksheets"], terms=named, worksheets=found)
    if "glossary" in known:
        groups, words = records.glossary(catalogue)
        group = datasets.GlossaryTerms(group=groups)
        yield "glossary", datasets.GlossaryData(**known["glossary"], terms=group, words=words)
    states, texts = terms.of_states(catalogue.guide), _texts(catalogue)
    yield "translations", datasets.Translations(**known["translations"], terms=states, texts=texts)


def _texts(catalogue: Catalogue) -> tuple[shape.Text, ...]:
    """Every text with the state of each of its translations, as the page about them shows it."""
    found: dict[str, list[Row]] = {}
    for row in rows(catalogue):
        found.setdefault(row.name, []).append(row)
    return tuple(
        shape.Text(
            id=name,
            group=one[0].group,
            title=dict(one[0].titles),
            translations={
                row.language: shape.State(
                    state=row.state,
                    checked=row.checked or None,
                    page=catalogue.guide.absolute(row.url) if row.url else None,
                )
                for row in one
            },
        )
        for name, one in sorted(found.items())
    )


def _index(catalogue: Catalogue, site_names: Texts, licence: str) -> datasets.Index:
    guide, known = catalogue.guide, listed(catalogue)
    return datasets.Index(
        **_head(guide, INDEX, max((one.date for one in known if one.date), default=None), licence),
        name={code: site_names[code] for code in guide.languages},
        home={code: guide.absolute(guide.prefix(code)) for code in guide.languages},
        datasets=tuple(
            datasets.Listed(
                id=one.id, title=one.title(guide), url=guide.absolute(one.url), schema_url=guide.absolute(one.schema),
                version=one.version, date=one.date, count=one.count,
            )
            for one in known
        ),
    )  # fmt: skip


def _head(guide: Guide, name: str, date: day | None, licence: str) -> dict[str, Any]:
    return {
        "schema_url": guide.absolute(url_of(name, "schema.json")), "version": VERSIONS[name],
        "licence": licence_of(licence), "date": date, "languages": guide.languages,
    }  # fmt: skip
