"""Sheets that were read are kept, and what changed is read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.site import Guide
from guide.worksheets import read
from guide.worksheets.read import read_sheets


def test_a_sheet_is_read_once_until_it_changes(small: Guide, sheet_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    original = read._read_sheet

    def noted(guide: Guide, slug: str, *rest: Any) -> Any:
        asked.append(slug)
        return original(guide, slug, *rest)

    monkeypatch.setattr(read, "_read_sheet", noted)
    first, _ = read_sheets(small)
    again, _ = read_sheets(small)
    assert asked == ["praten"] and again["praten"] is first["praten"]
    sheet_file.write_text(sheet_file.read_text("utf-8").replace("title: Samen praten", "title: Praten"), "utf-8")
    changed, _ = read_sheets(small)
    assert asked == ["praten", "praten"] and str(changed["praten"].source.title) == "Praten"


def test_a_fault_is_told_again_and_gone_when_it_is_mended(small: Guide, sheet_file: Path) -> None:
    text = sheet_file.read_text("utf-8")
    sheet_file.write_text(text.replace("licence:", "licentie:"), "utf-8")
    told = [read_sheets(small)[1] for _ in range(2)]
    assert told[0] == told[1] and len(told[0]) == 2  # a key that is not known, and one that is missing
    sheet_file.write_text(text, "utf-8")
    assert read_sheets(small)[1] == []


def test_a_page_that_comes_or_goes_counts_for_the_sheet_that_names_it(small: Guide) -> None:
    assert read_sheets(small)[1] == []
    page = small.docs / "methodieken" / "praten.md"
    text = page.read_text("utf-8")
    page.unlink()
    assert [problem.code for problem in read_sheets(small)[1]] == ["unknown_id"]
    page.write_text(text, "utf-8")
    assert read_sheets(small)[1] == []


def test_a_translation_that_is_added_is_seen(small: Guide, sheet_file: Path) -> None:
    assert not read_sheets(small)[0]["praten"].translations
    sheet_file.with_name("werkblad.tr.yml").write_text("title: x\n", "utf-8")
    assert list(read_sheets(small)[0]["praten"].translations) == ["tr"]
