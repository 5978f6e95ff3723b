"""Which source text each unit's translation follows (`docs/translations.yml`), and who looked at it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import yaml
from pydantic import Field, StringConstraints

from guide.content.model import Checked
from guide.problems import Problem
from guide.site import Guide
from guide.source import Source, read_yaml, validate
from guide.texts import LanguageCode, Record
from guide.translations.units import Unit

FILE = "translations.yml"
State = Literal["current", "outdated", "new"]

Entry = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12} (machine|human|native)$")]


class Ledger(Record):
    """units: by name and language the hash of the source text that was translated, a space, and who looked at it."""

    units: dict[str, dict[LanguageCode, Entry]] = Field(default_factory=dict)

    def state(self, unit: Unit, language: str) -> State:
        """Of what text the translation is: "current", "outdated", or "new" when nobody has written that down yet.

        A new text counts as right: who adds a partner writes its languages side by side.
        """
        if language not in self.units.get(unit.name, {}):
            return "new"
        return "current" if self.follows(unit, language, unit.digests[language]) else "outdated"

    def follows(self, unit: Unit, language: str, digest: str) -> bool:
        """Whether the translation is of the text with this hash."""
        return self.units.get(unit.name, {}).get(language, "").startswith(digest)

    def checked(self, unit: Unit, language: str) -> Checked | None:
        """Who looked at it; None when nobody said so."""
        entry = self.units.get(unit.name, {}).get(language)
        return entry.partition(" ")[2] if entry else None  # type: ignore[return-value]


def read_ledger(guide: Guide, problems: list[Problem]) -> Ledger:
    """The ledger; empty when the guide has none yet, or one with a fault, which goes to `problems`."""
    path = guide.docs / FILE
    source = read_yaml(path, guide.root, problems) if path.exists() else None
    if source is None:
        return Ledger()
    lines = {("units", *at): line for at, line in source.lines.items()}
    data = Source(source.file, {"units": source.data or {}}, lines)
    return validate(Ledger, data, problems, guide.context()) or Ledger()


def stamped(ledger: Ledger, units: Iterable[Unit], languages: Iterable[str] | None, checked: Checked | None) -> Ledger:
    """The ledger in which these units follow the text of today. languages: None for all that a unit has.

    checked: who looked at it; None keeps what is known, or says "machine" of what is new.
    """
    entries = {name: dict(one) for name, one in ledger.units.items()}
    for unit in units:
        for language in unit.languages if languages is None else languages:
            who = checked or ledger.checked(unit, language) or "machine"
            entries.setdefault(unit.name, {})[language] = f"{unit.digests[language]} {who}"
    return Ledger(units=entries)


def write_ledger(guide: Guide, ledger: Ledger, known: Iterable[Unit]) -> None:
    """Write the ledger; units that are no more go. known: all that could be read.

    What a file with a fault holds is not known now, and stays written down.
    """
    head = guide.editor_strings["status.ledger_head"].strip().splitlines()
    units = {unit.name: unit for unit in known}
    read = {name.partition("#")[0] for name in units}
    kept: dict[str, dict[str, str]] = {}
    for name, entries in sorted(ledger.units.items()):
        file = name.partition("#")[0]
        if name in units:
            kept[name] = {code: entries[code] for code in units[name].languages if code in entries}
        elif file not in read and (guide.docs / file).exists():
            kept[name] = dict(entries)
    text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None)
    (guide.docs / FILE).write_text("".join(f"# {line}\n" for line in head) + text, "utf-8")
