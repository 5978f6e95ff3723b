"""What the templates show around a page's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from guide import handouts
from guide.cards import Card
from guide.catalogue import Catalogue
from guide.content.model import Home, HomeParts, MethodTranslation, Page, Translation
from guide.partners.words import day
from guide.site import relative_url
from guide.strings import load


@dataclass(frozen=True)
class View:
    """A page's surroundings.

    kind: a kind of the vocabulary or "page". serves: recommendations with their addresses. handout: the address of the
    page on one sheet of paper, from the site's root; "" for none. home_queries: by entrance, what its link asks for.
    home_questions: each line below the entrances with its address from the site's root.
    """

    kind: str
    section: str
    number: int | None = None
    color: str | None = None
    reviewed: str = ""
    checked: str = ""
    outdated: bool = False
    original: str = ""
    short: str = ""
    serves: tuple[Card, ...] = ()
    handout: str = ""
    home: Any = None
    home_parts: HomeParts | None = None
    home_cards: tuple[Card, ...] = ()
    home_queries: Mapping[str, str] = field(default_factory=dict)
    home_questions: tuple[tuple[str, str], ...] = ()
    link: Any = None


def of_page(catalogue: Catalogue, uri: str, language: str, url: str) -> View:
    """The view of a page; a generated page has only its section."""
    guide = catalogue.guide
    folder = uri.partition("/")[0]
    kind = next((name for name, place in guide.vocabulary.kinds.items() if uri.startswith(f"{place.folder}/")), "page")
    section = next((one.name.get(language, "") for one in guide.vocabulary.sections if one.folder == folder), "")
    link = _linker(catalogue, language, url)
    shown = catalogue.page(uri, language)
    stem = uri.removesuffix(".md").rpartition("/")[2]
    # A written page below worksheets or partners is neither of them, and has no short address.
    own = kind != "page" and stem != "index" and (shown is None or shown.kind == kind)
    short = f"{guide.vocabulary.kinds[kind].letter}/{stem}/" if own else ""  # type: ignore[index]
    if shown is None:
        of_unit, checked = catalogue.unit_states.get((uri.removesuffix(".md") + ".yml", language), ("", ""))
        original_url = relative_url(guide.page_url(uri, guide.source_language), url)
        return View(kind if stem != "index" else "page", section, short=short, link=link, original=original_url,
                    checked=checked, outdated=of_unit == "outdated")  # fmt: skip
    original = catalogue.original(uri).front
    assert isinstance(original, Page)
    serves: tuple[Card, ...] = ()
    number = color = None
    if original.recommendations:
        serves = tuple(card for card in catalogue.recommendation_cards(language) if card.id in original.recommendations)
        number = next((card.number for card in serves if card.id == shown.id), None)
        color = next((card.color for card in serves if card.id == original.recommendations[0]), None)
    state = shown.front.translation if isinstance(shown.front, Translation | MethodTranslation) else None
    home = shown.front.home
    return View(
        kind=shown.kind, section=section, number=number, color=color, reviewed=day(load(language), original.reviewed),
        checked=state.checked if state else "", outdated=not shown.current, short=short, serves=serves, home=home,
        original=relative_url(guide.page_url(uri, guide.source_language), url),
        home_cards=_home_cards(catalogue, original, language), link=link,
        home_parts=original.home.ids if original.home else None,
        home_queries={one.id: f"?{one.query}" for one in original.home.entrances if one.query} if original.home else {},
        home_questions=_home_questions(catalogue, original, home, language),
        handout=handouts.link(catalogue, uri, language),
    )  # fmt: skip


def _home_cards(catalogue: Catalogue, original: Page, language: str) -> tuple[Card, ...]:
    """The recommendations on the home page; one without a page of its own leads to the overview."""
    if original.home is None:
        return ()
    place, guide = original.home.overview, catalogue.guide
    overview = f"{guide.page_url(place.page, language)}#{place.anchor}" if place else ""
    return tuple(replace(card, url=card.url or overview) for card in catalogue.recommendation_cards(language))


def _home_questions(
    catalogue: Catalogue, original: Page, home: Home | None, language: str
) -> tuple[tuple[str, str], ...]:
    """The lines that the page has in its language, in the order of the source."""
    if original.home is None or home is None:
        return ()
    texts, guide = {one.id: one.text for one in home.questions}, catalogue.guide
    return tuple(
        (texts[one.id], guide.page_url(one.link, language) + (f"#{one.anchor}" if one.anchor else ""))
        for one in original.home.questions
        if one.id in texts
    )


def _linker(catalogue: Catalogue, language: str, url: str) -> Any:
    """A function for templates: the relative link to a page of docs or to an address from the root."""
    guide = catalogue.guide

    def link(target: str) -> str:
        return relative_url(guide.page_url(target, language) if target.endswith(".md") else target, url)

    return link
