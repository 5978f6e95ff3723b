"""The words of the interface that visitors see, with their places in the files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guide.nodes import Location
from guide.source import Source, read_yaml
from guide.strings import FOLDER, available
from guide.writing.passages import Passage

EDITORS = (
    "problems.", "check.", "status.", "release.", "new.", "contact.", "translations.", "permalinks.",
)  # fmt: skip
"""What only editors and publishers read, by the start of the key: it is there in the guide's language and English."""
_GAP = re.compile(r"\{\w+\}")


def source_of(language: str) -> Source | None:
    """The file of a language; None when it has none, or one that holds no words by key."""
    source = read_yaml(FOLDER / f"{language}.yml", FOLDER.parents[2], []) if language in available() else None
    return source if source and isinstance(source.data, dict) else None


def file_of(language: str) -> str:
    """How messages name the file of a language, whether it is there or not."""
    return (FOLDER / f"{language}.yml").relative_to(FOLDER.parents[2]).as_posix()


def visitors(source: Source) -> dict[str, Passage]:
    """What visitors read, by key, without the gaps to be filled in."""
    found = ((".".join(map(str, at)), text, source.line(*at)) for at, text in _texts(source.data, ()))
    return {key: Passage(line, _GAP.sub(" ", text)) for key, text, line in found if not key.startswith(EDITORS)}


def _texts(node: Mapping[str, object], at: Location) -> Iterator[tuple[Location, str]]:
    for key, value in node.items():
        if isinstance(value, Mapping):
            yield from _texts(value, (*at, key))
        elif value not in (None, ""):  # else it is not translated yet
            yield (*at, key), str(value)
