"""`make contact-sheet`: the pictures of all worksheets on one page, to look at them together."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import typst

from guide.site import Guide
from guide.wording import sort_key
from guide.worksheets import read_all
from guide.worksheets.files import picture
from guide.worksheets.model import Sheet
from guide.worksheets.papers import picture_size
from guide.worksheets.pdf import FIXED_TIME, fonts

FOLDER = "contact-sheet"
"""In the cache, which git ignores."""


def run(guide: Guide, languages: str) -> int:
    """Write it as PDF and as PNG; 1 for a language that does not exist.

    languages: codes with a comma or a space between; each is shown beside the source. "": the source alone.
    """
    strings, source = guide.editor_strings, guide.source_language
    codes = [code for code in languages.replace(",", " ").split() if code != source]
    if unknown := [code for code in codes if code not in guide.vocabulary.languages]:
        known = ", ".join(guide.vocabulary.languages)
        print(strings.text("contact.unknown", id=unknown[0], known=known), file=sys.stderr)
        return 1
    target = guide.cache / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    sheets = sorted(read_all(guide)[0].values(), key=lambda sheet: sort_key(str(sheet.source.title)))
    cells = [_cell(guide, sheet, [source, *codes], target) for sheet in sheets]
    data = json.dumps({"cells": cells, "across": max(1, 6 // (len(codes) + 1)), "missing": strings["contact.missing"]})
    name = "-".join([FOLDER, source, *codes])
    for path in target.glob(f"{name}-[0-9]*.png"):  # a page that is no longer there must not stay
        path.unlink()
    (target / f"{name}.pdf").write_bytes(_made(guide, target, data, format="pdf", timestamp=FIXED_TIME)[0])
    for number, page in enumerate(_made(guide, target, data, format="png", ppi=110), 1):
        (target / f"{name}-{number}.png").write_bytes(page)
    shown = target.relative_to(guide.root) if target.is_relative_to(guide.root) else target
    print(strings.text("contact.made", number=str(len(sheets)), folder=f"{shown.as_posix()}/{name}.pdf"))
    return 0


def _cell(guide: Guide, sheet: Sheet, languages: list[str], target: Path) -> dict[str, object]:
    """The title of a sheet and the file of its picture in each language; "" where it has none."""
    files = []
    for language in languages:
        there = language == guide.source_language or sheet.usable(language) is not None
        name = f"{sheet.slug}-{language}.png" if there else ""
        if there:
            (target / name).write_bytes(picture(guide, sheet, language))
        files.append(name)
    width, height = picture_size(sheet.source.paper)
    return {"title": str(sheet.source.title), "files": files, "languages": languages, "wide": width > height}


def _made(guide: Guide, target: Path, data: str, **options: Any) -> list[bytes]:
    """The pages as Typst makes them; a compiler makes one thing."""
    source, modules = (Path(__file__).parent / "contact.typ").read_bytes(), guide.root / "node_modules"
    compiler = typst.Compiler(source, root=str(target), font_paths=fonts(modules), sys_inputs={"data": data})
    made = compiler.compile(**options)
    return made if isinstance(made, list) else [made or b""]
