"""Where old addresses lead: in every language, to the end, with all that belongs to a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.permalinks.moves import Moves
from guide.permalinks.register import Register
from tests.support.guides import small_guide

MOVED = {
    "raad/rust/": "raad/kalm/",
    "raad/rust/#kern": "raad/kalm/#de-kern",
    "raad/rust/#weg": "doen/kijken/#stap-1",
    "fr/raad/rust/#kern": "fr/raad/kalm/#coeur",
    "raad/oud/": "raad/rust/",
    "raad/oud/#a": "raad/rust/#kern",
    "raad/heel-oud/": "raad/oud/#a",
    "bladen/vragen/": "bladen/praten/",
    "bladen/vragen/vragen-nl-ar.pdf": "bladen/ander/ander-nl.pdf",
    "helpers/bib/": "helpers/bieb/",
    "doen/spel/": "over/spelen/",
    "doen/zien/": "gezien/straat/",
    "over/bord/": "r/kalm/",
    "gids.pdf": "over/gids.pdf",
    "over/start/": "./#drie",
    "ar/bladen/weg/": "ar/ouders/",
}
SHORT = {
    "r/2/": "r/rust/",
    "r/rust/": "raad/rust/",
    "b/vragen/": "bladen/vragen/",
    "b/vragen/talen/": "bladen/vragen/",
    "d/7/": "d/kijken/",
}


@pytest.fixture
def moves(tmp_path: Path) -> Moves:
    """The moves above, and a sheet that waits for its translation."""
    away = {"ar/bladen/wacht/": "ar/ouders/", "ar/bladen/praten/": "ar/ouders/"}
    return Moves(small_guide(tmp_path), Register(moved=MOVED, short=SHORT), away)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # pages and places, in every language
        ("raad/rust/", "raad/kalm/"),
        ("fr/raad/rust/", "fr/raad/kalm/"),
        ("ar/raad/rust/", "ar/raad/kalm/"),
        ("raad/rust/#kern", "raad/kalm/#de-kern"),
        ("fr/raad/rust/#kern", "fr/raad/kalm/#coeur"),
        ("ar/raad/rust/#kern", "ar/raad/kalm/#de-kern"),
        ("fr/raad/rust/#weg", "fr/doen/kijken/#stap-1"),
        ("fr/raad/rust/#blijft", "fr/raad/kalm/#blijft"),
        ("fr/over/start/", "fr/#drie"),
        ("over/start/#x", "./#drie"),
        ("ar/bladen/weg/", "ar/ouders/"),
        ("bladen/weg/", None),
        # to the end
        ("raad/oud/", "raad/kalm/"),
        ("raad/oud/#kern", "raad/kalm/#de-kern"),
        ("fr/raad/oud/#a", "fr/raad/kalm/#coeur"),
        ("raad/heel-oud/", "raad/kalm/#de-kern"),
        ("raad/heel-oud/#iets", "raad/kalm/#de-kern"),
        # files
        ("bladen/vragen/vragen-nl.pdf", "bladen/praten/praten-nl.pdf"),
        ("bladen/vragen/vragen-fr.docx", "bladen/praten/praten-fr.docx"),
        ("bladen/vragen/vragen-nl-ar.pdf", "bladen/ander/ander-nl.pdf"),
        ("bladen/vragen/vragenlijst.pdf", "bladen/praten/vragenlijst.pdf"),
        ("fr/raad/oud/oud-fr.pdf", "fr/raad/kalm/kalm-fr.pdf"),
        ("helpers/bib/bib.vcf", "helpers/bieb/bieb.vcf"),
        ("helpers/data/partners.json", None),
        ("gids.pdf", "over/gids.pdf"),
        ("over/bord/qr.svg", "r/kalm/qr.svg"),
        ("r/rust/qr.png", "r/kalm/qr.png"),
        # short addresses and cards for other sites
        ("r/rust/", "r/kalm/"),
        ("r/rust/#kern", "r/kalm/#kern"),
        ("r/2/", "r/kalm/"),
        ("d/7/", None),
        ("b/vragen/talen/", "b/praten/talen/"),
        ("fr/embed/r/rust/", "fr/embed/r/kalm/"),
        ("d/spel/", "over/spelen/"),
        ("embed/d/spel/", None),
        ("d/zien/", "g/straat/"),
        ("over/bord/", "r/kalm/"),
        ("h/bib/", "h/bieb/"),
        # what is there, and what waits
        ("raad/kalm/", None),
        ("raad/kalm/#x", None),
        ("r/kalm/", None),
        ("./", None),
        ("fr/", None),
        ("ar/bladen/wacht/", "ar/ouders/"),
        ("ar/bladen/vragen/", "ar/ouders/"),
    ],
)
def test_an_old_address_leads_to_the_end(old: str, new: str | None, moves: Moves) -> None:
    assert moves.final(old) == new


@pytest.mark.parametrize(
    ("short", "page"),
    [
        ("r/rust/", "raad/kalm/"), ("r/2/", "raad/kalm/"), ("r/rust/#kern", "raad/kalm/#de-kern"),
        ("d/spel/", "over/spelen/"), ("d/zien/", "gezien/straat/"), ("r/kalm/", "raad/kalm/"), ("d/7/", "doen/kijken/"),
        ("raad/oud/", "raad/kalm/"), ("over/x/", "over/x/"),
    ],
)  # fmt: skip
def test_a_short_address_knows_its_page(short: str, page: str, moves: Moves) -> None:
    assert moves.page(short) == page


def test_a_circle_leads_nowhere_and_is_found_once(tmp_path: Path) -> None:
    moved = {"a/": "b/", "b/": "c/", "c/": "a/", "x/": "a/", "y/#1": "y/#2", "y/#2": "y/#1", "z/": "z/"}
    moves = Moves(small_guide(tmp_path), Register(moved=moved))
    assert [moves.final(one) for one in ("a/", "fr/b/", "x/#k", "y/#1", "z/")] == [None] * 5
    assert {frozenset(one) for one in moves.loops} == {
        frozenset({"a/", "b/", "c/"}), frozenset({"y/#1", "y/#2"}), frozenset({"z/"}),
    }  # fmt: skip
    assert len(moves.loops) == 3
    assert moves.page("a/") == "a/"
