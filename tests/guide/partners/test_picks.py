"""The reader's own list of partners: what the vocabulary may say of it, and the code on paper."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from guide.catalogue import Catalogue
from guide.partners.picks import faults, picks_html, picks_link
from guide.partners.read import read_directory
from guide.partners.search import listed_groups
from guide.problems import report
from guide.site import Guide
from guide.strings import load
from tests.guide.partners.conftest import Edit


def _with_picks(edit: Edit, sheet: str = "") -> Guide:
    return edit({"vocabulary.yml": [("sources_page:", f"partner_picks:\n  page: mijn.md\n{sheet}sources_page:")]})


def test_a_guide_that_says_nothing_of_it_has_no_list(guide: Guide) -> None:
    assert picks_link(guide, "nl", "") == ""


@pytest.mark.parametrize(
    ("sheet", "line", "found"),
    [
        ("", 1, "het bestand mijn.md ontbreekt"),
        ("  sheet: {worksheet: weg, rows: 2, fields: {name: x}}\n", None, "weg bestaat niet"),
    ],
)
def test_what_is_not_there_is_told(sheet: str, line: int | None, found: str, edit: Edit) -> None:
    guide = _with_picks(edit, sheet)
    said = report(Catalogue(guide).faults(), guide.editor_strings)
    assert f"Gevonden: {found}" in said
    assert line is None or f"docs/vocabulary.yml:{line}\n  Gevonden: {found}" in said


def test_a_field_that_the_worksheet_lacks_is_told_whole(real_guide: Guide) -> None:
    """The sheet of this guide has six rows; a seventh would be filled in nowhere."""
    vocabulary = real_guide.vocabulary
    assert vocabulary.partner_picks and vocabulary.partner_picks.sheet
    more = vocabulary.partner_picks.sheet.model_copy(update={"rows": vocabulary.partner_picks.sheet.rows + 1})
    picks = vocabulary.partner_picks.model_copy(update={"sheet": more})
    changed = replace(real_guide, vocabulary=vocabulary.model_copy(update={"partner_picks": picks}))
    assert faults(real_guide) == []
    assert {one.values["id"] for one in faults(changed)} == {"taken.7.partner", "taken.7.zij", "taken.7.nood"}
    assert {one.file for one in faults(changed)} == {"docs/vocabulary.yml"}


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2028, 1, 1)])
def test_it_warns_of_the_same_partners_as_the_cards(today: date, real_guide: Guide) -> None:
    html = picks_html(real_guide, "nl", today)
    found = re.search(r"data-picks-data>(.*?)</script>", html)
    assert found
    data = json.loads(found[1])
    groups = listed_groups(real_guide, read_directory(real_guide)[0], load("nl"), today)
    cards = {item.id: item.badge.kind for group in groups for item in group.items if item.badge}
    listed = {item.id for group in groups for item in group.items}
    assert "unverified" in cards.values()
    assert {key: kind for key, kind in data["doubts"].items() if key in listed} == cards
    assert set(data["doubts"].values()) <= set(data["badges"]["nl"])
