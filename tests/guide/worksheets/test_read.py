"""Faults of editors: the whole message, for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.problems import report
from guide.site import Guide
from guide.worksheets import read_all
from guide.worksheets.design import icon_names
from guide.worksheets.translate import stamp
from tests.guide.worksheets.conftest import TURKISH

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    found = yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))
    return [pytest.param(case, id=case["name"]) for case in found]


def message(guide: Guide) -> str:
    return report(read_all(guide)[1], guide.editor_strings) + "\n"


def test_a_sheet_without_faults_is_read(small: Guide) -> None:
    sheets, problems = read_all(small)
    assert problems == []
    assert list(sheets) == ["praten"]
    assert sheets["praten"].source.languages == ("nl",)


@pytest.mark.parametrize("case", cases("faults"))
def test_a_fault_is_named_with_its_line(case: dict[str, str], small: Guide, sheet_file: Path) -> None:
    text = sheet_file.read_text("utf-8")
    assert case["from"] in text
    sheet_file.write_text(text.replace(case["from"], case["to"], 1), "utf-8")
    assert message(small) == case["message"].replace("{icons}", str(len(icon_names())))
    assert read_all(small)[0] == {}


def test_a_changed_file_shows_at_once(small: Guide, sheet_file: Path, turkish_file: Path) -> None:
    assert read_all(small)[0]["praten"].source is read_all(small)[0]["praten"].source
    stamp(small, "praten", "tr")
    assert list(read_all(small)[0]["praten"].translations) == ["tr"]
    sheet_file.write_text(sheet_file.read_text("utf-8").replace("title: Samen praten", "title: Samen lezen"), "utf-8")
    assert str(read_all(small)[0]["praten"].source.title) == "Samen lezen"
    (small.docs / "methodieken" / "praten.md").unlink()
    assert [problem.code for problem in read_all(small)[1]] == ["unknown_id"]
    turkish_file.unlink()
    sheet_file.unlink()
    assert read_all(small) == ({}, [])


@pytest.mark.parametrize("case", cases("translation_faults"))
def test_a_fault_in_a_translation_is_named_with_its_line(
    case: dict[str, str], small: Guide, turkish_file: Path
) -> None:
    current = stamp(small, "praten", "tr")
    assert case["from"] in TURKISH
    turkish_file.write_text(TURKISH.replace(case["from"], case["to"], 1).replace("HASH", current), "utf-8")
    assert message(small) == case["message"]
    assert read_all(small)[0]["praten"].translations == {}


def test_all_faults_are_named_at_once(small: Guide, sheet_file: Path, turkish_file: Path) -> None:
    stamp(small, "praten", "tr")
    turkish_file.write_text(turkish_file.read_text("utf-8").replace("title: Birlikte", "titel: Birlikte"), "utf-8")
    second = sheet_file.parent.parent / "tweede" / "werkblad.yml"
    second.parent.mkdir()
    text = sheet_file.read_text("utf-8").replace("icon: draw", "icon: verf").replace("type: steps", "type: stappen")
    second.write_text(text.replace("\nversion:", "\nversie:"), "utf-8")
    assert [(p.file.rpartition("praten/")[2], p.code) for p in read_all(small)[1]] == [
        ("werkblad.tr.yml", "extra_forbidden"),
        ("werkblad.tr.yml", "missing"),
        ("docs/werkbladen/tweede/werkblad.yml", "missing"),
        ("docs/werkbladen/tweede/werkblad.yml", "unknown_block"),
        ("docs/werkbladen/tweede/werkblad.yml", "extra_forbidden"),
    ]


def test_a_translation_for_an_unknown_language_and_one_without_a_sheet(small: Guide, turkish_file: Path) -> None:
    turkish_file.rename(turkish_file.with_name("werkblad.xx.yml"))
    alone = turkish_file.parent.parent / "weg" / "werkblad.tr.yml"
    alone.parent.mkdir()
    alone.write_text(TURKISH, "utf-8")
    found = {(p.file, p.code) for p in read_all(small)[1]}
    assert ("docs/werkbladen/praten/werkblad.xx.yml", "unknown_id") in found
    assert ("docs/werkbladen/weg/werkblad.tr.yml", "file_missing") in found


@pytest.mark.parametrize("name", ["groot", "2xa4", "a4", "tr"])
def test_a_variant_is_not_called_what_already_means_something(name: str, small: Guide, sheet_file: Path) -> None:
    variant = f"{{id: {name}, name: Voor kleuters, blocks: [uitleg, vraag]}}"
    text = f"{sheet_file.read_text('utf-8')}variants:\n  - {variant}\n"
    sheet_file.write_text(text, "utf-8")
    problems = read_all(small)[1]
    assert [problem.code for problem in problems] == ["variant_reserved"]
    assert problems[0].line == text.splitlines().index("variants:") + 2
