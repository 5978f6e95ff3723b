"""Municipalities, areas and the map: `places.yml` and a folder with `map.yml` and
`map.topo.json`, both beside the partners. All of it is data: another guide brings another region."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from guide.files import read_text
from guide.problems import Problem, relative
from guide.site import Guide
from guide.source import read_yaml, validate
from guide.texts import Localized, Record, Slug, Text, known

AreaOfVocabulary = Annotated[str, known("region")]


def _readable(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise PydanticCustomError("pattern", "{detail}", {"detail": str(error)}) from None
    return pattern


Pattern = Annotated[str, AfterValidator(_readable)]
"""A regular expression."""


class Place(Record):
    """A municipality. within: the area it lies in. lat, lon: degrees (WGS 84), without them it is not on the map."""

    name: Localized
    within: AreaOfVocabulary
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    source: Text | None = None


class PlaceFile(Record):
    """`places.yml` by municipality."""

    places: dict[Slug, Place]


class Label(Record):
    """A name on the map; lat and lon are the middle of the word."""

    lat: float
    lon: float
    name: Localized


class Scheme(Record):
    """Municipalities that lie too close for the map: one bubble there, tiles beside it. "-" is an empty tile."""

    id: AreaOfVocabulary
    outline: Annotated[str, known("outline")]
    name: Localized
    title: Localized
    tiles: tuple[tuple[Annotated[str, known("tile")], ...], ...]


class MapFile(Record):
    """`map.yml`. examples: words that one may type. within: the area in which an area of the vocabulary lies.

    How the region writes addresses and numbers, as patterns: postcode, and personal_number for the phones that people
    carry (digits only, from the 0 on). country_code: what stands for that 0 in a number from abroad.
    """

    name: Localized
    examples: Localized | None = None
    notes: tuple[Localized, ...] = ()
    within: dict[AreaOfVocabulary, AreaOfVocabulary] = Field(default_factory=dict)
    postcode: Pattern | None = None
    personal_number: Pattern | None = None
    country_code: Text | None = None
    covers: dict[AreaOfVocabulary, tuple[Annotated[str, known("outline")], ...]] = Field(default_factory=dict)
    labels: tuple[Label, ...] = ()
    scheme: Scheme | None = None


@dataclass(frozen=True)
class Region:
    """The part of the world that the guide covers. map and topology: None when the guide has no map."""

    places: Mapping[str, Place] = field(default_factory=dict)
    map: MapFile | None = None
    topology: Mapping[str, Any] | None = None

    def around(self, area: str) -> list[str]:
        """The area itself and all that it lies in, from near to far."""
        within = dict(self.map.within) if self.map else {}
        chain = [area]
        # A municipality may have the name of its area ("gent" in "gent"): then they are one.
        step = self.places[area].within if area in self.places and area not in within else within.get(area)
        while step and step not in chain:
            chain.append(step)
            step = within.get(step)
        return chain

    def covering(self, outline: str) -> list[str]:
        """The areas that an outline is part of: who works in one of them, works there."""
        covers = self.map.covers if self.map else {}
        found = [wide for area, outlines in covers.items() if outline in outlines for wide in self.around(area)]
        return list(dict.fromkeys(found))

    def touches(self, one: str, other: str) -> bool:
        """Whether one of the two areas lies within the other."""
        return one in self.around(other) or other in self.around(one)

    @property
    def tiles(self) -> tuple[str, ...]:
        """The municipalities of the scheme."""
        rows = self.map.scheme.tiles if self.map and self.map.scheme else ()
        return tuple(tile for row in rows for tile in row if tile != "-")


def read_region(guide: Guide, problems: list[Problem]) -> Region:
    """The region of the guide; what is wrong with its files is added to `problems`."""
    folder = guide.docs / guide.vocabulary.kinds["partner"].folder
    places: dict[str, Place] = {}
    path = folder / "places.yml"
    if path.exists() and (source := read_yaml(path, guide.root, problems)):
        # One level up for the model, so that the file needs no key around its municipalities.
        wrapped = type(source)(source.file, {"places": source.data}, _shift(source.lines, "places"))
        file = validate(PlaceFile, wrapped, problems, guide.context())
        places = file.places if file else {}
    map_folder = find_map(folder)
    if map_folder is None:
        return Region(places)
    source = read_yaml(map_folder / "map.yml", guide.root, problems)
    topology = _topology(map_folder / "map.topo.json", guide, problems)
    if topology is None:
        return Region(places)
    ids: dict[Literal["tile", "outline"], frozenset[str]] = {
        "tile": frozenset(places) | {"-"},
        "outline": frozenset(shape["id"] for shape in topology["objects"]["outlines"]["geometries"]),
    }
    map_file = validate(MapFile, source, problems, guide.context(**ids)) if source else None
    return Region(places, map_file, topology)


def _topology(path: Path, guide: Guide, problems: list[Problem]) -> dict[str, Any] | None:
    """The shapes of the map; None after adding to `problems` why they cannot be read."""
    file = relative(path, guide.root)
    text = read_text(path, file, problems)
    if text is None:
        return None
    try:
        found: dict[str, Any] = json.loads(text)
        if not all(isinstance(shape["id"], str) for shape in found["objects"]["outlines"]["geometries"]):
            raise TypeError("id")
    except json.JSONDecodeError as error:
        problems.append(Problem(file, error.lineno, "map_broken", {"detail": error.msg}))
    except (KeyError, TypeError, RecursionError) as error:
        problems.append(Problem(file, 1, "map_broken", {"detail": str(error)}))
    else:
        return found
    return None


def find_map(folder: Path) -> Path | None:
    """The folder beside the partners that holds a map, whatever its name."""
    found = sorted(path.parent for path in folder.glob("*/map.yml") if path.with_name("map.topo.json").exists())
    return found[0] if found else None


def _shift(lines: Mapping[Any, int], key: str) -> dict[Any, int]:
    return {(): 1} | {(key, *location): line for location, line in lines.items()}
