"""Reads the sheets of docs/<worksheets>/: structure and source text, and the translations. Every fault is a Problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.files import markdown_files
from guide.nodes import Location
from guide.problems import Problem
from guide.site import Guide
from guide.source import Source, read_yaml, validate
from guide.worksheets.blocks import MODELS
from guide.worksheets.compare import Comparison
from guide.worksheets.design import icon_names
from guide.worksheets.model import PAGE_TEXTS, Sheet, Stamp, State, Translation, Worksheet, texts
from guide.worksheets.papers import HALVES, MILLIMETRES
from guide.worksheets.words import fingerprint, translated

NAME = "werkblad"
REQUIRED = ("header", "footer")
RESERVED_ITEMS = ("name", "other")
"""What fields of a sheet are called that stand for no item; numbers stand for rows and sentences without an id."""


def folder(guide: Guide) -> Path:
    """Where the sheets are."""
    return guide.docs / guide.vocabulary.kinds["worksheet"].folder


def slugs(guide: Guide) -> list[str]:
    """The folders that hold a sheet, sorted."""
    return sorted(path.parent.name for path in folder(guide).glob(f"*/{NAME}.yml"))


def read_sheets(guide: Guide) -> tuple[dict[str, Sheet], list[Problem]]:
    """Every sheet that has no fault, by slug, and all the faults of the others."""
    known = context(guide)
    kept = {slug: _kept_sheet(guide, slug, known) for slug in slugs(guide)}
    problems = [problem for one in kept.values() for problem in one.problems]
    problems += _orphans(guide)
    return {slug: one.sheet for slug, one in kept.items() if one.sheet}, problems


@dataclass(frozen=True)
class _Kept:
    """A sheet as it was read. stamp: of its files. known: what its ids could refer to."""

    stamp: tuple[tuple[str, int, int], ...]
    known: dict[str, Any]
    sheet: Sheet | None
    problems: tuple[Problem, ...]


_KEPT: dict[Path, _Kept] = {}
"""The sheets by folder: a build asks for all of them many times, and reading them takes longer than drawing them."""


def _kept_sheet(guide: Guide, slug: str, known: dict[str, Any]) -> _Kept:
    place = folder(guide) / slug
    files = ((path.name, path.lstat()) for path in sorted(place.glob(f"{NAME}*.yml")))
    stamp = tuple((name, state.st_mtime_ns, state.st_size) for name, state in files)
    kept = _KEPT.get(place)
    if kept is None or (kept.stamp, kept.known) != (stamp, known):
        problems: list[Problem] = []
        kept = _KEPT[place] = _Kept(stamp, known, _read_sheet(guide, slug, known, problems), tuple(problems))
    return kept


def context(guide: Guide) -> dict[str, Any]:
    """What ids may refer to: the vocabulary, the pictograms and the pages of the source language."""
    languages = [f".{code}" for code in guide.vocabulary.languages]
    stems = (path.relative_to(guide.docs).as_posix().removesuffix(".md") for path in markdown_files(guide.docs))
    pages = frozenset(stem for stem in stems if not stem.endswith(tuple(languages)))
    return {**guide.context(page=pages, icon=icon_names()), "language": guide.source_language}


def language_of(path: Path) -> str:
    """What the name of a translation says: "fr" for werkblad.fr.yml."""
    return path.name.removeprefix(f"{NAME}.").removesuffix(".yml")


def _orphans(guide: Guide) -> Iterator[Problem]:
    """Translations without a sheet, and files for a language that does not exist."""
    for path in sorted(folder(guide).glob(f"*/{NAME}.*.yml")):
        file = path.relative_to(guide.root).as_posix()
        language = language_of(path)
        if language == guide.source_language or language not in guide.vocabulary.languages:
            known = ", ".join(code for code in guide.vocabulary.languages if code != guide.source_language)
            yield Problem(file, 1, "unknown_id", {"id": language, "known": known})
        if not (path.parent / f"{NAME}.yml").exists():
            yield Problem(file, 1, "file_missing", {"file": f"{NAME}.yml"})


def _read_sheet(guide: Guide, slug: str, known: dict[str, Any], problems: list[Problem]) -> Sheet | None:
    source = read_yaml(folder(guide) / slug / f"{NAME}.yml", guide.root, problems)
    if source is None:
        return None
    faults: list[Problem] = []
    worksheet = validate(Worksheet, source, faults, known)
    problems += [_with_block_names(fault, source) for fault in faults]
    if worksheet is None:
        return None
    problems += (faults := list(_structure(worksheet, source, _reserved(guide))))
    if faults:
        return None
    translations = {}
    for path in sorted((folder(guide) / slug).glob(f"{NAME}.*.yml")):
        language = language_of(path)
        if language == guide.source_language or language not in guide.vocabulary.languages:
            continue  # told by `_orphans`
        found = _read_translation(guide, worksheet, path, language, problems)
        if found:
            translations[language] = found
    return Sheet(slug, worksheet, translations)


def _reserved(guide: Guide) -> frozenset[str]:
    """The words in the names of files that no variant can have: languages, papers, halves, large print."""
    return frozenset({*guide.vocabulary.languages, *MILLIMETRES, HALVES, guide.editor_strings["worksheet.files.large"]})


def _with_block_names(fault: Problem, source: Source) -> Problem:
    """The fault with the name of a block in its path, where the model has its number and its mark."""

    def named(match: re.Match[str]) -> str:
        block = source.data["blocks"][int(match[1])]
        return f"blocks.{block.get('id', match[1])}"

    path = re.sub(r"^blocks\.(\d+)\.\w+:", named, str(fault.values.get("path", "")))
    return Problem(fault.file, fault.line, fault.code, {**fault.values, "path": path})


def _structure(worksheet: Worksheet, source: Source, reserved: frozenset[str]) -> Iterator[Problem]:
    """What no single block can see: ids that occur twice, blocks that every sheet needs.

    reserved: what stands for something else in the name of a file.
    """
    first: dict[str, int] = {}
    for number, block in enumerate(worksheet.blocks):
        line = source.line("blocks", number, "id")
        if block.id in first:
            yield Problem(source.file, line, "block_twice", {"id": block.id, "line": first[block.id]})
        first.setdefault(block.id, line)
        ids: set[tuple[str, str]] = set()
        for name in type(block).model_fields:
            items = getattr(block, name)
            for place, item in enumerate(items if isinstance(items, tuple) else ()):
                key = getattr(item, "id", None)
                if key is not None and (name, key) in ids:
                    at = source.line("blocks", number, name, place, "id")
                    yield Problem(source.file, at, "item_twice", {"id": key, "block": block.id, "key": name})
                if key is not None and (key in RESERVED_ITEMS or key.isdigit()):
                    at = source.line("blocks", number, name, place, "id")
                    yield Problem(source.file, at, "item_reserved", {"id": key, "key": name})
                ids |= {(name, key)} if key is not None else set()
    names: set[str] = set()
    for number, variant in enumerate(worksheet.variants):
        if variant.id in names:
            yield Problem(source.file, source.line("variants", number, "id"), "variant_twice", {"id": variant.id})
        names.add(variant.id)
        if variant.id in reserved:
            at = source.line("variants", number, "id")
            yield Problem(
                source.file, at, "variant_reserved", {"id": variant.id, "reserved": ", ".join(sorted(reserved))}
            )
        for place, name in enumerate(variant.blocks):
            if name not in first:
                at = source.line("variants", number, "blocks", place)
                yield Problem(source.file, at, "unknown_id", {"id": name, "known": ", ".join(first)})
    types = [getattr(block, "type", "") for block in worksheet.blocks]
    for name in REQUIRED:
        if name in MODELS and types.count(name) != 1:
            values = {"type": name, "number": types.count(name)}
            yield Problem(source.file, source.line("blocks"), "block_required", values)


def _read_translation(
    guide: Guide, worksheet: Worksheet, path: Path, language: str, problems: list[Problem]
) -> Translation | None:
    """A translation; None when it has a fault. One into a home language that has no stamp yet is a draft."""
    source = read_yaml(path, guide.root, problems)
    if source is None:
        return None
    if not isinstance(source.data, dict):
        problems.append(Problem(source.file, 1, "translation_form", {"path": path.name, "form": "{…}"}))
        return None
    stamp_source = Source(source.file, source.data.get("translation"), _under(source, "translation"))
    page = language in guide.languages
    draft = "translation" not in source.data and not page
    if "translation" not in source.data and page:
        problems.append(Problem(source.file, 1, "missing", {"key": "translation", "path": "translation"}))
        return None
    stamp = None if draft else validate(Stamp, stamp_source, problems)
    if stamp is None and not draft:
        return None
    wanted = texts(worksheet, page=page)
    optional = {} if page else {key: part for key, part in texts(worksheet, page=True).items() if key in PAGE_TEXTS}
    given = {key: value for key, value in source.data.items() if key != "translation"}
    comparison = Comparison(source, draft=draft)
    comparison.mapping({**wanted, **optional}, given, (), frozenset(optional))
    current = stamp is not None and stamp.source == fingerprint(wanted)
    faults = [*comparison.faults, *(comparison.gaps if current else [])]
    problems += faults
    if faults:
        return None
    lacks = tuple(str(gap.values["path"]) for gap in comparison.gaps)
    if stamp is None:
        return Translation(language, "draft", None, None, lacks, tuple(comparison.empty))
    if lacks:
        return Translation(language, "withdrawn", stamp.checked, None, lacks)
    known: dict[str, Any] = {**{key: None for key in optional}, **given}
    state: State = "current" if current else "outdated"
    return Translation(language, state, stamp.checked, translated(worksheet, known, language))


def _under(source: Source, key: str) -> dict[Location, int]:
    """The lines of the values under a key, as if that key were the whole file."""
    return {at[1:]: line for at, line in source.lines.items() if at[:1] == (key,)}
