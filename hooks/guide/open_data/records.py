"""The records of what somebody wrote: recommendations, methods, cases, and the words of the glossary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guide import handouts
from guide.catalogue import Catalogue
from guide.content.model import MethodPage, MethodTexts, Page
from guide.content.read import WrittenPage
from guide.open_data.base import Pages, Term, Texts
from guide.open_data.outline import evidence, sections, steps
from guide.open_data.shape import (
    GlossaryTerm,
    PublishedCase,
    PublishedMethod,
    PublishedRecommendation,
    Range,
)
from guide.open_data.terms import embeds, pages, permalink


def recommendation(catalogue: Catalogue, page: WrittenPage) -> PublishedRecommendation:
    """A recommendation."""
    guide = catalogue.guide
    known = guide.vocabulary.recommendations[page.id]
    partners = (card for card in catalogue.partner_cards(guide.source_language) if page.id in card.groups)
    return PublishedRecommendation(
        **_written(catalogue, page) | {"partners": tuple(card.id for card in partners)},
        number=known.number,
        core=known.core,
        sections=sections(catalogue, page.uri),
        handout=handout(catalogue, page.uri),
        embed=embeds(catalogue.guide, page.kind, page.id, catalogue.pages[page.uri]),
        methods=_serving(catalogue, "method", page.id),
        cases=_serving(catalogue, "case", page.id),
    )


def method(catalogue: Catalogue, page: WrittenPage) -> PublishedMethod:
    """A method."""
    front = page.front
    assert isinstance(front, MethodPage)

    def said(name: str) -> Texts:
        return _said(catalogue, page, lambda one: getattr(one.front, name) if _is_method(one) else "")

    return PublishedMethod(
        **_written(catalogue, page),
        kind=front.kind,
        goal=said("goal"),
        group=said("group"),
        people=span(front.people),
        duration=said("duration"),
        minutes=span(front.minutes),
        materials=said("materials"),
        steps=steps(catalogue, page.uri),
        embed=embeds(catalogue.guide, page.kind, page.id, catalogue.pages[page.uri]),
    )


def case(catalogue: Catalogue, page: WrittenPage) -> PublishedCase:
    """What a school did."""
    front = page.front
    assert isinstance(front, Page)
    named = {uri.removesuffix(".md") for uri in front.related}
    methods = tuple(one.id for one in catalogue.of_kind("method") if one.uri.removesuffix(".md") in named)
    return PublishedCase(**_written(catalogue, page), sections=sections(catalogue, page.uri), methods=methods)


def glossary(catalogue: Catalogue) -> tuple[dict[str, Term], tuple[GlossaryTerm, ...]]:
    """The groups of terms, and the terms; none when the guide has no glossary."""
    guide, found = catalogue.guide, catalogue.glossary
    if found is None:
        return {}, ()
    shown = catalogue.pages.get(found.page, {})
    made = [
        GlossaryTerm(
            id=term.id,
            group=group.id,
            name=term.name,
            text=term.text,
            page=pages(guide, found.page, shown, term.id),
            see=pages(guide, see, catalogue.pages.get(see, {})) or None if see else None,
        )
        for group in found.groups
        for term in group.terms
        for see in [f"{term.see.removesuffix('.md')}.md" if term.see else ""]
    ]
    return {group.id: Term(name=group.name) for group in found.groups}, tuple(made)


def handout(catalogue: Catalogue, uri: str) -> Pages:
    """The page on one sheet of paper, by language."""
    links = {code: handouts.link(catalogue, uri, code) for code in catalogue.pages[uri]}
    return {code: catalogue.guide.absolute(link) for code, link in links.items() if link}


def span(numbers: tuple[int, ...]) -> Range | None:
    """The least and the most; None when nobody said it in numbers."""
    return Range(least=numbers[0], most=numbers[-1]) if numbers else None


def _written(catalogue: Catalogue, page: WrittenPage) -> dict[str, Any]:
    """What every page has that somebody wrote."""
    front = page.front
    assert isinstance(front, Page)
    known = {card.id for card in catalogue.partner_cards(catalogue.guide.source_language)}
    return {
        "id": page.id,
        "permalink": permalink(catalogue.guide, page.kind, page.id),
        "page": pages(catalogue.guide, page.uri, catalogue.pages[page.uri]),
        "title": _said(catalogue, page, lambda one: one.front.title),
        "description": _said(catalogue, page, lambda one: one.front.description),
        "recommendations": front.recommendations,
        "phases": front.phases,
        "audiences": front.audiences,
        "reviewed": front.reviewed,
        "evidence": evidence(catalogue, page.uri),
        "sources": front.sources,
        "worksheets": _worksheets(catalogue, page, front),
        "partners": tuple(one for one in front.partners if one in known),
    }


def _worksheets(catalogue: Catalogue, page: WrittenPage, front: Page) -> tuple[str, ...]:
    """The sheets that name this recommendation, or this page as their method; then those that the page names."""
    cards = catalogue.worksheet_cards(catalogue.guide.source_language)
    group = f"recommendation {page.id}" if page.kind == "recommendation" else f"method {page.uri.removesuffix('.md')}"
    own = [card.id for card in cards if group in card.groups]
    return tuple(dict.fromkeys([*own, *(card.id for card in cards if card.id in front.worksheets)]))


def _said(catalogue: Catalogue, page: WrittenPage, text: Callable[[WrittenPage], str]) -> Texts:
    """A text of the front matter, by the languages of the page."""
    return {code: said for code, one in catalogue.pages[page.uri].items() if (said := text(one))}


def _is_method(page: WrittenPage) -> bool:
    return isinstance(page.front, MethodTexts)


def _serving(catalogue: Catalogue, kind: str, identifier: str) -> tuple[str, ...]:
    """The pages of a kind that serve a recommendation, in the order of lists."""
    served = (page for page in catalogue.of_kind(kind) if isinstance(page.front, Page))
    return tuple(page.id for page in served if identifier in page.front.recommendations)  # type: ignore[union-attr]
