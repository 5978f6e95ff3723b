"""Written pages: what is read of them, and every fault told whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.content.model import MethodPage, MethodTranslation, Page, ServingPage
from guide.content.read import digest, kind_of, page_uris
from guide.problems import report
from guide.strings import load
from tests.support.guides import cases, name_of, small_guide
from tests.support.written import PAGES, read

CASES = Path(__file__).parent / "cases"


# The hash of the Dutch text of raad/rust.md, as a translation would record it.
STAMP = "06289e677828"


def _changed(case: dict[str, Any]) -> dict[str, str]:
    """The pages of the small guide with the changes of a case."""
    files = {**PAGES, **case.get("files", {})}
    for change in case.get("changes", []):
        text = files[change["file"]]
        assert text.count(change["old"]) == 1, change
        files[change["file"]] = text.replace(change["old"], change["new"].replace("STAMP", STAMP))
    return {name: text for name, text in files.items() if name not in case.get("without", [])}


@pytest.mark.parametrize("case", cases(CASES / "faults.yml"), ids=name_of)
def test_a_fault_is_told_whole(case: dict[str, Any], tmp_path: Path) -> None:
    _, problems = read(small_guide(tmp_path, _changed(case)))
    assert report(problems, load("nl")) == case["says"].rstrip()


@pytest.mark.parametrize("case", cases(CASES / "fine.yml"), ids=name_of)
def test_what_is_fine_gives_no_fault(case: dict[str, Any], tmp_path: Path) -> None:
    _, problems = read(small_guide(tmp_path, _changed(case)))
    assert report(problems, load("nl")) == "Aantal fouten: 0"


def test_pages_are_read_by_uri_and_language(tmp_path: Path) -> None:
    pages, problems = read(small_guide(tmp_path, PAGES))
    assert problems == []
    assert {uri: sorted(found) for uri, found in pages.items()} == {
        "index.md": ["nl"],
        "raad/rust.md": ["fr", "nl"],
        "doen/kijken.md": ["fr", "nl"],
    }
    method = pages["doen/kijken.md"]
    assert isinstance(method["nl"].front, MethodPage)
    assert isinstance(method["fr"].front, MethodTranslation)
    assert method["nl"].kind == "method" and method["nl"].id == "kijken"
    assert method["nl"].front.related == ("raad/rust",)
    assert isinstance(pages["raad/rust.md"]["nl"].front, ServingPage)
    home = pages["index.md"]["nl"].front
    assert isinstance(home, Page) and not isinstance(home, ServingPage)


def test_a_heading_knows_its_line_in_the_file(tmp_path: Path) -> None:
    pages, _ = read(small_guide(tmp_path, PAGES))
    first = pages["raad/rust.md"]["nl"].headings[0]
    lines = PAGES["raad/rust.md"].splitlines()
    assert (first.id, first.text, first.level) == ("kern", "Kern", 2)
    assert lines[first.line - 1] == "## Kern {#kern}"


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("index.md", "page"),
        ("raad/index.md", "page"),
        ("raad/rust.md", "recommendation"),
        ("doen/kijken.md", "method"),
        ("gezien/hier.md", "case"),
        ("raad/diep/rust.md", "page"),
        ("bladen/index.md", "page"),
        ("bladen/uitleg.md", "page"),
        ("over/x.md", "page"),
    ],
)
def test_the_folder_says_the_kind(uri: str, kind: str, tmp_path: Path) -> None:
    assert kind_of(small_guide(tmp_path), uri) == kind


def test_a_translation_is_no_page_of_its_own(tmp_path: Path) -> None:
    assert page_uris(small_guide(tmp_path, PAGES)) == ["doen/kijken.md", "index.md", "raad/rust.md"]


def _state(root: Path, change: tuple[str, str] | None) -> tuple[bool, bool]:
    """Stamp the French page with today's hash, change the Dutch: (was it current, is it still?)."""
    guide = small_guide(root, PAGES)
    stamp = read(guide)[0]["raad/rust.md"]["nl"].digest
    stamped = PAGES["raad/rust.fr.md"].replace(
        "écoute.\n", f"écoute.\ntranslation: {{source: {stamp}, checked: human}}\n"
    )
    small_guide(root, PAGES | {"raad/rust.fr.md": stamped})
    before = read(guide)[0]["raad/rust.md"]["fr"].current
    old, new = change or ("", "")
    assert old in PAGES["raad/rust.md"]
    small_guide(root, PAGES | {"raad/rust.fr.md": stamped, "raad/rust.md": PAGES["raad/rust.md"].replace(old, new)})
    return before, read(guide)[0]["raad/rust.md"]["fr"].current


@pytest.mark.parametrize(
    "change",
    [
        ("Neem tijd.", "Neem veel tijd."),
        ("title: Rust eerst", "title: Rust"),
        ("Wie rust heeft", "Wie haast heeft"),
        ("## Bronnen {#bronnen}", "## Bronnen {#boeken}"),
    ],
)
def test_another_text_makes_the_translation_outdated(change: tuple[str, str], tmp_path: Path) -> None:
    assert _state(tmp_path, change) == (True, False)


@pytest.mark.parametrize(
    "change",
    [
        ("Neem tijd.", "Neem tijd. <!-- L2.1-01 -->"),
        ("reviewed: 2026-11-21", "reviewed: 2027-01-05"),
        ("phases: [begin]", "phases: [begin]\nfacts: [L2.1-01]"),
        ("Neem tijd.\n", "Neem tijd.   \n\n\n"),
    ],
)
def test_what_a_translator_does_not_translate_leaves_it_current(change: tuple[str, str], tmp_path: Path) -> None:
    assert _state(tmp_path, change) == (True, True)


def test_a_translation_without_stamp_is_outdated_and_the_source_never(tmp_path: Path) -> None:
    page = read(small_guide(tmp_path, PAGES))[0]["raad/rust.md"]
    assert (page["nl"].current, page["fr"].current) == (True, False)


def test_every_real_page_is_in_order(real_guide: Any) -> None:
    from guide.catalogue import Catalogue

    catalogue = Catalogue(real_guide)
    assert len(catalogue.pages) >= 13
    assert report(catalogue.problems, load("nl")) == "Aantal fouten: 0"
    for uri, page in catalogue.pages.items():
        wanted = real_guide.vocabulary.languages if uri == "ouders/index.md" else real_guide.languages
        assert set(page) == set(wanted), uri
        assert digest(page[real_guide.source_language].source) == page[real_guide.source_language].digest
