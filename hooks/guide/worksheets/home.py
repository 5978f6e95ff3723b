"""What the guide is called, as its home page says it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guide.problems import Problem
from guide.site import Guide
from guide.source import read_markdown


def home(guide: Guide, language: str) -> tuple[str, str]:
    """Title and description of the guide: those of its home page, or of the address where it has none."""
    path = guide.source_file("index.md", language)
    title, description = _said(path, guide.root, path.stat().st_mtime_ns) if path.exists() else ("", "")
    return title or host(guide), description


@cache
def _said(path: Path, root: Path, changed: int) -> tuple[str, str]:
    """Title and description of a page, read once for every state of its file."""
    source = read_markdown(path, root, list[Problem]())
    data = source.data if source and isinstance(source.data, dict) else {}
    return str(data.get("title") or ""), str(data.get("description") or "")


def host(guide: Guide) -> str:
    """The address as one says it: without https:// and the final slash."""
    return guide.site_url.partition("://")[2].rstrip("/")
