"""Writing into a translated page which source text it follows."""

from __future__ import annotations

import re
from pathlib import Path

from guide.content.model import Checked

_STAMP = re.compile(r"\ntranslation:.*(?:\n  .*)*")
_CHECKED = re.compile(r"checked:\s*(\w+)")


def stamp_page(path: Path, digest: str, checked: Checked | None) -> None:
    """Write the hash into the front matter; nothing else changes. checked: None keeps what stands there."""
    text = path.read_text("utf-8")
    end = text.index("\n---\n", 3)
    old = _STAMP.search(text[:end])
    said = _CHECKED.search(old.group()) if old else None
    who = checked or (said.group(1) if said else "machine")
    front = _STAMP.sub("", text[:end])
    path.write_text(f"{front}\ntranslation: {{source: {digest}, checked: {who}}}{text[end:]}", "utf-8")
