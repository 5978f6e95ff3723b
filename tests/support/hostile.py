"""A small guide in which every text that an editor writes is hostile; what the guide refuses is noted, and left out."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from guide.catalogue import Catalogue
from guide.faults import find_problems
from guide.problems import Problem, ProblemsError
from guide.settings import guide_of

PAYLOADS = {
    "formula": "=HYPERLINK(1)",
    "at": "@SUM(1+1)",
    "plus": "+1+1",
    "script": "<script>window.ran=1</script>",
    "attribute": "\"'><img src=x onerror=window.ran=2>",
    "javascript": "javascript:window.ran=3",
    "jinja": "{{ 7*7 }} {% include 'x' %}",
    "typst": '#set text(1pt) #import "x" $x$ \\',
    "closing": "</script>x",
    "card": "x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Ander",
    "override": "\u202egnp.exe",
    "cdata": "]]></title> &amp; &#60;b>",
    "bibtex": "50% \\input{x} } {",
}
"""Each is written before the text itself."""

_NOT_WRITTEN = {"translations.yml", "permalinks.yml"}
Place = tuple[str | int, ...]


@dataclass
class Hostile:
    """told: by payload, the places that refuse it. written: what stands at each place now. taken: by place."""

    told: dict[str, set[tuple[str, Place]]] = field(default_factory=dict)
    taken: dict[tuple[str, Place], list[str]] = field(default_factory=dict)


def poison(project: Path, leave: Container[tuple[str, Place]] = ()) -> Hostile:
    """Make every text in the guide of a project hostile: with all that it takes without a fault, else with one.

    leave: words that are no text but a choice, by file of docs and place; they stay as they are.

    AssertionError when a fault is told of a place where nothing was changed.
    """
    files = {path: _read(path) for path in sorted((project / "docs").rglob("*")) if _is_written(path)}
    places = [(path, place) for path, (data, _) in files.items() for place in texts_of(data)]
    places = [one for one in places if _name(project, *one) not in leave]
    found = Hostile()
    accepted: dict[tuple[Path, Place], list[str]] = {one: [] for one in places}
    for name, payload in PAYLOADS.items():
        told = _settle(project, files, {one: payload for one in places})
        found.told[name] = {_name(project, *one) for one in told}
        for one in places:
            if one not in told:
                accepted[one].append(name)
    whole = {one: " ".join(PAYLOADS[name] for name in names) for one, names in accepted.items() if names}
    crowded = _settle(project, files, whole)
    final = dict(whole)
    for number, one in enumerate(sorted(crowded, key=str)):
        names = accepted[one]
        accepted[one] = [names[number % len(names)]]
        final[one] = PAYLOADS[accepted[one][0]]
    for one in _settle(project, files, final):
        accepted[one] = []
    found.taken = {_name(project, *one): names for one, names in accepted.items()}
    return found


def _settle(
    project: Path, files: dict[Path, tuple[Any, str]], wanted: dict[tuple[Path, Place], str]
) -> set[tuple[Path, Place]]:
    """Write these texts before those of the guide, but for the places of which a fault is told then: those."""
    told: set[tuple[Path, Place]] = set()
    while True:
        lines = {
            path: _write(path, data, body, {place: text for (file, place), text in wanted.items()
                                            if file == path and (file, place) not in told})
            for path, (data, body) in files.items()
        }  # fmt: skip
        problems = _problems(project)
        if not problems:
            return told
        before = len(told)
        for problem in problems:
            path = project / problem.file
            if one := lines.get(path, {}).get(problem.line):
                told.add((path, one))
        # What is only seen far from where it stands: the nearest text before it, in the file that is named.
        for problem in problems if len(told) == before else []:
            path = project / problem.file
            near = [one for one in lines.get(path, {}).values() if (path, one) in wanted and (path, one) not in told]
            told.update((path, one) for one in near)
        assert len(told) > before, [(one.file, one.line, one.code, dict(one.values)) for one in problems]


def _problems(project: Path) -> list[Problem]:
    try:
        return find_problems(Catalogue(guide_of(project)))
    except ProblemsError as error:  # of what everything else rests on
        return error.problems


def _is_written(path: Path) -> bool:
    return path.suffix in {".yml", ".md"} and path.name not in _NOT_WRITTEN


def _read(path: Path) -> tuple[Any, str]:
    """The YAML of a file, and the Markdown after it."""
    text = path.read_text("utf-8")
    if path.suffix == ".yml":
        return yaml.load(text, Loader=yaml.CSafeLoader), ""
    _, front, body = text.split("---\n", 2)
    return yaml.load(front, Loader=yaml.CSafeLoader), body


def _write(path: Path, data: Any, body: str, texts: dict[Place, str]) -> dict[int, Place]:
    """Write a file; which text stands on which line. Every text is one line of YAML."""
    changed = yaml.dump(
        _with(data, texts, ()), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6
    )
    first = 1
    text = changed
    if path.suffix == ".md":
        first, text = 2, f"---\n{changed}---\n{body}"
    path.write_text(text, "utf-8")
    return dict(_lines(yaml.compose(changed, Loader=yaml.CSafeLoader), (), first))


def _with(data: Any, texts: dict[Place, str], place: Place) -> Any:
    if isinstance(data, dict):
        return {key: _with(value, texts, (*place, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_with(value, texts, (*place, number)) for number, value in enumerate(data)]
    return f"{texts[place]} {data}" if place in texts else data


def texts_of(data: Any, place: Place = ()) -> Iterator[Place]:
    """Where there is a text, however deep."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts_of(value, (*place, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts_of(value, (*place, number))
    elif isinstance(data, str):
        yield place


def _lines(node: Any, place: Place, first: int) -> Iterator[tuple[int, Place]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, (*place, key.value), first)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _lines(value, (*place, number), first)
    else:
        yield node.start_mark.line + first, place


def _name(project: Path, path: Path, place: Place) -> tuple[str, Place]:
    return path.relative_to(project / "docs").as_posix(), place
