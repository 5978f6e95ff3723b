"""A page of the site as it works from a file: links to files, classic scripts, nothing to ask of a server.

A module script, a worker and `fetch` all need a server, and without one no folder has a page of its own. What a tag
says is changed where it is needed; every other byte of the page stays. A tag that changes is written anew, with the
same attributes in the same order.
"""

from __future__ import annotations

import json
import posixpath
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from guide.offline.links import INDEX, Links

OFFLINE = "offline.js"
"""The script that answers the search box of the theme, in the folder of the scripts."""
SCRIPTS = "assets/javascripts"
_LINKS = frozenset({"href", "src", "action", "data-page", "data-theme"})
_FETCHED = frozenset({"data-content", "data-index", "data-list", "data-source"})
"""Attributes that name a file which a script asks for."""
_FROM_HERE = frozenset({"data-to", "data-anchors"})
"""Of the script at old addresses; they count from the page itself, whatever its <base> says."""
_LOADED_EARLY = frozenset({"preload", "modulepreload"})
_POLICY = "content-security-policy"

Attributes = list[tuple[str, str | None]]


@dataclass
class Page:
    """A page for the copy. html: as it is there. modules: the entries of its scripts. classic: its other scripts.

    fetched: files that its scripts ask for, with the folder from which addresses in them count. From the site's root.
    """

    html: str
    modules: set[str] = field(default_factory=set)
    classic: set[str] = field(default_factory=set)
    fetched: dict[str, str] = field(default_factory=dict)


def offline_page(html: str, url: str, links: Links) -> Page:
    """A page of the site. url: its file, from the site's root."""
    reader = _Reader(html, url, links)
    reader.feed(html)
    reader.close()
    parts, done = [], 0
    for start, end, text in reader.changes:
        parts += [html[done:start], text]
        done = end
    reader.page.html = "".join([*parts, html[done:]])
    return reader.page


class _Reader(HTMLParser):
    """Gathers what changes on a page: (start, end, new text), in order."""

    def __init__(self, html: str, url: str, links: Links) -> None:
        super().__init__(convert_charrefs=False)
        self.links = links
        self.here = posixpath.dirname(url)
        self.folder = self.here  # from which links count
        self.based = False
        self.page = Page(html)
        self.changes: list[tuple[int, int, str]] = []
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._known: dict[tuple[str, str], str] = {}

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        changed = self._changed(tag, attrs)
        if changed is None:
            return
        raw = self.get_starttag_text()
        assert raw is not None
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        self.changes.append((start, start + len(raw), changed))

    def _changed(self, tag: str, attrs: Attributes) -> str | None:
        """The tag as it is in the copy; None when it stays."""
        given = dict(attrs)
        match tag:
            case "base":
                self._base(given["href"] or "")
                return None
            case "meta" if given.get("http-equiv"):
                return self._meta(attrs)
            case "link" if _LOADED_EARLY & set((given.get("rel") or "").split()):
                return ""  # a file has no origin, so that what is loaded early cannot be used
            case "script" if given.get("type") == "module":
                return self._module(attrs)
            case "script" if given.get("id") == "__config":
                source = posixpath.relpath(posixpath.join(SCRIPTS, OFFLINE), self.here or ".")
                return f'<script src="{source}"></script>{self.get_starttag_text()}'
        for name in _FETCHED & given.keys():
            self._fetch(given[name] or "")
        if tag == "script" and given.get("src"):
            self._classic(given["src"] or "")
        new = [(name, self._value(tag, name, value)) for name, value in attrs]
        return None if new == attrs else _tag(tag, new)

    def _value(self, tag: str, name: str, value: str | None) -> str | None:
        if not value or (name not in _LINKS and name not in _FROM_HERE):
            return value
        if name == "data-anchors":
            moved = {anchor: self._link(link, self.here) for anchor, link in json.loads(value).items()}
            return json.dumps(moved, ensure_ascii=False)
        if name == "data-to":
            return self._link(value, self.here)
        if self.based and tag == "a" and value.startswith("#"):
            return INDEX + value  # it counts from the page that <base> names
        return self._link(value, self.folder)

    def _link(self, address: str, folder: str) -> str:
        key = (address, folder)
        if key not in self._known:
            self._known[key] = self.links.link(address, folder)
        return self._known[key]

    def _base(self, href: str) -> None:
        file = self.links.file(href, self.here)
        assert file is not None, href
        self.folder, self.based = posixpath.dirname(file), True

    def _meta(self, attrs: Attributes) -> str | None:
        given = dict(attrs)
        kind, content = (given.get("http-equiv") or "").lower(), given.get("content") or ""
        if kind == "refresh":
            time, mark, target = content.partition("url=")
            content = time + mark + self._link(target, self.here)
        elif kind == _POLICY:
            content = offline_policy(content)
        new: Attributes = [(name, content if name == "content" else value) for name, value in attrs]
        return None if new == attrs else _tag("meta", new)

    def _module(self, attrs: Attributes) -> str:
        given = dict(attrs)
        source = given["src"] or ""
        entry = self.links.file(source, self.folder)
        assert entry is not None, source
        self.page.modules.add(entry)
        if theme := given.get("data-theme"):
            self._classic(theme)
        kept = [(name, self._value("script", name, value)) for name, value in attrs if name not in ("type", "src")]
        return _tag("script", [("defer", None), ("src", classic_name(source)), *kept])

    def _classic(self, source: str) -> None:
        self.page.classic.add(self.links.file(source, self.folder) or "")

    def _fetch(self, address: str) -> None:
        file = self.links.file(address, self.folder)
        if file in self.links.kept and file.endswith(".json"):  # the same name may hold a word
            self.page.fetched[file] = self.folder


def classic_name(module: str) -> str:
    """The name of the classic script that is made of a module."""
    return posixpath.splitext(module)[0] + ".js"


def offline_policy(policy: str) -> str:
    """A Content-Security-Policy for a file, which has no origin that 'self' could name: files only, and no requests."""
    changed = []
    for name, *sources in (rule.split() for rule in policy.split(";") if rule.strip()):
        allowed = ["'none'"] if name == "connect-src" else ["file:" if one == "'self'" else one for one in sources]
        changed.append(" ".join([name, *allowed]))
    return "; ".join(changed)


def _tag(name: str, attrs: Attributes) -> str:
    written = [name, *(key if value is None else f'{key}="{escape(value)}"' for key, value in attrs)]
    return f"<{' '.join(written)}>"
