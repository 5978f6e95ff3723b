"""Every text that visitors read, wherever it is written, by file and language."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.catalogue import Catalogue
from guide.changes.model import FILE as CHANGES
from guide.content.figures import folder as figures
from guide.glossary import FILE as GLOSSARY
from guide.source import Source, read_yaml
from guide.worksheets.read import read_sheets
from guide.writing.passages import Passage, of_data, of_markdown

_NO_TEXT = {
    "page": frozenset({"sources", "translation", "facts"}),
    "worksheet": frozenset({"translation", "facts"}),
    "partner": frozenset({"name", "former_names", "search_terms", "contact", "sources", "facts"}),
    "list": frozenset({"native", "locale", "facts", "from", "version", "date"}),
}
"""Keys whose values are no running text, by what a file is."""


@dataclass(frozen=True)
class Written:
    """The passages of a file in one language. kind: "page", "worksheet", "partner" or "list".

    A list is a file with the words of pages in every language: vocabulary, glossary, changes, words of a drawing.
    """

    file: str
    language: str
    kind: str
    passages: tuple[Passage, ...]


def written(catalogue: Catalogue, wanted: Collection[str]) -> Iterator[Written]:
    """What is written in the languages that are asked for. Files that cannot be read are left out."""
    guide = catalogue.guide
    for pages in catalogue.pages.values():
        for language in (one for one in pages if one in wanted):
            page = pages[language].source
            front = _in_language(catalogue, page, language, "page")
            yield Written(page.file, language, "page", (*of_markdown(page), *front))
    sheets = read_sheets(guide)[0]
    for path in sorted((guide.docs / catalogue.folder("worksheet")).glob("*/*.yml")):
        _, _, code = path.stem.rpartition(".")
        language = code if code in guide.vocabulary.languages else guide.source_language
        sheet = sheets.get(path.parent.name)
        made = sheet.translations.get(language) if sheet else None
        if made and made.state == "draft":
            continue  # nobody is shown it yet
        if language in wanted and (source := read_yaml(path, guide.root, [])):
            yield Written(source.file, language, "worksheet", _in_language(catalogue, source, language, "worksheet"))
    lists = [guide.docs / name for name in ("vocabulary.yml", GLOSSARY, CHANGES)]
    lists += sorted(figures(guide).glob("*.yml"))
    partners = sorted((guide.docs / catalogue.folder("partner")).glob("*.yml"))
    yield from _localized(catalogue, [path for path in lists if path.exists()], "list", wanted)
    yield from _localized(catalogue, partners, "partner", wanted)


def _localized(catalogue: Catalogue, paths: list[Path], kind: str, wanted: Collection[str]) -> Iterator[Written]:
    """Files that hold every language of the site."""
    guide = catalogue.guide
    for path in paths:
        if source := read_yaml(path, guide.root, []):
            for language in (one for one in guide.languages if one in wanted):
                yield Written(source.file, language, kind, _in_language(catalogue, source, language, kind))


def _in_language(catalogue: Catalogue, source: Source, language: str, kind: str) -> tuple[Passage, ...]:
    guide = catalogue.guide
    own = guide.source_language if kind in ("list", "partner") else language
    found = of_data(source, own, guide.vocabulary.languages)
    return tuple(passage for keys, code, passage in found if code == language and not _NO_TEXT[kind] & {*keys})
