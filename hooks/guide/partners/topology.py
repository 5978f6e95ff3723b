"""TopoJSON into SVG paths: decode the arcs, project them, join them. Knows nothing of partners."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]


@dataclass(frozen=True)
class Projection:
    """Mercator, fitted into a drawing. Degrees in, units of the drawing out."""

    scale: float
    left: float
    top: float

    def __call__(self, lon: float, lat: float) -> Point:
        """The point in the drawing, y downwards."""
        x, y = _mercator(lon, lat)
        return x * self.scale - self.left, y * self.scale - self.top


@dataclass(frozen=True)
class Drawing:
    """A topology in a drawing of `width` by `height` units. arcs: points in the drawing."""

    width: float
    height: float
    project: Projection
    arcs: Sequence[Sequence[Point]]
    objects: Mapping[str, Any]

    def outlines(self, layer: str) -> dict[str, str]:
        """Each area of a layer as the `d` of a path, by its id."""
        return {
            geometry["id"]: "".join(_path(self._ring(ring), close=True) for ring in _rings(geometry))
            for geometry in self.objects[layer]["geometries"]
        }

    def borders(self, layer: str, without: str | None = None) -> str:
        """The lines between two areas of a layer, each once, but those that are also drawn in the layer `without`."""
        left_out = set(self._uses(without)) if without else set()
        shared = [arc for arc, count in self._uses(layer).items() if count > 1 and arc not in left_out]
        return "".join(_path(self.arcs[arc]) for arc in sorted(shared))

    def middle(self, layer: str, area: str) -> Point:
        """The centre of mass of an area's largest ring."""
        geometry = next(g for g in self.objects[layer]["geometries"] if g["id"] == area)
        return max((_centroid(self._ring(ring)) for ring in _rings(geometry)), key=lambda found: found[0])[1]

    def _ring(self, arcs: Iterable[int]) -> list[Point]:
        points: list[Point] = []
        for arc in arcs:
            line = list(self.arcs[arc]) if arc >= 0 else list(reversed(self.arcs[~arc]))
            points += line[1:] if points else line
        return points

    def _uses(self, layer: str) -> dict[int, int]:
        uses: dict[int, int] = {}
        for geometry in self.objects[layer]["geometries"]:
            for ring in _rings(geometry):
                for arc in ring:
                    index = arc if arc >= 0 else ~arc
                    uses[index] = uses.get(index, 0) + 1
        return uses


def draw(topology: Mapping[str, Any], width: float, margin: float) -> Drawing:
    """The topology fitted into `width` units, with a margin around it; the height follows."""
    arcs = [[_mercator(lon, lat) for lon, lat in arc] for arc in _decode(topology)]
    xs = [x for arc in arcs for x, _ in arc]
    ys = [y for arc in arcs for _, y in arc]
    scale = (width - 2 * margin) / (max(xs) - min(xs))
    height = round((max(ys) - min(ys)) * scale + 2 * margin)
    project = Projection(scale, min(xs) * scale - margin, min(ys) * scale - margin)
    fitted = [[(x * scale - project.left, y * scale - project.top) for x, y in arc] for arc in arcs]
    return Drawing(width, height, project, fitted, topology["objects"])


def _decode(topology: Mapping[str, Any]) -> list[list[Point]]:
    """The arcs in degrees: undo the steps and the grid of a quantized topology."""
    transform = topology.get("transform")
    if not transform:
        return [[(x, y) for x, y in arc] for arc in topology["arcs"]]
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        decoded.append(line)
    return decoded


def _rings(geometry: Mapping[str, Any]) -> list[list[int]]:
    if geometry["type"] == "Polygon":
        return list(geometry["arcs"])
    return [ring for polygon in geometry["arcs"] for ring in polygon]


def _mercator(lon: float, lat: float) -> Point:
    return math.radians(lon), -math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def _path(points: Sequence[Point], close: bool = False) -> str:
    """Relative whole tenths of a unit: half the bytes of absolute coordinates."""
    grid = [(round(x * 10), round(y * 10)) for x, y in points]
    x, y = grid[0]
    steps = []
    for px, py in grid[1:]:
        if (px, py) != (x, y):
            steps.append(f"{_tenths(px - x)} {_tenths(py - y)}")
        x, y = px, py
    start = f"M{_tenths(grid[0][0])} {_tenths(grid[0][1])}"
    return start + "l" + " ".join(steps) + ("z" if close else "")


def _tenths(value: int) -> str:
    return f"{value / 10:g}"


def _centroid(ring: Sequence[Point]) -> tuple[float, Point]:
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        area += cross / 2
        x += (x0 + x1) * cross / 6
        y += (y0 + y1) * cross / 6
    return abs(area), (x / area, y / area)
