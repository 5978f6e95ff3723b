"""YAML to be filled in by a translator, as text: a comment with the source above each pair of quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf
from pathlib import Path
from typing import Any

import yaml

from guide.source import read_lines, write_lines
from guide.worksheets.words import Tree


def comment(text: str, indent: str = "") -> Iterator[str]:
    """A text as lines of comment."""
    return (f"{indent}# {line}".rstrip() for line in text.strip().splitlines())


def empty(key: str, source: str, indent: str = "") -> Iterator[str]:
    """A key, or "-" for an item of a list, that wants words."""
    yield from comment(source, indent)
    yield f'{indent}- ""' if key == "-" else f'{indent}{key}: ""'


def draft(tree: Tree, indent: str = "") -> Iterator[str]:
    """The texts of a sheet, in the form of its translation."""
    if isinstance(tree, str):
        return
    items = tree.items() if isinstance(tree, dict) else [("-", part) for part in tree]
    for key, part in items:
        if isinstance(part, str):
            yield from empty(key, part, indent)
        else:
            yield f"{indent}-" if key == "-" else f"{indent}{key}:"
            yield from draft(part, f"{indent}  ")


def count(tree: Any) -> int:
    """How many texts there are."""
    if isinstance(tree, Mapping):
        return sum(map(count, tree.values()))
    return sum(map(count, tree)) if isinstance(tree, list) else 1


def part_of(tree: Tree, path: str) -> Tree:
    """The part at a path ("blocks.vraag.prompt"), under the last key of that path."""
    key = ""
    for key in path.split("."):
        tree = tree[int(key)] if isinstance(tree, list) else tree[key]  # type: ignore[index]
    return {key: tree}


def flow(data: Any) -> str:
    """Data on one line, as YAML; of a mapping without the outer braces."""
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=True, sort_keys=False, width=inf).strip()
    return text[1:-1] if isinstance(data, Mapping) else text.removesuffix("...").strip()


def add_entry(path: Path, key: str, name: str, entry: Mapping[str, Any]) -> str:
    """Put an entry at the end of a mapping of a YAML file; gives the line. Everything else stays as it is.

    key: the mapping, at the top of the file. KeyError when it is not there.
    """
    text, end = read_lines(path)
    node: Any = yaml.compose(text, Loader=yaml.SafeLoader)  # its marks count letters, those of the C loader bytes
    mapping = {found.value: value for found, value in node.value}[key]
    line = flow({name: entry})
    if mapping.flow_style:
        before = text[: mapping.end_mark.index - 1].rstrip().removesuffix(",")
        changed = before + f"{', ' if mapping.value else ''}{line}" + text[mapping.end_mark.index - 1 :]
    else:
        lines = text.splitlines(keepends=True)
        at = _last_line(mapping) + 1
        before = "".join(lines[:at])
        indent = " " * mapping.start_mark.column
        changed = before + ("" if before.endswith("\n") else "\n") + f"{indent}{line}\n" + "".join(lines[at:])
    write_lines(path, changed, end)
    return line


def _last_line(node: yaml.Node) -> int:
    """The line on which a value ends; a block only ends where something else begins, so its last part counts."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: yaml.Mark = node.end_mark
    return end.line - (end.column == 0 and end.line > node.start_mark.line)
