"""What a written page may not hold: whatever runs, loads or frames something, or styles it in place.

Markdown lets HTML through, and attributes by `{: onclick="…"}`. The browser would refuse all of this, because the
policy of the page allows the site's own scripts and styles only (`guide.policy`); an editor hears it here, with the
line. Other HTML is let through.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser

from guide.content.read import WrittenPage
from guide.problems import Problem

_TAGS = {
    "applet", "audio", "base", "button", "embed", "form", "frame", "frameset", "iframe", "input", "link", "math",
    "meta", "object", "script", "select", "style", "svg", "template", "textarea", "video",
}  # fmt: skip
_ADDRESSES = {"action", "background", "cite", "data", "formaction", "href", "poster", "src", "srcset", "xlink:href"}
_SCHEME = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.\x00-\x20-]*):", re.IGNORECASE)
_HARMLESS = {"http", "https", "mailto", "tel"}
_FETCHED = {"background", "src", "srcset"}
_ELSEWHERE = re.compile(r"(?:^|[\s,])((?:https?:)?//[^\s,]+)", re.IGNORECASE)


class _Reader(HTMLParser):
    """Gathers what is not allowed: as it is told, and a pattern that finds it in what the editor wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _TAGS:
            self.found.append((f"<{tag}>", rf"<{tag}\b"))
        for name, value in attrs:
            scheme = _SCHEME.match(value or "") if name in _ADDRESSES else None
            named = re.sub(r"[\x00-\x20]", "", scheme[1]).lower() if scheme else ""
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.found.append((f"{name}=", rf"{re.escape(name)}\s*="))
            elif named and named not in _HARMLESS:
                self.found.append((f"{named}:", rf"{re.escape(named)}\s*:"))
            if name in _FETCHED and tag not in _TAGS:
                self.found += [(one, re.escape(one)) for one in _ELSEWHERE.findall(value or "")]


@lru_cache(2048)
def _found(html: str) -> tuple[tuple[str, str], ...]:
    """What is told of it, and a pattern that finds it in the text; each once."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(dict.fromkeys(reader.found))


def unsafe(page: WrittenPage, html: str) -> list[Problem]:
    """Everything in a page that would run, load or frame something, once for each line.

    html: what Markdown makes of the page, without its lists and figures.
    """
    lines = list(enumerate(page.source.body.splitlines(), page.source.body_line))
    problems = []
    for told, near in _found(html):
        at = [number for number, line in lines if re.search(near, line, re.IGNORECASE)] or [page.source.body_line]
        problems += [Problem(page.source.file, number, "page_unsafe", {"what": told}) for number in at]
    return problems
