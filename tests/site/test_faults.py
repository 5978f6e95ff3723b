"""What an editor sees when something is wrong: one report that says where, what and how to mend it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.guides import cases, name_of
from tests.support.project import build, copy_project, files_of, run

CASES = cases(Path(__file__).parent / "cases" / "faults.yml")


def _break(docs: Path, changes: list[dict[str, str]]) -> None:
    """Make the changes of a case; each of them must find its place."""
    for change in changes:
        path = docs / change["file"]
        text = path.read_text("utf-8")
        if "append" in change:
            path.write_text(text + change["append"], "utf-8")
            continue
        pattern = change.get("pattern") or re.escape(change["old"])
        broken, number = re.subn(pattern, lambda _, new=change["new"]: new, text)  # type: ignore[misc]
        assert number == 1, f"{change['file']}: {pattern} stands there {number} times"
        path.write_text(broken, "utf-8")


def _report(output: str) -> str:
    """The one report in what a build said. AssertionError when there is none or there are more."""
    reports = re.findall(r"(?ms)^docs/\S+:\d+\n.*?^Aantal fouten: \d+$", output)
    assert len(reports) == 1, output
    return str(reports[0])


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_fault_stops_the_build_with_its_whole_report(case: dict[str, Any], copied: Path) -> None:
    _break(copied / "docs", case["changes"])
    before = files_of(copied / "docs")
    done = build(copied)
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
    assert _report(done.stdout + done.stderr) == case["says"].rstrip()
    assert files_of(copied / "docs") == before


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_the_check_says_the_same_as_the_build(case: dict[str, Any], copied: Path) -> None:
    _break(copied / "docs", case["changes"])
    done = run(copied, sys.executable, "-m", "guide", "check")
    assert done.returncode == 1
    assert _report(done.stdout + done.stderr) == case["says"].rstrip()


def test_a_fault_becomes_an_annotation_on_its_line(copied: Path) -> None:
    case = next(case for case in CASES if case["name"] == "all at once")
    _break(copied / "docs", case["changes"])
    done = run(copied, sys.executable, "-m", "guide", "check", "--format", "github")
    assert done.returncode == 1
    places = re.findall(r"^::error file=([^,]+),line=(\d+),title=", done.stdout, re.MULTILINE)
    told = re.findall(r"^(docs/\S+):(\d+)$", case["says"], re.MULTILINE)
    assert len(told) == 5
    assert places == told
    assert len(done.stdout.splitlines()) == 5


REGISTER = """\
pages:
  over/:
    languages: [nl, fr, en]
    anchors: [weggehaald]
  zz/qwv/:
    languages: [nl, fr]
    anchors: [kern]
files: [werkbladen/thermometer/thermometer-xx.pdf]
short: {a/9/: aanbevelingen/weg/}
moved: {over/oud/: over/nergens/}
"""


def _gone(line: int, found: str, way: str) -> str:
    return (
        f"docs/permalinks.yml:{line}\n"
        f"  Gevonden: {found}\n"
        "  Verwacht: dat elk adres uit docs/permalinks.yml blijft werken\n"
        f"  Zo herstel je het: {way}"
    )


def test_a_published_address_that_is_gone_stops_the_build(project: Path, tmp_path: Path) -> None:
    copied = copy_project(tmp_path / "project", like=project)
    (copied / "docs" / "permalinks.yml").write_text(REGISTER, "utf-8")
    done = build(copied)
    assert done.returncode != 0
    assert _report(done.stdout + done.stderr) == "\n\n".join(
        [
            _gone(
                2,
                "op over/ bestaan deze plaatsen niet meer: #weggehaald",
                "geef de tussentitel zijn oude naam terug, of schrijf in docs/permalinks.yml bij moved waar elke "
                "plaats naartoe ging: “over/#weggehaald: over/#nieuw”, of een plaats op een andere pagina",
            ),
            _gone(
                5,
                "de gepubliceerde pagina zz/qwv/ is weg (nl, fr). Zoveel adressen gaan mee weg "
                "(tussentitels, bestanden, korte adressen): 2",
                "zet de pagina terug, of schrijf in docs/permalinks.yml bij moved waar ze naartoe ging: "
                "“zz/qwv/: nieuw/adres/”. Een regel zonder taal vooraan geldt voor alle talen en voor wat "
                "bij de pagina hoort",
            ),
            _gone(
                8,
                "het gepubliceerde adres werkbladen/thermometer/thermometer-xx.pdf bestaat niet meer",
                "zet het terug, of schrijf in docs/permalinks.yml bij moved: “werkbladen/thermometer/thermometer-xx.pdf"
                ": werkbladen/thermometer/thermometer-nl.pdf”, als dat de opvolger is",
            ),
            _gone(
                9,
                "het gepubliceerde adres a/9/ bestaat niet meer",
                "zet het terug, of schrijf in docs/permalinks.yml bij moved: het oude adres, dubbelepunt, het nieuwe "
                "adres",
            ),
            "docs/permalinks.yml:10\n"
            "  Gevonden: over/oud/ verwijst naar over/nergens/, en dat bestaat niet\n"
            "  Verwacht: een opvolger die bestaat\n"
            "  Zo herstel je het: verbeter het nieuwe adres bij moved",
            "Aantal fouten: 5",
        ]
    )


def test_links_that_lead_nowhere_stop_the_build(copied: Path) -> None:
    text = "\n[weg](nergens.md) [hier](wegwijs.md#nergens)\n"
    _break(copied / "docs", [{"file": "over/index.md", "append": text}])
    done = build(copied)
    assert done.returncode != 0
    said = _report(done.stdout + done.stderr)
    assert "Gevonden: een link naar nergens.md, en die pagina bestaat niet" in said
    assert "Gevonden: een link naar nergens op over/wegwijs.md, en die plaats bestaat niet" in said
    assert said.endswith("Aantal fouten: 2")
