"""What stands at old addresses, and on pages of which a place went elsewhere.

Plain hosting cannot redirect, and a page that sends a reader on by `<meta http-equiv="refresh">` loses the place that
was asked for (`old/#place`). So at the old address of a page stands a copy of the new one, made when the site is there:

- A script in its head, before anything is shown, puts the new address in the place of the old one, with the place
  where it is now. The copy has no other scripts: none runs from an address for which it was not made.
- Without scripts the browser itself goes to the place on the copy: every old name stands as an empty target before
  the heading that took its place, and a place that went to a third page says where. `<base>` lets the styles, pictures
  and links of the copy count from the new address, so each click leads there (a Content-Security-Policy needs
  `base-uri 'self'`); a line on top says where the page is now.
- Search engines are told by rel=canonical, which the copy has from the page itself, that the new address is the one.
  `noindex` would contradict that, and lose what links to the old address are worth. The sitemap has new addresses only.

A page that became one place of another page sends everybody there; without scripts by a refresh, as long as none of
its old places went elsewhere. A file sends nobody on: its successor is served at the old address too.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from guide.catalogue import Catalogue
from guide.pages import with_aliases
from guide.partners.embed import FOLDER as EMBED
from guide.permalinks.addresses import HOME, is_short, join, lettered, split
from guide.permalinks.away import away
from guide.permalinks.built import STANDS_IN
from guide.permalinks.moves import Moves
from guide.permalinks.register import Register
from guide.policy import policy
from guide.site import relative_url
from guide.strings import load
from guide.templates import templates

FOLDER = Path(__file__).parent / "templates"
SCRIPT = "assets/javascripts/moved.js"
_SCRIPTS = re.compile(r"<script\b.*?</script>\s*", re.DOTALL)
_HEAD = re.compile(r"(?:<head\b[^>]*>)(?:\s*<meta charset=[^>]*>)?")
_BODY = re.compile(r"<body\b[^>]*>")


@dataclass(frozen=True)
class Place:
    """A place that is on another page now. anchor: its old name. link: to it. title: what to call it."""

    anchor: str
    link: str
    title: str


@dataclass(frozen=True)
class _Anchors:
    """The places that a page had. aliases: their names now, where the page still has them. elsewhere: address now.

    jumps: what a script needs to know: the address now of those that are not where their name says.
    """

    aliases: dict[str, str] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)
    jumps: dict[str, str] = field(default_factory=dict)


class Old:
    """The old addresses of a guide."""

    def __init__(self, catalogue: Catalogue, register: Register) -> None:
        self.catalogue, self.guide, self.register = catalogue, catalogue.guide, register
        self._away = away(catalogue.guide, register)
        self.moves = Moves(catalogue.guide, register, self._away)

    def with_places(self, html: str, url: str) -> str:
        """The content of a page with its old anchors: before the heading that took their place, or at its foot."""
        anchors = self._anchors(url, url, self._moved_anchors(url))
        html = with_aliases(html, anchors.aliases)
        return html + self._places(anchors, url, url) if anchors.elsewhere else html

    def with_script(self, html: str, url: str) -> str:
        """The whole page; one of which a place went to another page sends its reader there before anything is shown."""
        anchors = self._anchors(url, url, self._moved_anchors(url))
        return _in_head(html, self._script(url, anchors)) if anchors.elsewhere else html

    def write(self, site: Path, language: str | None = None) -> None:
        """Put what stands at old addresses into the built site. language: the only one that was built."""
        for address, target in self._addresses():
            if language not in (None, split(self.guide, address)[0]):
                continue
            path, _, _ = target.partition("#")
            if not address.endswith("/"):
                _copy(site / path, site / address)
                continue
            page = site / path / "index.html"
            if path.endswith("/") and page.exists():
                _write(site / address / "index.html", self._copy(page.read_text("utf-8"), address, target))
            elif (site / path).is_file():
                _write(site / address / "index.html", self._to_file(address, target))

    def _addresses(self) -> Iterator[tuple[str, str]]:
        """Every old page and file with where it is now. Short addresses have pages of their own."""
        found = [*self.register.files, *self._away, *(one for one in self.register.moved if "#" not in one)]
        for url in {*self.register.pages, *self.register.moved}:
            page = self.register.pages.get(url)
            plain = url.endswith("/") and split(self.guide, url)[1] == url
            codes = [code for code, _ in page.places()] if page else self.guide.languages if plain else ()
            found += [join(self.guide, code, url) for code in codes]
        for address in sorted(set(found)):
            target = None if is_short(self.guide, address) else self.moves.final(address)
            if target and is_short(self.guide, target):
                yield address, join(self.guide, split(self.guide, address)[0], self.moves.page(target))
            elif target:
                yield address, target

    def _moved_anchors(self, url: str) -> set[str]:
        """The anchors of a page for which there is an entry."""
        pages = {url, split(self.guide, url)[1]}
        parts = (old.partition("#") for old in self.register.moved)
        return {anchor for page, _, anchor in parts if anchor and page in pages}

    def _anchors(self, old: str, new: str, names: set[str]) -> _Anchors:
        """Where the places of a page are now. old: its address; new: the page, or the place, that took it over."""
        found, (page, mark, _) = _Anchors(), new.partition("#")
        for name in sorted(names):
            target = self.moves.final(f"{old}#{name}")
            if target is None:
                continue
            path, _, anchor = target.partition("#")
            if path != page:
                found.elsewhere[name] = target
            elif anchor and anchor != name:
                found.aliases[name] = anchor
            if target != (new if mark else f"{page}#{name}") and (old != new or path != page):
                found.jumps[name] = target
        return found

    def _copy(self, html: str, old: str, new: str) -> str:
        """The new page as it stands at the old address."""
        page, mark, _ = new.partition("#")
        language, plain = split(self.guide, old)
        published = dict(self.register.pages[plain].places()) if plain in self.register.pages else {}
        anchors = self._anchors(old, new, {*published.get(language, ()), *self._moved_anchors(old)})
        html = with_aliases(_SCRIPTS.sub("", html), anchors.aliases, STANDS_IN)
        for name in (*anchors.aliases, *anchors.elsewhere):  # what has this name on the new page never had the old one
            html = re.sub(rf'(<\w+\b[^>]*?)\sid="{re.escape(name)}"', r"\1", html)
        html = html.replace(f"<span {STANDS_IN}=", "<span id=").replace("<html", f"<html {STANDS_IN}", 1)
        refresh = relative_url(new, page) if mark and not anchors.jumps else ""
        head = self._render("moved-head.html", base=relative_url(page, old), refresh=refresh)
        html = _in_head(html, self._script(old, anchors, new) + head)
        if self._in_a_frame(page):
            return html
        return _BODY.sub(lambda found: found[0] + self._line(new, page, anchors, language), html, count=1)

    def _in_a_frame(self, page: str) -> bool:
        """Whether a page is made to stand on other sites, where there is no room for more."""
        about = lettered(self.guide, split(self.guide, page)[1])
        return bool(about and about.before) or page.endswith(f"/{EMBED}/")

    def _line(self, new: str, page: str, anchors: _Anchors, language: str) -> str:
        """Where the page is now, and the places that are not on it, for who has no scripts."""
        return self._render(
            "moved-line.html", words=self._words("short.moved_page", language), link=relative_url(new, page),
            title=self._title(new), places=self._places(anchors, page, page),
        )  # fmt: skip

    def _places(self, anchors: _Anchors, page: str, url: str) -> str:
        places = [
            Place(anchor, relative_url(target, page), self._title(target))
            for anchor, target in anchors.elsewhere.items()
        ]
        words = self._words("short.moved_place", split(self.guide, url)[0])
        return self._render("moved-places.html", places=places, words=words)

    def _script(self, url: str, anchors: _Anchors, to: str = "") -> str:
        """The script for a page at `url`. to: where all goes that is not in `anchors`, "" for a page that stays."""
        jumps = {name: relative_url(target, url) for name, target in anchors.jumps.items()}
        return self._render(
            "moved-script.html", script=relative_url(SCRIPT, url), to=relative_url(to, url) if to else "",
            anchors=json.dumps(jumps, ensure_ascii=False, separators=(",", ":")),
        )  # fmt: skip

    def _to_file(self, old: str, target: str) -> str:
        link, title = relative_url(target, old), Path(target).name
        return self._render("moved-file.html", link=link, title=title, policy=policy())

    def _words(self, key: str, language: str) -> str:
        """The words in a language of the site; a home language does without."""
        return load(language)[key] if language in self.guide.languages else ""

    def _title(self, address: str) -> str:
        """What to call a page, and the place on it; its address when it is no page that anybody named."""
        language, plain = split(self.guide, address)
        path, _, anchor = plain.partition("#")
        stem = path.removesuffix("/")
        for uri in ("index.md",) if path == HOME else (f"{stem}.md", f"{stem}/index.md"):
            if page := self.catalogue.page(uri, language):
                headings = [one.text for one in page.headings if one.id == anchor]
                return " – ".join([page.front.title, *headings])
        if language in self.guide.languages:
            cards = self.catalogue.worksheet_cards(language) + self.catalogue.partner_cards(language)
            for card in cards:
                if card.url == address.partition("#")[0]:
                    return card.title
        return self.guide.absolute("" if address == HOME else address)

    def _render(self, template: str, **values: object) -> str:
        return templates(FOLDER).get_template(template).render(**values)


def _in_head(html: str, more: str) -> str:
    """The page with more at the start of its head, after the line that says how its letters are written."""
    return _HEAD.sub(lambda found: found[0] + more, html, count=1)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
