"""The lists on a page, made from what the guide holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from guide import choices, handouts, partners, worksheets
from guide.cards import Card
from guide.catalogue import Catalogue
from guide.changes import page as changes
from guide.content import methods
from guide.content.checks import unknown_figures
from guide.content.figures import FOLDER as FIGURES
from guide.content.figures import figure_ids
from guide.content.figures import render as render_figure
from guide.content.model import MethodPage, MethodTexts, Page
from guide.content.read import WrittenPage
from guide.glossary import FILE as GLOSSARY
from guide.markdown import TERM, lists_in
from guide.open_data import listing as open_data
from guide.pages import island_name
from guide.problems import Problem
from guide.site import relative_url
from guide.strings import load
from guide.templates import templates
from guide.translations.page import TEMPLATE as STATUS_TEMPLATE
from guide.translations.page import status_html
from guide.vocabulary import Recommendation, Term
from guide.wording import number
from guide.worksheets import handbook
from guide.worksheets.extras import ExtraLink, extra_links

FOLDER = Path(__file__).parent / "templates"
_TEMPLATES = {
    "method-search": choices.TEMPLATE, "worksheet-search": choices.TEMPLATE, "partner-picks": partners.PICKS_TEMPLATE,
    "translations": STATUS_TEMPLATE, "changes": changes.TEMPLATE,
}  # fmt: skip


def template(body: str) -> str | None:
    """The template that a page needs for a list in its text."""
    return next((_TEMPLATES[name] for name, _ in lists_in(body) if name in _TEMPLATES), None)


def render(template: str, language: str, url: str, **values: Any) -> str:
    """A template with the words of the language and links from the page at `url`."""
    words = load(language)
    return (
        templates(FOLDER)
        .get_template(template)
        .render(t=words.text, language=language, link=lambda target: relative_url(target, url), **values)
    )


def islands(
    catalogue: Catalogue, page: WrittenPage, language: str, wanted: list[str], problems: list[Problem]
) -> dict[str, str]:
    """HTML for each placeholder that the page asks for (`list:methods`, `figure:driehoek`)."""
    problems += unknown_figures(page, wanted, figure_ids(catalogue.guide))
    filled = {}
    for name in wanted:
        kind, _, argument = name.partition(":")
        if kind == "figure":
            figure = render_figure(catalogue.guide, argument, language, problems)
            filled[island_name(kind, argument)] = figure + _notice(catalogue, f"{FIGURES}/{argument}.yml", language)
        elif kind == "about":
            filled[island_name(kind, argument)] = _about_certainty(catalogue, page, language)
        else:
            filled[island_name(kind, argument)] = _list(catalogue, page, language, argument)
    return filled


def _notice(catalogue: Catalogue, unit: str, language: str) -> str:
    """Says that a translation is of an older source text; "" when it is not."""
    if not catalogue.outdated(unit, language):
        return ""
    source = catalogue.guide.vocabulary.languages[catalogue.guide.source_language].name[language]
    return render("outdated.html", language, "", source=source)


def _about_certainty(catalogue: Catalogue, page: WrittenPage, language: str) -> str:
    """The link to where the words of certainty are explained; "" when the vocabulary names no such page."""
    guide = catalogue.guide
    uri, _, anchor = (guide.vocabulary.certainty_page or "").partition("#")
    if not catalogue.page(uri, language):
        return ""
    target = guide.page_url(uri, language) + (f"#{anchor}" if anchor else "")
    return render("about.html", language, guide.page_url(page.uri, language), target=target)


def _list(catalogue: Catalogue, page: WrittenPage, language: str, argument: str) -> str:
    guide = catalogue.guide
    url = guide.page_url(page.uri, language)
    front = catalogue.original(page.uri).front
    assert isinstance(front, Page)
    if argument == "partner-search":
        return partners.search_html(guide, language)
    if argument == "partner-picks":
        return partners.picks_html(guide, language)
    if argument == "partner-data":
        return partners.data_html(guide, language, url)
    if argument == "method-search":
        return methods.search_html(catalogue, language)
    if argument == "worksheet-search":
        return worksheets.search_html(guide, language)
    if argument == "worksheet-bundles":
        links = extra_links(guide, worksheets.read_all(guide)[0], language)
        known = guide.vocabulary.recommendations
        shown = [(one, known.get(one.recommendation or ""), _bundle_words(one, language)) for one in links]
        return render("bundles.html", language, url, links=shown)
    if argument == open_data.LIST:
        return open_data.open_data_html(catalogue, language, url)
    if argument == open_data.EXAMPLE:
        return open_data.example_html(catalogue, language)
    if argument in changes.LISTS:
        return changes.lists_html(catalogue, argument, language, url)
    if argument == "translations":
        return status_html(catalogue, language, url)
    if argument == "parents-sheets":
        return render("parents-sheets.html", language, url, sheets=worksheets.parents_cards(guide, language),
                      source=guide.source_language, beside=language != guide.source_language)  # fmt: skip
    if argument in handbook.LISTS:
        return handbook.handbook_html(guide, language, argument, url)
    if argument == "in-short":
        return render("in-short.html", language, url, **_in_short(catalogue, page, language))
    if argument == "sources":
        vocabulary = guide.vocabulary
        target = guide.page_url(vocabulary.sources_page, language)
        sources = [
            (one.name[language], f"{target}#{one.anchor}") for one in map(vocabulary.sources.get, front.sources) if one
        ]
        return render("sources.html", language, url, sources=sources)
    name, _, of = argument.partition(" ")
    if name == "glossary":
        return _glossary(catalogue, of, language, url)
    if name in _SHEET_LINKS:
        return render("links.html", language, url, cards=_SHEET_LINKS[name](catalogue, language, of))
    cards = _CARDS[argument](catalogue, page, front, language)
    more = _more_pages(catalogue, "method", page, language) if argument == "methods" else []
    anchors = argument == "partners" and page.uri.startswith(f"{catalogue.folder('partner')}/")
    picks = partners.picks_link(guide, language, url) if argument == "partners" else ""
    return render("cards.html", language, url, cards=cards, more=more, kind=argument, anchors=anchors, picks=picks)


def _glossary(catalogue: Catalogue, group: str, language: str, url: str) -> str:
    glossary, guide = catalogue.glossary, catalogue.guide
    found = glossary.group(group) if glossary else None
    assert found, group  # checked before the build
    entries = [
        (term, _see(catalogue, term.see, language), _notice(catalogue, f"{GLOSSARY}#{group}.{term.id}", language))
        for term in found.terms
    ]
    others = [one for one in guide.languages if one != language]
    return render("glossary.html", language, url, entries=entries, others=others)


def _see(catalogue: Catalogue, named: str | None, language: str) -> tuple[str, str] | None:
    """The address and the title of a page that a term names."""
    uri = next(iter(_uris([named] if named else [])), "")
    page = catalogue.page(uri, language) if uri else None
    return (catalogue.guide.page_url(uri, language), page.front.title) if page else None


def with_terms(catalogue: Catalogue, html: str, language: str, url: str) -> str:
    """A page whose links to terms lead to the glossary."""
    if not catalogue.glossary:
        return html
    target = relative_url(catalogue.guide.page_url(catalogue.glossary.page, language), url)
    return html.replace(f'href="{TERM}', f'href="{target}#')


def _bundle_words(link: ExtraLink, language: str) -> str:
    """What a bundle or a poster is, and how many sheets it holds."""
    words = load(language)
    what = words[f"catalogue.bundles.{link.kind}"]
    return f"{what}, {number(words, 'catalogue.count', link.sheets)}" if link.sheets else what


def _in_short(catalogue: Catalogue, page: WrittenPage, language: str) -> dict[str, Any]:
    vocabulary = catalogue.guide.vocabulary
    front, shown = catalogue.original(page.uri).front, page.front
    assert isinstance(front, MethodPage) and isinstance(shown, MethodTexts)

    def named(terms: Mapping[str, Term] | Mapping[str, Recommendation], ids: Iterable[str]) -> list[str]:
        return [terms[one].name[language] for one in ids]

    facts = [
        ("goal", [shown.goal]),
        ("group", [shown.group]),
        ("duration", [shown.duration]),
        ("materials", [shown.materials]),
        ("kind", named(vocabulary.method_kinds, [front.kind])),
        ("phases", named(vocabulary.phases, front.phases)),
        ("audiences", named(vocabulary.audiences, front.audiences)),
        ("recommendations", named(vocabulary.recommendations, front.recommendations)),
    ]
    return {"facts": facts, "sheets": _worksheets(catalogue, page, front, language)}


def _named(cards: list[Card], ids: tuple[str, ...]) -> list[Card]:
    return [card for card in cards if card.id in ids]


def _pages(catalogue: Catalogue, kind: str, page: WrittenPage, language: str) -> list[Card]:
    """All pages of a kind on an index; elsewhere those that the page names, or that serve first what it serves."""
    named, serves = _named_by(catalogue, page)
    many = 1 if kind == "method" else None
    found = [
        one
        for one in catalogue.of_kind(kind)
        if one.uri != page.uri and (page.id == "index" or one.uri in named or serves & set(_served(one)[:many]))
    ]
    return _cards_of(catalogue, language, found)


def _more_pages(catalogue: Catalogue, kind: str, page: WrittenPage, language: str) -> list[Card]:
    """Methods that serve it too, but something else first."""
    named, serves = _named_by(catalogue, page)
    if kind != "method" or page.id == "index":
        return []
    found = [
        one
        for one in catalogue.of_kind(kind)
        if one.uri not in {page.uri, *named} and serves & set(_served(one)[1:]) and _served(one)[0] not in serves
    ]
    return _cards_of(catalogue, language, found)


def _named_by(catalogue: Catalogue, page: WrittenPage) -> tuple[list[str], set[str]]:
    """The pages that a page names, and the recommendations that it serves."""
    front = catalogue.original(page.uri).front
    assert isinstance(front, Page)
    return _uris(front.related), set(front.recommendations)


def _served(page: WrittenPage) -> tuple[str, ...]:
    return page.front.recommendations if isinstance(page.front, Page) else ()


def _cards_of(catalogue: Catalogue, language: str, pages: Iterable[WrittenPage]) -> list[Card]:
    cards = [catalogue.card(page, language) for page in pages]
    return [card for card in cards if card]


def _uris(named: Iterable[str]) -> list[str]:
    """Pages as front matter names them, with or without .md."""
    return [uri if uri.endswith(".md") else f"{uri}.md" for uri in named]


def _related(catalogue: Catalogue, page: WrittenPage, front: Page, language: str) -> list[Card]:
    return _cards_of(catalogue, language, map(catalogue.original, _uris(front.related)))


def _worksheets(catalogue: Catalogue, page: WrittenPage, front: Page, language: str) -> list[Card]:
    """The sheets that name this recommendation, or this page as their method; then those that the page names."""
    cards = catalogue.worksheet_cards(language)
    group = f"recommendation {page.id}" if page.kind == "recommendation" else f"method {page.uri.removesuffix('.md')}"
    own = [card for card in cards if group in card.groups]
    return own + [card for card in _named(cards, front.worksheets) if card not in own]


def _sheets(catalogue: Catalogue, language: str, group: str) -> list[Card]:
    return [card for card in catalogue.worksheet_cards(language) if group in card.groups]


_SHEET_LINKS: dict[str, Callable[[Catalogue, str, str], list[Card]]] = {
    "worksheets-parents": lambda book, lang, of: _sheets(book, lang, "parents"),
    "worksheets-team": lambda book, lang, of: _sheets(book, lang, "team"),
    "worksheets-for": lambda book, lang, of: _sheets(book, lang, f"for {of}"),
}


def _recommendations(catalogue: Catalogue, language: str) -> list[Card]:
    """Each with its handout, where it has one."""
    folder = catalogue.folder("recommendation")
    cards = catalogue.recommendation_cards(language)
    return [replace(card, handout=handouts.link(catalogue, f"{folder}/{card.id}.md", language)) for card in cards]


_CARDS: dict[str, Callable[[Catalogue, WrittenPage, Page, str], list[Card]]] = {
    "recommendations": lambda book, page, front, lang: _recommendations(book, lang),
    "methods": lambda book, page, front, lang: _pages(book, "method", page, lang),
    "cases": lambda book, page, front, lang: _pages(book, "case", page, lang),
    "related": _related,
    "worksheets": _worksheets,
    "partners": lambda book, page, front, lang: _named(book.partner_cards(lang), front.partners),
}
