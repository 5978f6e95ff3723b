"""A written page as HTML, without its lists: what checks and handouts read."""

from __future__ import annotations

import re
from functools import lru_cache

import markdown

MOST_BRACKETS = 200
"""In one paragraph. Markdown looks for the end of each of them again and again: five thousand take half a minute."""
_BETWEEN = re.compile(r"\n[ \t]*\n")


def html(body: str, language: str) -> str:
    """The body of a page; "" when no page can be made of it."""
    return made(body, language)[0]


@lru_cache(maxsize=1000)
def made(body: str, language: str) -> tuple[str, str]:
    """The body of a page, and why none can be made of it: one of the two is "".

    Kept, because `make serve` asks for every page at each save of one.
    """
    if any(paragraph.count("[") > MOST_BRACKETS for paragraph in _BETWEEN.split(body)):
        return "", "[[["
    try:
        page: str = markdown.markdown(
            body,
            extensions=["attr_list", "tables", "guide.markdown"],
            extension_configs={"guide.markdown": {"language": language}},
        )
    except Exception as error:  # whatever somebody else's library makes of wild text is a fault of that text
        return "", type(error).__name__
    return page, ""
