"""What the map shows: outlines, one bubble per municipality with a seat, and the tiles of the scheme."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from guide.partners.model import Partner
from guide.partners.places import MapFile, Region
from guide.partners.topology import Drawing, Point, draw

# Units of the drawing. On a phone of 375 px one unit is about 0.85 px, so a hit radius of 15 gives 25 px.
WIDTH, MARGIN, HIT = 400, 8, 15
OUTLINES, DISTRICTS = "outlines", "districts"
LETTER = 5.6  # width of a letter of a bubble's name


@dataclass(frozen=True)
class Bubble:
    """A municipality, or the scheme as a whole. radius and positions in units. anchor: of the name; "" hides it."""

    id: str
    name: str
    count: int
    x: float
    y: float
    radius: float
    label_x: float = 0
    label_y: float = 0
    anchor: str = ""
    scheme: bool = False


@dataclass(frozen=True)
class Tile:
    """A municipality of the scheme; name is empty for an empty tile."""

    id: str
    name: str
    count: int


@dataclass(frozen=True)
class MapView:
    """The map in one language. outlines: paths by id. borders: path between districts. labels: name, x, y."""

    name: str
    width: float
    height: float
    outlines: dict[str, str]
    borders: str
    labels: list[tuple[str, float, float]]
    bubbles: list[Bubble]
    hit: int
    scheme_title: str
    scheme_outline: str
    tiles: list[list[Tile]]
    notes: list[str]


def seats(partners: Sequence[Partner]) -> dict[str, list[Partner]]:
    """The partners by the municipality of their seat."""
    found: dict[str, list[Partner]] = {}
    for partner in partners:
        if partner.place:
            found.setdefault(partner.place, []).append(partner)
    return found


def map_view(region: Region, partners: Sequence[Partner], language: str) -> MapView | None:
    """The map of these partners; None when the guide has no map."""
    if region.map is None or region.topology is None:
        return None
    drawing = draw(region.topology, WIDTH, MARGIN)
    scheme = region.map.scheme
    counts = {place: len(found) for place, found in seats(partners).items()}
    bubbles, taken = _named(_bubbles(region, drawing, counts, language), drawing.width, drawing.height)
    rows = scheme.tiles if scheme else ()
    return MapView(
        name=region.map.name[language],
        width=drawing.width,
        height=drawing.height,
        outlines=drawing.outlines(OUTLINES),
        borders=drawing.borders(DISTRICTS, without=OUTLINES),
        labels=_labels(region.map, drawing, language, taken),
        bubbles=bubbles,
        hit=HIT,
        scheme_title=scheme.title[language] if scheme else "",
        scheme_outline=scheme.outline if scheme else "",
        tiles=[[_tile(region, place, counts, language) for place in row] for row in rows],
        notes=[note[language] for note in region.map.notes],
    )


def _bubbles(region: Region, drawing: Drawing, counts: dict[str, int], language: str) -> list[Bubble]:
    bubbles = []
    tiles = set(region.tiles)
    scheme = region.map.scheme if region.map else None
    if scheme and (total := sum(counts.get(tile, 0) for tile in tiles)):
        x, y = drawing.middle(OUTLINES, scheme.outline)
        bubbles.append(_bubble(scheme.id, scheme.name[language], total, (x, y), scheme=True))
    for place, count in counts.items():
        found = region.places[place]
        if place not in tiles and found.lat is not None and found.lon is not None:
            bubbles.append(_bubble(place, found.name[language], count, drawing.project(found.lon, found.lat)))
    # Large ones first, so that a small one beside them stays on top and can be hit.
    return sorted(bubbles, key=lambda b: (-b.count, b.id))


def _bubble(place: str, name: str, count: int, at: Point, scheme: bool = False) -> Bubble:
    radius = min(17.0, round(7 + 2 * math.sqrt(count), 1))
    return Bubble(place, name, count, round(at[0], 1), round(at[1], 1), radius, scheme=scheme)


def _tile(region: Region, place: str, counts: dict[str, int], language: str) -> Tile:
    return Tile(place, region.places[place].name[language] if place != "-" else "", counts.get(place, 0))


Box = tuple[float, float, float, float]


def _labels(file: MapFile, drawing: Drawing, language: str, taken: list[Box]) -> list[tuple[str, float, float]]:
    """The names of the map that leave bubbles and their names free."""
    made = []
    for label in file.labels:
        x, y = drawing.project(label.lon, label.lat)
        wide = len(label.name[language]) * LETTER
        box = (x - wide / 2, y - 7, x + wide / 2, y + 2)
        if not any(_overlap(box, other) for other in taken):
            made.append((label.name[language], round(x, 1), round(y, 1)))
    return made


def _named(bubbles: list[Bubble], width: float, height: float) -> tuple[list[Bubble], list[Box]]:
    """The bubbles, with their names where there is room: below, above, right or left; and all that they take."""
    taken: list[Box] = [(b.x - b.radius, b.y - b.radius, b.x + b.radius, b.y + b.radius) for b in bubbles]
    placed = []
    for index, b in enumerate(bubbles):
        others = taken[:index] + taken[index + 1 :]
        wide = len(b.name) * LETTER
        choices = [
            (b.x, b.y + b.radius + 9, "middle", b.x - wide / 2),
            (b.x, b.y - b.radius - 3, "middle", b.x - wide / 2),
            (b.x + b.radius + 3, b.y + 3, "start", b.x + b.radius + 3),
            (b.x - b.radius - 3, b.y + 3, "end", b.x - b.radius - 3 - wide),
        ]
        for x, y, anchor, left in choices:
            box = (left, y - 9, left + wide, y + 2)
            inside = left >= 0 and left + wide <= width and y - 9 >= 0 and y + 2 <= height
            if inside and not any(_overlap(box, other) for other in others):
                taken.append(box)
                b = Bubble(b.id, b.name, b.count, b.x, b.y, b.radius, round(x, 1), round(y, 1), anchor, b.scheme)
                break
        placed.append(b)
    return placed, taken


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
