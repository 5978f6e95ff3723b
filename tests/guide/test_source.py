"""YAML and front matter: what is read, on which line, and what is said when it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from guide.problems import Problem, report
from guide.source import Source, read_markdown, read_yaml, validate
from guide.strings import load
from guide.texts import Localized, Record, Slug, Text, WebAddress, known
from tests.support.guides import cases, name_of

CASES = Path(__file__).parent / "cases"


class Round(Record):
    type: Literal["round"]
    size: int


class Square(Record):
    type: Literal["square"]
    side: Text


class Shelf(Record):
    title: Text
    id: Slug = "x"
    url: WebAddress | None = None
    name: Localized | None = None
    tags: tuple[Text, ...] = Field((), min_length=0, max_length=3)
    color: Literal["red", "blue"] = "red"
    helper: Annotated[str, known("partner")] | None = None
    shapes: tuple[Annotated[Round | Square, Field(discriminator="type")], ...] = ()


CONTEXT = {"ids": {"partner": {"vgc", "ligo"}}, "languages": ("nl", "fr")}


def _yaml(folder: Path, text: str) -> tuple[Source | None, list[Problem]]:
    problems: list[Problem] = []
    path = folder / "plank.yml"
    path.write_text(text, "utf-8")
    return read_yaml(path, folder, problems), problems


@pytest.mark.parametrize("case", cases(CASES / "yaml_faults.yml"), ids=name_of)
def test_what_cannot_be_read_is_told_whole(case: dict[str, str], tmp_path: Path) -> None:
    source, problems = _yaml(tmp_path, case["text"])
    assert report(problems, load("nl")) == case["says"].rstrip()
    assert source is None


@pytest.mark.parametrize("case", cases(CASES / "model_faults.yml"), ids=name_of)
def test_what_the_model_refuses_is_told_whole(case: dict[str, str], tmp_path: Path) -> None:
    source, problems = _yaml(tmp_path, case["text"])
    assert source is not None and problems == []
    assert validate(Shelf, source, problems, CONTEXT) is None
    assert report(problems, load("nl")) == case["says"].rstrip()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("2026-11-21", "2026-11-21"),
        ("2026-02-31", "2026-02-31"),
        ("12", 12),
        ("-3", -3),
        ("012", 12),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("10:30", "10:30"),
        ("1:30.5", "1:30.5"),
        (".inf", ".inf"),
        ("1.5", 1.5),
        ("~", None),
        ("'~'", "~"),
        ('"12"', "12"),
        ("", None),
        ("!!python/name:os.system x", "x"),
    ],
)
def test_a_value_stays_what_the_editor_wrote(text: str, value: object, tmp_path: Path) -> None:
    source, problems = _yaml(tmp_path, f"key: {text}\n")
    assert problems == []
    assert source is not None
    assert source.data == {"key": value}
    assert type(source.data["key"]) is type(value)


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    source, problems = _yaml(tmp_path, "# nothing yet\n")
    assert source is not None and source.data == {} and problems == []


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    source, _ = _yaml(tmp_path, "# top\ntitle: a\nlist:\n  - b\n  -\n    deep: c\n")
    assert source is not None
    places: list[tuple[str | int, ...]] = [("title",), ("list",), ("list", 0), ("list", 1, "deep")]
    assert [source.line(*place) for place in places] == [2, 3, 4, 6]


def test_the_line_of_what_is_not_there_is_that_of_what_is_around_it(tmp_path: Path) -> None:
    source, _ = _yaml(tmp_path, "a: 1\nb:\n  c: 2\n")
    assert source is not None
    assert source.line("b", "unknown", 3) == 2
    assert source.line("nothing") == 1


def _markdown(folder: Path, text: str) -> tuple[Source | None, list[Problem]]:
    problems: list[Problem] = []
    path = folder / "blad.md"
    path.write_text(text, "utf-8")
    return read_markdown(path, folder, problems), problems


def test_front_matter_and_body_keep_the_lines_of_the_file(tmp_path: Path) -> None:
    source, problems = _markdown(tmp_path, "---\ntitle: a\nlist:\n  - b\n---\n\n## Kop {#kop}\n")
    assert source is not None and problems == []
    assert source.line("title") == 2
    assert source.line("list", 0) == 4
    assert source.body == "\n## Kop {#kop}\n"
    assert source.body_line == 6
    assert source.body.splitlines()[7 - source.body_line] == "## Kop {#kop}"


@pytest.mark.parametrize(
    "text", ["", "title: a\n", "---\ntitle: a\n", "--- \ntitle: a\n---\n", "\n---\ntitle: a\n---\n"]
)
def test_a_page_without_front_matter_is_told_whole(text: str, tmp_path: Path) -> None:
    source, problems = _markdown(tmp_path, text)
    assert source is None
    assert report(problems, load("nl")) == (
        "blad.md:1\n"
        "  Gevonden: geen kop tussen twee regels met drie streepjes bovenaan\n"
        "  Verwacht: een kop met minstens title en description, tussen twee regels ---\n"
        "  Zo herstel je het: zet bovenaan een regel ---, de sleutels, en weer een regel ---\n\n"
        "Aantal fouten: 1"
    )


def test_a_fault_in_front_matter_is_told_at_its_line_in_the_file(tmp_path: Path) -> None:
    _, problems = _markdown(tmp_path, "---\ntitle: a\ntitle: b\n---\nText\n")
    assert [(one.line, one.code, one.values) for one in problems] == [(3, "key_twice", {"key": "title", "line": 2})]


def test_windows_line_ends_are_read(tmp_path: Path) -> None:
    path = tmp_path / "blad.md"
    path.write_bytes(b"---\r\ntitle: a\r\n---\r\nText\r\n")
    problems: list[Problem] = []
    source = read_markdown(path, tmp_path, problems)
    assert source is not None and source.data == {"title": "a"} and source.body == "Text\n"


@pytest.mark.parametrize("read", [read_yaml, read_markdown])
def test_a_file_in_another_encoding_is_a_fault_and_no_crash(
    read: Callable[[Path, Path, list[Problem]], Source | None], tmp_path: Path
) -> None:
    """An old editor on Windows saves é as one byte."""
    path = tmp_path / "blad.md"
    path.write_bytes("---\ntitle: a\nname: é\n---\n".encode("cp1252"))
    problems: list[Problem] = []
    assert read(path, tmp_path, problems) is None
    assert [(one.file, one.line, one.code) for one in problems] == [("blad.md", 3, "encoding")]
