"""What every block of a sheet has."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from guide.texts import Slug, known
from guide.worksheets.words import Whole

Paper = Literal["a4", "a4-landscape", "a3", "a3-landscape"]

Icon = Annotated[str, known("icon")]
"""A meaning of `icons.yml`."""


def between(low: int, high: int) -> AfterValidator:
    """Refuses a number below `low` or above `high`."""

    def check(value: int) -> int:
        if not low <= value <= high:
            raise PydanticCustomError("range", "range", {"code": "number_range", "low": low, "high": high})
        return value

    return AfterValidator(check)


def count(low: int, high: int) -> BeforeValidator:
    """Refuses a list with fewer than `low` or more than `high` items, before the items themselves are looked at."""

    def check(value: Any) -> Any:
        if isinstance(value, list) and not low <= len(value) <= high:
            context = {"code": "count_range", "number": len(value), "low": low, "high": high}
            raise PydanticCustomError("range", "range", context)
        return value

    return BeforeValidator(check)


Lines = Annotated[int, between(1, 16)]
Millimetres = Annotated[int, between(6, 240)]


class Block(Whole):
    """A part of a sheet. Each type adds its own keys and a `type`.

    page_break: starts a new page; paper: of that page, when it is not the sheet's. beside: stands to the side of the
    block before it. until_here: after this block the sheet says how to use it in ten minutes.
    """

    id: Slug
    page_break: bool = False
    paper: Paper | None = None
    beside: bool = False
    until_here: bool = False

    @property
    def pages(self) -> int:
        """How many pages of its own it begins after its first."""
        return 0


class Drawn(Block):
    """A block with a drawing of our own. drawing: its name."""

    drawing: str

    @property
    def svg(self) -> str:
        """The drawing itself, without words."""
        raise NotImplementedError
