"""Checks of a page after Markdown made it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from difflib import get_close_matches
from html import unescape

from guide.content.model import SourceHome
from guide.content.read import WrittenPage
from guide.problems import Problem

_LEFT_OVER = re.compile(r"^\s*(?:<p>)?/{3,}\s*(\w[^<\n]*)?", re.MULTILINE)
_CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ADDRESS = r"(?:https?://|\.\.?/|[^()\s]*\.md\b)[^()\n]{0,40}\)?"
_MARKUP = re.compile(
    r"\[(?!\^)[^\[\]\n]{0,40}\](?:\([^()\n]{0,40}\)?|\[(?![\^\d])[^\[\]\n]{0,40}\]| \(" + _ADDRESS + r")"
    r"|(?<![\w*])\*\*(?:[\w\"'“‘(][^*\n\[]{0,20}| [^*\n\[]{1,60}\w\*\*)"
)


def left_over(page: WrittenPage, html: str) -> list[Problem]:
    """Blocks that Markdown did not know: their `///` stands in the page as text.

    The closing `///` of a block that was not known is left over too; it is told only when it stands alone.
    """
    named = [match[1].strip() for match in _LEFT_OVER.finditer(html) if match[1]]
    bare = any(not match[1] for match in _LEFT_OVER.finditer(html))
    return [
        Problem(page.source.file, line_of(page, near), "block_left", {"near": near}) for near in named or ["///"] * bare
    ]


def markup_left(page: WrittenPage, html: str) -> list[Problem]:
    """Links and bold letters that Markdown did not know: their signs stand in the page as text, as they were written.

    Signs that an editor wants to be seen are written with a backslash, or as code.
    """
    body = _COMMENT.sub(lambda one: "\n" * one[0].count("\n"), page.source.body).splitlines()
    texts = (unescape(text) for text in _TAG.split(_CODE.sub("", _COMMENT.sub("", html))))
    problems = []
    for near in dict.fromkeys(found[0].strip() for text in texts for found in _MARKUP.finditer(text)):
        written = (number for number, line in enumerate(body, page.source.body_line) if near in line)
        if line := next(written, None):
            problems.append(Problem(page.source.file, line, "markup_left", {"near": near}))
    return problems


def misplaced_lists(page: WrittenPage, islands: Iterable[str], only: Mapping[str, str]) -> list[Problem]:
    """Lists that can only be made on some pages. only: a list, and the kind or uri of the page that may hold it."""
    problems = []
    for name in islands:
        _, _, argument = name.partition(":")
        if argument in only and only[argument] not in (page.kind, page.uri):
            values = {"list": argument, "place": only[argument]}
            problems.append(Problem(page.source.file, line_of(page, argument), "list_misplaced", values))
    return problems


def unknown_figures(page: WrittenPage, islands: Iterable[str], known: Sequence[str]) -> list[Problem]:
    """Figures that a page asks for and that were never drawn."""
    problems = []
    for name in islands:
        kind, _, identifier = name.partition(":")
        if kind == "figure" and identifier not in known:
            values = {"id": identifier, "known": ", ".join(known)}
            problems.append(Problem(page.source.file, line_of(page, identifier), "figure_unknown", values))
    return problems


def unknown_names(page: WrittenPage, islands: Iterable[str], known: Mapping[str, Iterable[str]]) -> list[Problem]:
    """Lists of what does not exist. known: by list, the names that may follow it."""
    problems = []
    for name in islands:
        _, _, argument = name.partition(":")
        kind, _, wanted = argument.partition(" ")
        if wanted and kind in known and wanted not in known[kind]:
            values = {"id": wanted, "known": ", ".join(known[kind])}
            problems.append(Problem(page.source.file, line_of(page, argument), "unknown_id", values))
    return problems


def lost_questions(page: WrittenPage, anchors: Mapping[str, Set[str] | None]) -> list[Problem]:
    """Lines on the home page that lead to a place that is not there. anchors: as `Places` has them."""
    home = page.front.home
    questions = home.questions if isinstance(home, SourceHome) else ()
    problems = []
    for number, one in enumerate(questions):
        known = anchors.get(one.link)
        if one.anchor and known is not None and one.anchor not in known:
            close = get_close_matches(one.anchor, sorted(known), 1, 0) or ["–"]
            values = {"anchor": one.anchor, "page": one.link, "close": close[0]}
            line = page.source.line("home", "questions", number)
            problems.append(Problem(page.source.file, line, "anchor_gone", values))
    return problems


def line_of(page: WrittenPage, near: str) -> int:
    """The line of the block that says `near`; for a bare `///` the last one."""
    lines = list(enumerate(page.source.body.splitlines(), page.source.body_line))
    if near == "///":
        return next((number for number, line in reversed(lines) if line.strip() == near), page.source.body_line)
    return next((number for number, line in lines if line.startswith("///") and near in line), page.source.body_line)
