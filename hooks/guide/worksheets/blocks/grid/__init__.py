"""A table with a head, and rows that are empty or begin with a word."""

from __future__ import annotations

from typing import Annotated, Literal

from guide.texts import Record, Slug
from guide.worksheets.blocks.base import Block, Icon, Millimetres, between, count
from guide.worksheets.words import Words


class Column(Record):
    """A column. share: its width compared with the others."""

    id: Slug
    label: Words
    icon: Icon | None = None
    share: Annotated[int, between(1, 6)] = 1


class Row(Record):
    """A row that begins with a word."""

    id: Slug
    label: Words


class Model(Block):
    """rows: rows with a first word. empty: rows without; they come after. height: of a row, in millimetres.

    corner: the head above the words of the rows.
    """

    type: Literal["grid"]
    prompt: Words
    hint: Words | None = None
    icon: Icon | None = None
    corner: Words | None = None
    columns: Annotated[tuple[Column, ...], count(1, 6)]
    rows: Annotated[tuple[Row, ...], count(0, 16)] = ()
    empty: Annotated[int, between(0, 16)] = 0
    height: Millimetres = 11

    @property
    def row_headed(self) -> tuple[bool, ...]:
        """For each table: does a row begin with its name?"""
        return (bool(self.rows),)
