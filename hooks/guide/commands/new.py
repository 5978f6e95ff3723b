"""`make new method=…`: a first version of a page, a worksheet or a partner, to be filled in."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guide.catalogue import Catalogue
from guide.site import Guide
from guide.worksheets.handbook import sheet_meanings

_LISTS = {"audience": "audiences", "recommendation": "recommendations", "phase": "phases"}
_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


def run(guide: Guide, kind: str, identifier: str) -> int:
    """Write the file; 1 when the name is wrong or the file is there already (it is never overwritten)."""
    strings = guide.editor_strings
    if not _ID.fullmatch(identifier):
        print(strings.text("new.name", id=identifier), file=sys.stderr)
        return 1
    folder = guide.docs / guide.vocabulary.kinds[kind].folder  # type: ignore[index]
    name = {"worksheet": f"{identifier}/werkblad.yml", "partner": f"{identifier}.yml"}.get(kind, f"{identifier}.md")
    path = folder / name
    if path.exists():
        print(strings.text("new.exists", file=path.relative_to(guide.root).as_posix()), file=sys.stderr)
        return 1
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "new"), undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, comment_start_string="{##", comment_end_string="##}",
    )  # fmt: skip
    first = {
        name: next(iter(getattr(guide.vocabulary, name)))
        for name in ("recommendations", "phases", "audiences", "method_kinds", "partner_types", "help_types", "regions")
    }
    methods = Catalogue(guide).of_kind("method")
    first["method"] = methods[0].uri.removesuffix(".md") if methods else "…"
    ids = {kind: ", ".join(getattr(guide.vocabulary, name)) for kind, name in _LISTS.items()}
    title = identifier.replace("-", " ").capitalize()
    text = environment.get_template(f"{kind}{path.suffix}").render(
        id=identifier, title=title, today=date.today().isoformat(), languages=guide.languages, first=first,
        t=strings.text, ids=ids, about=sheet_meanings(guide.source_language),
    )  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    print(strings.text("new.made", file=path.relative_to(guide.root).as_posix()))
    return 0
