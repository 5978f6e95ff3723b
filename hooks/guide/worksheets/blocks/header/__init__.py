"""The title of the sheet and what one fills in at the top."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from guide.texts import Record, Slug
from guide.worksheets.blocks.base import Block, count
from guide.worksheets.words import Words

Shared = Literal["school", "class", "date", "place", "contact"]


class FillIn(Record):
    """A word with a line behind it. wide: the line may be long.

    shared: what is typed here stands on every sheet that has it; its word is that of the interface, unless `label`
    gives another.
    """

    id: Slug
    label: Words | None = None
    shared: Shared | None = None
    wide: bool = False

    @model_validator(mode="after")
    def _named(self) -> FillIn:
        if self.label is None and self.shared is None:
            raise PydanticCustomError("missing", "missing label", {"key": "label", "path": f"fields.{self.id}.label"})
        return self


class Model(Block):
    """The title block; title and subtitle are those of the sheet."""

    type: Literal["header"]
    fields: Annotated[tuple[FillIn, ...], count(0, 4)] = ()
