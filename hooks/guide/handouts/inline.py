"""Bold, italic and links of a text, as plain data: no letter of a text becomes a command of Typst."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

_SPACES = re.compile("[ \t\r\n]+")  # not those that keep two words together


@dataclass(frozen=True)
class Run:
    """Letters that look alike. link: the address as the page writes it; "" for none."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Runs = tuple[Run, ...]


def runs(nodes: Iterable[Any]) -> Runs:
    """The text of HTML nodes: elements, which count with what they hold, and strings."""
    found: list[Run] = []
    for run in _runs(nodes, Run("")):
        text = _SPACES.sub(" ", run.text)
        if not found or found[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text and found and replace(found[-1], text="") == replace(run, text=""):
            found[-1] = replace(run, text=found[-1].text + text)
        elif text:
            found.append(replace(run, text=text))
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.removesuffix(" "))
    return tuple(run for run in found if run.text)


def inside(element: Any) -> list[Any]:
    """What an element holds: strings, and elements without what follows them."""
    return [element.text or "", *(part for child in element for part in (child, child.tail or ""))]


def plain(text: Runs) -> str:
    """The letters alone."""
    return "".join(run.text for run in text)


def _runs(nodes: Iterable[Any], like: Run) -> Iterator[Run]:
    for node in nodes:
        if isinstance(node, str):
            yield replace(like, text=node)
        elif node.tag == "br":
            yield replace(like, text=" ")
        else:
            yield from _runs(inside(node), _as(node, like))


def _as(element: Any, like: Run) -> Run:
    match element.tag:
        case "strong" | "b":
            return replace(like, bold=True)
        case "em" | "i":
            return replace(like, italic=True)
        case "a":
            return replace(like, link=element.get("href", ""))
    return like
