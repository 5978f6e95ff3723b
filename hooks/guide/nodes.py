"""YAML as plain data, with the line of every value.

PyYAML composes the nodes; plain data is made from them here, because its own constructor turns `no` into False and a
wrong date into a traceback. Dates stay text: the model reads them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from guide.characters import name, refused
from guide.problems import Problem

Location = tuple[str | int, ...]

DEEPEST = 40
"""Levels; no file of a guide has ten. libyaml composes by calling itself, and thousands of levels end the process."""
MOST_DIGITS = 15


@dataclass
class Plain:
    """What a YAML text says. data: plain. lines: where each value stands, from 1. faults: without any, all is told."""

    data: Any = None
    lines: Mapping[Location, int] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)


class _TooDeep(Exception):
    """At a line, from 0."""


class _Loader(yaml.CSafeLoader):
    """Composes no deeper than anybody writes."""

    depth = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: Any) -> None:
        """Called for every node, before what is in it."""
        self.depth += 1
        if self.depth > DEEPEST:
            assert current_node is not None
            raise _TooDeep(current_node.start_mark.line)
        super().descend_resolver(current_node, current_index)

    def ascend_resolver(self) -> None:
        """Called after what is in a node."""
        self.depth -= 1
        super().ascend_resolver()


def plain(text: str, file: str, first_line: int = 1) -> Plain:
    """The data of a text in which no refused character stands. first_line: that of the text in its file."""
    lines = text.splitlines() or [""]

    def unreadable(line: int, detail: str) -> Problem:
        line = min(line, len(lines) - 1)
        return Problem(file, line + first_line, "yaml", {"near": _short(lines[line].strip()), "detail": detail})

    try:
        node = yaml.compose(text, Loader=_Loader)
    except _TooDeep as error:
        return Plain(faults=[Problem(file, error.args[0] + first_line, "yaml_deep", {"most": DEEPEST})])
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Plain(faults=[unreadable(mark.line if mark else 0, error.problem or "")])
    except (yaml.YAMLError, UnicodeError, ValueError) as error:  # an escape that stands for no character
        return Plain(faults=[unreadable(0, str(error).splitlines()[0])])
    if node is None:
        return Plain({}, {(): first_line})
    reader = _Reader(file, first_line)
    data = reader.value(node, ())
    if reader.alias:
        return Plain(faults=list(_aliases(text, file, first_line)))
    return Plain(data, reader.lines, reader.faults)


def _aliases(text: str, file: str, first_line: int) -> Iterator[Problem]:
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.AliasToken):
            yield Problem(file, token.start_mark.line + first_line, "yaml_alias", {"name": token.value})


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:157] + "…"


class _Reader:
    """Makes plain data of nodes. alias: set when a node stands in two places, which is then not read again."""

    def __init__(self, file: str, first: int) -> None:
        self.file, self.first = file, first
        self.lines: dict[Location, int] = {}
        self.faults: list[Problem] = []
        self.alias = False
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, at: Location) -> Any:
        """The data of a node; notes the line of every value on the way."""
        if id(node) in self._seen:
            self.alias = True
            return None
        self._seen.add(id(node))
        self.lines.setdefault(at, node.start_mark.line + self.first)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*at, i)) for i, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, at: Location) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + self.first
            if not isinstance(key_node, yaml.ScalarNode):
                values = {"near": "", "detail": "a key that is not plain text"}
                self.faults.append(Problem(self.file, line, "yaml", values))
                continue
            key = key_node.value
            self._characters(key_node, line)
            if key in mapping:
                first = self.lines[(*at, key)]
                self.faults.append(Problem(self.file, line, "key_twice", {"key": key, "line": first}))
            self.lines[(*at, key)] = line
            mapping[key] = self.value(value_node, (*at, key))
        return mapping

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        value: str = node.value
        self._characters(node, node.start_mark.line + self.first)
        match node.tag.rpartition(":")[2]:
            case "int" if value.lstrip("+-").isdecimal():
                if len(value) <= MOST_DIGITS:
                    return int(value)
            case "float" if (number := _number(value)) is not None:
                if math.isfinite(number):
                    return number
            case "null":
                return None
            case "bool" if value.lower() in {"true", "false"}:
                return value.lower() == "true"
            case _:
                return value
        place = node.start_mark.line + self.first
        self.faults.append(Problem(self.file, place, "number_too_large", {"value": _short(value)}))
        return None

    def _characters(self, node: yaml.ScalarNode, line: int) -> None:
        """Only between double quotes can a text name what may not stand there itself."""
        if node.style == '"':
            for sign in dict.fromkeys(sign for _, sign in refused(node.value)):
                self.faults.append(Problem(self.file, line, "character", {"name": name(sign)}))


def _number(value: str) -> float | None:
    """As Python reads it too: YAML 1.1 also knows 1:30.5 and .inf."""
    try:
        return float(value)
    except ValueError:
        return None
