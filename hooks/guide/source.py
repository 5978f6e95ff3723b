"""Reads YAML and Markdown front matter with the line of every value, and checks it against a model."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from guide.files import MOST_OF_PAGE, read_text
from guide.nodes import Location, plain
from guide.problems import Problem, relative

Model = TypeVar("Model", bound=BaseModel)

FEW = 20
"""Names that a message still lists; of more it says the closest."""


@dataclass(frozen=True)
class Source:
    """What a file says. file: as messages name it. data: plain data. lines: where each value stands. body: Markdown."""

    file: str
    data: Any
    lines: Mapping[Location, int]
    body: str = ""
    body_line: int = 1

    def line(self, *location: str | int) -> int:
        """The line of the value at `location`, or of the nearest value around it."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)


def read_yaml(path: Path, root: Path, problems: list[Problem]) -> Source | None:
    """The YAML file, or None after adding what is wrong with it to `problems`."""
    file = relative(path, root)
    text = read_text(path, file, problems)
    return None if text is None else _parse(text, file, problems)


def read_markdown(path: Path, root: Path, problems: list[Problem]) -> Source | None:
    """The Markdown file's front matter and body; None when it has no front matter that can be read."""
    file = relative(path, root)
    text = read_text(path, file, problems, MOST_OF_PAGE)
    if text is None:
        return None
    if not text.startswith("---\n") or (end := text.find("\n---\n", 3)) < 0:
        problems.append(Problem(file, 1, "front_matter_missing"))
        return None
    source = _parse(text[4 : end + 1], file, problems, first_line=2)
    if source is None:
        return None
    body = text[end + 5 :]
    return Source(file, source.data, source.lines, body, text[: end + 5].count("\n") + 1)


def read_lines(path: Path) -> tuple[str, str]:
    """A file's text with plain line ends, and the line end that it has itself; `write_lines` puts that back."""
    text = path.read_bytes().decode("utf-8")
    return text.replace("\r\n", "\n"), "\r\n" if "\r\n" in text else "\n"


def write_lines(path: Path, text: str, end: str) -> None:
    """Write a text with this line end."""
    path.write_bytes(text.replace("\n", end).encode("utf-8"))


def _parse(text: str, file: str, problems: list[Problem], first_line: int = 1) -> Source | None:
    source, faults = _parsed(text, file, first_line)
    problems += faults
    return source


@lru_cache(maxsize=2048)
def _parsed(text: str, file: str, first_line: int) -> tuple[Source | None, tuple[Problem, ...]]:
    """What a text says and what is wrong with it; kept, because `make serve` reads every file again at each save."""
    found = plain(text, file, first_line)
    return None if found.faults else Source(file, found.data, found.lines), tuple(found.faults)


def validate(
    model: type[Model], source: Source, problems: list[Problem], context: Mapping[str, Any] | None = None
) -> Model | None:
    """The model that the source describes, or None after adding every fault to `problems`."""
    try:
        return model.model_validate(source.data, context=dict(context or {}))
    except ValidationError as error:
        problems += [_problem(model, source, dict(fault)) for fault in error.errors(include_url=False)]
        return None


def _problem(model: type[BaseModel], source: Source, fault: dict[str, Any]) -> Problem:
    location: Location = fault["loc"]
    kind, context = fault["type"], fault.get("ctx", {})
    place = _without_tags(location, source)
    key = str(next((part for part in reversed(place) if isinstance(part, str)), ""))
    path = ".".join(_named(place, source.data)) or source.file.rpartition("/")[2]
    values = {"key": key, "path": path, "value": _shown(fault.get("input")), "near": "", **context}
    if kind == "extra_forbidden":
        known = sorted(_fields(model, location[:-1]))
        close = difflib.get_close_matches(key, known, 1)
        values |= {"known": ", ".join(known), "close": close[0] if close else "–"}
    elif kind in {"literal_error", "enum"}:
        kind = "not_in_list"
        values["known"] = str(context["expected"]).replace("'", "").replace(" or ", ", ")
    elif kind.startswith("date"):
        kind = "date"
    elif kind.startswith(("string_pattern", "url_")):
        kind = "form"
        values["pattern"] = str(context.get("pattern", "https://…"))
    elif kind == "string_too_long":
        kind = "too_long"
        values["number"] = len(str(fault.get("input")))
    elif kind in {"model_type", "dict_type"} and fault.get("input") is not None:
        kind = "no_keys"
    elif kind in {"string_too_short", "too_short"} or (kind.endswith("_type") and fault.get("input") is None):
        values["key"] = key or path
        kind = "empty"
    elif kind == "unknown_id" and len(names := str(context["known"]).split(", ")) > FEW:
        kind = "unknown_id_of_many"
        name = str(context["id"])
        close = difflib.get_close_matches(name, names, 3) or difflib.get_close_matches(name, names, 3, 0)
        values |= {"number": len(names), "close": ", ".join(close)}
    elif kind not in {"missing", "unknown_id", "markup", "unknown_block", "not_in_list", "languages", "form"}:
        values["detail"] = str(fault["msg"])
        kind = str(context.get("code", "wrong_value"))
    return Problem(source.file, source.line(*place), kind, values)


def _named(location: Location, data: Any) -> Iterator[str]:
    """The parts of a location as an editor knows them: an item of a list by its id, where it has one."""
    for part in location:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            data = None
        known = isinstance(part, int) and isinstance(data, Mapping) and "id" in data
        yield str(data["id"] if known else part)


def _without_tags(location: Location, source: Source) -> Location:
    """The location as the file has it: without the names that the model puts between for a union."""
    kept: Location = ()
    for part in location:
        if (*kept, part) in source.lines or part == location[-1]:
            kept = (*kept, part)
    return kept


def _shown(value: Any) -> str:
    if isinstance(value, bool | None):
        return {True: "true", False: "false", None: "–"}[value]
    text = ", ".join(map(str, value)) if isinstance(value, Mapping | list) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _fields(model: type[BaseModel], location: Location) -> set[str]:
    """The keys that the model knows at a location, every branch of a union taken together."""
    models = {model}
    for part in location:
        found: set[type[BaseModel]] = set()
        for candidate in models:
            if isinstance(part, str) and part in candidate.model_fields:
                found |= set(_models(candidate.model_fields[part].annotation))
            else:  # an index, the key of a mapping or the tag of a union: stay
                tagged = _tagged(candidate, part)
                found |= {candidate} if tagged is None else tagged
        models = found or models
    return {field.alias or name for candidate in models for name, field in candidate.model_fields.items()}


def _tagged(model: type[BaseModel], tag: str | int) -> set[type[BaseModel]] | None:
    """For a union told apart by `type`: keep the model only when the tag is its own."""
    field = model.model_fields.get("type")
    if field is None or not isinstance(tag, str):
        return None
    return {model} if tag in get_args(field.annotation) else set()


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
