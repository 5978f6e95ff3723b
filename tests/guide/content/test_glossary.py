"""The glossary: its entries on a page, and the first use of a term in a text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import markdown
import pytest
from lxml import html

from guide.catalogue import Catalogue
from guide.content.lists import islands, with_terms
from guide.faults import find_problems
from guide.problems import Problem, report
from guide.strings import load
from tests.support.guides import small_guide
from tests.support.written import PAGES

GLOSSARY = """\
page: over/woorden.md
groups:
  - id: eerst
    name: {nl: Eerst, fr: D’abord}
    terms:
      - id: warme-overdracht
        name: {nl: warme overdracht, fr: relais accompagné}
        text: {nl: Samen & traag bellen., fr: Appeler ensemble.}
        forms: {nl: [warme overdracht, overdracht], fr: [relais accompagné]}
        see: raad/rust
      - id: clb
        name: {nl: CLB, fr: CLB}
        text: {nl: Begeleidt., fr: Accompagne.}
        forms: {nl: [CLB]}
"""
WORDS = """\
---
title: Woorden
description: Woorden.
reviewed: 2026-11-21
---
## Eerst {#eerst}

/// list | glossary eerst
///
"""
FORMS: Mapping[str, tuple[str, str]] = {
    "warme overdracht": ("warme-overdracht", "Samen & traag bellen."),
    "overdracht": ("warme-overdracht", "Samen & traag bellen."),
    "clb": ("clb", "Begeleidt."),
    "c+": ("c", "Een plus."),
    "cli": ("cli", "Een opdracht."),
}


def _catalogue(folder: Path, glossary: str = GLOSSARY) -> Catalogue:
    pages = {name: PAGES[name] for name in ("index.md", "raad/rust.md", "raad/rust.fr.md")}
    return Catalogue(small_guide(folder, {**pages, "over/woorden.md": WORDS, "glossary.yml": glossary}))


def _html(text: str) -> str:
    configs = {"guide.markdown": {"language": "nl", "terms": FORMS}}
    extensions = ["attr_list", "tables", "guide.markdown"]
    return str(markdown.markdown(text, extensions=extensions, extension_configs=configs))


def _terms(text: str) -> list[tuple[str, str]]:
    """The links to terms: the words, and the term."""
    made = html.fragment_fromstring(_html(text), create_parent="div")
    return [(link.text or "", link.get("href", "").removeprefix("term:")) for link in made.xpath("//a[@class='term']")]


def test_a_group_shows_each_term_with_its_address_and_other_languages(tmp_path: Path) -> None:
    catalogue = _catalogue(tmp_path)
    page = catalogue.page("over/woorden.md", "nl")
    problems: list[Problem] = []
    assert page
    made = islands(catalogue, page, "nl", ["list:glossary eerst"], problems)["list:glossary eerst"]
    found = html.fragment_fromstring(made)
    assert [one.get("id") for one in found.xpath("div")] == ["warme-overdracht", "clb"]
    first = found.xpath("div")[0]
    assert first.xpath("string(dt)") == "warme overdracht"
    assert " ".join(first.xpath("string(dd[1])").split()) == "Samen & traag bellen."
    assert [(one.text, one.get("href")) for one in first.xpath("dd[2]/a")] == [("Rust eerst", "../../raad/rust/")]
    assert first.xpath("string(.//*[@lang='fr'])") == "relais accompagné"


def test_the_first_use_of_a_term_is_a_link_with_its_meaning() -> None:
    made = _html("Na een **overdracht** volgt een Warme overdracht. Het CLB en het CLB.")
    assert made == (
        "<p>Na een <strong>"
        '<a class="term" href="term:warme-overdracht" title="Samen &amp; traag bellen.">overdracht</a></strong>'
        ' volgt een Warme overdracht. Het <a class="term" href="term:clb" title="Begeleidt.">CLB</a> en het CLB.</p>'
    )


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Een Warme overdracht, dan overdracht.", [("Warme overdracht", "warme-overdracht")]),
        ("CLB.\n\n- CLB", [("CLB", "clb")]),
        ("- bij het CLB, na overdracht", [("CLB", "clb"), ("overdracht", "warme-overdracht")]),
        ("| CLB |\n|---|\n| een CLB |", [("CLB", "clb")]),
        ("/// tip | Het CLB\nHet CLB helpt.\n///", [("CLB", "clb")]),
        ("## Het CLB {#clb}\n\n[het CLB](x.md), `CLB`, *CLB*", []),
        ("overdrachtsblad, CLB-team en overdrachten", []),
        ("Een warme\noverdracht helpt.", [("warme\noverdracht", "warme-overdracht")]),
        ("het CLB’s team, (C+) en CLİP", [("CLB", "clb"), ("C+", "c")]),
        ("Een CLİ, dan het cli.", [("cli", "cli")]),
        (
            "Een warme overdracht{.x} [van het CLB][k] en ![CLB](x.svg)\n\n[k]: x.md",
            [("warme overdracht", "warme-overdracht")],
        ),
        ("```\nCLB\n```", []),
    ],
)
def test_terms_are_found_in_running_text_only(text: str, terms: list[tuple[str, str]]) -> None:
    assert _terms(text) == terms


def test_the_link_leads_to_the_glossary_from_every_page(tmp_path: Path) -> None:
    catalogue = _catalogue(tmp_path)
    page = '<a class="term" href="term:clb">CLB</a>'
    assert 'href="../../over/woorden/#clb"' in with_terms(catalogue, page, "nl", "raad/rust/")
    assert 'href="../../over/woorden/#clb"' in with_terms(catalogue, page, "fr", "fr/raad/rust/")


def test_a_guide_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    catalogue = Catalogue(small_guide(tmp_path, {"index.md": PAGES["index.md"]}))
    assert catalogue.glossary is None
    assert with_terms(catalogue, "<p>CLB</p>", "nl", "") == "<p>CLB</p>"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("id: clb\n", "id: warme-overdracht\n", ["Gevonden: warme-overdracht staat hier voor de tweede keer"]),
        ("forms: {nl: [CLB]}", "forms: {nl: [Overdracht]}", ["Gevonden: overdracht staat hier voor de tweede keer"]),
        ("see: raad/rust", "see: raad/lust", ["Gevonden: raad/lust bestaat niet"]),
        ("page: over/woorden.md", "page: over/worden.md", ["Gevonden: over/worden.md bestaat niet"]),
        (", fr: Accompagne.}", "}", ["Gevonden: ontbrekende talen: fr"]),
        ("forms: {nl: [CLB]}", "forms: {xx: [CLB]}", ["Gevonden: xx bestaat niet", "Verwacht: een van deze: nl, fr"]),
    ],
)
def test_faults_of_the_glossary_are_told(old: str, new: str, says: list[str], tmp_path: Path) -> None:
    assert GLOSSARY.count(old) == 1
    catalogue = _catalogue(tmp_path, GLOSSARY.replace(old, new))
    said = report([one for one in catalogue.faults() if one.file == "docs/glossary.yml"], load("nl"))
    assert [line for line in says if line not in said] == [] and said.endswith("Aantal fouten: 1")


SECOND = """\
  - id: dan
    name: {nl: Dan, fr: Puis}
    terms:
      - {id: klas, name: {nl: klas, fr: classe}, text: {nl: Groep., fr: Groupe.}}
"""


def test_the_page_of_the_glossary_holds_every_group(tmp_path: Path) -> None:
    catalogue = _catalogue(tmp_path, GLOSSARY + SECOND)
    said = report([one for one in catalogue.faults() if one.file.startswith("docs/over/")], load("nl"))
    assert said == (
        "docs/over/woorden.md:6\n"
        "  Gevonden: de groep dan van de begrippenlijst staat niet op deze pagina\n"
        "  Verwacht: de lijst /// list | glossary dan\n"
        "  Zo herstel je het: zet die lijst op de pagina, of schrap de groep in de begrippenlijst\n\n"
        "Aantal fouten: 1"
    )


def test_a_group_stands_there_once(tmp_path: Path) -> None:
    catalogue = _catalogue(tmp_path, GLOSSARY + SECOND.replace("id: dan", "id: eerst"))
    assert [(one.code, one.line) for one in catalogue.faults() if one.file == "docs/glossary.yml"] == [
        ("term_twice", 15)
    ]


def test_a_page_with_a_fault_is_known_to_the_glossary(tmp_path: Path) -> None:
    catalogue = _catalogue(tmp_path)
    (catalogue.guide.docs / "raad" / "rust.md").write_text("zonder kop\n", "utf-8")
    assert [(one.file, one.code) for one in find_problems(catalogue)] == [("docs/raad/rust.md", "front_matter_missing")]


def test_a_glossary_with_a_fault_gives_one_fault(tmp_path: Path) -> None:
    catalogue = _catalogue(tmp_path, GLOSSARY.replace("see: raad/rust", "see: raad/lust"))
    page = catalogue.guide.docs / "raad" / "rust.md"
    page.write_text(page.read_text("utf-8") + "\n[woord](../over/woorden.md#clb)\n", "utf-8")
    assert [(one.file, one.code) for one in find_problems(catalogue)] == [("docs/glossary.yml", "unknown_id")]
