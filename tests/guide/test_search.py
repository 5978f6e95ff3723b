"""The index of the search: what each page says, what it is, and the words for which it is looked up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import material
import pytest

from guide.catalogue import Catalogue
from guide.search import INDEX, SETTINGS, STEMMERS, Section, Shown, help_links, search_files, sections
from tests.support.guides import small_guide
from tests.support.written import PAGES

LEAD = Section("", "", "Vooraf.")
GLOSSARY = """\
page: woorden.md
groups:
  - id: kern
    name: {nl: Kern, fr: Noyau}
    terms:
      - id: rust
        name: {nl: rust, fr: calme}
        text: {nl: Even niets., fr: Un instant de rien.}
        see: doen/kijken
        forms: {nl: [rustig, rust], fr: [calme]}
"""
WORDS = """\
---
title: Woorden
description: Wat woorden betekenen.
reviewed: 2026-11-21
---
## Kern {#kern}

/// list | glossary kern
///
"""


def _files(root: Path, language: str, shown: dict[str, Shown]) -> dict[str, Any]:
    guide = small_guide(root, {**PAGES, "glossary.yml": GLOSSARY, "woorden.md": WORDS})
    made = search_files(Catalogue(guide), language, shown, "[ ]+")
    return {name: json.loads(content) for name, content in made.items()}


def _page(title: str, kind: str = "page", *rest: Section, lists: bool = False) -> Shown:
    return Shown(title, "Een zin.", kind, lists, (LEAD, *rest))


def test_a_page_says_what_it_is_and_its_sections_follow(tmp_path: Path) -> None:
    made = _files(
        tmp_path, "nl", {"raad/rust/": _page("Rust", "recommendation", Section("kern", "Kern", "Neem tijd."))}
    )
    assert made[INDEX]["docs"] == [
        {"location": "raad/rust/", "title": "Rust", "lead": "Een zin.", "text": "Vooraf.", "kind": "recommendation"},
        {"location": "raad/rust/#kern", "title": "Kern", "text": "Neem tijd."},
    ]
    assert made[INDEX]["kinds"]["recommendation"] == "Aanbeveling"
    assert made[INDEX]["kinds"]["term"] == "Begrip"


def test_addresses_are_seen_from_the_folder_of_the_language(tmp_path: Path) -> None:
    made = _files(tmp_path, "fr", {"fr/doen/kijken/": _page("Regarder"), "doen/kijken/": _page("Kijken")})
    assert [one["location"] for one in made[INDEX]["docs"]] == ["doen/kijken/"]
    assert made[INDEX]["docs"][0]["title"] == "Regarder"
    assert made[INDEX]["kinds"]["method"] == "Méthode"
    assert made[SETTINGS] == {
        "config": {"lang": ["fr"], "separator": "[ ]+", "index": f"fr/{INDEX}", "stemmer": "fr"},
        "docs": [],
    }


def test_terms_of_the_glossary_stand_for_themselves_and_for_their_page(tmp_path: Path) -> None:
    shown = {
        "woorden/": _page("Woorden", "page", Section("kern", "Kern", "rust even niets")),
        "doen/kijken/": _page("K"),
    }
    look, words, group, term = _files(tmp_path, "nl", shown)[INDEX]["docs"]
    assert look["words"] == "rust rustig calme"
    assert "words" not in words and group["text"] == ""
    assert term == {
        "location": "woorden/#rust", "title": "rust", "text": "Even niets.", "kind": "term",
        "words": "rustig rust calme",
    }  # fmt: skip


def test_a_page_that_leads_to_others_says_so_and_is_short(tmp_path: Path) -> None:
    long = Section("alles", "Alles", "woord " * 500)
    lists, section = _files(tmp_path, "nl", {"doen/": _page("Doen", "page", long, lists=True)})[INDEX]["docs"]
    assert lists["lists"] is True
    assert len(section["text"]) == 400


@pytest.mark.parametrize(("language", "stemmer"), [("nl", "nl"), ("fr", "fr")])
def test_a_language_has_its_stemmer(language: str, stemmer: str, tmp_path: Path) -> None:
    assert _files(tmp_path, language, {})[SETTINGS]["config"]["stemmer"] == stemmer


def test_the_theme_brings_every_stemmer_that_we_count_on() -> None:
    folder = Path(str(material.__file__)).parent / "templates/assets/javascripts/lunr/min"
    brought = {path.name.split(".")[1] for path in folder.glob("lunr.*.min.js")}
    assert STEMMERS - {"en"} <= brought  # English is in the theme's worker
    assert "uk" not in STEMMERS


def test_help_leads_to_what_the_guide_has(tmp_path: Path) -> None:
    guide = small_guide(tmp_path, {**PAGES, "glossary.yml": GLOSSARY, "woorden.md": WORDS})
    assert [(one.title, one.url) for one in help_links(Catalogue(guide), "nl")] == [("Woorden", "woorden/")]
    assert help_links(Catalogue(guide), "fr") == ()


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", [("", "", "")]),
        ("<p>Een <b>w</b>oord.</p><p>Nog één.</p>", [("", "", "Een woord. Nog één.")]),
        (
            '<p>A</p><h2 id="b">B &amp; c<a class="headerlink" href="#b">#</a></h2><p>C</p>',
            [("", "", "A"), ("b", "B & c", "C")],
        ),
        (
            '<h2 id="b">B</h2><h3>Zonder adres</h3><ul><li>een</li><li>twee</li></ul>',
            [("", "", ""), ("b", "B", "Zonder adres een twee")],
        ),
        (
            '<div><h2 id="b">B</h2><dl><dt>Groep</dt><dd>Wij</dd></dl></div>na',
            [("", "", ""), ("b", "B", "Groep Wij na")],
        ),
        (
            '<p data-search-exclude="1">weg</p><p hidden>weg</p><button>weg</button><script>weg</script>blijft',
            [("", "", "blijft")],
        ),
        ('<ul class="cards cards--x"><li>andere</li></ul><!-- niets -->hier', [("", "", "hier")]),
    ],
)
def test_sections_of_a_page(content: str, found: list[tuple[str, str, str]]) -> None:
    assert [(one.id, one.title, one.text) for one in sections(content)] == found
