"""A translation beside the texts that it must have: what is wrong, what is not there, what is still empty."""

from __future__ import annotations

import difflib
from typing import Any

from guide.nodes import Location
from guide.problems import Problem
from guide.source import Source, validate
from guide.texts import Record, Text
from guide.worksheets.words import Tree


class _Line(Record):
    """One text of a translation."""

    text: Text


class Comparison:
    """Compares a translation with the texts it must have.

    faults: what is wrong. gaps: what is not there. empty: the paths of keys that have no text yet; in a draft that is
    no fault.
    """

    def __init__(self, source: Source, *, draft: bool = False) -> None:
        self.source = source
        self.draft = draft
        self.faults: list[Problem] = []
        self.gaps: list[Problem] = []
        self.empty: list[str] = []

    def compare(self, wanted: Tree, given: Any, at: Location) -> None:
        """One part, of whatever form."""
        if self.draft and given in (None, ""):
            self.empty.append(_path(at))
        elif isinstance(wanted, dict):
            if isinstance(given, dict):
                self.mapping(wanted, given, at, frozenset())
            else:
                self._fault(at, "translation_form", path=_path(at), form=", ".join(f"{key}: …" for key in wanted))
        elif isinstance(wanted, list):
            self._sequence(wanted, given, at)
        else:
            self._text(given, at)

    def mapping(self, wanted: dict[str, Any], given: dict[str, Any], at: Location, optional: frozenset[str]) -> None:
        """Texts by key: every key that is wanted, but for the optional ones, and no other."""
        blocks = at == ("blocks",)
        for key in given:
            if key not in wanted:
                close = difflib.get_close_matches(key, wanted, 1)
                values = {"key": key, "known": ", ".join(wanted), "close": close[0] if close else "–"}
                self._fault((*at, key), "unknown_block_id" if blocks else "extra_forbidden", **values)
        for key, part in wanted.items():
            if key in given:
                self.compare(part, given[key], (*at, key))
            elif key not in optional:
                code = "block_missing" if blocks else "missing"
                self._note(self.gaps, at, code, key=key, path=_path((*at, key)))

    def _sequence(self, wanted: list[Any], given: Any, at: Location) -> None:
        if not isinstance(given, list):
            self._fault(at, "translation_form", path=_path(at), form="- … (" + str(len(wanted)) + "×)")
        elif len(given) != len(wanted):
            self._note(self.gaps, at, "translation_length", path=_path(at), number=len(given), wanted=len(wanted))
        else:
            for number, (part, value) in enumerate(zip(wanted, given, strict=True)):
                self.compare(part, value, (*at, number))

    def _text(self, given: Any, at: Location) -> None:
        if isinstance(given, dict | list):
            self._fault(at, "translation_form", path=_path(at), form="…")
            return
        if isinstance(given, bool | int | float):
            self._fault(at, "not_text", path=_path(at), value=str(given).lower())
            return
        model: list[Problem] = []
        holder = Source(self.source.file, {"text": "" if given is None else given}, {(): self.source.line(*at)})
        validate(_Line, holder, model)
        self.faults += [
            Problem(problem.file, self.source.line(*at), problem.code, {**problem.values, "key": _path(at)})
            for problem in model
        ]

    def _fault(self, at: Location, code: str, **values: Any) -> None:
        self._note(self.faults, at, code, **values)

    def _note(self, notes: list[Problem], at: Location, code: str, **values: Any) -> None:
        notes.append(Problem(self.source.file, self.source.line(*at), code, values))


def _path(at: Location) -> str:
    return ".".join(str(part) for part in at)
