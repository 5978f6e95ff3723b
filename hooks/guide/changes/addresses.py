"""Where old and new addresses lead, as a page in one language shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import html as lxml_html

from guide.catalogue import Catalogue
from guide.changes.model import Change
from guide.content.html import html
from guide.content.read import WrittenPage
from guide.permalinks.addresses import HOME, join, lettered, split
from guide.permalinks.moves import Moves
from guide.permalinks.register import read_register
from guide.strings import load


@dataclass(frozen=True)
class Link:
    """A place of the site. url: from its root, with or without #anchor. title: what readers know it by."""

    url: str
    title: str


@dataclass(frozen=True)
class Moved:
    """An address that leads elsewhere now. old: from the site's root. written: as the register names it."""

    old: str
    new: Link
    written: str


class Addresses:
    """The addresses of a guide in one of its languages."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.catalogue = catalogue
        self.guide = catalogue.guide
        self.language = language
        self._moves = Moves(self.guide, read_register(self.guide, [])[0])

    @cached_property
    def moved(self) -> dict[str, Moved]:
        """Every address that moved, by how the register writes it.

        A line in the plain form holds for all languages, unless the register has one for this language too. A line of
        another language of the site stands on the pages of that language, and those of home languages on the source's.
        """
        found = {}
        lines = self._moves.register.moved
        for written in lines:
            code, plain = split(self.guide, written)
            if code == self.guide.source_language:
                old = self._here(plain)
                shown = old == written or old not in lines
            else:
                old = written
                shown = self.language == (code if code in self.guide.languages else self.guide.source_language)
            if shown:
                found[written] = Moved(old, self._link(self._moves.final(old) or lines[written]), written)
        return found

    def of(self, change: Change) -> Link | None:
        """What a change is about, as it is called today; None when it names nothing."""
        name = change.page or ""
        for kind, identifier in (("worksheet", change.worksheet), ("partner", change.partner)):
            if identifier:
                name = f"{self.catalogue.folder(kind)}/{identifier}"
        if not name:
            return None
        page = self.guide.page_url(f"{name.removesuffix('.md')}.md", self.guide.source_language) or HOME
        address = self._here(page + (f"#{change.anchor}" if change.anchor else ""))
        return self._link(self._moves.final(address) or address)

    def _here(self, plain: str) -> str:
        """The plain form of an address in this language. Files and short addresses are the same in all of them."""
        page = plain.partition("#")[0].endswith("/") and lettered(self.guide, plain) is None
        return join(self.guide, self.language, plain) if page else plain

    def _link(self, address: str) -> Link:
        """An address with the title of its page and the name of its heading; with itself where no page is known.

        A page that this language lacks is the one in the source language, as for any other link.
        """
        path, mark, anchor = ("" if address == HOME else address.removeprefix(HOME)).partition("#")
        code, plain = split(self.guide, path)
        if path not in self._titles and code == self.language != self.guide.source_language:
            source = Addresses(self.catalogue, self.guide.source_language)
            if plain in source._titles:
                return source._link(plain + mark + anchor)
        url = path + mark + anchor
        title = self._titles.get(path, url)
        heading = self._heading(path, anchor) if anchor else ""
        words = load(self.language)
        return Link(url, words.text("changes.place", page=title, heading=heading) if heading else title)

    @cached_property
    def _titles(self) -> dict[str, str]:
        """What each page is called, by its address and its short one."""
        book, prefix = self.catalogue, self.guide.prefix(self.language)
        cards = (*book.worksheet_cards(self.language), *book.partner_cards(self.language))
        found = {url: page.front.title for url, page in self._written.items()}
        found |= {card.url: card.title for card in cards}
        for kind in self.guide.vocabulary.kinds.values():
            start = f"{prefix}{kind.folder}/"
            inside = [(url.removeprefix(start), title) for url, title in found.items() if url.startswith(start)]
            found |= {f"{kind.letter}/{rest}": title for rest, title in inside if rest}
        return found

    def _heading(self, path: str, anchor: str) -> str:
        """What a heading or a term says; "" where that is not known."""
        glossary, page = self.catalogue.glossary, self._written.get(path)
        if glossary and page and page.uri == glossary.page and anchor in glossary.terms:
            return glossary.terms[anchor].name[self.language]
        text = next((one.text for one in page.headings if one.id == anchor), "") if page else ""
        made = lxml_html.fragment_fromstring(html(text, self.language), create_parent=True) if text else None
        return "" if made is None else str(made.text_content()).strip()

    @cached_property
    def _written(self) -> Mapping[str, WrittenPage]:
        return {
            self.guide.page_url(uri, self.language): pages[self.language]
            for uri, pages in self.catalogue.pages.items()
            if self.language in pages
        }
