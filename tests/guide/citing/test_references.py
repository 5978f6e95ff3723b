"""References: what the APA and BibTeX want, in the language of the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from pybtex.database import parse_string

from guide.citing import apa, bibtex
from guide.citing.work import Work
from guide.strings import load

WORK = Work("Samen school maken", "Met een tolk praten", "https://gids.test/a/tolk/", "a/tolk/", "nl", 2026)
IN = {"nl": "In", "fr": "Dans", "en": "In"}
NO_DATE = {"nl": "z.d.", "fr": "s.\u00a0d.", "en": "n.d."}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("language", list(IN))
def test_a_page_is_cited_as_the_apa_does(language: str, cache: Path) -> None:
    words, work = load(language), replace(WORK, language=language)
    said = str(apa.reference(work, words, cache))
    assert said == "Samen school maken. (2026). <i>Met een tolk praten</i>. https://gids.test/a/tolk/"
    undated = apa.reference(replace(work, year=None), words, cache)
    assert undated == said.replace("2026", NO_DATE[language])
    sheet = apa.reference(replace(work, genre=words["site.worksheet"]), words, cache)
    assert sheet == said.replace("</i>.", f"</i> [{words['site.worksheet']}].")


@pytest.mark.parametrize("language", list(IN))
def test_a_section_is_cited_in_its_page(language: str, cache: Path) -> None:
    said = apa.section_reference(replace(WORK, language=language), load(language), cache)
    title, address = ('<span data-fill="title"></span>', '<span data-fill="address"></span>')
    assert said == f"Samen school maken. (2026). {title}. {IN[language]} <i>Met een tolk praten</i>. {address}"


@pytest.mark.parametrize(
    ("title", "end"), [("Waarom?", "?"), ("Doe mee!", "!"), ("En dan …", "…"), ("Enz.", "."), ("Nu", "")]
)
def test_a_title_with_a_mark_of_its_own_gets_no_full_stop(title: str, end: str, cache: Path) -> None:
    plain = html.fragment_fromstring(apa.reference(replace(WORK, title=title), load("nl"), cache), "p").text_content()
    assert plain == f"Samen school maken. (2026). {title}{'' if end else '.'} https://gids.test/a/tolk/"
    section = apa.section_reference(replace(WORK, title=title), load("nl"), cache)
    assert f"In <i>{title}</i>{'' if end else '.'} " in section


def test_a_page_with_the_name_of_the_guide_says_it_once(cache: Path) -> None:
    said = apa.reference(replace(WORK, title=WORK.author, address="https://gids.test/"), load("nl"), cache)
    assert said == "Samen school maken. (2026). https://gids.test/"


def test_no_title_becomes_markup(cache: Path) -> None:
    nasty = replace(WORK, author="A & <b>B</b>", title='</i><script>x()</script> "a" ⟦year⟧ ⟪b⟫')
    for said in (apa.reference(nasty, load("nl"), cache), apa.section_reference(nasty, load("nl"), cache)):
        tree = html.fragment_fromstring(said, create_parent="p")
        assert {one.tag for one in tree.iter()} <= {"p", "i", "span"}
        assert f"{nasty.author}. (2026). " in tree.text_content() and nasty.title in tree.text_content()


def test_the_patterns_are_kept(tmp_path: Path) -> None:
    apa.reference(WORK, load("nl"), tmp_path)
    kept = sorted((tmp_path / "citations").iterdir())
    assert len(kept) == 1
    apa.reference(replace(WORK, title="Iets anders", year=2025), load("nl"), tmp_path)
    assert sorted((tmp_path / "citations").iterdir()) == kept


@pytest.mark.parametrize(
    ("language", "name"),
    [("nl", "dutch"), ("fr", "french"), ("en", "english"), ("pt-br", "portuguese"), ("rmy", "rmy")],
)
def test_bibtex_says_what_a_list_of_sources_needs(language: str, name: str) -> None:
    read = parse_string(bibtex.reference(replace(WORK, language=language, genre="Werkblad")), "bibtex")
    assert list(read.entries) == [f"samen-school-maken-a-tolk-{language}"]
    entry = read.entries[f"samen-school-maken-a-tolk-{language}"]
    assert entry.type == "online"
    assert dict(entry.fields) == {
        "title": "Met een tolk praten", "type": "Werkblad", "year": "2026", "url": "https://gids.test/a/tolk/",
        "langid": name,
    }  # fmt: skip
    assert [str(person) for person in entry.persons["author"]] == ["{Samen school maken}"]


def test_bibtex_without_a_year_says_none() -> None:
    (entry,) = parse_string(bibtex.reference(replace(WORK, year=None)), "bibtex").entries.values()
    assert "year" not in entry.fields


def test_bibtex_of_a_section_names_the_page_and_leaves_marks() -> None:
    pattern = bibtex.section_reference(replace(WORK, author="Faire école", genre="Fiche"))
    filled = pattern.replace("⟦title⟧", "Kort").replace("⟦address⟧", "https://gids.test/a/tolk/#kort")
    (key, entry), *more = parse_string(filled.replace("⟦anchor⟧", "kort"), "bibtex").entries.items()
    assert (key, more) == ("faire-ecole-a-tolk-nl-kort", [])
    assert entry.fields["title"] == "Kort"
    assert entry.fields["titleaddon"] == WORK.title
    assert entry.fields["url"] == "https://gids.test/a/tolk/#kort"
