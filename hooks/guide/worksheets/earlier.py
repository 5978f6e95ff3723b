"""The source text of a sheet as it was: what its translations say that they follow."""

from __future__ import annotations

from typing import Any

from guide.site import Guide
from guide.source import read_yaml, validate
from guide.worksheets.model import Worksheet, texts
from guide.worksheets.read import NAME, folder
from guide.worksheets.words import fingerprint

SOURCE_NAME = f"{NAME}.yml"


def translation_name(language: str) -> str:
    """The name of the file that holds a sheet's translation."""
    return f"{NAME}.{language}.yml"


def source_digest(guide: Guide, slug: str, language: str) -> str | None:
    """The hash of what a language translates of a sheet; None when it cannot be read."""
    path = folder(guide) / slug / SOURCE_NAME
    source = read_yaml(path, guide.root, [])
    # Without context: an older sheet may name a method or a pictogram that is no more.
    worksheet = validate(Worksheet, source, [], {}) if source else None
    return fingerprint(texts(worksheet, page=language in guide.languages)) if worksheet else None


def recorded(guide: Guide, slug: str) -> dict[str, str]:
    """The hash of the source text that each translation of a sheet says it follows, by language."""
    found: dict[str, str] = {}
    for path in sorted((folder(guide) / slug).glob(f"{NAME}.*.yml")):
        source = read_yaml(path, guide.root, [])
        stamp: Any = source.data.get("translation") if source and isinstance(source.data, dict) else None
        if isinstance(stamp, dict) and isinstance(stamp.get("source"), str):
            found[path.name.split(".")[1]] = stamp["source"]
    return found
