"""The block in a Word file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guide.worksheets.blocks.writing import Column, Model
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """The question, and rows to write in."""
    page.heading(block.prompt, block.number, block.hint)

    def head(column: Column) -> Callable[[Any], None]:
        return lambda cell: page.say(column.label, cell, bold=True, color=page.view.colors["strong"])

    lines, height = (1, block.box) if block.box else (block.lines, 11 if block.large else 8.5)
    page.writing_lines([head(column) for column in block.columns], lines, height)
