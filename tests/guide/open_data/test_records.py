"""The open data of a small guide: what is there, what is not, and what never changes by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from guide.catalogue import Catalogue
from guide.open_data.base import licence_of
from guide.open_data.files import listed, open_data_files
from guide.open_data.listing import example_html, open_data_html
from guide.site import Guide, open_guide
from tests.guide.translations.small import FILES
from tests.support.guides import LANGUAGES, SMALL, small_guide

NAMES = {"nl": "Klein", "fr": "Petit"}
STEPS = """\
## Waarom {#waarom}

/// research | Eén *keer* kijken
    certainty: thin

Het helpt wat.

///

## Stappen {#stappen}

### 1 · Kijk {#stap-1}

Kijk.

### 2 · Zeg ‘wat’ & hoe {#stap-2}

Zeg het.

### 3 kinderen kijken mee {#drie}

### 4 · Te laat {#stap-4}
"""
STEPS_FR = """\
## Pourquoi {#waarom}

/// research | Regarder une fois
    certainty: thin

Un peu.

///

## Étapes {#stappen}

### 1 · Regardez : « tout » {#stap-1}
"""


def guide_with(root: Path, **more: str) -> Guide:
    """The small guide; `more` by path, "doen__kijken.md": what is added to a file, or a whole new one."""
    files = dict(FILES)
    for name, text in more.items():
        path = name.replace("__", "/").replace("_md", ".md").replace("_fr", ".fr")
        files[path] = text if text.startswith("---") else files[path] + text
    return small_guide(root, files)


def data(guide: Guide, licence: str = "CC BY 4.0") -> dict[str, Any]:
    made = open_data_files(Catalogue(guide), NAMES, licence)
    return {name.removeprefix("data/").removesuffix(".json"): json.loads(content) for name, content in made.items()}


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return guide_with(tmp_path, doen__kijken_md=STEPS, doen__kijken_fr_md=STEPS_FR)


def test_a_method_says_all_that_its_page_says(guide: Guide) -> None:
    home = "https://klein.test/"
    at = {"nl": f"{home}doen/kijken/", "fr": f"{home}fr/doen/kijken/"}
    assert data(guide)["methods"]["methods"] == [{
        "id": "kijken",
        "permalink": f"{home}d/kijken/",
        "page": at,
        "title": {"nl": "Samen kijken", "fr": "Regarder ensemble"},
        "recommendations": ["rust", "lucht"],
        "phases": ["begin"],
        "audiences": ["team"],
        "description": {"nl": "Kijk tien minuten mee.", "fr": "Regardez dix minutes."},
        "reviewed": "2026-11-21",
        "evidence": [{
            "certainty": "thin",
            "title": {"nl": "Eén keer kijken", "fr": "Regarder une fois"},
            "page": {code: f"{url}#waarom" for code, url in at.items()},
        }],
        "sources": ["boek"],
        "worksheets": ["vragen"],
        "partners": ["bib"],
        "kind": "actie",
        "goal": {"nl": "Zien wat er al is.", "fr": "Voir ce qui existe déjà."},
        "group": {"nl": "2 tot 4", "fr": "2 à 4"},
        "duration": {"nl": "10 minuten", "fr": "10 minutes"},
        "materials": {"nl": "Niets.", "fr": "Rien."},
        # The numbered headings 1, 2 …; the one that begins with a number, and the 4 after 2, are none of them.
        "steps": [
            {
                "id": "stap-1",
                "title": {"nl": "Kijk", "fr": "Regardez : « tout »"},  # as it was written: no line breaks there
                "page": {code: f"{url}#stap-1" for code, url in at.items()},
            },
            # What an outdated translation lacks, it lacks here too.
            {"id": "stap-2", "title": {"nl": "Zeg ‘wat’ & hoe"}, "page": {"nl": f"{at['nl']}#stap-2"}},
        ],
        "embed": {"nl": f"{home}embed/d/kijken/", "fr": f"{home}fr/embed/d/kijken/"},
    }]  # fmt: skip


def test_steps_that_are_numbered_anew_are_others(tmp_path: Path) -> None:
    numbered = [(1, "een"), (2, "twee"), (1, "hier"), (2, "daar"), (3, "ginder")]
    body = "".join(f"\n## {number} · {name} {{#{name}}}\n" for number, name in numbered)
    steps = data(guide_with(tmp_path, doen__kijken_md=body))["methods"]["methods"][0]["steps"]
    assert [one["id"] for one in steps] == ["een", "twee"]


def test_a_box_that_a_translation_lacks_is_told_in_the_source_language_only(tmp_path: Path) -> None:
    guide = guide_with(tmp_path, doen__kijken_md=STEPS, doen__kijken_fr_md="\n## Pourquoi {#waarom}\n")
    (box,) = data(guide)["methods"]["methods"][0]["evidence"]
    assert box["title"] == {"nl": "Eén keer kijken"} and set(box["page"]) == {"nl"}


def test_a_recommendation_names_what_serves_it(guide: Guide) -> None:
    (one,) = data(guide)["recommendations"]["recommendations"]
    assert (one["id"], one["number"], one["core"]["fr"]) == ("rust", 2, "Prenez le temps.")
    assert (one["methods"], one["cases"], one["worksheets"], one["partners"]) == (["kijken"], [], ["vragen"], ["bib"])
    assert [part["id"] for part in one["sections"]] == ["kern", "bronnen"] and one["handout"] == {}
    terms = data(guide)["recommendations"]["terms"]["recommendation"]
    assert "page" in terms["rust"] and "page" not in terms["lucht"]  # that page is not written yet


def test_a_sheet_names_its_files_and_how_its_translation_stands(guide: Guide) -> None:
    (sheet,) = data(guide)["worksheets"]["worksheets"]
    assert [(one["url"].rpartition("/")[2], one["kind"], one["languages"]) for one in sheet["files"]] == [
        ("vragen-nl.pdf", "sheet", ["nl"]), ("vragen-nl.docx", "word", ["nl"]), ("vragen-nl.png", "picture", ["nl"]),
    ]  # fmt: skip
    assert "method" not in sheet and sheet["date"] == "2026-11-21"
    assert sheet["title"] == {"nl": "Vragen"} and set(sheet["page"]) == {"nl", "fr"}


def test_every_file_fits_its_schema(guide: Guide) -> None:
    made = data(guide)
    names = [name for name in made if not name.endswith(".schema")]
    assert names == ["recommendations", "methods", "cases", "worksheets", "glossary", "translations", "index"]
    for name in names:
        assert list(Draft202012Validator(made[f"{name}.schema"]).iter_errors(made[name])) == []
        assert made[name]["$schema"] == made[f"{name}.schema"]["$id"] == f"https://klein.test/data/{name}.schema.json"


def test_a_guide_without_methods_cases_glossary_or_licence_has_no_such_files(tmp_path: Path) -> None:
    vocabulary = yaml.safe_load(SMALL.read_text("utf-8"))
    for kind in ("method", "case"):
        del vocabulary["kinds"][kind]
    files = {name: text for name, text in FILES.items() if not name.startswith(("doen/", "glossary"))}
    files["index.md"] = FILES["index.md"].partition("\n///")[0]
    files["index.fr.md"] = FILES["index.fr.md"].partition("\n///")[0]
    small_guide(tmp_path, files)
    (tmp_path / "docs/vocabulary.yml").write_text(yaml.safe_dump(vocabulary, allow_unicode=True), "utf-8")
    guide = open_guide(tmp_path, tmp_path / "docs", LANGUAGES, "https://klein.test/")
    made = data(guide, "")
    assert [name for name in made if not name.endswith(".schema")] == [
        "recommendations", "worksheets", "translations", "index",
    ]  # fmt: skip
    assert all("licence" not in one for name, one in made.items() if not name.endswith(".schema"))
    assert "https://klein.test/data/recommendations.json" in example_html(Catalogue(guide), "fr")


def test_the_list_names_each_file_with_its_address_version_and_day(guide: Guide) -> None:
    catalogue = Catalogue(guide)
    html = open_data_html(catalogue, "fr", "fr/over/gegevens/")
    for one in listed(catalogue):
        assert f'<code dir="ltr">https://klein.test/{one.url}</code>' in html
        assert f'<a href="../../../{one.schema}" type="application/schema+json"' in html
    assert "<small>1 élément · " in html and ">1 éléments" not in html
    assert "version 1.0 · texte le plus récent du 21 novembre 2026" in html


def test_the_same_content_gives_the_same_bytes(guide: Guide) -> None:
    first, again = (open_data_files(Catalogue(guide), NAMES, "X") for _ in range(2))
    assert first == again
    assert data(guide)["index"]["date"] == "2026-11-21"  # of the newest text


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("All rights reserved", None),
    ],
)
def test_a_licence_leads_to_its_text_where_its_name_tells(name: str, url: str | None) -> None:
    found = licence_of(name)
    assert found and (found.name, found.url) == (name, url)
    assert licence_of("") is None
