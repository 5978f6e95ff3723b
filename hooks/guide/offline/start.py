"""What stands beside the folder of the guide: a page to begin with, and how to use the copy as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guide.site import Guide
from guide.strings import load
from guide.templates import templates
from guide.worksheets.home import home

FOLDER = Path(__file__).parent / "templates"
START = "START.html"
_PARTS = ("unpack", "start", "works", "typed", "left_out", "newest")


@dataclass(frozen=True)
class Told:
    """How to use the copy, in one language. guide: its name. home: its first page. lines: one paragraph each."""

    language: str
    native: str
    direction: str
    guide: str
    title: str
    home: str
    lines: tuple[str, ...]


def start_files(guide: Guide, name: str) -> dict[str, bytes]:
    """The files by their name. name: the folder in which the guide stands."""
    told = [_told(guide, language, name) for language in guide.languages]
    page = templates(FOLDER).get_template("start.html").render(told=told, folder=name)
    # Windows still has programs that know no other end of a line.
    text = "\n\n".join("\n\n".join([f"{one.guide.upper()}\n{one.title}", *one.lines]) for one in told) + "\n"
    readme = f"{guide.editor_strings['offline.file']}.txt"
    return {START: page.encode(), readme: text.replace("\n", "\r\n").encode()}


def _told(guide: Guide, language: str, name: str) -> Told:
    words, known = load(language), guide.vocabulary.languages[language]
    values = {"file": START, "folder": name, "address": guide.site_url}
    lines = tuple(words.text(f"offline.{part}", **values) for part in _PARTS)
    first = f"{name}/{guide.prefix(language)}index.html"
    named = home(guide, language)[0]
    return Told(language, known.native, known.direction, named, words["offline.title"], first, lines)
