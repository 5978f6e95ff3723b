"""The addresses on which others may count: every page and place of the plan, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.pages import Site

PLAN = (Path(__file__).parent / "cases" / "addresses.txt").read_text("utf-8").split()


def test_the_plan_is_read() -> None:
    assert len(PLAN) > 900 and all(one.startswith("/") for one in PLAN)


@pytest.mark.parametrize("prefix", ["", "fr/", "en/"])
def test_every_place_of_the_plan_is_there(prefix: str, site: Site) -> None:
    gone = []
    for address in PLAN:
        page, _, anchor = address.removeprefix("/").partition("#")
        found = site.pages.get(prefix + page)
        if found is None or (anchor and anchor not in found.ids):
            gone.append(address)
    assert gone == []
