"""Names that keep their own language in every text: institutions, titles of books and instruments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from guide import partners
from guide.catalogue import Catalogue
from guide.writing.passages import Passage
from guide.writing.rules import read_names
from guide.writing.texts import written

_NOTE = re.compile(r"\s*\(.*")


class Names:
    """Names by which a passage is not judged: neither its spelling nor its language."""

    def __init__(self, names: Iterable[str]) -> None:
        longest = sorted(set(names), key=lambda name: (-len(name), name))  # a name before one that it begins with
        parts = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
        self._pattern = re.compile(rf"(?<!\w)(?:{parts})(?!\w)") if parts else None

    def without(self, passage: Passage) -> Passage:
        """The passage with a comma for each name; its ends of lines stay where they were."""
        if self._pattern is None:
            return passage
        return replace(passage, text=self._pattern.sub(lambda found: "," + "\n" * found[0].count("\n"), passage.text))

    def found_in(self, text: str) -> set[str]:
        """The names that stand in a text, each with single spaces."""
        return {" ".join(one.split()) for one in self._pattern.findall(text)} if self._pattern else set()


def names_of(catalogue: Catalogue) -> Names:
    """The names of `writing.yml` and those of the organisations among the partners, as they call themselves."""
    source = catalogue.guide.source_language
    listed = (one for one in partners.read_all(catalogue.guide)[0] if one.counts)
    own = (name for one in listed for name in (_NOTE.sub("", one.name[source]), *one.former_names))
    return Names([*read_names(catalogue.guide), *own])


def unused_names(catalogue: Catalogue) -> list[str]:
    """Names of `writing.yml` that stand in no translation."""
    guide = catalogue.guide
    wanted = {*guide.vocabulary.languages, *guide.languages} - {guide.source_language}
    listed = read_names(guide)
    names, used = Names(listed), set[str]()
    for one in written(catalogue, wanted):
        for passage in one.passages:
            used |= names.found_in(passage.text)
    return [name for name in listed if name not in used]
