"""What every block of a sheet has."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.texts import Slug, known
from guide.worksheets.words import Whole

Paper = Literal["a4", "a4-landscape", "a3", "a3-landscape"]

Icon = Annotated[str, known("icon")]
"""A meaning of `icons.yml`."""

Lines = Annotated[int, Field(ge=1, le=16)]
Millimetres = Annotated[int, Field(ge=6, le=240)]


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
