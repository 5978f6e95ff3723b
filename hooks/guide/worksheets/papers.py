"""The papers that a sheet may have."""

from __future__ import annotations

MILLIMETRES = {"a4": (210, 297), "a4-landscape": (297, 210), "a3": (297, 420), "a3-landscape": (420, 297)}
"""Width and height."""

PICTURE_WIDTH = 720
"""Of the picture in the catalogue, in pixels."""


def picture_size(paper: str) -> tuple[int, int]:
    """Width and height of the picture of a sheet, in pixels."""
    width, height = MILLIMETRES[paper]
    return PICTURE_WIDTH, round(PICTURE_WIDTH * height / width)
