"""Short addresses: `/a/communicatie/` sends the reader on in the language of the browser, and lists the languages.

One that was published stays when its page gets another name or place: it leads straight to where the page is now. For
every published place on the page it has a list of its own (`/a/communicatie/#tolken`), which is shown when it is asked
for: so who has no scripts chooses a language and arrives at the place, and the script needs no other list.
rel=canonical names the page in the source language; `noindex` would contradict it and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide import worksheets
from guide.catalogue import Catalogue
from guide.permalinks.addresses import HOME, is_short, join
from guide.permalinks.moves import Moves
from guide.permalinks.register import Register
from guide.sharing import card_uri
from guide.site import relative_url
from guide.strings import load
from guide.templates import templates
from guide.worksheets import SheetLanguage

FOLDER = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Choice:
    """A language to go to. url: from the site's root. name: in its own script."""

    code: str
    name: str
    direction: str
    url: str


@dataclass(frozen=True)
class Place:
    """A place on the page, with the languages to go to. anchor: as it was published."""

    anchor: str
    choices: tuple[Choice, ...]


def short_pages(catalogue: Catalogue, register: Register, site_name: str = "") -> dict[str, str]:
    """Every short address as HTML, by the path of its file. site_name: the name of the guide, on pages that stay."""
    made = _Short(catalogue, register, site_name)
    return {f"{address}index.html": page for address, page in made.pages().items()}


class _Short:
    def __init__(self, catalogue: Catalogue, register: Register, site_name: str) -> None:
        self.catalogue, self.guide, self.register = catalogue, catalogue.guide, register
        self.site_name, self.moves = site_name, Moves(catalogue.guide, register)

    def pages(self) -> dict[str, str]:
        """The pages by address: those of what there is now, and those that were published."""
        sheets = self._sheets()
        made = {address: self._page(address, page) for address, page in self._living().items()}
        made |= {address: self._languages(address, *sheet) for address, sheet in sheets.items()}
        known = {*self.register.short, *(one for one in self.register.moved if is_short(self.guide, one))}
        for address in sorted(one for one in known - made.keys() if "#" not in one):
            now = self.moves.final(address) or address
            if now in sheets:
                made[address] = self._languages(address, *sheets[now])
            elif page := self._page(address, self.moves.page(address)):
                made[address] = page
        return {address: page for address, page in made.items() if page}

    def _living(self) -> dict[str, str]:
        """The page behind the short address of everything that has one."""
        source, found = self.guide.source_language, dict[str, str]()
        for kind, place in self.guide.vocabulary.kinds.items():
            ids = {
                "worksheet": [card.id for card in self.catalogue.worksheet_cards(source)],
                "partner": [card.id for card in self.catalogue.partner_cards(source)],
            }.get(kind, [page.id for page in self.catalogue.of_kind(kind)])
            found |= {f"{place.letter}/{one}/": f"{place.folder}/{one}/" for one in ids}
        return found

    def _sheets(self) -> dict[str, tuple[str, Sequence[SheetLanguage]]]:
        """Title and languages of the sheets of which the languages have an address."""
        letter, name = (
            self.guide.vocabulary.kinds["worksheet"].letter,
            self.guide.editor_strings["permalinks.languages"],
        )
        found: dict[str, tuple[str, Sequence[SheetLanguage]]] = {}
        for slug, sheet in worksheets.read_all(self.guide)[0].items():
            choices = worksheets.languages_page(self.guide, sheet)
            if len(choices) > 1:
                found[f"{letter}/{slug}/{name}/"] = (str(sheet.source.title), choices)
        return found

    def _page(self, address: str, target: str) -> str:
        """The languages of a page, or of a place on it; "" when nothing is there."""
        page = target.partition("#")[0]
        title, codes = self._named(page)
        if not codes:
            return ""
        choices = [self._choice(code, target) for code in codes]
        return _render(
            "short.html", self.catalogue, address, choices, title=title, places=self._places(address, page, codes),
            canonical=self.guide.absolute(choices[0].url.partition("#")[0].removeprefix(HOME)),
            card=self._card(page), site_name=self.site_name,
            sheet=page.startswith(f"{self.guide.vocabulary.kinds['worksheet'].folder}/"),
        )  # fmt: skip

    def _card(self, page: str) -> str:
        """The picture that goes along when the address is sent: that of the page in the source language."""
        uri = "index.md" if page == HOME else f"{page.removesuffix('/')}.md"
        return self.guide.absolute(card_uri(uri, self.guide.source_language))

    def _places(self, address: str, page: str, codes: Sequence[str]) -> list[Place]:
        """Every place that was published on the page, and on the one that had this address before."""
        names: dict[str, str] = {}
        for one in (page, self.moves.first(address)):  # what the address meant first goes before the rest
            published = self.register.pages[one].anchors if one in self.register.pages else ()
            moved = (old.partition("#") for old in self.register.moved)
            names |= dict.fromkeys((*published, *(name for path, _, name in moved if name and path == one)), one)
        return [
            Place(name, tuple(self._choice(code, f"{names[name]}#{name}") for code in codes)) for name in sorted(names)
        ]

    def _choice(self, code: str, target: str) -> Choice:
        """The way to a page, or to a place that was on it, in a language."""
        known, address = self.guide.vocabulary.languages[code], join(self.guide, code, target)
        return Choice(code, known.native, known.direction, self.moves.final(address) or address)

    def _named(self, page: str) -> tuple[str, Sequence[str]]:
        """The title of a page in the source language, and the languages that it has; none when it is not there."""
        source, stem = self.guide.source_language, page.removesuffix("/")
        for uri in (f"{stem}.md", f"{stem}/index.md", *(["index.md"] if page == HOME else [])):
            if written := self.catalogue.pages.get(uri):
                codes = [code for code in self.guide.languages if code in written]
                return written[source].front.title, codes
        cards = self.catalogue.worksheet_cards(source) + self.catalogue.partner_cards(source)
        found = next((card.title for card in cards if card.url == page), "")
        return found, self.guide.languages if found else ()

    def _languages(self, address: str, title: str, sheets: Sequence[SheetLanguage]) -> str:
        """The languages of a sheet, for parents."""
        guide, source = self.guide, self.guide.source_language
        known = guide.vocabulary.languages
        parents = [
            Choice(code, title, known[code].direction, url)
            for code, (title, url) in self.catalogue.parents_pages().items()
        ]
        return _render(
            "sheet-languages.html", self.catalogue, address, sheets, title=title, parents=parents,
            source_name=known[source].name[source], site_name=self.site_name, home=guide.page_url("index.md", source),
            card=self._card(sheets[0].url), canonical="", sheet=True,
        )  # fmt: skip


def _render(
    template: str, catalogue: Catalogue, address: str, choices: Sequence[Choice | SheetLanguage], **values: Any
) -> str:
    guide = catalogue.guide
    return templates(FOLDER).get_template(template).render(
        language=guide.source_language, t=load(guide.source_language).text, choices=choices,
        link=lambda url: relative_url(url, address), **values,
    )  # fmt: skip
