"""A small guide that was published, and then changed: other names, headings elsewhere, a page less."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.support.three import three_languages

LANGUAGES = ("nl", "fr", "en")
PAGES = {
    "raad/stil/": "raad/kalm/",  # went to raad/rust/ before
    "raad/rust/": "raad/kalm/",
    "doen/kijken/": "doen/kijken/",
    "over/extra/": "over/bronnen/#boek",
    "bladen/vragen/": "bladen/praten/",
    "helpers/bib/": "helpers/bieb/",
}
"""Where each page of the old guide is now."""
PLACES = {
    "raad/rust/#kern": "raad/kalm/#de-kern",
    "raad/rust/#stilte": "doen/kijken/#stilte",
    "raad/stil/#kern": "raad/kalm/#de-kern",
    "doen/kijken/#in-het-kort": "doen/kijken/#kort",
    "doen/kijken/#later": "raad/kalm/#later",
    "over/extra/#meer": "raad/kalm/#later",
}
"""The places that are not where their page is."""
MOVED = """\
moved:
  raad/stil/: raad/rust/
  raad/rust/: raad/kalm/
  raad/rust/#kern: raad/kalm/#de-kern
  raad/rust/#stilte: doen/kijken/#stilte
  doen/kijken/#in-het-kort: doen/kijken/#kort
  doen/kijken/#later: raad/kalm/#later
  over/extra/: over/bronnen/#boek
  over/extra/#meer: raad/kalm/#later
  bladen/vragen/: bladen/praten/
  helpers/bib/: helpers/bieb/
  bladen/bundel-rust-nl.pdf: bladen/bundel-kalm-nl.pdf
  bladen/bundel-rust-fr.pdf: bladen/bundel-kalm-fr.pdf
  bladen/bundel-rust-en.pdf: bladen/bundel-kalm-en.pdf
"""
EXTRA = """\
---
title: {title}
description: {title}.
{reviewed}---
## {heading} {{#meer}}

X.

## {heading} 2 {{#slot}}

Y.
"""
_NEW_IDS = ((r"\[rust\b", "[kalm"), (r"- rust\b", "- kalm"), (r"\bvragen\b", "praten"), (r"\bbib\b(?!\.test)", "bieb"),
            ("raad/rust", "raad/kalm"))  # fmt: skip


def _suffix(language: str) -> str:
    return "" if language == "nl" else f".{language}"


def expected(address: str) -> str:
    """Where an address of the old guide, in the plain form, must lead."""
    page, mark, anchor = address.partition("#")
    if address in PLACES:
        return PLACES[address]
    new = PAGES.get(page, page)
    return new if "#" in new or not mark else f"{new}#{anchor}"


def old_guide(target: Path) -> Path:
    """The project as it was published."""
    three_languages(target)
    docs = target / "docs"
    partner = docs / "helpers" / "bib.yml"
    partner.write_text(
        partner.read_text("utf-8") + "contact: {url: 'https://bib.test/', phone: +32 2 123 45 67}\n", "utf-8"
    )
    for language in LANGUAGES:
        reviewed = "reviewed: 2026-11-21\n" if language == "nl" else ""
        text = EXTRA.format(title=f"Extra {language}", heading=f"Meer {language}", reviewed=reviewed)
        (docs / "over" / f"extra{_suffix(language)}.md").write_text(text, "utf-8")
        _add(docs / "raad" / f"rust{_suffix(language)}.md", f"## Stil {language} {{#stilte}}\n\nStil.\n")
        _add(docs / "doen" / f"kijken{_suffix(language)}.md", f"## Later {language} {{#later}}\n\nLater.\n")
    return target


def change(root: Path) -> None:
    """Rename and remove, as editors do."""
    docs = root / "docs"
    for language in LANGUAGES:
        end = f"{_suffix(language)}.md"
        (docs / "over" / f"extra{end}").unlink()
        rust, kijken = docs / "raad" / f"rust{end}", docs / "doen" / f"kijken{end}"
        old = rust.read_text("utf-8").replace("{#kern}", "{#de-kern}")
        rust.write_text(old[: old.index("## Stil")] + f"## Later {language} {{#later}}\n\nLater.\n", "utf-8")
        old = kijken.read_text("utf-8").replace("{#in-het-kort}", "{#kort}")
        kijken.write_text(old[: old.index("## Later")] + f"## Stil {language} {{#stilte}}\n\nStil.\n", "utf-8")
        rust.rename(docs / "raad" / f"kalm{end}")
    shutil.move(docs / "bladen" / "vragen", docs / "bladen" / "praten")
    (docs / "helpers" / "bib.yml").rename(docs / "helpers" / "bieb.yml")
    for path in sorted([*docs.rglob("*.md"), *docs.rglob("*.yml")]):
        text = path.read_text("utf-8")
        if path.name == "vocabulary.yml":
            path.write_text(text.replace("\n  rust:\n", "\n  kalm:\n"), "utf-8")
        elif path.name not in {"permalinks.yml", "glossary.yml"}:
            for old_id, new_id in _NEW_IDS:
                text = re.sub(old_id, new_id, text)
            path.write_text(text, "utf-8")


def _add(path: Path, text: str) -> None:
    path.write_text(f"{path.read_text('utf-8')}\n{text}", "utf-8")
