"""The text of a page, part by part, as the search reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement, defs

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Their text belongs to the word beside them; every other element stands apart.
_INLINE = (defs.phrase_tags | defs.font_style_tags | defs.special_inline_tags | {"bdi", "mark", "time", "wbr"}) - {"br"}
# What a reader does not read, and lists that lead to pages which are found themselves.
_SKIPPED = frozenset({"script", "style", "template", "svg", "object", "iframe"}) | (
    defs.form_tags - {"fieldset", "form", "label", "legend"}
)
_HIDDEN = frozenset({"hidden", "data-search-exclude"})
_SKIPPED_CLASSES = frozenset(
    {"headerlink", "visually-hidden", "cards", "cards-more"}
    | {"sources", "partner-sources", "partner-members", "ws-files", "ws-languages"}
)


@dataclass(frozen=True)
class Section:
    """A heading with what follows it. id: of the heading; "" for what stands before the first one. Plain text."""

    id: str
    title: str
    text: str


def sections(content: str) -> list[Section]:
    """The sections of the HTML of a page. `data-search-exclude` on an element leaves it out."""
    if not content.strip():
        return [Section("", "", "")]
    root = html.fragment_fromstring(content, create_parent="div")
    made: list[tuple[str, str, list[str]]] = [("", "", [])]
    for piece in _pieces(root):
        if isinstance(piece, str):
            made[-1][2].append(piece)
        else:
            made.append((piece.get("id", ""), _plain("".join(_strings(piece))), []))
    return [Section(identifier, title, _plain("".join(pieces))) for identifier, title, pieces in made]


def _pieces(element: HtmlElement) -> Iterator[str | HtmlElement]:
    """The text in its order, and each heading that has an id as a whole."""
    yield element.text or ""
    for child in element:
        if _read(child):
            if child.tag in HEADINGS and child.get("id"):
                yield child
            else:
                apart = "" if child.tag in _INLINE else " "
                yield apart
                yield from _pieces(child)
                yield apart
        yield child.tail or ""


def _strings(element: HtmlElement) -> Iterator[str]:
    return (piece for piece in _pieces(element) if isinstance(piece, str))


def _read(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or not _HIDDEN.isdisjoint(element.attrib):
        return False
    return _SKIPPED_CLASSES.isdisjoint(element.get("class", "").split())


def _plain(text: str) -> str:
    return " ".join(text.split())
