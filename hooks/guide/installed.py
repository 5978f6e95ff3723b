"""Whether the fonts and small libraries are there that `make` installs beside the Python packages."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel, Field

from guide.files import read_text
from guide.problems import Problem
from guide.source import Source, validate

FILE = "package.json"
_SHOWN = 5


class _Vendor(BaseModel):
    bundles: dict[str, str] = Field(default_factory=dict)


class _Package(BaseModel):
    """The part of the file that is asked here."""

    dependencies: dict[str, str] = Field(default_factory=dict)
    vendor: _Vendor = _Vendor()


def missing_parts(root: Path) -> Problem | None:
    """What package.json of the project asks for and is not there; None when all is, or when there is no such file."""
    if not (root / FILE).exists():
        return None
    faults: list[Problem] = []
    text = read_text(root / FILE, FILE, faults)
    if text is None:
        return faults[0]
    try:
        wanted = validate(_Package, Source(FILE, json.loads(text), {}), faults)
    except json.JSONDecodeError as error:
        return Problem(FILE, error.lineno, "yaml", {"near": "", "detail": error.msg})
    if wanted is None:
        return faults[0]
    vendor = root / "overrides" / "assets" / "vendor"
    names = [one for one in wanted.dependencies if not (root / "node_modules" / one).is_dir()]
    made = dict.fromkeys(wanted.vendor.bundles.values())
    names += [f"vendor/{one}" for one in made if not (vendor / one).is_file()]
    if made and not any(vendor.rglob("*.woff2")):
        names.append("vendor/*.woff2")
    if not names:
        return None
    shown = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    return Problem(FILE, 1, "parts_missing", {"number": len(names), "names": shown})
