"""The menu, and what stands around the text of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.catalogue import Catalogue
from guide.content.view import of_page
from tests.support.guides import small_guide
from tests.support.written import PAGES

INDEX = "---\ntitle: Raad\ndescription: Alle raad.\nreviewed: 2026-11-21\n---\n"
INDEX_FR = "---\ntitle: Conseils\ndescription: Tous les conseils.\n---\n"
LUCHT = PAGES["raad/rust.md"].replace("Rust eerst", "Zet open").replace("[rust]", "[lucht]")


def _catalogue(root: Path, **more: str) -> Catalogue:
    method = PAGES["doen/kijken.md"].replace("worksheets: [vragen]\npartners: [bib]\n", "")
    files = {**PAGES, "doen/kijken.md": method, "raad/index.md": INDEX, "raad/index.fr.md": INDEX_FR}
    files["raad/lucht.md"] = LUCHT
    return Catalogue(small_guide(root, files | {name.replace("__", "/"): text for name, text in more.items()}))


def test_the_menu_has_the_sections_in_their_order_and_recommendations_by_number(tmp_path: Path) -> None:
    assert _catalogue(tmp_path).navigation("nl") == [
        "index.md",
        {"Raad": ["raad/index.md", "raad/lucht.md", "raad/rust.md"]},
        {"Doen": ["doen/kijken.md"]},
    ]


def test_the_menu_of_another_language_has_what_exists_in_it(tmp_path: Path) -> None:
    assert _catalogue(tmp_path).navigation("fr") == [
        {"Conseils": ["raad/index.md", "raad/rust.md"]},
        {"Faire": ["doen/kijken.md"]},
    ]


def test_a_recommendation_shows_its_number_and_colour(tmp_path: Path) -> None:
    view = of_page(_catalogue(tmp_path), "raad/rust.md", "nl", "raad/rust/")
    assert (view.kind, view.section, view.number, view.color) == ("recommendation", "Raad", 2, "teal")
    assert (view.short, view.reviewed, view.outdated, view.checked) == ("r/rust/", "21 november 2026", False, "")


def test_a_method_has_the_colour_of_the_recommendation_that_it_names_first(tmp_path: Path) -> None:
    catalogue = _catalogue(tmp_path)
    card = catalogue.card(catalogue.original("doen/kijken.md"), "nl")
    assert card is not None and card.color == "teal"
    assert of_page(catalogue, "doen/kijken.md", "nl", "doen/kijken/").color == "teal"


def test_a_method_shows_what_it_serves(tmp_path: Path) -> None:
    view = of_page(_catalogue(tmp_path), "doen/kijken.md", "fr", "fr/doen/kijken/")
    assert (view.kind, view.section, view.number) == ("method", "Faire", None)
    assert [(card.title, card.url) for card in view.serves] == [("Air", ""), ("Calme", "fr/raad/rust/")]
    assert view.short == "d/kijken/"


def test_a_translation_says_that_it_is_outdated_and_leads_to_the_original(tmp_path: Path) -> None:
    view = of_page(_catalogue(tmp_path), "raad/rust.md", "fr", "fr/raad/rust/")
    assert view.outdated is True
    assert view.original == "../../../raad/rust/"


@pytest.mark.parametrize("checked", ["machine", "human", "native"])
def test_a_translation_says_who_checked_it(checked: str, tmp_path: Path) -> None:
    stamp = _catalogue(tmp_path).original("raad/rust.md").digest
    front = f"écoute.\ntranslation: {{source: {stamp}, checked: {checked}}}\n"
    text = PAGES["raad/rust.fr.md"].replace("écoute.\n", front)
    view = of_page(_catalogue(tmp_path, **{"raad/rust.fr.md": text}), "raad/rust.md", "fr", "fr/raad/rust/")
    assert (view.checked, view.outdated) == (checked, False)


@pytest.mark.parametrize(
    ("uri", "url", "kind", "section", "short"),
    [
        ("raad/index.md", "raad/", "page", "Raad", ""),
        ("index.md", "", "page", "", ""),
        ("helpers/bib.md", "helpers/bib/", "partner", "", "h/bib/"),
        ("bladen/vragen.md", "bladen/vragen/", "worksheet", "", "b/vragen/"),
    ],
)
def test_every_page_knows_its_kind_section_and_short_address(
    uri: str, url: str, kind: str, section: str, short: str, tmp_path: Path
) -> None:
    view = of_page(_catalogue(tmp_path), uri, "nl", url)
    assert (view.kind, view.section, view.short) == (kind, section, short)


def test_a_template_links_to_pages_and_addresses(tmp_path: Path) -> None:
    link = of_page(_catalogue(tmp_path), "doen/kijken.md", "fr", "fr/doen/kijken/").link
    assert link("raad/rust.md") == "../../raad/rust/"
    assert link("r/rust/") == "../../../r/rust/"
    assert link("index.md") == "../../"


HOME = """---
title: Thuis
description: Het begin.
template: home.html
reviewed: 2026-11-21
home:
  ids: {start: begin, entrances: deuren, recommendations: raad, case: verhaal, languages: talen}
  overview: {page: raad/index.md, anchor: samen}
  lead: Welkom.
  entrances: []
  recommendations_title: Raad
  recommendations_intro: Samen.
  case: {title: Verhaal, text: Lees., link: raad/index.md}
  languages: {title: Talen, text: Kies., link: raad/index.md}
  trust: Verzonnen.
---
"""


def test_on_the_home_page_a_recommendation_without_a_page_leads_to_the_overview(tmp_path: Path) -> None:
    catalogue = _catalogue(tmp_path, **{"index.md": HOME})
    (tmp_path / "docs" / "raad" / "lucht.md").unlink()
    view = of_page(catalogue, "index.md", "nl", "")
    assert [card.url for card in view.home_cards] == ["raad/#samen", "raad/rust/"]
    assert view.home_parts is not None and view.home_parts.entrances == "deuren"


ASKING = HOME.replace(
    "  entrances: []\n",
    """  entrances:
    - {id: sheet, title: Blad, text: Kies., link: raad/index.md, query: language=home}
  questions_title: Deze week?
  questions:
    - {id: calm, text: Geen rust? Lees., link: raad/rust.md, anchor: waarom}
    - {id: air, text: Geen lucht? Lees., link: raad/lucht.md}
""",
)
ASKED = """---
title: Maison
description: Le début.
home:
  lead: Bienvenue.
  entrances:
    - {id: sheet, title: Fiche, text: Choisissez., link: raad/index.md}
  questions_title: Cette semaine ?
  questions:
    - {id: air, text: Pas d’air ? Lisez.}
    - {id: calm, text: Pas de calme ? Lisez.}
  recommendations_title: Conseils
  recommendations_intro: Ensemble.
  case: {title: Récit, text: Lisez., link: raad/index.md}
  languages: {title: Langues, text: Choisissez., link: raad/index.md}
  trust: Inventé.
translation: {source: DIGEST, checked: machine}
---
"""


def _asking(root: Path, french: str) -> Catalogue:
    digest = _catalogue(root / "first", **{"index.md": ASKING}).original("index.md").digest
    return _catalogue(root / "then", **{"index.md": ASKING, "index.fr.md": french.replace("DIGEST", digest)})


def test_the_lines_of_the_home_page_lead_where_the_source_says(tmp_path: Path) -> None:
    view = of_page(_asking(tmp_path, ASKED), "index.md", "fr", "fr/")
    assert view.home_queries == {"sheet": "?language=home"}
    texts = [text for text, _ in view.home_questions]
    assert texts == ["Pas de calme ? Lisez.", "Pas d’air ? Lisez."]  # in the order of the source
    assert view.home_questions[0][1] == "fr/raad/rust/#waarom"


def test_a_line_of_the_home_page_that_is_not_translated_is_told(tmp_path: Path) -> None:
    catalogue = _asking(
        tmp_path, ASKED.replace("    - {id: air, text: Pas d’air ? Lisez.}\n", "").replace("calm,", "loud,")
    )
    _ = catalogue.pages
    found = [(one.code, one.values) for one in catalogue.problems if one.file == "docs/index.fr.md"]
    assert found == [
        ("missing", {"key": "calm", "path": "home.questions"}),
        ("missing", {"key": "air", "path": "home.questions"}),
        ("unknown_id", {"id": "loud", "known": "calm, air"}),
    ]


def test_where_the_lines_of_the_home_page_lead_is_no_work_for_translators(tmp_path: Path) -> None:
    one = _catalogue(tmp_path / "one", **{"index.md": ASKING}).original("index.md")
    changed = ASKING.replace("language=home", "time=10").replace("anchor: waarom", "anchor: hoe")
    assert _catalogue(tmp_path / "other", **{"index.md": changed}).original("index.md").digest == one.digest


def test_the_anchors_of_the_home_page_are_no_work_for_translators(tmp_path: Path) -> None:
    one = _catalogue(tmp_path / "one", **{"index.md": HOME}).original("index.md")
    other = _catalogue(tmp_path / "other", **{"index.md": HOME.replace("deuren", "poorten")}).original("index.md")
    assert one.digest == other.digest
