"""The changelog of the content: what is read of it, and every fault told whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from guide.__main__ import main
from guide.catalogue import Catalogue
from guide.faults import find_problems
from guide.problems import report
from guide.settings import guide_of
from guide.strings import load
from guide.translations.page import status_html
from tests.guide.changes.small import catalogue, files
from tests.guide.translations.small import SETTINGS
from tests.support.guides import cases, name_of

CASES = cases(Path(__file__).parent / "cases" / "faults.yml")


def _said(book: Catalogue) -> str:
    return report(find_problems(book), load("nl"))


def test_releases_are_read_in_their_order_and_versions_count_as_numbers(tmp_path: Path) -> None:
    book = catalogue(tmp_path, files())
    assert _said(book) == "Aantal fouten: 0"
    made = book.changes
    assert made and made.page == "over/nieuw.md"
    assert [(one.version, one.anchor) for one in made.releases] == [("1.10.0", "v1-10-0"), ("1.9.0", "v1-9-0")]
    first = made.releases[0].changes[0]
    assert (first.kind, first.old, first.page) == ("renamed", "raad/kalm/", None)


def test_a_guide_without_a_changelog_has_none_and_no_fault(tmp_path: Path) -> None:
    without = {name: text for name, text in files().items() if name != "changes.yml" and "nieuw" not in name}
    book = catalogue(tmp_path, without)
    assert book.changes is None
    assert _said(book) == "Aantal fouten: 0"


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_fault_is_told_whole(case: dict[str, Any], tmp_path: Path) -> None:
    written = files()
    for change in case.get("changes", []):
        file = change.get("file", "changes.yml")
        assert written[file].count(change["old"]) == 1, change
        written[file] = written[file].replace(change["old"], change["new"])
    written = {name: text for name, text in written.items() if name not in case.get("without", [])}
    assert _said(catalogue(tmp_path, written)) == case["says"].rstrip()


def test_a_place_that_moved_may_still_be_called_as_it_was(tmp_path: Path) -> None:
    written = files()
    written["changes.yml"] = written["changes.yml"].replace("anchor: kern", "anchor: oud")
    assert _said(catalogue(tmp_path, written)) == "Aantal fouten: 0"


def test_so_may_a_place_on_the_home_page_and_the_first_page_of_a_section(tmp_path: Path) -> None:
    written = files(permalinks=files()["permalinks.yml"] + "  ./#oud: ./#rust\n  vroeger/: raad/rust/\n")
    for old, new in (
        ("page: raad/rust", "page: index"),
        ("anchor: kern", "anchor: oud"),
        ("page: raad/kalm", "page: vroeger/index"),
    ):
        assert written["changes.yml"].count(old) == 1
        written["changes.yml"] = written["changes.yml"].replace(old, new)
    assert _said(catalogue(tmp_path, written)) == "Aantal fouten: 0"


def test_a_link_on_a_page_may_lead_to_a_release_and_to_no_other(tmp_path: Path) -> None:
    written = files()
    written["raad/rust.md"] += "\n[Nieuw](../over/nieuw.md#v1-10-0) en [ouder](../over/nieuw.md#v1-8-0)\n"
    said = _said(catalogue(tmp_path, written))
    assert "een link naar v1-8-0 op over/nieuw.md, en die plaats bestaat niet" in said
    assert said.endswith("Aantal fouten: 1")


def test_a_translation_of_a_change_is_outdated_when_its_source_changes(tmp_path: Path) -> None:
    """Only of that change; and the status page says which."""
    catalogue(tmp_path, files())
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    assert main(["--root", str(tmp_path), "stamp"]) == 0
    path = tmp_path / "docs/changes.yml"
    path.write_text(path.read_text("utf-8").replace("Een raad.", "Twee raden."), "utf-8")
    book = Catalogue(guide_of(tmp_path))
    states = {name: state for (name, _), (state, _) in book.unit_states.items() if name.startswith("changes.yml")}
    assert states == {
        "changes.yml#1.10.0": "current",
        "changes.yml#1.10.0.rust": "current",
        "changes.yml#1.10.0.blad": "current",
        "changes.yml#1.10.0.kern": "current",
        "changes.yml#1.9.0": "current",
        "changes.yml#1.9.0.kalm": "outdated",
        "changes.yml#1.9.0.bib": "current",
    }
    page = html.fromstring(status_html(book, "nl", "stand/"))
    (line,) = page.xpath("//*[@class='tr-todo']/li[contains(., 'changes.yml')]")
    assert "verouderd" in line.text_content() and line.text_content().endswith("docs/changes.yml#1.9.0.kalm")
    assert "Wijzigingen" in [one.text.strip() for one in page.xpath("//summary")]
    assert main(["--root", str(tmp_path), "stamp", f"{path}#1.9.0.kalm"]) == 0
    assert Catalogue(guide_of(tmp_path)).unit_states["changes.yml#1.9.0.kalm", "fr"][0] == "current"
