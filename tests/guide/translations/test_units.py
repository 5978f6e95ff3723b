"""Texts whose languages share a file: which source text each follows, and what a change of it does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from guide.__main__ import main
from guide.catalogue import Catalogue
from guide.settings import guide_of
from guide.translations.ledger import FILE, read_ledger
from guide.translations.states import rows
from guide.translations.units import units
from tests.guide.translations.small import whole_guide
from tests.support.project import ROOT

PARTNER, TERM, FIGURE = "helpers/bib.yml", "glossary.yml", "figuren/huis.yml"


ANOTHER = """
      - id: stilte
        name: {nl: stilte, fr: silence}
        text: {nl: Niemand zegt iets., fr: Personne ne dit rien.}
"""


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The small guide, every translation of today's text, in a history."""
    whole_guide(tmp_path)
    assert main(["--root", str(tmp_path), "stamp"]) == 0
    (tmp_path / ".gitignore").write_text(".cache\nsite\n", "utf-8")
    _git(tmp_path, "init", "-q")
    _commit(tmp_path)
    capsys.readouterr()
    return tmp_path


def _git(root: Path, *arguments: str) -> None:
    own = ["-c", "user.name=Proef", "-c", "user.email=proef@klein.test"]
    subprocess.run(["git", *own, *arguments], cwd=root, check=True, capture_output=True)


def _commit(root: Path) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "Zoals het was")


def _edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "docs" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _states(root: Path) -> dict[tuple[str, str], str]:
    return {(row.name, row.language): row.state for row in rows(Catalogue(guide_of(root)))}


def _outdated(root: Path) -> set[tuple[str, str]]:
    return {place for place, state in _states(root).items() if state == "outdated"}


def test_every_file_with_several_languages_is_cut_into_units(root: Path) -> None:
    names = {unit.name for unit in units(guide_of(root))}
    assert {PARTNER, FIGURE, "vocabulary.yml#recommendations.rust", "strings#site"} <= names
    assert any(name.startswith("glossary.yml#") and "." in name.partition("#")[2] for name in names)
    assert _outdated(root) == set()


@pytest.mark.parametrize(
    ("file", "old", "new", "outdated"),
    [
        (PARTNER, "Leent boeken uit.", "Leent boeken en spellen uit.", {PARTNER}),
        # What no translator translates makes nothing old: search words, dates, the French itself.
        (PARTNER, "Prête des livres.", "Prête aussi des livres.", set()),
    ],
)
def test_only_a_change_of_the_source_text_makes_a_translation_old(
    file: str, old: str, new: str, outdated: set[str], root: Path
) -> None:
    _edit(root, file, old, new)
    assert {name for name, _ in _outdated(root)} == outdated


def test_a_change_of_one_term_says_nothing_of_the_others(root: Path) -> None:
    path = root / "docs" / TERM
    path.write_text(path.read_text("utf-8").rstrip() + ANOTHER, "utf-8")
    assert main(["--root", str(root), "stamp"]) == 0
    terms = [unit for unit in units(guide_of(root)) if unit.group == TERM and ".text" in unit.texts["nl"]]
    assert len(terms) > 1
    _edit(root, TERM, terms[0].texts["nl"][".text"], "Iets heel anders dan voorheen.")
    assert _outdated(root) == {(terms[0].name, "fr")}


def test_a_text_that_nobody_wrote_down_counts_as_right_and_is_written_down_with_the_next_stamp(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (root / "docs" / PARTNER).read_text("utf-8")
    (root / "docs" / "helpers" / "nieuw.yml").write_text(text, "utf-8")
    assert _states(root)[("helpers/nieuw.yml", "fr")] == "new"
    assert main(["--root", str(root), "stamp"]) == 0
    assert capsys.readouterr().out == "helpers/nieuw.yml (fr): hoort bij de tekst van vandaag\n"
    assert _states(root)[("helpers/nieuw.yml", "fr")] == "current"


def test_stamping_a_file_says_who_looked_at_it_and_leaves_the_rest(root: Path) -> None:
    _edit(root, PARTNER, "Leent boeken uit.", "Leent spellen uit.")
    before = read_ledger(guide_of(root), []).units
    assert main(["--root", str(root), "stamp", str(root / "docs" / PARTNER), "--checked", "native"]) == 0
    after = read_ledger(guide_of(root), []).units
    assert after[PARTNER]["fr"].endswith(" native") and _outdated(root) == set()
    assert {name: one for name, one in after.items() if name != PARTNER} == {
        name: one for name, one in before.items() if name != PARTNER
    }


def test_a_typing_error_that_is_mended_makes_nothing_old(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _edit(root, "raad/rust.md", "Neem tijd.", "Neem je tijd.")
    _edit(root, PARTNER, "Leent boeken uit.", "Leent boeken uit!")
    assert len(_outdated(root)) == 2
    pages = [str(root / "docs" / name) for name in ("raad/rust.md", PARTNER)]
    assert main(["--root", str(root), "unchanged", *pages]) == 0
    assert capsys.readouterr().out == (
        "raad/rust: de betekenis bleef dezelfde; bij zijn weer: fr\n"
        f"{PARTNER}: de betekenis bleef dezelfde; bij zijn weer: fr\n"
    )
    assert _outdated(root) == set()


def test_what_was_old_before_the_typing_error_stays_old(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _edit(root, "raad/rust.md", "Neem tijd.", "Neem nooit tijd.")
    _edit(root, PARTNER, "Leent boeken uit.", "Leent niets uit.")
    _commit(root)
    _edit(root, "raad/rust.md", "Neem nooit tijd.", "Neem nooit tijd!")
    _edit(root, PARTNER, "Leent niets uit.", "Leent niets uit!")
    pages = [str(root / "docs" / name) for name in ("raad/rust.md", PARTNER)]
    assert main(["--root", str(root), "unchanged", *pages]) == 0
    assert capsys.readouterr().out == (
        "raad/rust: deze vertalingen waren al verouderd en blijven dat: fr\n"
        f"{PARTNER}: deze vertalingen waren al verouderd en blijven dat: fr\n"
    )
    assert {name for name, _ in _outdated(root)} == {"raad/rust", PARTNER}


def test_a_sheet_with_a_typing_error_keeps_its_translations(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _edit(root, "bladen/vragen/werkblad.yml", "Wat is belangrijk?", "Wat is er belangrijk?")
    assert ("bladen/vragen", "fr") in _outdated(root)
    assert main(["--root", str(root), "unchanged", str(root / "docs/bladen/vragen/werkblad.yml")]) == 0
    assert "bij zijn weer: fr" in capsys.readouterr().out
    assert _outdated(root) == set()


def test_unchanged_says_what_it_cannot_do(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    french = str(root / "docs/raad/rust.fr.md")
    assert main(["--root", str(root), "unchanged", french]) == 1
    assert capsys.readouterr().err.endswith(
        "hier staat geen tekst waarvan vertalingen bestaan; geef het bestand met de Nederlandse tekst\n"
    )
    assert main(["--root", str(root), "unchanged", str(root / "docs/raad/rust.md")]) == 0
    assert capsys.readouterr().out.endswith("geen enkele vertaling is verouderd\n")


def test_a_ledger_with_a_fault_is_told_and_never_overwritten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "docs" / FILE
    broken = path.read_text("utf-8").replace(" machine}", " vast}", 1)
    path.write_text(broken, "utf-8")
    assert main(["--root", str(root), "check"]) == 1
    assert f"docs/{FILE}:" in capsys.readouterr().out
    assert main(["--root", str(root), "stamp"]) == 1
    assert path.read_text("utf-8") == broken


def test_the_ledger_forgets_what_is_no_more_and_is_the_same_each_time(root: Path) -> None:
    path = root / "docs" / FILE
    before = path.read_text("utf-8")
    assert main(["--root", str(root), "stamp", str(root / "docs" / PARTNER)]) == 0
    assert path.read_text("utf-8") == before
    (root / "docs" / FIGURE).unlink()
    assert main(["--root", str(root), "stamp", str(root / "docs" / PARTNER)]) == 0
    assert FIGURE not in path.read_text("utf-8") and PARTNER in path.read_text("utf-8")


def test_a_file_with_a_fault_loses_nothing_in_the_ledger(root: Path) -> None:
    before = read_ledger(guide_of(root), []).units
    terms = {name for name in before if name.startswith(f"{TERM}#")}
    assert terms
    broken = root / "docs" / TERM
    broken.write_text(broken.read_text("utf-8") + "  - [\n", "utf-8")
    assert main(["--root", str(root), "stamp", str(root / "docs" / PARTNER)]) == 0
    assert read_ledger(guide_of(root), []).units == before


def test_a_typing_error_in_one_term_keeps_its_translation(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _edit(root, TERM, "Niemand haast zich.", "Niemand haast zich!")
    _edit(root, FIGURE, "Een huis.", "Eén huis.")
    assert len(_outdated(root)) == 2
    files = [str(root / "docs" / name) for name in (TERM, FIGURE)]
    assert main(["--root", str(root), "unchanged", *files]) == 0
    assert capsys.readouterr().out.count("bij zijn weer: fr") == 2
    assert _outdated(root) == set()


def test_the_to_do_list_names_what_one_stamps(root: Path) -> None:
    _edit(root, TERM, "Niemand haast zich.", "Iedereen haast zich.")
    row = next(row for row in rows(Catalogue(guide_of(root))) if row.state == "outdated")
    assert row.file == f"docs/{TERM}#eerst.rust"
    assert main(["--root", str(root), "stamp", str(root / row.file)]) == 0
    assert _outdated(root) == set()


def test_the_names_of_languages_are_translated_too(root: Path) -> None:
    assert "vocabulary.yml#languages.fr" in {unit.name for unit in units(guide_of(root))}


def test_a_home_language_follows_the_words_of_its_pages_once_it_has_them_all() -> None:
    guide = guide_of(ROOT)
    words = {unit.name: unit for unit in units(guide) if unit.group == "strings"}
    assert {"ar", "pl", "pt"} <= set(words["strings#parents"].languages)
    assert "ar" not in words["strings#site"].languages
    sheet = words["strings#worksheet"]
    assert all(key.startswith("worksheet.sheet.") for key in sheet.texts["ar"]) and sheet.digest("ar") != sheet.digest(
        "fr"
    )
