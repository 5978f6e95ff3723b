"""Faults in what editors wrote: where, what was found, what was expected, how to mend it.

A `Problem` holds a code and its values; the words stand in `strings/<language>.yml` under `problems`,
so that an editor reads them in the guide's own language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from guide.characters import visible
from guide.strings import Strings

_SPACE = re.compile(r"\s*[\r\n\t]\s*")


@dataclass(frozen=True)
class Problem:
    """One fault.

    file: path relative to the project, with forward slashes. line: from 1. code: a key of `problems` in the
    strings. values: what the message's placeholders stand for, all made to text.
    """

    file: str
    line: int
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def parts(self, strings: Strings) -> dict[str, str]:
        """The message as `found`, `expected` and `fix`, in the language of `strings`."""
        values = {key: visible(str(value)) or "–" for key, value in self.values.items()}
        return {part: strings.text(f"problems.{self.code}.{part}", **values) for part in ("found", "expected", "fix")}

    def text(self, strings: Strings) -> str:
        """The message on four lines: place, found, expected, fix."""
        parts = self.parts(strings)
        lines = [f"{visible(self.file)}:{self.line}"]
        lines += [f"  {strings.text(f'problems.labels.{part}')}: {_SPACE.sub(' ', parts[part])}" for part in parts]
        return "\n".join(lines)

    def annotation(self, strings: Strings) -> str:
        """The message as a workflow command that GitHub shows on the line itself."""
        parts = self.parts(strings)
        message = " ".join(f"{strings.text(f'problems.labels.{part}')}: {parts[part]}." for part in parts)
        title = _escaped(parts["found"], ",:")
        return f"::error file={_escaped(self.file, ',:')},line={self.line},title={title}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    """A text as a workflow command wants it; in a property commas and colons as well."""
    for sign in "%\r\n" + more:  # the per cent sign first
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


class ProblemsError(Exception):
    """Raised once, with every fault that was found."""

    def __init__(self, problems: Iterable[Problem], strings: Strings) -> None:
        self.problems = ordered(problems)
        self.strings = strings
        super().__init__(report(self.problems, strings))


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Without doubles, by file and line."""
    unique = {(p.file, p.line, p.code, str(sorted(p.values.items(), key=str))): p for p in problems}
    return [unique[key] for key in sorted(unique)]


def report(problems: Iterable[Problem], strings: Strings) -> str:
    """Every message, an empty line between them, a closing line with the number."""
    faults = ordered(problems)
    closing = strings.text("problems.labels.count", number=str(len(faults)))
    return "\n\n".join([*(p.text(strings) for p in faults), closing])


@lru_cache(maxsize=4096)
def relative(path: Path, root: Path) -> str:
    """The path as messages show it: from the project's folder, with forward slashes."""
    with suppress(ValueError):
        return path.relative_to(root).as_posix()  # a link is called by its own name
    with suppress(ValueError, OSError, RuntimeError):  # links in a circle
        return path.resolve().relative_to(root.resolve()).as_posix()
    return path.as_posix()
