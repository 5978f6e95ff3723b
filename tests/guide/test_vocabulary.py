"""The vocabulary: ids, and what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.problems import ProblemsError
from guide.site import Guide, open_guide
from guide.vocabulary import read_vocabulary
from tests.support.guides import LANGUAGES, SMALL, small_guide


def _broken(root: Path, old: str, new: str) -> str:
    """What is said of the small vocabulary with `old` replaced."""
    text = SMALL.read_text("utf-8")
    assert text.count(old) == 1, old
    (root / "docs").mkdir()
    (root / "docs" / "vocabulary.yml").write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ProblemsError) as caught:
        read_vocabulary(root / "docs", root, LANGUAGES)
    return str(caught.value)


def test_every_list_gives_its_ids(tmp_path: Path) -> None:
    ids = small_guide(tmp_path).vocabulary.ids()
    assert ids["recommendation"] == {"rust", "lucht"}
    assert ids["language"] == {"nl", "fr", "ar"}
    assert ids["source"] == {"boek"}
    assert all(ids.values())


def test_a_quick_entry_says_what_it_chooses(tmp_path: Path) -> None:
    entry = "quick_entries: [{audience: team, language: home, time: 10, name: {nl: Snel, fr: Vite}}]\nphases:"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "vocabulary.yml").write_text(SMALL.read_text("utf-8").replace("phases:", entry), "utf-8")
    found = read_vocabulary(tmp_path / "docs", tmp_path, LANGUAGES).quick_entries
    assert [one.choices() for one in found] == [{"time": "10", "language": "home", "audience": "team"}]


def test_a_quick_entry_for_what_does_not_exist_is_told_whole(tmp_path: Path) -> None:
    entry = "quick_entries:\n  - {audience: pupil, name: {nl: Snel, fr: Vite}}\nphases:"
    assert _broken(tmp_path, "phases:", entry) == (
        "docs/vocabulary.yml:18\n"
        "  Gevonden: pupil bestaat niet\n"
        "  Verwacht: een van deze: team\n"
        "  Zo herstel je het: verbeter de naam, of voeg eerst het ontbrekende onderdeel toe\n\n"
        "Aantal fouten: 1"
    )


def test_a_quick_entry_above_the_methods_may_choose_a_kind(tmp_path: Path) -> None:
    entry = "quick_methods:\n  - {kind: KIND, time: 20, name: {nl: Snel, fr: Vite}}\npartner_types:"
    (tmp_path / "docs").mkdir()
    text = SMALL.read_text("utf-8").replace("partner_types:", entry)
    vocabulary = tmp_path / "docs" / "vocabulary.yml"
    vocabulary.write_text(text.replace("KIND", "actie"), "utf-8")
    found = read_vocabulary(tmp_path / "docs", tmp_path, LANGUAGES).quick_methods
    assert [one.choices() for one in found] == [{"time": "20", "kind": "actie"}]
    vocabulary.write_text(text.replace("KIND", "dans"), "utf-8")
    with pytest.raises(ProblemsError, match="dans bestaat niet"):
        read_vocabulary(tmp_path / "docs", tmp_path, LANGUAGES)


def test_the_context_takes_more_ids(tmp_path: Path) -> None:
    context = small_guide(tmp_path).context(page=frozenset({"index.md"}))
    assert context["ids"]["page"] == {"index.md"}
    assert context["ids"]["phase"] == {"begin"}
    assert context["languages"] == LANGUAGES


def test_a_guide_without_vocabulary_is_told_whole(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    with pytest.raises(ProblemsError) as caught:
        open_guide(tmp_path, tmp_path / "docs", ("nl",), "/")
    assert str(caught.value) == (
        "docs/vocabulary.yml:1\n"
        "  Gevonden: het bestand vocabulary.yml ontbreekt\n"
        "  Verwacht: een bestand vocabulary.yml op deze plaats\n"
        "  Zo herstel je het: zet het bestand terug of maak het opnieuw\n\n"
        "Aantal fouten: 1"
    )


def test_a_name_that_lacks_a_language_is_told_whole(tmp_path: Path) -> None:
    assert _broken(tmp_path, "begin: {name: {nl: Begin, fr: Début}}", "begin: {name: {nl: Begin}}") == (
        "docs/vocabulary.yml:19\n"
        "  Gevonden: ontbrekende talen: fr; talen te veel: –\n"
        "  Verwacht: een tekst in elk van deze talen: nl, fr\n"
        "  Zo herstel je het: vul de ontbrekende talen aan\n\n"
        "Aantal fouten: 1"
    )


def test_a_kind_that_does_not_exist_is_told_whole(tmp_path: Path) -> None:
    assert _broken(tmp_path, "  case: {folder: gezien", "  verhaal: {folder: gezien") == (
        "docs/vocabulary.yml:12\n"
        "  Gevonden: verhaal bij [key]\n"
        "  Verwacht: een van: recommendation, method, case, worksheet, partner\n"
        "  Zo herstel je het: kies een waarde uit die lijst\n\n"
        "Aantal fouten: 1"
    )


@pytest.mark.parametrize(
    "line",
    [
        "  recommendation: {folder: raad, letter: r}\n",
        "  worksheet: {folder: bladen, letter: b}\n",
        "  partner: {folder: helpers, letter: h}\n",
    ],
)
def test_a_vocabulary_without_a_kind_that_every_guide_has_is_refused(line: str, tmp_path: Path) -> None:
    assert "Aantal fouten: 1" in _broken(tmp_path, line, "")


def test_two_kinds_with_one_letter_are_refused(tmp_path: Path) -> None:
    assert "Aantal fouten: 1" in _broken(tmp_path, "letter: d}", "letter: r}")


def test_a_letter_of_short_addresses_is_no_folder(tmp_path: Path) -> None:
    assert "Aantal fouten: 1" in _broken(tmp_path, "{folder: gezien, letter: g}", "{folder: h, letter: g}")


@pytest.mark.parametrize(
    ("uri", "language", "url"),
    [
        ("index.md", "nl", ""),
        ("index.md", "fr", "fr/"),
        ("raad/index.md", "nl", "raad/"),
        ("raad/rust.md", "nl", "raad/rust/"),
        ("raad/rust.md", "fr", "fr/raad/rust/"),
        ("raad/mijn-index.md", "nl", "raad/mijn-index/"),
    ],
)
def test_the_address_of_a_page(uri: str, language: str, url: str, tmp_path: Path) -> None:
    assert small_guide(tmp_path).page_url(uri, language) == url


def test_the_file_of_a_page(tmp_path: Path) -> None:
    guide = small_guide(tmp_path)
    assert guide.source_file("raad/rust.md", "nl") == tmp_path / "docs/raad/rust.md"
    assert guide.source_file("raad/rust.md", "fr") == tmp_path / "docs/raad/rust.fr.md"


@pytest.mark.parametrize("site_url", ["https://a.test/gids", "https://a.test/gids/", "https://a.test/gids//"])
def test_the_whole_address_has_one_slash(site_url: str, tmp_path: Path) -> None:
    assert small_guide(tmp_path, site_url=site_url).absolute("raad/") == "https://a.test/gids/raad/"


def test_the_real_vocabulary_is_whole(real_guide: Guide) -> None:
    vocabulary = real_guide.vocabulary
    assert sorted(one.number for one in vocabulary.recommendations.values()) == [1, 2, 3, 4, 5]
    assert set(vocabulary.kinds) == {"recommendation", "method", "case", "worksheet", "partner"}
    assert {kind.letter for kind in vocabulary.kinds.values()} == set("amcwp")
    assert set(real_guide.languages) <= set(vocabulary.languages)
    assert (real_guide.docs / vocabulary.sources_page).exists()
