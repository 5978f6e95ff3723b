"""The register of every address ever published (`docs/permalinks.yml`), and its check against a built site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, StringConstraints

from guide.partners.addresses import data_folder
from guide.problems import Problem
from guide.site import Guide
from guide.source import Source, read_yaml, validate
from guide.texts import LanguageCode, Record

FILE = "permalinks.yml"
_ANCHOR = re.compile(r"<(?:h[1-6]|figure|section|header|dt|li)\b[^>]*?\sid=\"?([^_\"\s>][^\"\s>]*)")
_HOME = "./"

Address = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._][A-Za-z0-9._/-]*$")]
Target = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._][A-Za-z0-9._/-]*(#[A-Za-z0-9._-]+)?$")]


class Published(Record):
    """A page that was published: in which languages, and with which anchors in each of them."""

    languages: tuple[LanguageCode, ...]
    anchors: tuple[str, ...] = ()


class Register(Record):
    """pages: by address from the root, in the source language ("./" is the home page). files: PDFs, open data.

    short: short addresses with the page that they lead to, and aliases of them ("a/2/").
    moved: an old address, with or without #anchor, and where it went.
    """

    pages: dict[Address, Published] = Field(default_factory=dict)
    files: tuple[Address, ...] = ()
    short: dict[Address, Target] = Field(default_factory=dict)
    moved: dict[Target, Target] = Field(default_factory=dict)


@dataclass(frozen=True)
class Built:
    """What a site holds. pages: the anchors of each page, by its address from the root. files: everything else."""

    pages: Mapping[str, frozenset[str]]
    files: frozenset[str]

    def has(self, target: str) -> bool:
        """True when the address, and its anchor if it has one, is there."""
        path, _, anchor = target.partition("#")
        if path in self.pages:
            return not anchor or anchor in self.pages[path]
        return not anchor and path in self.files


def scan(site: Path) -> Built:
    """Read a built site from its folder."""
    pages, files = {}, set()
    for path in sorted(site.rglob("*")):
        if path.is_dir():
            continue
        uri = path.relative_to(site).as_posix()
        if path.name == "index.html":
            anchors = frozenset(_ANCHOR.findall(path.read_text("utf-8")))
            pages[uri.removesuffix("index.html") or _HOME] = anchors
        else:
            files.add(uri)
    return Built(pages, frozenset(files))


def read_register(guide: Guide, problems: list[Problem]) -> tuple[Register, Source]:
    """The register; empty when the guide has none yet."""
    path = guide.docs / FILE
    source = read_yaml(path, guide.root, problems) if path.exists() else None
    if source is None:
        return Register(), Source(f"{guide.docs.name}/{FILE}", {}, {})
    return validate(Register, source, problems, guide.context()) or Register(), source


def check(guide: Guide, built: Built, problems: list[Problem]) -> None:
    """Add a problem for every published address that is gone, and every successor that is not there."""
    register, source = read_register(guide, problems)
    moved = dict(register.moved)

    def expect(address: str, place: tuple[str | int, ...]) -> None:
        page = address.partition("#")[0]
        if not built.has(address) and address not in moved and page not in moved:
            values = {"address": address, "register": source.file}
            problems.append(Problem(source.file, source.line(*place), "address_gone", values))

    for url, page in register.pages.items():
        for language in page.languages:
            address = (guide.prefix(language) + url.removeprefix(_HOME)) or _HOME
            before = len(problems)
            expect(address, ("pages", url))
            if len(problems) == before:
                for anchor in page.anchors:
                    expect(f"{address}#{anchor}", ("pages", url))
    for number, uri in enumerate(register.files):
        expect(uri, ("files", number))
    for url in register.short:
        expect(url, ("short", url))
    for old, new in moved.items():
        if not built.has(new):
            problems.append(Problem(source.file, source.line("moved", old), "successor_gone", {"old": old, "new": new}))


def registered(guide: Guide, built: Built, register: Register) -> Register:
    """The register with everything that the built site holds added; nothing that was in it goes."""
    folders = {kind.letter: kind.folder for kind in guide.vocabulary.kinds.values()}
    pages = {url: (set(page.languages), set(page.anchors)) for url, page in register.pages.items()}
    short = dict(register.short)
    for address, anchors in built.pages.items():
        letter, _, rest = address.partition("/")
        if letter in folders:
            short.setdefault(address, f"{folders[letter]}/{rest.partition('/')[0]}/")
            continue
        language = next((code for code in guide.languages[1:] if address.startswith(f"{code}/")), guide.source_language)
        url = address.removeprefix(guide.prefix(language)) or _HOME
        languages, known = pages.setdefault(url, (set(), set(anchors)))
        languages.add(language)
        known |= anchors
    letter = guide.vocabulary.kinds["recommendation"].letter
    for identifier, recommendation in guide.vocabulary.recommendations.items():
        if f"{letter}/{identifier}/" in short:
            short.setdefault(f"{letter}/{recommendation.number}/", f"{letter}/{identifier}/")
    order = {code: number for number, code in enumerate(guide.languages)}
    made = {
        url: Published(
            languages=tuple(sorted(languages, key=lambda code: order.get(code, 99))), anchors=tuple(sorted(anchors))
        )
        for url, (languages, anchors) in sorted(pages.items())
    }
    data = data_folder(guide)  # the other formats are read by the site's own pages only
    lasting = {uri for uri in built.files if Path(uri).suffix in {".pdf", ".docx"} or uri.startswith(data)}
    files = lasting | set(register.files)
    return Register(pages=made, files=tuple(sorted(files)), short=dict(sorted(short.items())), moved=register.moved)


def write(guide: Guide, register: Register) -> None:
    """Write the register back, with its explanation at the top."""
    head = guide.editor_strings["permalinks.head"].strip().splitlines()
    data = register.model_dump(mode="json")
    lines = {key: data.pop(key) for key in ("files", "short", "moved")}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=116, default_flow_style=None)
    text += yaml.safe_dump(lines, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=False)
    (guide.docs / FILE).write_text("".join(f"# {line}\n" for line in head) + text, "utf-8")
