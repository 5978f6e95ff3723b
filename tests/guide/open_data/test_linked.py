"""What a page of a small guide says in the words of schema.org."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.catalogue import Catalogue
from guide.open_data.linked import Linked
from tests.guide.open_data.test_records import NAMES, STEPS, guide_with
from tests.support.linked import complaints

NASTY = "</script><!-- <b>&amp; \u2028"


@pytest.fixture
def linked(tmp_path: Path) -> Linked:
    return Linked(Catalogue(guide_with(tmp_path, doen__kijken_md=STEPS)), NAMES, "CC BY 4.0")


def test_a_method_is_a_howto_with_the_way_to_it(linked: Linked) -> None:
    home = "https://klein.test/"
    about, trail = linked.graph("doen/kijken.md", "nl", "Samen kijken", "Kijk tien minuten.")
    assert about == {
        "@type": "HowTo",
        "@id": f"{home}doen/kijken/",
        "workTranslation": [{"@id": f"{home}fr/doen/kijken/"}],
        "name": "Samen kijken",
        "description": "Kijk tien minuten.",
        "url": f"{home}doen/kijken/",
        "identifier": f"{home}d/kijken/",
        "isPartOf": {"@type": "WebSite", "@id": home, "name": "Klein", "url": home},
        "inLanguage": "nl",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isAccessibleForFree": True,
        "learningResourceType": "Methodiek",
        "audience": [{"@type": "EducationalAudience", "educationalRole": "Team"}],
        "keywords": ["Rust", "Lucht"],
        "dateModified": "2026-11-21",
        "abstract": "Zien wat er al is.",
        "educationalUse": "Actie",
        "supply": ["Niets.", {"@type": "HowToSupply", "name": "Vragen", "url": f"{home}bladen/vragen/"}],
        "step": [
            {"@type": "HowToStep", "position": 1, "name": "Kijk", "url": f"{home}doen/kijken/#stap-1"},
            {"@type": "HowToStep", "position": 2, "name": "Zeg ‘wat’ & hoe", "url": f"{home}doen/kijken/#stap-2"},
        ],
    }
    assert trail["itemListElement"] == [  # the section has no page of its own here
        {"@type": "ListItem", "position": 1, "name": "Klein", "item": home},
        {"@type": "ListItem", "position": 2, "name": "Samen kijken", "item": f"{home}doen/kijken/"},
    ]


def test_a_sheet_that_is_not_translated_says_that_it_speaks_the_source_language(linked: Linked) -> None:
    about, _ = linked.graph("bladen/vragen.md", "fr", "Vragen", "Weten wat er leeft.")
    assert (about["@type"], about["inLanguage"], about["timeRequired"]) == ("LearningResource", "nl", "PT10M")
    assert "translationOfWork" not in about
    assert [one["contentUrl"].rpartition("/")[2] for one in about["encoding"]] == ["vragen-nl.pdf", "vragen-nl.docx"]


def test_an_ordinary_page_says_the_way_to_it_and_the_home_page_what_the_guide_is(linked: Linked) -> None:
    assert [node["@type"] for node in linked.graph("over/bronnen.md", "fr", "Sources", "Sources.")] == [
        "BreadcrumbList"
    ]
    (site,) = linked.graph("index.md", "fr", "Petit", "Un petit guide.")
    assert (site["@type"], site["name"], site["alternateName"]) == ("WebSite", "Petit", ["Klein"])
    assert site["translationOfWork"] == {"@id": "https://klein.test/"}


def test_no_text_ends_the_script_and_every_text_comes_back_whole(linked: Linked) -> None:
    script = str(linked.script("doen/kijken.md", "nl", NASTY, NASTY))
    assert not set(script) & set("<>&\u2028")
    assert json.loads(script)["@graph"][0]["name"] == NASTY


def test_schema_org_knows_the_words(linked: Linked, tmp_path: Path) -> None:
    uris = ("index.md", "doen/kijken.md", "raad/rust.md", "bladen/vragen.md", "helpers/bib.md")
    nodes = [node for uri in uris for node in linked.graph(uri, "nl", "T", "D")]
    assert {node["@type"] for node in nodes} == {
        "BreadcrumbList", "HowTo", "LearningResource", "Organization", "WebSite",
    }  # fmt: skip
    assert complaints(nodes, tmp_path / "types") == []
