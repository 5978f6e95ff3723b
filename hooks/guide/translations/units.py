"""Texts whose languages stand in one file: partners, figures, terms, the vocabulary, the words of the interface.

A page or a worksheet has a file for each language, which says itself what it translates. These have none: they are cut
into units, each small enough that a change of one says nothing of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from guide.changes.model import FILE as CHANGES
from guide.content.figures import FOLDER as FIGURES
from guide.glossary import FILE as GLOSSARY
from guide.problems import relative
from guide.site import Guide
from guide.source import read_yaml
from guide.strings import FOLDER, HOME
from guide.translations.interface import file_of, visitors
from guide.worksheets.words import fingerprint

VOCABULARY = "vocabulary.yml"
WORDS = "strings"

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Unit:
    """A text in several languages.

    name: "partners/ligo.yml", or "glossary.yml#drempel" for a part of a file. file: from the project's folder.
    texts: what is said in each language, by a path within the unit. partial: of the languages that need not say it all,
    the beginnings of the paths that they need.
    """

    name: str
    file: str
    source_language: str
    texts: Mapping[str, Texts]
    partial: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def group(self) -> str:
        """Where it belongs: the folder or the file."""
        return self.name.partition("/")[0].partition("#")[0]

    @property
    def titles(self) -> Mapping[str, str]:
        """What it is called in each language: its name, else what its own name says."""
        last = self.name.partition("#")[2] or self.name.rpartition("/")[2].removesuffix(".yml")
        return {code: said.get(".name", last) for code, said in self.texts.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """Those into which it is translated."""
        return tuple(language for language in self.texts if language != self.source_language)

    def digest(self, language: str) -> str:
        """The hash of the source text that a language translates."""
        source, needed = self.texts[self.source_language], self.partial.get(language, ("",))
        return fingerprint({path: text for path, text in source.items() if path.startswith(needed)})

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The hash for each language."""
        return {language: self.digest(language) for language in self.languages}


def units(guide: Guide) -> list[Unit]:
    """Every unit that can be read, by name. A file with a fault is told of elsewhere, and left out."""
    return sorted([*_partners(guide), *_figures(guide), *_terms(guide), *_changes(guide), *_entries(guide),
                   *_words(guide)], key=lambda unit: unit.name)  # fmt: skip


def _partners(guide: Guide) -> Iterator[Unit]:
    if "partner" in guide.vocabulary.kinds:
        yield from _files(guide, guide.docs / guide.vocabulary.kinds["partner"].folder)


def _figures(guide: Guide) -> Iterator[Unit]:
    yield from _files(guide, guide.docs / FIGURES)


def _files(guide: Guide, folder: Path) -> Iterator[Unit]:
    """A unit for each YAML file of a folder."""
    for path in sorted(folder.glob("*.yml")):
        yield from _unit(guide, path, path.relative_to(guide.docs).as_posix(), _data(guide, path))


def _terms(guide: Guide) -> Iterator[Unit]:
    path = guide.docs / GLOSSARY
    groups = (_data(guide, path) or {}).get("groups") if path.exists() else None
    for group in groups if isinstance(groups, list) else ():
        if not isinstance(group, dict):
            continue
        terms = group.get("terms")
        yield from _unit(guide, path, f"{GLOSSARY}#{group.get('id')}", {"name": group.get("name")})
        for term in terms if isinstance(terms, list) else ():
            if isinstance(term, dict):
                yield from _unit(guide, path, f"{GLOSSARY}#{group.get('id')}.{term.get('id')}", term)


def _changes(guide: Guide) -> Iterator[Unit]:
    """What each release says of itself, and each of its changes."""
    path = guide.docs / CHANGES
    releases = _data(guide, path).get("releases")
    for release in releases if isinstance(releases, list) else ():
        if not isinstance(release, dict):
            continue
        name = f"{CHANGES}#{release.get('version')}"
        yield from _unit(guide, path, name, {"name": release.get("title"), "summary": release.get("summary")})
        changes = release.get("changes")
        for change in changes if isinstance(changes, list) else ():
            if isinstance(change, dict):
                yield from _unit(guide, path, f"{name}.{change.get('id')}", change)


def _entries(guide: Guide) -> Iterator[Unit]:
    path = guide.docs / VOCABULARY
    for key, part in (_data(guide, path) or {}).items():
        if isinstance(part, dict) and not _is_localized(guide, part):
            for name, entry in part.items():
                yield from _unit(guide, path, f"{VOCABULARY}#{key}.{name}", entry)
        else:
            yield from _unit(guide, path, f"{VOCABULARY}#{key}", part)


def _words(guide: Guide) -> Iterator[Unit]:
    """The words of the interface that visitors see; of a home language those of its pages, when it has them all."""
    folder = guide.root / Path(*FOLDER.parts[-3:])  # an older version lies there alone, see `unchanged`
    own = {path.stem: _visible(guide, path) for path in sorted((folder if folder.exists() else FOLDER).glob("*.yml"))}
    source = own.get(guide.source_language, {})
    for part in dict.fromkeys(key.partition(".")[0] for key in source):
        texts: dict[str, Texts] = {}
        partial: dict[str, tuple[str, ...]] = {}
        for code in (one for one in own if one in guide.vocabulary.languages):
            needed = (f"{part}.",) if code in guide.languages else HOME
            wanted = {key for key in source if key.startswith(f"{part}.") and key.startswith(needed)}
            if wanted and (code in guide.languages or wanted <= own[code].keys()):
                texts[code] = {key: text for key, text in own[code].items() if key in wanted}
                partial |= {} if code in guide.languages else {code: HOME}
        yield Unit(f"{WORDS}#{part}", file_of(guide.source_language), guide.source_language, texts, partial)


def _visible(guide: Guide, path: Path) -> dict[str, str]:
    source = read_yaml(path, guide.root, [])
    found = visitors(source) if source and isinstance(source.data, dict) else {}
    return {key: passage.text for key, passage in found.items()}


def _unit(guide: Guide, path: Path, name: str, data: Any) -> Iterator[Unit]:
    found: dict[str, dict[str, str]] = {}
    for place, localized in _localized(guide, data, ""):
        for language, text in localized.items():
            found.setdefault(language, {})[place] = text
    source = guide.source_language
    if len(found) > 1 and source in found:
        yield Unit(name, relative(path, guide.root), source, found)


def _localized(guide: Guide, data: Any, place: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every text that is given by language, with its path. Lists of words for the search are no translations."""
    if isinstance(data, dict):
        if _is_localized(guide, data):
            if all(isinstance(text, str) for text in data.values()):
                yield place, data
            return
        for key, value in data.items():
            yield from _localized(guide, value, f"{place}.{key}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            key = value.get("id", number) if isinstance(value, dict) else number
            yield from _localized(guide, value, f"{place}.{key}")


def _is_localized(guide: Guide, data: dict[str, Any]) -> bool:
    """A text by language; the languages of the vocabulary have the same keys, but hold no texts."""
    codes = guide.source_language in data and data.keys() <= set(guide.vocabulary.languages)
    return codes and not any(isinstance(value, dict) for value in data.values())


def _data(guide: Guide, path: Path) -> Any:
    source = read_yaml(path, guide.root, []) if path.exists() else None
    return source.data if source and isinstance(source.data, dict) else {}
