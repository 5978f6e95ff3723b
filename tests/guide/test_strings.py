"""The words of the interface: complete in every language of the site, and every word that is asked for is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from guide.strings import FOLDER, Strings, available, load
from tests.support.project import ROOT

# What only editors and publishers read exists in the language of the guide and in English.
EDITORS = {"problems", "check", "status", "release", "new", "contact", "permalinks"}
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def _own(language: str) -> dict[str, str]:
    """The words that a language brings itself, by key."""

    def flat(node: dict[str, object], prefix: str = "") -> dict[str, str]:
        found: dict[str, str] = {}
        for key, value in node.items():
            found |= flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": str(value)}
        return found

    return flat(yaml.safe_load((FOLDER / f"{language}.yml").read_text("utf-8")))


def _shown(language: str) -> dict[str, str]:
    """Those that visitors see."""
    words = _own(language)
    return {key: text for key, text in words.items() if key.split(".")[0] not in EDITORS}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_word_that_visitors_see_is_there(language: str) -> None:
    assert set(_shown("nl")) ^ set(_shown(language)) == set()


def test_messages_to_editors_are_there_in_english_too() -> None:
    assert set(_own("nl")) ^ set(_own("en")) == set()


@pytest.mark.parametrize("language", [code for code in available() if code != "en"])
def test_a_language_brings_no_word_that_nobody_knows(language: str) -> None:
    assert set(_own(language)) - set(_own("en")) == set()


@pytest.mark.parametrize("language", [code for code in available() if code != "en"])
def test_a_text_has_the_same_gaps_to_fill_in_every_language(language: str) -> None:
    english = _own("en")
    differing = {
        key: (text, english[key])
        for key, text in _own(language).items()
        if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(english[key]))
    }
    assert differing == {}


@pytest.mark.parametrize("language", available())
def test_no_text_is_empty_or_left_in_another_language(language: str) -> None:
    own = _own(language)
    assert [key for key, text in own.items() if not text.strip()] == []
    if language not in {"en"}:
        english = _own("en")
        same = [key for key, text in own.items() if text == english[key] and len(text.split()) > 3]
        assert same == []


def test_every_problem_says_what_was_found_what_was_expected_and_how_to_mend_it() -> None:
    codes: dict[str, set[str]] = {}
    for key in _own("nl"):
        if key.startswith("problems.") and not key.startswith("problems.labels."):
            _, code, part = key.split(".")
            codes.setdefault(code, set()).add(part)
    assert len(codes) > 30
    assert {code: parts for code, parts in codes.items() if parts != {"found", "expected", "fix"}} == {}


def _asked() -> set[tuple[str, str]]:
    """(file, key) of every word that code or a template asks for by its whole name."""
    asking = r"(?:(?<![.\w])t\(|\.text\(|words\[|strings\[|load\([^)]*\)\[)\s*"
    calls = re.compile(asking + r"""["']([a-z_]+(?:\.[a-z_-]*[a-z])+)["']""")
    codes = re.compile(r"""Problem\(\s*[^()]*?(?:\([^()]*\)[^()]*?)*?,\s*"([a-z_]+)"\s*[,)]""")
    found: set[tuple[str, str]] = set()
    files: list[Path] = [
        *(ROOT / "hooks").rglob("*.py"),
        *(ROOT / "hooks").rglob("*.html"),
        *(ROOT / "hooks").rglob("*.md"),
    ]
    for path in [*files, *(ROOT / "overrides").rglob("*.html")]:
        text, name = path.read_text("utf-8"), path.relative_to(ROOT).as_posix()
        found |= {(name, key) for key in calls.findall(text)}
        if path.suffix == ".py":
            found |= {(name, f"problems.{code}.found") for code in codes.findall(text)}
    return found


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_word_that_is_asked_for_exists(language: str) -> None:
    asked = _asked()
    assert len(asked) > 100
    words = load(language)
    assert sorted(f"{file}: {key}" for file, key in asked if key not in words) == []


def test_words_fall_back_to_english_and_fill_their_gaps() -> None:
    assert load("fr")["check.fine"] == _own("en")["check.fine"]
    assert load("xx")["site.menu"] == _own("en")["site.menu"]
    assert load("nl").text("site.reviewed", date="1 mei 2026") == "Laatst nagekeken op 1 mei 2026"
    with pytest.raises(KeyError):
        load("nl").text("site.nothing")


def test_what_fills_a_gap_is_not_filled_itself() -> None:
    said = Strings("nl", {"x": "{one} en {two}, {three}"}).text("x", one="{two}", two="{one}")
    assert said == "{two} en {one}, {three}"
