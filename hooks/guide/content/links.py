"""Links between pages, facts in comments, and data of persons: what a text says that no model checks."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from guide.content.read import WrittenPage
from guide.problems import Problem
from guide.source import FEW

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NO_LINKS = re.compile(r"<!--.*?-->|`[^`\n]*`|^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:|^//")
_FACT = re.compile(r"\b[A-Z][A-Z0-9.]*(?:-[A-Z]+)?-\d{2}\b")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/.-])(?!\d\d-\d\d-\d{4})(?:\+\d{2}|0)[ ./]?\d{1,3}(?:[ ./-]?\d{2,3}){2,3}(?![\w/-])")


@dataclass(frozen=True)
class Places:
    """Where links may lead. anchors: by page (a path below docs), the places on it; None when they are not known."""

    anchors: Mapping[str, Set[str] | None]
    facts: Set[str] | None


def problems_of(page: WrittenPage, places: Places) -> Iterator[Problem]:
    """Broken links, facts that do not exist, and addresses of persons in a written page."""
    yield from _links(page, places)
    if places.facts is not None:
        yield from _facts(page, places.facts)
    yield from _contacts(page)


def _links(page: WrittenPage, places: Places) -> Iterator[Problem]:
    body = _NO_LINKS.sub(_blank, page.source.body)
    for found in _LINK.finditer(body):
        target, line = found[1], _line(page, body, found.start(1))
        if _SCHEME.match(target):
            continue
        path, _, anchor = target.partition("#")
        uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)) if path else page.uri
        if uri not in places.anchors:
            values = {"target": target, "close": _closest(path, uri, places.anchors, page.uri)}
            yield Problem(page.source.file, line, "link_gone", values)
        elif anchor and (known := places.anchors[uri]) is not None and anchor not in known:
            close = difflib.get_close_matches(anchor, sorted(known), 1, 0) or ["–"]
            values = {"anchor": anchor, "page": uri, "close": close[0]}
            yield Problem(page.source.file, line, "anchor_gone", values)


def _closest(path: str, uri: str, known: Mapping[str, object], page: str) -> str:
    """The page that was meant, as a link from this page."""
    name = posixpath.basename(uri).removesuffix(".md")
    same = [one for one in sorted(known) if posixpath.basename(one).removesuffix(".md") == name]
    close = (same or difflib.get_close_matches(uri, sorted(known), 1, 0.5))[:1]
    return posixpath.relpath(close[0], posixpath.dirname(page) or ".") if close else "–"


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
    for pattern in (_EMAIL, _PHONE):
        for found in pattern.finditer(_LINK.sub(_blank, _COMMENT.sub(_blank, page.source.body))):
            yield Problem(
                page.source.file, _line(page, page.source.body, found.start()), "contact_data", {"near": found[0]}
            )
    for found in re.finditer(r"\]\((?:mailto|tel):[^)]*", page.source.body):
        line = _line(page, page.source.body, found.start())
        yield Problem(page.source.file, line, "contact_data", {"near": found[0][2:]})


def _blank(found: re.Match[str]) -> str:
    """As long as what was found, with its ends of lines."""
    return re.sub(r"[^\n]", " ", found[0])


def _line(page: WrittenPage, text: str, position: int) -> int:
    return page.source.body_line + text.count("\n", 0, position)
