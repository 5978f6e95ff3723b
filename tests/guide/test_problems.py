"""A fault as a person reads it, and as GitHub shows it on its line."""

from __future__ import annotations

from pathlib import Path

from guide.problems import Problem, ProblemsError, ordered, relative, report
from guide.strings import load

UNKNOWN = Problem("docs/helpers/x.yml", 4, "unknown_id", {"id": "rsut", "known": "lucht, rust"})
EMPTY = Problem("docs/helpers/x.yml", 12, "empty", {"key": "help"})

TEXT = """\
docs/helpers/x.yml:4
  Gevonden: rsut bestaat niet
  Verwacht: een van deze: lucht, rust
  Zo herstel je het: verbeter de naam, of voeg eerst het ontbrekende onderdeel toe"""

REPORT = f"""\
{TEXT}

docs/helpers/x.yml:12
  Gevonden: help is leeg
  Verwacht: minstens één waarde
  Zo herstel je het: vul in of schrap de sleutel

Aantal fouten: 2"""


def test_a_message_names_place_found_expected_and_fix() -> None:
    assert UNKNOWN.text(load("nl")) == TEXT


def test_the_message_speaks_the_language_of_the_guide() -> None:
    assert UNKNOWN.text(load("en")) == (
        "docs/helpers/x.yml:4\n"
        "  Found: rsut does not exist\n"
        "  Expected: one of these: lucht, rust\n"
        "  How to mend it: correct the name, or add the missing part first"
    )


def test_an_annotation_stands_on_its_line() -> None:
    assert UNKNOWN.annotation(load("nl")) == (
        "::error file=docs/helpers/x.yml,line=4,title=rsut bestaat niet::"
        "Gevonden: rsut bestaat niet. Verwacht: een van deze: lucht, rust. "
        "Zo herstel je het: verbeter de naam, of voeg eerst het ontbrekende onderdeel toe."
    )


def test_what_a_fault_quotes_cannot_end_or_add_to_the_annotation() -> None:
    problem = Problem("docs/a.md", 1, "title_in_body", {"text": "50% korting,\r\n::error::nep"})
    line = problem.annotation(load("nl"))
    assert "\n" not in line and "\r" not in line
    properties, message = line.removeprefix("::error ").split("::", 1)
    assert [part.split("=")[0] for part in properties.split(",")] == ["file", "line", "title"]
    assert message.startswith("Gevonden: de titel staat ook in de tekst: 50%25 korting,%0D%0A::error::nep.")


def test_a_report_lists_every_fault_once_by_place_and_counts_them() -> None:
    assert report([EMPTY, UNKNOWN, EMPTY], load("nl")) == REPORT


def test_faults_are_ordered_by_file_and_then_by_line_as_a_number() -> None:
    faults = [Problem("b.md", 2, "yaml"), Problem("a.md", 10, "yaml"), Problem("a.md", 9, "yaml")]
    assert [(one.file, one.line) for one in ordered(faults)] == [("a.md", 9), ("a.md", 10), ("b.md", 2)]


def test_two_faults_on_one_line_are_both_told() -> None:
    twins = [Problem("a.md", 1, "empty", {"key": "a"}), Problem("a.md", 1, "empty", {"key": "b"})]
    assert len(ordered(twins)) == 2


def test_the_error_says_the_report() -> None:
    error = ProblemsError([EMPTY, UNKNOWN], load("nl"))
    assert str(error) == REPORT
    assert error.problems == [UNKNOWN, EMPTY]


def test_a_path_is_told_from_the_project_on(tmp_path: Path) -> None:
    assert relative(tmp_path / "docs" / "x.md", tmp_path) == "docs/x.md"
    assert relative(Path("/elsewhere/x.md"), tmp_path) == "/elsewhere/x.md"
