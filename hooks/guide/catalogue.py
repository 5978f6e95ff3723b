"""Everything that the guide holds, read once: what lists, menus and cards are made from."""

from __future__ import annotations

from functools import cached_property
from math import inf
from typing import Any

from guide import partners, worksheets
from guide.cards import Card
from guide.changes.model import Changes
from guide.changes.read import read_changes
from guide.content.model import MethodPage, MethodTexts, Page
from guide.content.places import made_places
from guide.content.read import WrittenPage, page_names, page_uris, read_pages, unread_files
from guide.glossary import Glossary, has_glossary, read_glossary
from guide.markdown import lists_in
from guide.partners.read import Directory, read_directory
from guide.permalinks.addresses import HOME
from guide.permalinks.check import check_moves
from guide.problems import Problem
from guide.site import Guide
from guide.translations.ledger import read_ledger
from guide.translations.units import units
from guide.wording import sort_key, without_note
from guide.worksheets.model import Sheet
from guide.worksheets.read import slugs


class Catalogue:
    """The written pages, the worksheets and the partners of one guide."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.problems: list[Problem] = []
        self._worksheet_cards: dict[str, list[Card]] = {}
        self._partner_cards: dict[str, list[Card]] = {}

    @cached_property
    def pages(self) -> dict[str, dict[str, WrittenPage]]:
        """The written pages that readers get, by uri and language: all but the drafts."""
        return {
            uri: {code: page for code, page in pages.items() if not page.draft} for uri, pages in self.written.items()
        }

    @cached_property
    def written(self) -> dict[str, dict[str, WrittenPage]]:
        """The written pages by uri and language, drafts too; what is wrong with them goes to `problems`."""
        self.problems += unread_files(self.guide)
        return read_pages(self.guide, self._made_ids, self.problems)

    @cached_property
    def _made_ids(self) -> dict[str, frozenset[str]]:
        """The names of what pages are made from."""
        return {"worksheet": frozenset(slugs(self.guide)), "partner": partners.partner_ids(self.guide)}

    @cached_property
    def glossary(self) -> Glossary | None:
        """The glossary; what is wrong with it goes to `problems`."""
        return read_glossary(self.guide, page_names(self.guide), self.problems)

    @cached_property
    def changes(self) -> Changes | None:
        """The changelog of the content; what is wrong with it goes to `problems`."""
        known = {**self._made_ids, "page": page_names(self.guide)}
        return read_changes(self.guide, known, partners.build_day(), self.problems)

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """The worksheets by slug; what is wrong with them is told by `faults`."""
        return worksheets.read_all(self.guide)[0]

    @cached_property
    def directory(self) -> Directory:
        """The partners; what is wrong with them is told by `faults`."""
        return read_directory(self.guide)[0]

    @cached_property
    def unit_states(self) -> dict[tuple[str, str], tuple[str, str]]:
        """State and who looked at it ("" when nobody said so) of each text that shares its file with its translations.

        By the name of the unit and the language; see `guide.translations.ledger`.
        """
        ledger = read_ledger(self.guide, [])
        return {
            (unit.name, code): (ledger.state(unit, code), ledger.checked(unit, code) or "")
            for unit in units(self.guide)
            for code in unit.languages
        }

    def outdated(self, unit: str, language: str) -> bool:
        """Whether what a unit says in a language is of an older source text."""
        return self.unit_states.get((unit, language), ("", ""))[0] == "outdated"

    def faults(self) -> list[Problem]:
        """Everything that is wrong with pages, worksheets, partners and the register, at once."""
        _ = self.pages, self.glossary, self.changes  # reading them notes what is wrong
        found = list(self.problems)
        found += self._names_twice() + self._groups_not_shown()
        vocabulary = self.guide.vocabulary
        for uri in (vocabulary.parents_page, vocabulary.partner_picks and vocabulary.partner_picks.page):
            if uri and uri not in page_uris(self.guide):
                found.append(Problem(f"{self.guide.docs.name}/vocabulary.yml", 1, "file_missing", {"file": uri}))
        found += worksheets.read_all(self.guide)[1]
        found += partners.picks_faults(self.guide)
        found += partners.read_all(self.guide)[1]
        check_moves(self.guide, found, self._places_by_address())
        return found

    def anchors(self) -> dict[str, frozenset[str] | None]:
        """The pages that a link may lead to, and the places on each; None where those are not known beforehand."""
        made = {f"{self.folder('worksheet')}/{one}.md": None for one in slugs(self.guide)}
        made |= {f"{self.folder('partner')}/{one}.md": None for one in partners.partner_ids(self.guide)}
        unread = dict.fromkeys(page_uris(self.guide))  # a page with a fault of its own is there all the same
        return made | unread | {uri: self._anchors_of(pages) for uri, pages in self.pages.items()}

    def _places_by_address(self) -> dict[str, frozenset[str] | None]:
        """The places on each page, by its address in the source language."""
        language = self.guide.source_language
        return {self.guide.page_url(uri, language) or HOME: places for uri, places in self.anchors().items()}

    def _anchors_of(self, pages: dict[str, WrittenPage]) -> frozenset[str] | None:
        original = pages[self.guide.source_language]
        shows_terms = any(name == "glossary" for name, _ in lists_in(original.source.body))
        if shows_terms and self.glossary is None and has_glossary(self.guide):
            return None  # a glossary with a fault of its own
        found = {heading.id for page in pages.values() for heading in page.headings}
        front = original.front
        if isinstance(front, Page) and front.home and front.home.ids:
            found |= set(front.home.ids.model_dump(exclude_none=True).values())
        if self.glossary and original.uri == self.glossary.page:
            found |= set(self.glossary.terms)
        if self.changes and original.uri == self.changes.page:
            found |= {release.anchor for release in self.changes.releases}
        if original.uri.startswith(f"{self.folder('partner')}/") and isinstance(front, Page):
            found |= set(front.partners)  # the cards on a page below the partners have the partner's id
        found |= made_places(self.guide, original.source.body)
        return frozenset(found)

    def _names_twice(self) -> list[Problem]:
        """Written pages at the address of a worksheet, a partner or the first page of a folder."""
        made = {f"{self.folder('worksheet')}/{one}": f"{one}/werkblad.yml" for one in slugs(self.guide)}
        made |= {f"{self.folder('partner')}/{one}": f"{one}.yml" for one in partners.partner_ids(self.guide)}
        pages = [page[self.guide.source_language] for page in self.pages.values()]
        made |= {page.uri.removesuffix("/index.md"): page.uri for page in pages if page.uri.endswith("/index.md")}
        return [
            Problem(page.source.file, 1, "address_twice", {"other": made[page.uri.removesuffix(".md")]})
            for page in pages
            if page.uri.removesuffix(".md") in made
        ]

    def _groups_not_shown(self) -> list[Problem]:
        """Groups of terms that the page of the glossary leaves out: links to their terms would lead nowhere."""
        page = self.page(self.glossary.page, self.guide.source_language) if self.glossary else None
        if self.glossary is None or page is None:
            return []
        shown = lists_in(page.source.body)
        return [
            Problem(page.source.file, page.source.body_line, "group_not_shown", {"id": group.id})
            for group in self.glossary.groups
            if ("glossary", group.id) not in shown
        ]

    def folder(self, kind: str) -> str:
        """The folder of a kind of page."""
        return self.guide.vocabulary.kinds[kind].folder  # type: ignore[index]

    def page(self, uri: str, language: str) -> WrittenPage | None:
        """A page in a language; None when it is not translated."""
        return self.pages.get(uri, {}).get(language)

    def parents_pages(self) -> dict[str, tuple[str, str]]:
        """The title and the address of the page for parents, by the languages that it has; none when there is none."""
        uri = self.guide.vocabulary.parents_page or ""
        pages = self.pages.get(uri, {})
        return {code: (page.front.title, self.guide.page_url(uri, code)) for code, page in pages.items()}

    def original(self, uri: str) -> WrittenPage:
        """A page in the source language. KeyError when there is none."""
        return self.pages[uri][self.guide.source_language]

    def template(self, uri: str) -> str | None:
        """The template that a written page asks for in the source language."""
        front = self.original(uri).front
        return front.template if isinstance(front, Page) else None

    def asks_for(self, name: str) -> bool:
        """Whether some page has this list."""
        return any(
            name in {one for one, _ in lists_in(page.source.body)}
            for pages in self.pages.values()
            for page in pages.values()
        )

    def of_kind(self, kind: str) -> list[WrittenPage]:
        """The pages of a kind in the source language, in the order of lists."""
        found = [page[self.guide.source_language] for page in self.pages.values()]
        return sorted((page for page in found if page.kind == kind), key=self._order)

    def _order(self, page: WrittenPage) -> tuple[float, str]:
        """First what has a place, in that order; then by title."""
        recommendation = self.guide.vocabulary.recommendations.get(page.id) if page.kind == "recommendation" else None
        order = page.front.order if isinstance(page.front, Page) else None
        place = recommendation.number if recommendation else order
        return (inf if place is None else place, sort_key(page.front.title))

    def navigation(self, language: str) -> list[Any]:
        """The menu: a section a folder, in the order of the vocabulary, with what exists in the language."""
        menu: list[Any] = []
        if self.page("index.md", language):
            menu.append("index.md")
        for section in self.guide.vocabulary.sections:
            index = f"{section.folder}/index.md"
            inside = sorted(
                (
                    pages[self.guide.source_language]
                    for uri, pages in self.pages.items()
                    if uri.startswith(f"{section.folder}/") and uri != index and language in pages
                ),
                key=self._order,
            )
            uris = [index] * bool(self.page(index, language)) + [page.uri for page in inside]
            if uris:
                menu.append({section.name[language]: uris})
        return menu

    def card(self, page: WrittenPage, language: str) -> Card | None:
        """The card of a page; None when the page does not exist in the language."""
        shown = self.page(page.uri, language)
        if shown is None:
            return None
        vocabulary, front = self.guide.vocabulary, page.front
        tags: list[str] = []
        number = color = icon = None
        if isinstance(shown.front, MethodTexts) and isinstance(front, MethodPage):
            tags = [vocabulary.method_kinds[front.kind].name[language], without_note(shown.front.duration)]
        if isinstance(front, Page) and front.recommendations:
            first = vocabulary.recommendations[front.recommendations[0]]
            color = first.color
            if page.kind == "recommendation":
                number, icon = first.number, first.icon
        url = self.guide.page_url(page.uri, language)
        text = shown.front.goal if isinstance(shown.front, MethodTexts) else shown.front.description
        return Card(page.id, page.kind, url, shown.front.title, text, tuple(tags), None, number, color, icon)

    def recommendation_cards(self, language: str) -> list[Card]:
        """Every recommendation of the vocabulary; one whose page is not written has no address."""
        cards = []
        for identifier, one in sorted(self.guide.vocabulary.recommendations.items(), key=lambda item: item[1].number):
            uri = f"{self.folder('recommendation')}/{identifier}.md"
            url = self.guide.page_url(uri, language) if self.page(uri, language) else ""
            text = one.core[language]
            cards.append(
                Card(
                    identifier,
                    "recommendation",
                    url,
                    one.name[language],
                    text,
                    (),
                    None,
                    one.number,
                    one.color,
                    one.icon,
                )
            )
        return cards

    def worksheet_cards(self, language: str) -> list[Card]:
        """The cards of the worksheets."""
        if language not in self._worksheet_cards:
            self._worksheet_cards[language] = worksheets.cards(self.guide, language)
        return self._worksheet_cards[language]

    def partner_cards(self, language: str) -> list[Card]:
        """The cards of the partners."""
        if language not in self._partner_cards:
            self._partner_cards[language] = partners.cards(self.guide, language)
        return self._partner_cards[language]
