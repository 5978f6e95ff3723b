"""Links between pages, facts in comments, and addresses of persons: each fault told whole."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from guide.catalogue import Catalogue
from guide.content.links import Places, problems_of
from guide.faults import find_problems
from guide.problems import report
from guide.site import open_guide
from guide.strings import load
from tests.support.guides import LANGUAGES, cases, name_of, small_guide
from tests.support.written import PAGES

CASES = Path(__file__).parent / "cases" / "links.yml"
FACTS = "facts:\n  L1: {numbers: [1, 30], place: deel 1}\n"
GLOSSARY = """\
page: over/woorden.md
groups:
  - id: eerst
    name: {nl: Eerst, fr: D’abord}
    terms:
      - {id: rust, name: {nl: rust, fr: calme}, text: {nl: Stilte., fr: Silence.}}
"""
WORDS = """\
---
title: Woorden
description: Woorden.
reviewed: 2026-11-21
---
## Eerst {#eerst}

/// list | glossary eerst
///
"""


@pytest.mark.parametrize("case", cases(CASES), ids=name_of)
def test_what_is_said_of_a_text(case: dict[str, Any], tmp_path: Path) -> None:
    files = {**PAGES, "over/woorden.md": WORDS, "glossary.yml": GLOSSARY, **case.get("files", {})}
    files["raad/rust.md"] += "\n" + case["body"] + "\n"
    small_guide(tmp_path, files)
    with (tmp_path / "docs" / "vocabulary.yml").open("a", encoding="utf-8") as vocabulary:
        vocabulary.write(FACTS)
    guide = open_guide(tmp_path, tmp_path / "docs", LANGUAGES, "https://klein.test/")
    found = [one for one in find_problems(Catalogue(guide)) if one.file == "docs/raad/rust.md"]
    if "only" in case:
        key = {"contact_data": "near", "link_gone": "target"}[case["only"]]
        assert sorted((one.code, one.values[key]) for one in found) == [
            (case["only"], near) for near in sorted(case["near"])
        ]
    else:
        assert report(found, load("nl")) == case["says"].rstrip()


def test_a_line_of_signs_takes_no_time(tmp_path: Path) -> None:
    """Backticks without an end once took half a minute."""
    body = "\n\n".join(["`" * 3000 + " a", "[" * 3000, "<a " * 1000, "0 12" * 1000])
    guide = small_guide(tmp_path, {**PAGES, "raad/rust.md": PAGES["raad/rust.md"] + body})
    page = Catalogue(guide).pages["raad/rust.md"]["nl"]
    begun = perf_counter()
    assert list(problems_of(page, Places({}, frozenset(), None))) == []
    assert perf_counter() - begun < 5
