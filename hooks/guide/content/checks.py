"""Checks of a page after Markdown made it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from guide.content.read import WrittenPage
from guide.problems import Problem

_LEFT_OVER = re.compile(r"^\s*(?:<p>)?/{3,}\s*(\w[^<\n]*)?", re.MULTILINE)


def left_over(page: WrittenPage, html: str) -> list[Problem]:
    """Blocks that Markdown did not know: their `///` stands in the page as text."""
    problems = []
    for match in _LEFT_OVER.finditer(html):
        near = (match[1] or "///").strip()
        problems.append(Problem(page.source.file, _line_of(page, near), "block_left", {"near": near}))
    return problems


def unknown_figures(page: WrittenPage, islands: Iterable[str], known: Sequence[str]) -> list[Problem]:
    """Figures that a page asks for and that were never drawn."""
    problems = []
    for name in islands:
        kind, _, identifier = name.partition(":")
        if kind == "figure" and identifier not in known:
            values = {"id": identifier, "known": ", ".join(known)}
            problems.append(Problem(page.source.file, _line_of(page, identifier), "figure_unknown", values))
    return problems


def _line_of(page: WrittenPage, near: str) -> int:
    lines = page.source.body.splitlines()
    return next(
        (page.source.body_line + i for i, line in enumerate(lines) if line.startswith("///") and near in line), 1
    )
