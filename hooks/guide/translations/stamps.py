"""Writing into a translated page which source text it follows."""

from __future__ import annotations

import re
from pathlib import Path

from guide.content.model import Checked
from guide.content.read import WrittenPage
from guide.source import read_lines, write_lines

FEWEST = 4
"""Words of a line below which it may well be the same in two languages."""
_WORD = re.compile(r"[^\W\d_]+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_STAMP = re.compile(r"\ntranslation:.*(?:\n  .*)*")
_CHECKED = re.compile(r"checked:\s*(\w+)")


def untranslated(original: WrittenPage, page: WrittenPage) -> tuple[str, ...]:
    """What a page still lacks: keys and lines that are word for word those of the source, and headings, by their id."""
    headings = {heading.id for heading in original.headings} - {heading.id for heading in page.headings}
    source, own = (
        [line.strip() for line in _COMMENT.sub("", one.source.body).splitlines()] for one in (original, page)
    )
    same = [line for line in own if line in source and len(_WORD.findall(line)) >= FEWEST]
    front = [name for name in ("title", "description") if getattr(page.front, name) == getattr(original.front, name)]
    return (*front, *sorted(headings), *same)


def stamp_page(path: Path, digest: str, checked: Checked | None) -> None:
    """Write the hash into the front matter; nothing else changes. checked: None keeps what stands there."""
    text, line_end = read_lines(path)
    end = text.index("\n---\n", 3)
    old = _STAMP.search(text[:end])
    said = _CHECKED.search(old.group()) if old else None
    who = checked or (said.group(1) if said else "machine")
    front = _STAMP.sub("", text[:end])
    write_lines(path, f"{front}\ntranslation: {{source: {digest}, checked: {who}}}{text[end:]}", line_end)
