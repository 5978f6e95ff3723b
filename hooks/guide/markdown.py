"""The boxes, figures and lists that editors write between `///` lines, as a Markdown extension.

A box prints its own label in words, in the language of the page. A figure or list becomes a placeholder, which the
site builder fills from data (`guide.content.lists`), because a Markdown extension knows no other page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any, ClassVar
from xml.etree import ElementTree

from markdown.extensions.toc import render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_string_in

from guide.pages import island_name
from guide.strings import Strings, load

TERM = "term:"
"""Begins the address of a link to a term, until the site builder knows where the glossary stands."""
CERTAINTIES = ("strong", "promising", "thin", "open")
BOXES = ("research", "practice", "proposal", "tip", "pitfall", "read", "tomorrow")
LISTS = (
    "in-short", "recommendations", "methods", "worksheets", "worksheets-parents", "worksheets-team", "cases",
    "partners", "partner-search", "partner-picks", "partner-data", "related", "sources", "worksheet-search",
    "method-search", "worksheets-for", "worksheet-bundles", "parents-sheets", "block-types", "sheet-keys",
    "pictograms", "glossary", "translations", "open-data", "changes", "changes-moved",
    "changes-feed",
    "open-data-example",
)  # fmt: skip
LISTS_OF = ("worksheets-for", "glossary")
"""Lists that need the id of what they are for."""
_FIGURE = re.compile(r"^ {0,3}/{3,} *figure *\| *([\w-]+) *$", re.MULTILINE)
_LIST = re.compile(r"^ {0,3}/{3,} *list *\| *([\w-]+) *([^\n]*?) *$", re.MULTILINE)


def lists_in(body: str) -> list[tuple[str, str]]:
    """The lists that a text asks for, written as Markdown takes them: the name, and what the list is of or ""."""
    return _LIST.findall(body)


def figures_in(body: str) -> list[str]:
    """The drawings that a text asks for."""
    return _FIGURE.findall(body)


class Box(Block):  # type: ignore[misc]
    """`/// research | Title`: a labelled box. `certainty` only says something in a research box."""

    ARGUMENT = None
    OPTIONS: ClassVar = {"certainty": ["", type_string_in(["", *CERTAINTIES], insensitive=False)]}

    def on_validate(self, parent: ElementTree.Element) -> bool:
        """A box of research says how sure it is; no other box does."""
        return bool(self.options["certainty"]) == bool(self.NAME == "research")

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """The box, its label and its title."""
        words: Strings = load(self.config["language"])
        box = ElementTree.SubElement(parent, "aside", {"class": f"box box--{self.NAME}"})
        label = ElementTree.SubElement(box, "p", {"class": "box__label"})
        ElementTree.SubElement(label, "span", {"class": f"icon icon--{self.NAME}", "aria-hidden": "true"})
        ElementTree.SubElement(label, "span").text = words.text(f"box.{self.NAME}")
        if self.argument:
            ElementTree.SubElement(box, "p", {"class": "box__title"}).text = self.argument
        if certainty := self.options["certainty"]:
            scale = ElementTree.SubElement(box, "p", {"class": f"certainty certainty--{certainty}"})
            steps = ElementTree.SubElement(scale, "span", {"class": "certainty__steps", "aria-hidden": "true"})
            for _ in CERTAINTIES[:-1]:
                ElementTree.SubElement(steps, "span")
            words_for = words.text("box.certainty", word=words.text(f"box.certainties.{certainty}"))
            ElementTree.SubElement(scale, "span").text = words_for
            ElementTree.SubElement(scale, "div", {"data-island": island_name("about", "certainty")})
        return ElementTree.SubElement(box, "div", {"class": "box__body"})


class _Placeholder(Block):  # type: ignore[misc]
    ARGUMENT = True

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """The element that the site builder replaces."""
        return ElementTree.SubElement(parent, "div", {"data-island": island_name(self.NAME, self.argument)})


class FigureBlock(_Placeholder):
    """`/// figure | id`: a drawing of docs/figuren."""

    NAME = "figure"


class ListBlock(_Placeholder):
    """`/// list | methods`: cards made from data."""

    NAME = "list"

    def on_validate(self, parent: ElementTree.Element) -> bool:
        """Only the lists that exist; a list of a kind is asked for with its name: `worksheets-for pupil`."""
        name, _, of = self.argument.partition(" ")
        return name in LISTS and bool(of) == (name in LISTS_OF)


class BoldBeginnings(Treeprocessor):  # type: ignore[misc]
    """Marks a paragraph that begins with bold words, which no style sheet can see for itself."""

    def run(self, root: ElementTree.Element) -> None:
        """Called by Markdown, after bold words became elements."""
        for paragraph in root.iter("p"):
            if len(paragraph) and paragraph[0].tag == "strong" and not (paragraph.text or "").strip():
                paragraph.set("class", f"{paragraph.get('class', '')} begins-bold".strip())


class HeadingLinks(Treeprocessor):  # type: ignore[misc]
    """Names the link at each heading after it, and keeps that name out of the name of the heading.

    named: the name, with {title} for the heading.
    """

    def __init__(self, md: Any, named: str) -> None:
        super().__init__(md)
        self.named = named

    def run(self, root: ElementTree.Element) -> None:
        """Called by Markdown, after the links are there."""
        for heading in root.iter():
            if not re.fullmatch(r"h[1-6]", str(heading.tag)):
                continue
            link = next((one for one in heading if one.get("class") == "headerlink"), None)
            if link is not None:
                heading.remove(link)
                title = html.unescape(strip_tags(render_inner_html(heading, self.md)))
                heading.append(link)
                heading.set("aria-label", title)
                link.set("aria-label", self.named.replace("{title}", title))
                link.attrib.pop("title", None)  # a screen reader would say nearly the same twice


class Terms(Treeprocessor):  # type: ignore[misc]
    """Makes the first use of each term in the running text a link to the glossary, with its meaning as title."""

    NOT_IN = frozenset({"a", "code", "pre", "th", "h1", "h2", "h3", "h4", "h5", "h6", "em", "button"})
    NOT_OF = frozenset({"box__label", "box__title", "certainty"})

    def __init__(self, md: Any, forms: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(md)
        self.forms = forms
        longest = sorted(forms, key=len, reverse=True)
        # A form of more words may be broken over two lines of a paragraph.
        words = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest)
        self.pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

    def run(self, root: ElementTree.Element) -> None:
        """Called by Markdown, when links are elements already."""
        self._inside(root, set())

    def _inside(self, element: ElementTree.Element, used: set[str]) -> None:
        if element.tag in self.NOT_IN or self.NOT_OF & set(element.get("class", "").split()):
            return
        before: ElementTree.Element | None = None
        for child in [None, *element]:
            if child is not None:
                self._inside(child, used)
                before = child
            text = element.text if child is None else child.tail
            while text and (found := self._first(text, used)):
                identifier, meaning = self.forms[_form(found[0])]
                used.add(identifier)
                link = ElementTree.Element("a", {"class": "term", "href": f"{TERM}{identifier}", "title": meaning})
                link.text, link.tail = found[0], text[found.end() :]
                self._put(element, before, text[: found.start()])
                element.insert(0 if before is None else list(element).index(before) + 1, link)
                before, text = link, link.tail

    def _first(self, text: str, used: set[str]) -> re.Match[str] | None:
        # A pattern without capitals finds İ for i, which is no form in small letters.
        known = (one for one in self.pattern.finditer(text) if _form(one[0]) in self.forms)
        return next((one for one in known if self.forms[_form(one[0])][0] not in used), None)

    @staticmethod
    def _put(element: ElementTree.Element, before: ElementTree.Element | None, text: str) -> None:
        if before is None:
            element.text = text
        else:
            before.tail = text


def _form(text: str) -> str:
    """What stands in a text as `Glossary.forms` names it."""
    return " ".join(text.casefold().split())


class GuideExtension(BlocksExtension):  # type: ignore[misc]
    """Registers the blocks. language: that of the interface words. terms: as `Glossary.forms` gives them.

    heading_link: the name of the link at a heading, with {title}; without it, it keeps the one of the toc extension.
    """

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "language": ["nl", "language of the labels"],
            "terms": [{}, "forms of terms in small letters, with the term and what it means"],
            "heading_link": ["", "name of the link at a heading"],
        }
        super().__init__(**kwargs)

    def extendMarkdownBlocks(self, md: Any, block_mgr: Any) -> None:  # noqa: N802 - the library's name
        """Called by pymdownx."""
        for name in BOXES:
            block_mgr.register(type(name.title(), (Box,), {"NAME": name}), self.getConfigs())
        block_mgr.register(FigureBlock, self.getConfigs())
        block_mgr.register(ListBlock, self.getConfigs())
        md.treeprocessors.register(BoldBeginnings(md), "begins-bold", 10)  # 20 is what makes bold words
        if forms := self.getConfig("terms"):
            md.treeprocessors.register(Terms(md, forms), "terms", 5)
        if named := self.getConfig("heading_link"):
            md.treeprocessors.register(HeadingLinks(md, named), "heading-links", 4)  # 5 is what makes the links


def makeExtension(**kwargs: Any) -> GuideExtension:  # noqa: N802 - the name that Markdown looks for
    """The extension, as Markdown loads it."""
    return GuideExtension(**kwargs)
