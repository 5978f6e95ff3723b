"""The guide as a whole: where it stands, its languages and its addresses."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guide.problems import Problem, ProblemsError
from guide.strings import Strings, load
from guide.vocabulary import SETTINGS, Vocabulary, line_in_settings, read_vocabulary

_ADDRESS = re.compile(r"https?://[^\s/<>\"']+(/[^\s<>\"'?#]*)?$")


@dataclass(frozen=True)
class Guide:
    """One guide.

    root: the project. docs: what editors write. languages: those of the site, the source language first.
    site_url: the site's own address, ending in a slash. cache: folder for what is expensive to make.
    """

    root: Path
    docs: Path
    languages: tuple[str, ...]
    site_url: str
    vocabulary: Vocabulary
    cache: Path = field(compare=False)

    @property
    def source_language(self) -> str:
        """The language that all others translate."""
        return self.languages[0]

    @property
    def editor_strings(self) -> Strings:
        """The words for messages to editors."""
        return load(self.source_language)

    def context(self, **more: Any) -> dict[str, Any]:
        """The validation context of the models; `more` adds sets of ids by kind."""
        return self.vocabulary.context(self.languages, **more)

    def prefix(self, language: str) -> str:
        """The folder of a language: "" for the source language, else "fr/"."""
        return "" if language == self.source_language else f"{language}/"

    def page_url(self, uri: str, language: str) -> str:
        """The address of a page of docs, from the site's root: ("visie/index.md", "fr") → "fr/visie/"."""
        stem = uri.removesuffix(".md")
        folder = "" if stem == "index" else stem.removesuffix("/index") + "/"
        return self.prefix(language) + folder

    def absolute(self, url: str) -> str:
        """The whole address of one from the site's root, as print and cards need it."""
        return self.site_url + url

    def source_file(self, uri: str, language: str) -> Path:
        """The Markdown file of a page in a language: visie/index.md or visie/index.fr.md."""
        stem = uri.removesuffix(".md")
        suffix = "" if language == self.source_language else f".{language}"
        return self.docs / f"{stem}{suffix}.md"


def relative_url(target: str, page: str) -> str:
    """The link from a page to a target, both from the site's root; keeps a final slash and a fragment."""
    path, mark, fragment = target.partition("#")
    link = posixpath.relpath(path or ".", page or ".")
    return link + ("/" if path.endswith("/") or not path else "") + mark + fragment


def open_guide(root: Path, docs: Path, languages: tuple[str, ...], site_url: str) -> Guide:
    """The guide of a folder. ProblemsError when its vocabulary cannot be read, or its own address is none."""
    vocabulary = read_vocabulary(docs, root, languages)
    if not _ADDRESS.match(site_url):
        values = {"value": site_url.strip("/") or "–", "settings": SETTINGS}
        problem = Problem(SETTINGS, line_in_settings(root, "site_url:"), "site_url", values)
        raise ProblemsError([problem], load(languages[0]))
    return Guide(root, docs, languages, site_url.rstrip("/") + "/", vocabulary, root / ".cache")
