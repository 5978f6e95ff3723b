"""A written page as HTML, without its lists: what checks and handouts read."""

from __future__ import annotations

from functools import lru_cache

import markdown


@lru_cache(maxsize=1000)
def html(body: str, language: str) -> str:
    """The body of a page. Kept, because `make serve` asks for every page at each save of one."""
    made: str = markdown.markdown(
        body,
        extensions=["attr_list", "tables", "guide.markdown"],
        extension_configs={"guide.markdown": {"language": language}},
    )
    return made
