"""Questions of schools, put to the search of the page over the partners as they are today."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.partners.export import open_data
from guide.partners.index import search_index
from guide.partners.read import read_directory
from guide.site import Guide

HERE = Path(__file__).parent
QUESTIONS = yaml.safe_load((HERE / "questions.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def answers(real_guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the search finds, by question, best first; a merged partner under its successor, as the page shows it."""
    guide = replace(real_guide, cache=tmp_path_factory.mktemp("cache"))
    directory, _ = read_directory(guide)
    index = json.loads(search_index(guide, open_data(guide, directory)))
    asked = json.dumps({"index": index, "questions": [question["ask"] for question in QUESTIONS]})
    done = subprocess.run(["node", str(HERE / "ask.mjs")], input=asked, stdout=subprocess.PIPE, text=True, check=True)
    today = {partner.id: (directory.successor(partner) or partner).id for partner in directory.partners}
    found = [list(dict.fromkeys(today[one] for one in ids)) for ids in json.loads(done.stdout)]
    return dict(zip((question["ask"] for question in QUESTIONS), found, strict=True))


def test_there_are_enough_questions() -> None:
    assert len({question["ask"] for question in QUESTIONS}) == len(QUESTIONS) >= 20
    assert all(question.get("first") or question.get("three") for question in QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["ask"])
def test_the_right_partner_comes_first(question: dict[str, Any], answers: dict[str, list[str]]) -> None:
    found = answers[question["ask"]]
    first = question.get("first", [])
    if first:
        assert found[0] in ([first] if isinstance(first, str) else first), found[:5]
    assert set(question.get("three", [])) <= set(found[:3]), found[:5]


def test_the_index_is_made_once(real_guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = replace(real_guide, cache=tmp_path)
    data = open_data(guide, read_directory(guide)[0])
    first = search_index(guide, data)
    ran: list[Any] = []
    run: Callable[..., Any] = subprocess.run
    monkeypatch.setattr("guide.partners.index.subprocess.run", lambda *a, **k: ran.append(a) or run(*a, **k))
    assert search_index(guide, data) == first and ran == []
    assert search_index(guide, data.replace(b"Foyer", b"Foyez")) != first and len(ran) == 1
