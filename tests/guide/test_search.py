"""The search index of one language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import material
import pytest

from guide.search import STEMMERS, localized_index


def _index(language: str, *locations: str) -> str:
    docs = [{"location": location, "title": "T", "text": "É"} for location in locations]
    return json.dumps({"config": {"lang": [language], "separator": "x"}, "docs": docs})


def _made(language: str, prefix: str, *locations: str) -> Any:
    return json.loads(localized_index(_index(language, *locations), prefix))


def test_addresses_are_seen_from_the_folder_of_the_language() -> None:
    made = _made("fr", "fr/", "fr/", "fr/over/", "fr/over/#bronnen")
    assert [one["location"] for one in made["docs"]] == ["", "over/", "over/#bronnen"]
    assert made["docs"][0]["title"] == "T"
    assert made["config"] == {"lang": ["fr"], "separator": "x"}


def test_what_is_not_of_the_language_is_left_out() -> None:
    made = _made("fr", "fr/", "over/", "fr/over/", "en/over/", "frankrijk/")
    assert [one["location"] for one in made["docs"]] == ["over/"]


def test_the_source_language_keeps_its_addresses() -> None:
    assert [one["location"] for one in _made("nl", "", "", "over/#a")["docs"]] == ["", "over/#a"]


@pytest.mark.parametrize(("language", "used"), [("nl", "nl"), ("fr", "fr"), ("ar", "ar"), ("uk", "en"), ("pl", "en")])
def test_a_language_without_stemmer_is_searched_with_another(language: str, used: str) -> None:
    assert _made(language, "", "a/")["config"]["lang"] == [used]


def test_material_brings_every_stemmer_that_we_count_on() -> None:
    folder = Path(str(material.__file__)).parent / "templates/assets/javascripts/lunr/min"
    brought = {path.name.split(".")[1] for path in folder.glob("lunr.*.min.js")}
    assert set(STEMMERS) - {"en", "zh"} <= brought


def test_the_index_is_small_and_keeps_letters() -> None:
    text = localized_index(_index("nl", "a/"), "")
    assert "É" in text and ": " not in text
