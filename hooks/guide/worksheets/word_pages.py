"""How the pages of a Word file fill up: what stands on them, and what gives way when they are too full."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from guide.worksheets.papers import MILLIMETRES
from guide.worksheets.view import View
from guide.worksheets.wordml import Cell, Place, Row, gap

LEAST_GAP = 0.3
"""How far room between blocks may shrink."""
SPARE = 7
"""Left at the foot of a page, in millimetres: heights are estimates, and other faces take other room."""
LEAST_SHARE = 0.8
LEAST_SHARE_IN_TWO = 0.6
"""How far room to write on may shrink to keep a sheet on its pages; further when it is in two languages."""


class Pages:
    """The page that is being written, and the place on it. view: the sheet. place: where is written now."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.scale = 1.15 if view.worksheet.paper.startswith("a3") else 1.0
        self.place = Place(0)
        self.room = 0.0
        self.filling: list[Row] = []
        self.giving: list[tuple[Row, float]] = []
        self.gaps: list[tuple[Place, int, float]] = []
        self.afterwards: list[Callable[[], None]] = []

    def begin(self, paper: str) -> None:
        """A new page."""
        width, height = MILLIMETRES[paper]
        self.place, self.room = Place(width - 2 * self.margin(paper)), height - 2 * 10 - 4
        self.filling, self.giving, self.gaps, self.afterwards = [], [], [], []

    def margin(self, paper: str) -> int:
        """At the sides of a page, in millimetres."""
        return 16 if paper.startswith("a3") else 14

    def end(self) -> list[Any]:
        """What stands on the page; what fills it has got the rest of it."""
        over = self.place.height - self.room + SPARE
        if over > 0 and self.giving:
            most = sum(row.least * (1 - share) for row, share in self.giving)
            part = min(1.0, over / most)
            for row, share in self.giving:
                row.least *= 1 - part * (1 - share)
        if self.place.height > self.room - SPARE and not self.filling:
            for place, at, millimetres in self.gaps:
                place.parts[at] = (gap(millimetres), millimetres)
        if self.filling:
            rest = max(0.0, self.room - self.place.height - SPARE)
            height = (rest + sum(row.height for row in self.filling)) / len(self.filling)
            for row in self.filling:
                row.least = max(row.least, height)
        for finish in self.afterwards:
            finish()
        return self.place.elements()

    def give(self, rows: Sequence[Row], share: float = LEAST_SHARE) -> None:
        """These rows become lower when the page is too full, but not below this share: room to write on."""
        share = min(share, LEAST_SHARE_IN_TWO) if self.view.bilingual else share
        self.giving.extend((row, share) for row in rows)

    def fill(self, rows: Sequence[Row]) -> None:
        """These rows share what is left of the page."""
        self.filling.extend(rows)

    @property
    def width(self) -> float:
        """Of the place where is written, in millimetres."""
        return self.place.width

    @contextmanager
    def inside(self, cell: Cell) -> Iterator[Cell]:
        """Writes in a cell."""
        outside, self.place = self.place, cell
        yield cell
        self.place = outside

    def gap(self, millimetres: float) -> None:
        """Room; on a page that is too full less of it."""
        self.gaps.append((self.place, len(self.place.parts), millimetres * self.scale * LEAST_GAP))
        self.place.add(gap(millimetres * self.scale), millimetres * self.scale)

    def given_back(self, number: float, by: float) -> float:
        """Two languages take more room: what is large gives some of it back."""
        return max(1, number - by) if self.view.bilingual else number
