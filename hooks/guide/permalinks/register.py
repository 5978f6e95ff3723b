"""The register of every address ever published (`docs/permalinks.yml`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import yaml
from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from guide.permalinks.addresses import is_short, lasting, lettered, split
from guide.permalinks.built import Built
from guide.problems import Problem
from guide.site import Guide
from guide.source import Source, read_yaml, validate
from guide.texts import LanguageCode, Record

FILE = "permalinks.yml"


def _within(address: str) -> str:
    """Refuses what would lead out of the site: at an old address a file is written."""
    if ".." in address.partition("#")[0].split("/"):
        raise PydanticCustomError("form", "form", {"pattern": "map/pagina/"})
    return address


Address = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._][A-Za-z0-9._/-]*$"), AfterValidator(_within)]
Target = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9._][A-Za-z0-9._/-]*(#[A-Za-z0-9._-]+)?$"),
    AfterValidator(_within),
]


class Published(Record):
    """A page that was published.

    languages: of the site, in which it is there, with these anchors in each. home: the home languages of parents, with
    the anchors that the page has in each; they may be fewer.
    """

    languages: tuple[LanguageCode, ...] = ()
    anchors: tuple[str, ...] = ()
    home: dict[LanguageCode, tuple[str, ...]] = Field(default_factory=dict)

    def places(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The anchors of the page in every language that it has."""
        for language in self.languages:
            yield language, self.anchors
        yield from self.home.items()


class Register(Record):
    """pages: by address from the root, in the source language ("./" is the home page). files: those that last.

    short: short addresses with the page that they lead to, and aliases of them ("a/2/").
    moved: an old address, with or without #anchor, and where it went, see `guide.permalinks.moves`.
    """

    pages: dict[Address, Published] = Field(default_factory=dict)
    files: tuple[Address, ...] = ()
    short: dict[Address, Target] = Field(default_factory=dict)
    moved: dict[Target, Target] = Field(default_factory=dict)


def read_register(guide: Guide, problems: list[Problem]) -> tuple[Register, Source]:
    """The register; empty when the guide has none yet."""
    path = guide.docs / FILE
    source = read_yaml(path, guide.root, problems) if path.exists() else None
    if source is None:
        return Register(), Source(f"{guide.docs.name}/{FILE}", {}, {})
    return validate(Register, source, problems, guide.context()) or Register(), source


def registered(guide: Guide, built: Built, register: Register) -> Register:
    """The register with everything that the built site holds added; nothing that was in it goes.

    A recommendation has its number for an alias, which stays with it when the numbers change.
    """
    after = with_all_of(guide, built, register)
    letter, short = guide.vocabulary.kinds["recommendation"].letter, dict(after.short)
    for identifier, recommendation in guide.vocabulary.recommendations.items():
        if f"{letter}/{identifier}/" in short:
            short.setdefault(f"{letter}/{recommendation.number}/", f"{letter}/{identifier}/")
    return after.model_copy(update={"short": dict(sorted(short.items()))})


def with_all_of(guide: Guide, built: Built, register: Register) -> Register:
    """The register with what a built site holds and no more."""
    pages = {url: _Noted(page) for url, page in register.pages.items()}
    short = dict(register.short)
    for address, anchors in built.pages.items():
        if is_short(guide, address) and (about := lettered(guide, address)):
            short.setdefault(address, about.page)
            continue
        language, url = split(guide, address)
        pages.setdefault(url, _Noted()).add(language, anchors, home=language not in guide.languages)
    order = {code: number for number, code in enumerate((*guide.languages, *guide.vocabulary.languages))}
    return Register(
        pages={url: page.published(order) for url, page in sorted(pages.items())},
        files=tuple(sorted({uri for uri in built.files if lasting(uri)} | set(register.files))),
        short=dict(sorted(short.items())),
        moved=register.moved,
    )


class _Noted:
    """What is known of a page, to be added to."""

    def __init__(self, page: Published | None = None) -> None:
        self.languages, self.anchors = set(page.languages if page else ()), set(page.anchors if page else ())
        self.home = {code: set(anchors) for code, anchors in page.home.items()} if page else {}

    def add(self, language: str, anchors: frozenset[str], *, home: bool) -> None:
        if home:
            self.home.setdefault(language, set()).update(anchors)
        else:
            self.languages.add(language)
            self.anchors |= anchors

    def published(self, order: dict[str, int]) -> Published:
        codes = sorted(self.languages, key=lambda code: order[code])
        home = {code: tuple(sorted(self.home[code])) for code in sorted(self.home)}
        return Published(languages=tuple(codes), anchors=tuple(sorted(self.anchors)), home=home)


def write(guide: Guide, register: Register) -> None:
    """Write the register back, with its explanation at the top."""
    head = guide.editor_strings["permalinks.head"].strip().splitlines()
    data = register.model_dump(mode="json")
    data["pages"] = {url: {key: one for key, one in page.items() if one} for url, page in data["pages"].items()}
    lines = {key: data.pop(key) for key in ("files", "short", "moved")}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=116, default_flow_style=None)
    text += yaml.safe_dump(lines, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=False)
    (guide.docs / FILE).write_text("".join(f"# {line}\n" for line in head) + text, "utf-8")
