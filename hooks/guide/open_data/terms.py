"""What the ids in the open data stand for: their names in every language of the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from guide.catalogue import Catalogue
from guide.embeds.cards import embed_url
from guide.markdown import CERTAINTIES
from guide.open_data.base import Pages, Term, Texts
from guide.open_data.datasets import MethodTerms, SheetTerms, StateTerms, WrittenTerms
from guide.site import Guide
from guide.strings import load
from guide.worksheets.papers import MILLIMETRES

STATES = ("current", "new", "outdated", "withdrawn", "draft", "missing")
CHECKED = ("machine", "human", "native")
FILES = ("sheet", "word", "picture", "paper", "large", "halves", "variant")


class _Named(Protocol):
    @property
    def name(self) -> Texts: ...


def pages(guide: Guide, uri: str, languages: Iterable[str], anchor: str = "") -> Pages:
    """The whole addresses of a page of docs in these languages."""
    end = f"#{anchor}" if anchor else ""
    return {code: guide.absolute(guide.page_url(uri, code)) + end for code in languages}


def permalink(guide: Guide, kind: str, identifier: str) -> str:
    """The whole short address of what has a page of its own."""
    letter = guide.vocabulary.kinds[kind].letter  # type: ignore[index]
    return guide.absolute(f"{letter}/{identifier}/")


def embeds(guide: Guide, kind: str, identifier: str, languages: Iterable[str]) -> Pages:
    """The whole addresses of its cards for other sites."""
    return {code: guide.absolute(embed_url(guide, kind, identifier, code)) for code in languages}


def words(guide: Guide, keys: Mapping[str, str]) -> dict[str, Term]:
    """Names that are words of the interface. keys: of the words, by id."""
    return {one: Term(name={code: load(code)[key] for code in guide.languages}) for one, key in keys.items()}


def of_written(catalogue: Catalogue) -> WrittenTerms:
    """For pages that somebody wrote."""
    guide, vocabulary = catalogue.guide, catalogue.guide.vocabulary
    there = catalogue.pages.get(vocabulary.sources_page, {})
    return WrittenTerms(
        recommendation=recommendations(catalogue),
        phase=_names(vocabulary.phases),
        audience=_names(vocabulary.audiences),
        source={
            key: Term(name=one.name, page=pages(guide, vocabulary.sources_page, there, one.anchor) or None)
            for key, one in vocabulary.sources.items()
        },
        certainty=words(guide, {one: f"box.certainties.{one}" for one in CERTAINTIES}),
    )


def of_methods(catalogue: Catalogue) -> MethodTerms:
    """For methods."""
    return MethodTerms(**dict(of_written(catalogue)), kind=_names(catalogue.guide.vocabulary.method_kinds))


def of_sheets(catalogue: Catalogue) -> SheetTerms:
    """For worksheets."""
    guide = catalogue.guide
    states = of_states(guide)
    return SheetTerms(
        recommendation=recommendations(catalogue),
        phase=_names(guide.vocabulary.phases),
        audience=_names(guide.vocabulary.audiences),
        language=states.language,
        paper=words(guide, {one: f"worksheet.paper.{one}" for one in MILLIMETRES}),
        file=words(guide, {one: f"open_data.files.{one}" for one in FILES}),
        state=states.state,
        checked=states.checked,
    )


def of_states(guide: Guide) -> StateTerms:
    """For translations."""
    return StateTerms(
        language=_names(guide.vocabulary.languages),
        state=words(guide, {one: f"translations.states.{one}" for one in STATES}),
        checked=words(guide, {one: f"translations.checked.{one}" for one in CHECKED}),
    )


def recommendations(catalogue: Catalogue) -> dict[str, Term]:
    """The recommendations of the vocabulary, each with its page where it is written."""
    guide, folder = catalogue.guide, catalogue.folder("recommendation")
    return {
        key: Term(name=one.name, page=pages(guide, uri, catalogue.pages.get(uri, {})) or None)
        for key, one in guide.vocabulary.recommendations.items()
        if (uri := f"{folder}/{key}.md")
    }


def _names(terms: Mapping[str, _Named]) -> dict[str, Term]:
    return {key: Term(name=term.name) for key, term in terms.items()}
