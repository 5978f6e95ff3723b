"""What the map shows: outlines, one bubble per municipality with a seat, and the tiles of the scheme."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guide.partners.model import Partner
from guide.partners.places import MapFile, Region
from guide.partners.topology import Drawing, Point, draw

# Units of the drawing. On a phone of 375 px one unit is about 0.85 px, so a hit radius of 15 gives 25 px.
WIDTH, MARGIN, HIT = 400, 8, 15
OUTLINES, DISTRICTS = "outlines", "districts"
LETTER = 5.6  # width of a letter of a bubble's name
# A bubble's area grows with its number; the largest has RADIUS units on top of the smallest that can hold a number.
SMALLEST, RADIUS, MANY = 7, 12, 36


@dataclass(frozen=True)
class Bubble:
    """A municipality, or the scheme as a whole. radius and positions in units.

    label_x, label_y: of the name, from the bubble's middle. anchor: of the name; "" when there is no room for it.
    """

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
    """A municipality of the scheme; name is empty for an empty tile. within: itself and the areas around it."""

    id: str
    name: str
    count: int
    within: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outline:
    """A shape of the map. within: the areas that it is part of. parts: the municipalities of the scheme in it."""

    id: str
    path: str
    within: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Name:
    """A name on the map, with its middle. room: whether bubbles and their names leave it free."""

    text: str
    x: float
    y: float
    room: bool


@dataclass(frozen=True)
class Reach:
    """A municipality in which a partner works and that has no shape of its own: a ring around its point."""

    id: str
    x: float
    y: float


@dataclass(frozen=True)
class MapView:
    """The map in one language. borders: path between districts. most: partners that the largest bubble stands for."""

    name: str
    width: float
    height: float
    outlines: list[Outline]
    borders: str
    labels: list[Name]
    reaches: list[Reach]
    bubbles: list[Bubble]
    most: int
    hit: int
    scheme_title: str
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
        outlines=[
            Outline(
                shape,
                path,
                tuple(region.covering(shape)),
                region.tiles if scheme and shape == scheme.outline else (),
            )
            for shape, path in drawing.outlines(OUTLINES).items()
        ],
        borders=drawing.borders(DISTRICTS, without=OUTLINES),
        labels=_labels(region.map, drawing, language, taken),
        reaches=_reaches(region, drawing, partners),
        bubbles=bubbles,
        most=_most(bubbles),
        hit=HIT,
        scheme_title=scheme.title[language] if scheme else "",
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
    most = _most(bubbles)
    sized = [replace(b, radius=round(SMALLEST + RADIUS * math.sqrt(b.count / most), 1)) for b in bubbles]
    # Large ones first, so that a small one beside them stays on top and can be hit.
    return sorted(sized, key=lambda b: (-b.count, b.id))


def _most(bubbles: Sequence[Bubble]) -> int:
    """With few partners in all, the largest bubble stays small."""
    return max([MANY, *(b.count for b in bubbles)])


def _bubble(place: str, name: str, count: int, at: Point, scheme: bool = False) -> Bubble:
    return Bubble(place, name, count, round(at[0], 1), round(at[1], 1), SMALLEST, scheme=scheme)


def _tile(region: Region, place: str, counts: dict[str, int], language: str) -> Tile:
    if place == "-":
        return Tile(place, "", 0)
    return Tile(place, region.places[place].name[language], counts.get(place, 0), tuple(region.around(place)))


def _reaches(region: Region, drawing: Drawing, partners: Sequence[Partner]) -> list[Reach]:
    covered = region.map.covers if region.map else {}
    areas = {area for partner in partners for area in partner.service_area}
    made = []
    for area in sorted((areas & set(region.places)) - set(region.tiles) - set(covered)):
        place = region.places[area]
        if place.lat is not None and place.lon is not None:
            x, y = drawing.project(place.lon, place.lat)
            made.append(Reach(area, round(x, 1), round(y, 1)))
    return made


Box = tuple[float, float, float, float]


def _labels(file: MapFile, drawing: Drawing, language: str, taken: list[Box]) -> list[Name]:
    made = []
    for label in file.labels:
        x, y = drawing.project(label.lon, label.lat)
        wide = len(label.name[language]) * LETTER
        box = (x - wide / 2, y - 7, x + wide / 2, y + 2)
        room = not any(_overlap(box, other) for other in taken)
        made.append(Name(label.name[language], round(x, 1), round(y, 1), room))
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
        # Without room it waits below the bubble, for who points at it.
        b = replace(b, label_y=round(b.radius + 9, 1))
        for x, y, anchor, left in choices:
            box = (left, y - 9, left + wide, y + 2)
            inside = left >= 0 and left + wide <= width and y - 9 >= 0 and y + 2 <= height
            if inside and not any(_overlap(box, other) for other in others):
                taken.append(box)
                b = replace(b, label_x=round(x - b.x, 1), label_y=round(y - b.y, 1), anchor=anchor)
                break
        placed.append(b)
    return placed, taken


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
