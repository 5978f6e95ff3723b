"""The parts of a written page that others may point at: its headings, its steps, and what it says of research."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import lxml.html

from guide.catalogue import Catalogue
from guide.content.html import html
from guide.content.read import WrittenPage
from guide.markdown import CERTAINTIES
from guide.open_data.shape import Evidence, Place
from guide.site import Guide

# "1 · Invite in your own voice": the number that begins the heading of a step.
_STEP = re.compile(r"(\d+)\s*[·.:)–—-]\s+(\S.*)")
_SPACES = re.compile("[ \t\r\n]+")  # not those that keep two words together
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class Title:
    """A heading. id: its anchor."""

    id: str
    text: str


@dataclass(frozen=True)
class Research:
    """A box of research. below: the anchor of the heading above it, "" when it stands above all of them."""

    certainty: str
    title: str
    below: str


@dataclass(frozen=True)
class Outline:
    """The headings and the boxes of research of a page, in their order."""

    headings: tuple[Title, ...]
    research: tuple[Research, ...]

    @property
    def steps(self) -> tuple[Title, ...]:
        """The first headings that are numbered 1, 2, 3 …, without their number; a guide may name them as it likes."""
        found: list[Title] = []
        for heading in self.headings:
            match = _STEP.fullmatch(heading.text)
            if match and int(match[1]) == len(found) + 1:
                found.append(Title(heading.id, match[2]))
            elif match and found:
                break  # numbers of something else
        return tuple(found)


def outline(page: WrittenPage) -> Outline:
    """The outline of a page in its language."""
    return _outline(page.source.body, page.language)


@lru_cache(maxsize=1000)
def _outline(body: str, language: str) -> Outline:
    headings: list[Title] = []
    research: list[Research] = []
    parser = lxml.html.HTMLParser(remove_comments=True)
    for element in lxml.html.fragment_fromstring(html(body, language), create_parent="div", parser=parser).iter():
        if element.tag in _HEADINGS and element.get("id"):
            headings.append(Title(element.get("id"), _text(element)))
        elif element.tag == "aside" and "box--research" in element.get("class", "").split():
            certainty = next(one for one in CERTAINTIES if element.find_class(f"certainty--{one}"))
            title = next(iter(element.find_class("box__title") or element.find_class("box__label")))
            research.append(Research(certainty, _text(title), headings[-1].id if headings else ""))
    return Outline(tuple(headings), tuple(research))


def _text(element: lxml.html.HtmlElement) -> str:
    return _SPACES.sub(" ", element.text_content()).strip(" ")


def sections(catalogue: Catalogue, uri: str) -> tuple[Place, ...]:
    """The headings of a page in every language that it has."""
    return _places(catalogue, uri, {code: outline(page).headings for code, page in catalogue.pages[uri].items()})


def steps(catalogue: Catalogue, uri: str) -> tuple[Place, ...]:
    """The numbered steps of a page in every language that it has."""
    return _places(catalogue, uri, {code: outline(page).steps for code, page in catalogue.pages[uri].items()})


def _places(catalogue: Catalogue, uri: str, found: Mapping[str, tuple[Title, ...]]) -> tuple[Place, ...]:
    """What the source language has; of an outdated translation, what it has of that."""
    guide = catalogue.guide
    known = {code: {one.id: one.text for one in titles} for code, titles in found.items()}
    return tuple(
        Place(
            id=one.id,
            title={code: titles[one.id] for code, titles in known.items() if one.id in titles},
            page={code: _at(guide, uri, code, one.id) for code, titles in known.items() if one.id in titles},
        )
        for one in found[guide.source_language]
    )


def evidence(catalogue: Catalogue, uri: str) -> tuple[Evidence, ...]:
    """What a page says of research, in every language that says it in the same places."""
    guide, pages = catalogue.guide, catalogue.pages[uri]
    boxes = {code: outline(page).research for code, page in pages.items()}
    source = boxes[guide.source_language]
    same = [code for code, found in boxes.items() if list(map(_place, found)) == list(map(_place, source))]
    return tuple(
        Evidence(
            certainty=box.certainty,
            title={code: boxes[code][number].title for code in same},
            page={code: _at(guide, uri, code, box.below) for code in same},
        )
        for number, box in enumerate(source)
    )


def _place(box: Research) -> tuple[str, str]:
    return box.below, box.certainty


def _at(guide: Guide, uri: str, language: str, anchor: str) -> str:
    return guide.absolute(guide.page_url(uri, language)) + (f"#{anchor}" if anchor else "")
