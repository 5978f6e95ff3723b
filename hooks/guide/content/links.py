"""Links between pages, facts in comments, and data of persons: what a text says that no model checks."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote

from guide.content.read import WrittenPage
from guide.problems import Problem
from guide.source import FEW

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NO_LINKS = re.compile(
    r"<!--.*?-->|^[ \t]*(?P<fence>```+|~~~+).*?^[ \t]*(?P=fence)"
    r"|(?P<code>(?<!`)`++)(?:(?!\n\n).)+?(?<!`)(?P=code)(?!`)",
    re.DOTALL | re.MULTILINE,
)
# Markdown lets spaces and pairs of brackets into the address of a link, but nothing after that of a definition.
_WORD = r"(?:[^()\s>]|\([^()\s]*\))+"
_LINK = re.compile(
    rf"(?<!\\)\]\(\s*(?:<([^>\n]+)>|({_WORD}(?:(?: +(?![\"'(\[]){_WORD})+(?=\s*\)|\s+[\"'(]))?))"
    r"|^ {0,3}\[[^\]\n^][^\]\n]*\]:[ \t]+(?:<([^>\n]+)>|([^)\s>]+))(?=[ \t]*(?:$|[\"'(]))",
    re.MULTILINE,
)
_SCHEME = re.compile(r"^(?!https?:(?!//))[a-z][a-z0-9+.-]*:|^//", re.IGNORECASE)
_ELSEWHERE = re.compile(  # the name of a site ends in a country's two letters or in a word; hardly any file does
    r"^(?:https?:/*)?((?:www\.(?:[\w-]+\.)+\w+|(?:[\w-]+\.)+(?:(?!gz\b|js\b|md\b)[a-z]{2}|com|info|net|org"
    r"|(?!geojson\b|markdown\b)[a-z]{6,}))(?:[/?#].*)?)$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:\.[a-z]{2,3})?(?:\.(?:html?|md)?)?$", re.IGNORECASE)
_FACT = re.compile(r"\b[A-Z][A-Z0-9.]*(?:-[A-Z]+)?-\d{2}\b")
_FIRST_WORD = re.compile(r"(?:\]\(\s*|^ {0,3}\[[^\]\n]*\]:\s+)<?[^)\s>]+", re.MULTILINE)
_CONTACT_LINK = re.compile(r"\]\(\s*<?((?:mailto|tel):[^)>]*)", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:(?:\+|00)\d{2}[ ./]?(?:\(0\) ?)?|\(?0)\d{1,3}\)?(?: ?[./-] ?| )?\d{2,3}"
    r"(?:[ ./-]?\d{2,3}){1,2}(?![\w/-])"
)
_LEAST_DIGITS = 9  # a date or two times of the day have eight


@dataclass(frozen=True)
class Places:
    """Where links may lead. anchors: by page (a path below docs), the places on it; None when they are not known.

    files: what else docs holds, pictures for instance. facts: None when any fact will do.
    moved: pages that had another name, with the page that each is now.
    """

    anchors: Mapping[str, Set[str] | None]
    files: Set[str]
    facts: Set[str] | None
    moved: Mapping[str, str] = field(default_factory=dict)


def problems_of(page: WrittenPage, places: Places) -> Iterator[Problem]:
    """Broken links, facts that do not exist, and addresses of persons in a written page."""
    yield from _links(page, places)
    if places.facts is not None:
        yield from _facts(page, places.facts)
    yield from _contacts(page)


def _links(page: WrittenPage, places: Places) -> Iterator[Problem]:
    for target, lines in _targets(page.source.body):
        line = page.source.body_line + lines
        if _SCHEME.match(target):
            values = {"target": target, "close": target.replace(" ", "%20")}
            yield Problem(page.source.file, line, "link_space", values)
            continue
        path, _, anchor = (unquote(part) for part in target.partition("#"))
        path = path.partition("?")[0]
        uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)) if path else page.uri
        if uri in places.files:
            continue
        if uri not in places.anchors:
            close, address = _closest(uri, target, places, page.uri), _ELSEWHERE.match(target)
            if address and not close:
                values, code = {"target": target, "close": f"https://{address[1]}"}, "link_elsewhere"
            else:
                values, code = {"target": target, "close": close or "–"}, "link_gone"
            yield Problem(page.source.file, line, code, values)
        elif anchor and (known := places.anchors[uri]) is not None and anchor not in known:
            like = difflib.get_close_matches(anchor, sorted(known), 1, 0) or ["–"]
            values = {"anchor": anchor, "page": uri, "close": like[0]}
            yield Problem(page.source.file, line, "anchor_gone", values)


@lru_cache(maxsize=1024)
def _targets(body: str) -> tuple[tuple[str, int], ...]:
    """Where links lead that may be wrong, and how many lines stand before each; kept for the next save."""
    text = _NO_LINKS.sub(_blank, body)
    found = ((next(filter(None, one.groups())), text.count("\n", 0, one.start())) for one in _LINK.finditer(text))
    return tuple(one for one in found if " " in one[0] or not _SCHEME.match(one[0]))


def _closest(uri: str, target: str, places: Places, page: str) -> str:
    """What was meant, as a link from this page: a page or file by its name of today, or a name like it; "" for none."""
    known, name, close = places.anchors, _bare(uri), list[str]()
    if target.lower().startswith(("www.", "http")):
        return ""
    endings = {posixpath.splitext(file)[1] for file in places.files} - {".md", ""}
    if now := places.moved.get(uri):
        close = [now]
    elif posixpath.splitext(uri)[1] in endings:  # a picture, or another file, is no page
        close = difflib.get_close_matches(uri, sorted(places.files), 1, 0.6)
    else:
        same = [one for one in sorted(known) if _bare(one) == name]
        close = same or ([] if _ELSEWHERE.match(target) else difflib.get_close_matches(uri, sorted(known), 1, 0.6))
    return posixpath.relpath(close[0], posixpath.dirname(page) or ".") if close else ""


def _bare(uri: str) -> str:
    """The name of a page without its ending, and without a language."""
    return _ENDING.sub("", posixpath.basename(uri))


def _facts(page: WrittenPage, known: Set[str]) -> Iterator[Problem]:
    for comment in _COMMENT.finditer(page.source.body):
        for found in _FACT.finditer(comment[0]):
            if found[0] not in known:
                line = _line(page, page.source.body, comment.start() + found.start())
                close = ", ".join(difflib.get_close_matches(found[0], sorted(known), 3, 0))
                values = {"id": found[0], "number": len(known), "known": close, "close": close, "key": "", "path": ""}
                code = "unknown_id" if len(known) <= FEW else "unknown_id_of_many"
                yield Problem(page.source.file, line, code, values)


def _contacts(page: WrittenPage) -> Iterator[Problem]:
    for what, lines in _contact_data(page.source.body):
        yield Problem(page.source.file, page.source.body_line + lines, "contact_data", {"near": what})


@lru_cache(maxsize=1024)
def _contact_data(body: str) -> tuple[tuple[str, int], ...]:
    """Addresses and numbers, and how many lines stand before each; kept for the next save."""
    text = _FIRST_WORD.sub(_blank, _COMMENT.sub(_blank, body))
    near = [(found.start(), found[0]) for found in _EMAIL.finditer(text)] if "@" in text else []
    numbers = ((found.start(), found[0]) for found in _PHONE.finditer(text))
    near += [one for one in numbers if sum(map(str.isdigit, one[1])) >= _LEAST_DIGITS]
    near += [(found.start(), found[1]) for found in _CONTACT_LINK.finditer(body)]
    return tuple((what, body.count("\n", 0, position)) for position, what in near)


def _blank(found: re.Match[str]) -> str:
    """As long as what was found, with its ends of lines."""
    return re.sub(r"[^\n]", " ", found[0])


def _line(page: WrittenPage, text: str, position: int) -> int:
    return page.source.body_line + text.count("\n", 0, position)
