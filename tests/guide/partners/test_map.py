from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guide.partners.map import HIT, Bubble, _named, map_view
from guide.partners.read import read_directory
from guide.partners.topology import draw
from guide.site import Guide

ROOT = Path(__file__).parents[3]
MAP = ROOT / "docs/partners/kaart/map.topo.json"


def test_the_map_of_this_guide_is_small_and_whole() -> None:
    assert MAP.stat().st_size <= 15_000
    drawing = draw(json.loads(MAP.read_text("utf-8")), 400, 8)
    outlines = drawing.outlines("outlines")
    assert sorted(outlines) == [
        "antwerpen",
        "brussel",
        "limburg",
        "oost-vlaanderen",
        "vlaams-brabant",
        "west-vlaanderen",
    ]
    assert all(re.fullmatch(r"(M[-\d. ]+l[-\d. ]+z)+", path) for path in outlines.values())
    assert drawing.borders("districts", without="outlines")
    x, y = drawing.project(4.35, 50.85)  # Brussels lies in the middle of its outline
    assert drawing.middle("outlines", "brussel") == pytest.approx((x, y), abs=4)


def test_a_topology_is_decoded_and_fitted(guide: Guide) -> None:
    drawing = draw(json.loads((guide.docs / "partners/kaart/map.topo.json").read_text()), 216, 8)
    left, right = drawing.project(4, 51.5), drawing.project(5, 51.5)
    assert (round(left[0], 6), round(right[0], 6)) == (8, 208)
    north, south = drawing.project(4.5, 52), drawing.project(4.5, 51)
    assert round(north[1], 6) == 8 and south[1] == pytest.approx(drawing.height - 8, abs=1)
    # Mercator: the middle of the northern half, 51.75 degrees
    assert drawing.middle("outlines", "noord") == pytest.approx(drawing.project(4.5, 51.75), abs=1)
    # the border between the northern districts, but not the one that is also an outline
    assert drawing.borders("districts", without="outlines").count("M") == 1
    assert drawing.borders("districts").count("M") == 3


def test_bubbles_count_seats_and_tiles_their_municipality(edit) -> None:  # type: ignore[no-untyped-def]
    guide = edit(
        {"partners/taalhuis.yml": [("service_area:", "seat: {municipality: molen, source: 0}\nservice_area:")]}
    )
    directory, _ = read_directory(guide)
    view = map_view(directory.region, directory.partners, "fr")
    assert view is not None
    assert [(b.id, b.name, b.count, b.scheme) for b in view.bubbles] == [
        ("haven", "Port", 1, False),
        ("zuid", "Sud", 1, True),
    ]
    assert [[(t.name, t.count) for t in row] for row in view.tiles] == [[("Église", 0), ("", 0), ("Moulin", 1)]]
    assert view.name == "Carte de l’île" and view.notes == ["Inventé."]
    assert HIT * 2 * 331 / 400 >= 24  # on a phone of 375 px the map is 331 px wide


def test_names_go_where_there_is_room() -> None:
    low, crowded = Bubble("a", "Gent", 1, 100, 118, 9), Bubble("b", "Brugge", 1, 100, 40, 9)
    (first, second), _ = _named([low, crowded], 200, 120)
    assert first.label_y < 0  # no room below: above
    assert second.label_y > 0
    (_, hidden), _ = _named([Bubble("a", "Gent", 9, 20, 20, 17), Bubble("b", "Wetteren-Noord", 1, 22, 22, 9)], 44, 44)
    assert hidden.anchor == ""


def test_without_map_data_there_is_no_map(edit) -> None:  # type: ignore[no-untyped-def]
    guide = edit()
    (guide.docs / "partners/kaart/map.topo.json").unlink()
    directory, _ = read_directory(guide)
    assert map_view(directory.region, directory.partners, "nl") is None
