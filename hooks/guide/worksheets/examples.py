"""The documented example of each type of block, as a sheet that can be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from guide.problems import Problem, ProblemsError
from guide.site import Guide
from guide.source import Source, read_yaml, validate
from guide.worksheets.blocks import FOLDER, MODELS
from guide.worksheets.model import Sheet, Translation, Worksheet
from guide.worksheets.read import context
from guide.worksheets.words import translated

FRAME = ("header", "footer")
OTHER = "ar"
TEXTS = ("title", "purpose", "group", "duration", "materials", "short_version", "source")


@dataclass(frozen=True)
class Example:
    """How a block is written. text: the YAML. sheet: with that block between head and foot."""

    type: str
    text: str
    sheet: Sheet


@cache
def _file(name: str) -> dict[str, Any]:
    problems: list[Problem] = []
    source = read_yaml(FOLDER / name / "example.yml", FOLDER, problems)
    assert source is not None, problems
    data: dict[str, Any] = source.data
    return data


def examples(guide: Guide, words: dict[str, str]) -> list[Example]:
    """One for each type. words: the sheet's own texts: those of TEXTS, and how.

    ProblemsError when an example is not valid, which is a fault of this package.
    """
    return [_example(guide, name, words) for name in MODELS]


def _example(guide: Guide, name: str, words: dict[str, str]) -> Example:
    file, vocabulary = _file(name), guide.vocabulary
    frame = {kind: _file(kind)["blocks"] for kind in FRAME}
    own = [] if name in FRAME else file["blocks"]
    data = {key: words[key] for key in TEXTS} | {
        "audience": [next(iter(vocabulary.audiences))],
        "recommendations": [next(iter(vocabulary.recommendations))],
        "phases": [next(iter(vocabulary.phases))],
        "people": [2, 4],
        "minutes": [10],
        "for_parents": True,
        "how": [words["how"]],
        "licence": "CC BY-SA 4.0",
        "version": "2026-11-21",
        "blocks": [*frame["header"], *own, *frame["footer"]],
    }
    problems: list[Problem] = []
    worksheet = validate(Worksheet, Source(f"{name}/example.yml", data, {}), problems, context(guide))
    if worksheet is None:
        raise ProblemsError(problems, guide.editor_strings)
    texts = {key: words[key] for key in TEXTS}
    blocks = {**_file("header")[OTHER], **file[OTHER]}
    other = translated(worksheet, {**texts, "how": [words["how"]], "blocks": blocks}, OTHER)
    text = (FOLDER / name / "example.yml").read_text("utf-8").partition("blocks:\n")[2].partition(f"\n{OTHER}:")[0]
    sheet = Sheet(name, worksheet, {OTHER: Translation(OTHER, "current", "machine", other)})
    return Example(name, text + "\n", sheet)
