"""The papers that a sheet may have."""

from __future__ import annotations

from guide.worksheets.model import Worksheet

MILLIMETRES = {"a4": (210, 297), "a4-landscape": (297, 210), "a3": (297, 420), "a3-landscape": (420, 297)}
"""Width and height."""

PICTURE_WIDTH = 720
"""Of the picture in the catalogue, in pixels."""


def papers(worksheet: Worksheet) -> set[str]:
    """The papers of all its pages."""
    return {worksheet.paper, *(block.paper for block in worksheet.blocks if block.page_break and block.paper)}


HALVES = "2xa4"
"""In the name of the file with each A3 page as two A4 pages."""


def reduced(own: str, paper: str, whole: bool = False) -> str:
    """The paper of a page on a smaller one, lying where it lies: ("a3-landscape", "a4") → "a4-landscape".

    whole: with all that stands on it where it was.
    """
    return f"{own}-on-{paper}" if whole and own.startswith("a3") else own.replace("a3", paper)


def picture_size(paper: str) -> tuple[int, int]:
    """Width and height of the picture of a sheet, in pixels."""
    width, height = MILLIMETRES[paper]
    return PICTURE_WIDTH, round(PICTURE_WIDTH * height / width)
