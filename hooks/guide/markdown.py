"""The boxes, figures and lists that editors write between `///` lines, as a Markdown extension.

A box prints its own label in words, in the language of the page. A figure or list becomes a placeholder, which the
site builder fills from data (`guide.content.lists`), because a Markdown extension knows no other page.
"""

from __future__ import annotations

from typing import Any, ClassVar
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_string_in

from guide.pages import island_name
from guide.strings import Strings, load

CERTAINTIES = ("strong", "promising", "thin", "open")
BOXES = ("research", "practice", "proposal", "tip", "pitfall", "read", "tomorrow")
LISTS = (
    "in-short", "recommendations", "methods", "worksheets", "worksheets-parents", "worksheets-team", "cases",
    "partners", "partner-search", "related", "sources", "worksheet-search",
    "worksheets-for", "worksheet-bundles", "block-types", "sheet-keys", "pictograms",
)  # fmt: skip
LISTS_OF = ("worksheets-for",)
"""Lists that need the id of what they are for."""


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


class GuideExtension(BlocksExtension):  # type: ignore[misc]
    """Registers the blocks. language: that of the interface words."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"language": ["nl", "language of the labels"]}
        super().__init__(**kwargs)

    def extendMarkdownBlocks(self, md: Any, block_mgr: Any) -> None:  # noqa: N802 - the library's name
        """Called by pymdownx."""
        for name in BOXES:
            block_mgr.register(type(name.title(), (Box,), {"NAME": name}), self.getConfigs())
        block_mgr.register(FigureBlock, self.getConfigs())
        block_mgr.register(ListBlock, self.getConfigs())
        md.treeprocessors.register(BoldBeginnings(md), "begins-bold", 10)  # 20 is what makes bold words


def makeExtension(**kwargs: Any) -> GuideExtension:  # noqa: N802 - the name that Markdown looks for
    """The extension, as Markdown loads it."""
    return GuideExtension(**kwargs)
