"""Pages and files that the guide makes, for a site builder to add."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any


@dataclass(frozen=True)
class GeneratedPage:
    """A page in one language.

    title, description: plain text. markdown: the body, headings with `{#id}`, made of trusted words only.
    islands: HTML by name; it replaces `<div data-island="name"></div>` in the body.
    template: a template of overrides/. data: what that template may read as `page.meta`.
    source: the file below docs from which the page is made, where readers may improve it.
    """

    title: str
    description: str
    markdown: str
    islands: Mapping[str, str] = field(default_factory=dict)
    template: str = "main.html"
    data: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""


def island_name(kind: str, argument: str) -> str:
    """The name of the island that a block asks for."""
    return f"{kind}:{argument}"


def island(name: str) -> str:
    """The Markdown that an island replaces."""
    return f'\n<div data-island="{name}"></div>\n'


def islands_in(html: str) -> list[str]:
    """The names of the islands that a rendered page asks for."""
    return re.findall(r'<div data-island="([^"]+)"></div>', html)


def fill(html: str, islands: Mapping[str, str]) -> str:
    """The rendered page with its islands."""
    for name, content in islands.items():
        html = html.replace(f'<div data-island="{name}"></div>', content)
    return html


def with_aliases(html: str, aliases: Mapping[str, str], attribute: str = "id") -> str:
    """The rendered page with an empty target for every old anchor, in front of the element that has the new one.

    attribute: under which the target has its name.
    """
    for old, new in aliases.items():
        target = f'<span {attribute}="{escape(old)}"></span>'
        html = re.sub(rf'<\w+[^>]*\sid="{re.escape(new)}"', lambda found: target + found[0], html, count=1)  # noqa: B023
    return html
