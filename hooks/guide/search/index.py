"""The search index of one language, and the settings that the theme's search box reads on every page.

The settings are small; the index itself is fetched when somebody searches.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guide import worksheets
from guide.catalogue import Catalogue
from guide.glossary import Term
from guide.partners.model import Partner
from guide.partners.read import Directory, read_directory
from guide.search.sections import Section
from guide.strings import load

SETTINGS = "search/search_index.json"  # the theme fetches this name on every page
INDEX = "search/pages.json"
TERM = "term"
LONG = 4000  # characters of a section that are searched
LISTED = 400  # of one on a page that mostly leads to others

# The languages for which the theme brings a stemmer; in others a word is found as it is written.
STEMMERS = frozenset({"ar", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv", "tr"})


@dataclass(frozen=True)
class Shown:
    """A page of the site. kind: of the vocabulary, or "page". lists: whether it mostly leads to other pages."""

    title: str
    description: str
    kind: str
    lists: bool
    sections: tuple[Section, ...]


def search_files(catalogue: Catalogue, language: str, shown: Mapping[str, Shown], separator: str) -> dict[str, str]:
    """The files of the search by their address in the folder of the language.

    shown: the pages by their address from the site's root. separator: how the theme tells words apart, as a regular
    expression; it marks what was searched on the page that was found.
    """
    guide, words = catalogue.guide, load(language)
    prefix = guide.prefix(language)
    known = _Known(catalogue, language)
    entries = [
        entry
        for url, page in sorted(shown.items())
        if page.title and url.startswith(prefix)
        for entry in known.entries(url.removeprefix(prefix), page)
    ]
    kinds = {kind: words[f"site.{kind}"] for kind in [*guide.vocabulary.kinds, "page"]} | {TERM: words["search.term"]}
    stemmer = language if language in STEMMERS else ""
    config = {"lang": [language], "separator": separator, "index": prefix + INDEX, "stemmer": stemmer}
    return {SETTINGS: _json({"config": config, "docs": []}), INDEX: _json({"kinds": kinds, "docs": entries})}


class _Known:
    """What the guide knows of its pages, in one language; addresses are those in the folder of the language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.catalogue, self.guide, self.language = catalogue, catalogue.guide, language
        self.glossary = catalogue.glossary
        self.directory: Directory = read_directory(catalogue.guide)[0]

    def entries(self, url: str, page: Shown) -> Iterator[dict[str, Any]]:
        """A page and its sections. The page has a kind; of the others only a term of the glossary has."""
        longest = LISTED if page.lists else LONG
        first, *rest = page.sections
        partner = self.partners.get(url)
        whole = {"location": url, "title": page.title, "lead": page.description, "text": first.text[:longest]}
        whole |= {"kind": page.kind, "words": " ".join(self.words[url])} if url in self.words else {"kind": page.kind}
        flags = {"lists": page.lists, "role": partner is not None and partner.kind == "generic"}
        yield whole | {name: True for name, value in flags.items() if value}
        here = self.glossary if self.glossary and url == self._url(self.glossary.page) else None
        for section in rest:
            group = here.group(section.id) if here else None
            text = "" if group else section.text[:longest]
            yield {"location": f"{url}#{section.id}", "title": section.title, "text": text}
            yield from (self._term(term, url) for term in (group.terms if group else ()))

    def _term(self, term: Term, url: str) -> dict[str, Any]:
        names = [name for code, name in sorted(term.name.items()) if code != self.language]
        words = " ".join([*term.forms.get(self.language, ()), *names])
        title, text = term.name[self.language], term.text[self.language]
        return {"location": f"{url}#{term.id}", "title": title, "text": text, "kind": TERM, "words": words}

    @cached_property
    def partners(self) -> dict[str, Partner]:
        folder = self.catalogue.folder("partner")
        return {self._url(f"{folder}/{partner.id}.md"): partner for partner in self.directory.partners}

    @cached_property
    def words(self) -> dict[str, list[str]]:
        """By page the words for which it is looked up and that need not stand on it, each once."""
        found: dict[str, dict[str, None]] = {}

        def add(url: str, *words: str) -> None:
            found.setdefault(url, {}).update(dict.fromkeys(words))

        for term in self.glossary.terms.values() if self.glossary else ():
            if term.see:
                page = self._url(f"{term.see.removesuffix('.md')}.md")
                add(page, term.name[self.language], *term.forms.get(self.language, ()), *term.name.values())
        for url, partner in self.partners.items():
            names = [name for code, name in sorted(partner.name.items()) if code != self.language]
            add(url, *partner.search_terms, *partner.former_names, *names)
        for slug, sheet in worksheets.read_all(self.guide)[0].items():
            method = self.catalogue.page(f"{sheet.source.method}.md", self.language)
            if method:
                add(self._url(f"{self.catalogue.folder('worksheet')}/{slug}.md"), method.front.title)
        return {url: list(words) for url, words in found.items()}

    def _url(self, uri: str) -> str:
        return self.guide.page_url(uri, self.guide.source_language)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
