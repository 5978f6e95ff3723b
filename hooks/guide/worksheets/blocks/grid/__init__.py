"""A table with a head, and rows that are empty or begin with a word."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from guide.texts import Record, Slug
from guide.worksheets.blocks.base import Block, Icon, Millimetres, between, count
from guide.worksheets.words import Words


class Column(Record):
    """A column. share: its width compared with the others.

    tick: a box to tick in each cell instead of room to write.
    """

    id: Slug
    label: Words
    icon: Icon | None = None
    share: Annotated[int, between(1, 6)] = 1
    tick: bool = False


class Cell(Record):
    """A cell that is filled in already. id: of its column."""

    id: Slug
    text: Words


class Row(Record):
    """A row that begins with a word. cells: those that are not empty."""

    id: Slug
    label: Words
    icon: Icon | None = None
    cells: tuple[Cell, ...] = ()


class Box(Record):
    """A box with a name and room to write. span: over how many columns of boxes."""

    id: Slug
    label: Words
    hint: Words | None = None
    icon: Icon | None = None
    span: Annotated[int, between(1, 4)] = 1


class Model(Block):
    """A table, or boxes beside each other, `across` in a row.

    rows: rows with a first word. empty: rows without; they come after. height: of a row or a box, in millimetres;
    boxes without a height share what is left of the page. corner: the head above the words of the rows. large: names of
    boxes that can be read from a distance.
    """

    type: Literal["grid"]
    prompt: Words
    hint: Words | None = None
    icon: Icon | None = None
    corner: Words | None = None
    columns: Annotated[tuple[Column, ...], count(0, 6)] = ()
    rows: Annotated[tuple[Row, ...], count(0, 16)] = ()
    empty: Annotated[int, between(0, 16)] = 0
    boxes: Annotated[tuple[Box, ...], count(0, 12)] = ()
    across: Annotated[int, between(1, 4)] = 2
    height: Millimetres | None = None
    large: bool = False

    @model_validator(mode="after")
    def _one_form(self) -> Model:
        """Columns or boxes, not both; a filled cell stands in a column that exists."""
        if bool(self.columns) == bool(self.boxes):
            code = "grid_two_forms" if self.columns else "grid_no_form"
            raise PydanticCustomError(code, code, {"code": code})
        names = [column.id for column in self.columns]
        for cell in (cell for row in self.rows for cell in row.cells):
            if cell.id not in names:
                raise PydanticCustomError("unknown_id", "unknown column", {"id": cell.id, "known": ", ".join(names)})
        return self

    def answered(self, row: Row) -> bool:
        """Is one of the columns to tick filled in already? Then there is nothing left to choose in this row."""
        ticked = {column.id for column in self.columns if column.tick}
        return any(cell.id in ticked for cell in row.cells)

    @property
    def row_height(self) -> int:
        """Of a row of the table, in millimetres."""
        return self.height or 11
