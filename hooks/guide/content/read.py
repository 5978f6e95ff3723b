"""Reads every written page in every language and finds what is wrong with them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from guide.content.model import (
    SOURCE_MODELS,
    TRANSLATION_MODELS,
    Entrance,
    Home,
    MethodTranslation,
    Page,
    Question,
    Translation,
)
from guide.files import markdown_files
from guide.problems import Problem, relative
from guide.site import Guide
from guide.source import Source, read_markdown, validate

_HEADING = re.compile(r"^(#{1,6})\s*(.*?)\s*(?:\{([^}]*)\})?\s*$")
_UNDERLINE = re.compile(r"^(=+|-+)\s*$")  # Markdown makes a heading of the line above
_ID = re.compile(r"#([^\s}]+)")
_CODE = re.compile(r"[a-z]{2,3}")
_FENCE = re.compile(r"^(```|~~~)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TRANSLATED: dict[str, frozenset[str]] = {
    "entrances": frozenset(Entrance.model_fields),
    "questions": frozenset(Question.model_fields),
}
"""What a translator sees of the lists on the home page."""


@dataclass(frozen=True)
class Heading:
    """A heading of a body. line: in the file."""

    id: str
    text: str
    level: int
    line: int


@dataclass(frozen=True)
class WrittenPage:
    """A page in one language. uri: the source language's, relative to docs. kind: a key of the models.

    draft: in a home language and not stamped yet, so that readers do not get it.
    """

    uri: str
    kind: str
    id: str
    language: str
    front: Page | Translation | MethodTranslation
    source: Source
    headings: tuple[Heading, ...]
    digest: str
    draft: bool = False

    @property
    def current(self) -> bool:
        """False when the translation is of an older text. The source language is always current."""
        return not isinstance(self.front, Translation | MethodTranslation) or (
            self.front.translation is not None and self.front.translation.source == self.digest
        )


def digest(source: Source) -> str:
    """The hash of what a translator translates: the texts of the front matter and the body, comments left out."""
    texts = {
        key: source.data.get(key) for key in ("title", "description", "home", "goal", "group", "duration", "materials")
    }
    if isinstance(home := texts["home"], dict):
        texts["home"] = {key: _translated(key, value) for key, value in home.items() if key in Home.model_fields}
    body = "\n".join(line.rstrip() for line in _COMMENT.sub("", source.body).strip().splitlines() if line.strip())
    return hashlib.sha256((repr(texts) + body).encode()).hexdigest()[:12]


def _translated(key: str, value: object) -> object:
    if key not in _TRANSLATED or not isinstance(value, list):
        return value
    return [
        {name: text for name, text in one.items() if name in _TRANSLATED[key]} if isinstance(one, dict) else one
        for one in value
    ]


def kind_of(guide: Guide, uri: str) -> str:
    """The kind of a page, from its folder; an index is a plain page."""
    path = PurePosixPath(uri)
    for kind, place in guide.vocabulary.kinds.items():
        if path.parent == PurePosixPath(place.folder) and path.stem != "index" and kind in SOURCE_MODELS:
            return kind
    return "page"


def page_uris(guide: Guide) -> list[str]:
    """Every page of the source language, as a path below docs."""
    suffixes = {f".{code}" for code in guide.vocabulary.languages}
    found = [path.relative_to(guide.docs).as_posix() for path in markdown_files(guide.docs)]
    return [
        uri
        for uri in found
        if PurePosixPath(uri.removesuffix(".md")).suffix not in suffixes and not _of_a_stranger(guide.docs / uri)
    ]


def _of_a_stranger(path: Path) -> bool:
    """Whether it is a translation into a language that nobody described: x.xx.md beside x.md."""
    stem, _, code = path.name.removesuffix(".md").rpartition(".")
    return bool(stem and _CODE.fullmatch(code)) and path.with_name(f"{stem}.md").is_file()


def page_names(guide: Guide) -> frozenset[str]:
    """The pages as front matter may name them: with or without .md, and also those that cannot be read."""
    uris = page_uris(guide)
    return frozenset(uris) | {uri.removesuffix(".md") for uri in uris}


def read_pages(
    guide: Guide, known: dict[str, frozenset[str]], problems: list[Problem]
) -> dict[str, dict[str, WrittenPage]]:
    """Every page by uri and language, drafts too. known: the ids of worksheets and partners; pages are added here."""
    uris = page_uris(guide)
    ids = {**known, "page": page_names(guide)}
    pages: dict[str, dict[str, WrittenPage]] = {}
    for uri in uris:
        original = _read(guide, uri, guide.source_language, ids, problems, None)
        if original is None:
            continue
        pages[uri] = {guide.source_language: original}
        for language in translations_of(guide, uri):
            if guide.source_file(uri, language).exists():
                page = _read(guide, uri, language, ids, problems, original)
                if page is not None:
                    pages[uri][language] = page
                    if original.front.home and not page.front.home:
                        values = {"key": "home", "path": "home"}
                        problems.append(Problem(page.source.file, 1, "missing", values))
                    problems += _compare(original, page)
    return pages


def translations_of(guide: Guide, uri: str) -> tuple[str, ...]:
    """The languages into which a page may be translated: those of the site; the page for parents into every one."""
    every = (*guide.vocabulary.languages, *guide.languages)
    known = dict.fromkeys(every) if uri == guide.vocabulary.parents_page else dict.fromkeys(guide.languages)
    return tuple(language for language in known if language != guide.source_language)


def _read(
    guide: Guide,
    uri: str,
    language: str,
    ids: dict[str, frozenset[str]],
    problems: list[Problem],
    original: WrittenPage | None,
) -> WrittenPage | None:
    path = guide.source_file(uri, language)
    source = read_markdown(path, guide.root, problems)
    if source is None:
        return None
    kind = kind_of(guide, uri)
    model = SOURCE_MODELS[kind] if original is None else TRANSLATION_MODELS[kind]
    headings, faults = _headings(source.file, source.body, source.body_line)
    problems += faults
    front = validate(model, source, problems, guide.context(**ids))
    if front is None:
        return None
    assert isinstance(front, Page | Translation | MethodTranslation)
    name = PurePosixPath(uri).stem
    draft = language not in guide.languages and getattr(front, "translation", None) is None
    return WrittenPage(
        uri, kind, name, language, front, source, headings, (original.digest if original else digest(source)), draft
    )


@lru_cache(maxsize=1024)
def _headings(file: str, body: str, first_line: int) -> tuple[tuple[Heading, ...], tuple[Problem, ...]]:
    """The headings; each needs an id of its own, and the page's title is not one of them. Kept for the next save."""
    headings: list[Heading] = []
    problems: list[Problem] = []
    fenced, before = False, ""
    for number, line in enumerate(body.splitlines(), first_line):
        fenced ^= bool(_FENCE.match(line))
        if not fenced and before and _UNDERLINE.match(line):
            problems.append(Problem(file, number - 1, "heading_without_id", {"text": before}))
        before = line.strip()
        match = None if fenced else _HEADING.match(line)
        if match is None:
            continue
        marks, text, attributes = match.groups()
        identifier = _ID.search(attributes or "")
        if len(marks) == 1:
            problems.append(Problem(file, number, "title_in_body", {"text": text}))
        elif identifier is None:
            problems.append(Problem(file, number, "heading_without_id", {"text": text}))
        elif identifier[1] in {heading.id for heading in headings}:
            problems.append(Problem(file, number, "heading_twice", {"id": identifier[1]}))
        else:
            headings.append(Heading(identifier[1], text, len(marks), number))
    return tuple(headings), tuple(problems)


def _compare(original: WrittenPage, page: WrittenPage) -> list[Problem]:
    """A translation that says it is current has the same headings as the source."""
    if not page.current:
        return []
    return _compare_home(original, page) + compare_headings(original, page)


def _compare_home(original: WrittenPage, page: WrittenPage) -> list[Problem]:
    """The home page has every line that the source has, and no other."""
    ours, theirs = page.front.home, original.front.home
    if ours is None or theirs is None:
        return []
    problems = []
    if theirs.questions and not ours.questions_title:
        values = {"key": "questions_title", "path": "home.questions_title"}
        problems.append(Problem(page.source.file, page.source.line("home"), "missing", values))
    for name in _TRANSLATED:
        known = [one.id for one in getattr(theirs, name)]
        found = [one.id for one in getattr(ours, name)]
        line = page.source.line("home", name)
        lost = [one for one in known if one not in found]
        problems += [Problem(page.source.file, line, "missing", {"key": one, "path": f"home.{name}"}) for one in lost]
        for number, one in enumerate(found):
            if one not in known:
                values = {"id": one, "known": ", ".join(known)}
                problems.append(Problem(page.source.file, page.source.line("home", name, number), "unknown_id", values))
    return problems


def compare_headings(original: WrittenPage, page: WrittenPage) -> list[Problem]:
    """A translation has the headings of the source, so that a link to one arrives in every language."""
    ours, theirs = {h.id for h in page.headings}, {h.id for h in original.headings}
    if ours == theirs:
        return []
    values = {
        "missing": ", ".join(sorted(theirs - ours)) or "–",
        "extra": ", ".join(sorted(ours - theirs)) or "–",
        "original": original.source.file,
    }
    return [Problem(page.source.file, page.source.body_line, "headings_differ", values)]


def unread_files(guide: Guide) -> list[Problem]:
    """Translations without a page in the source language, and files that name the source language."""
    problems = []
    for path in sorted(guide.docs.rglob(f"*.{guide.source_language}.*")):
        values = {"suffix": f".{guide.source_language}", "name": path.name.replace(f".{guide.source_language}.", ".")}
        problems.append(Problem(relative(path, guide.root), 1, "source_suffix", values))
    for path in markdown_files(guide.docs):
        stem, dot, language = path.name.removesuffix(".md").rpartition(".")
        if not dot or not (language in guide.vocabulary.languages or _of_a_stranger(path)):
            continue
        if language == guide.source_language:
            continue
        allowed = translations_of(guide, (path.parent / f"{stem}.md").relative_to(guide.docs).as_posix())
        if language not in allowed:
            values = {"id": language, "known": ", ".join((guide.source_language, *allowed))}
            problems.append(Problem(relative(path, guide.root), 1, "unknown_id", values))
        elif not path.with_name(f"{stem}.md").exists():
            values = {"original": f"{stem}.md"}
            problems.append(Problem(relative(path, guide.root), 1, "translation_without_original", values))
    return problems
