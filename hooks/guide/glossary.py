"""The glossary (`docs/glossary.yml`): one word, one meaning, in every language of the site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, Field

from guide.problems import Problem
from guide.site import Guide
from guide.source import read_yaml, validate
from guide.texts import Localized, Record, SiteLanguage, Slug, Text, known

FILE = "glossary.yml"


def _with_suffix(name: str) -> str:
    return f"{name.removesuffix('.md')}.md"


class Term(Record):
    """A word and what it means. forms: as it stands in texts, by language; the first one in a text becomes a link.

    see: a page with more about it, as front matter names pages.
    """

    id: Slug
    name: Localized
    text: Localized
    forms: dict[SiteLanguage, tuple[Text, ...]] = Field(default_factory=dict)
    see: Annotated[str, known("page")] | None = None


class Group(Record):
    """Terms that belong together."""

    id: Slug
    name: Localized
    terms: tuple[Term, ...]


class Glossary(Record):
    """All terms by group. page: of the guide, on which they stand, as a path below docs."""

    page: Annotated[str, known("page"), AfterValidator(_with_suffix)]
    groups: tuple[Group, ...]

    @cached_property
    def terms(self) -> dict[str, Term]:
        """Every term by its id."""
        return {term.id: term for group in self.groups for term in group.terms}

    def group(self, identifier: str) -> Group | None:
        """A group by its id."""
        return next((group for group in self.groups if group.id == identifier), None)

    def forms(self, language: str) -> dict[str, tuple[str, str]]:
        """For the texts of a language: a form in small letters, the id of its term and what it means."""
        return {
            " ".join(form.casefold().split()): (term.id, term.text[language])
            for term in self.terms.values()
            for form in term.forms.get(language, ())
        }


def has_glossary(guide: Guide) -> bool:
    """Whether the guide has a glossary, with faults or without."""
    return (guide.docs / FILE).exists()


def read_glossary(guide: Guide, pages: frozenset[str], problems: list[Problem]) -> Glossary | None:
    """The glossary; None when the guide has none, or when it cannot be read. pages: those that `see` may name."""
    if not has_glossary(guide):
        return None
    path = guide.docs / FILE
    source = read_yaml(path, guide.root, problems)
    made = validate(Glossary, source, problems, guide.context(page=pages)) if source else None
    if made is None or source is None:
        return None
    for name, first, place in _twice(made):
        line = source.line("groups", *place)
        problems.append(Problem(source.file, line, "term_twice", {"name": name, "first": first}))
    return made


def _twice(glossary: Glossary) -> Iterator[tuple[str, str, tuple[int | str, ...]]]:
    """Ids and forms that stand there for the second time: the name, what had it first, and where it stands."""
    seen: dict[tuple[str, str], str] = {}
    groups = [group.id for group in glossary.groups]
    for number, group in enumerate(glossary.groups):
        if group.id in groups[:number]:
            yield group.id, group.id, (number, "id")
        for place, term in enumerate(group.terms):
            names = [("", term.id), *((code, form.casefold()) for code, forms in term.forms.items() for form in forms)]
            for name in names:
                if name in seen:
                    yield name[1], seen[name], (number, "terms", place)
                seen.setdefault(name, term.id)
