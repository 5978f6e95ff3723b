"""Drawings of docs/figuren: an SVG with `{{ words }}`, and a YAML file with its words in every language."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from guide.problems import Problem, relative
from guide.site import Guide
from guide.source import read_yaml, validate
from guide.texts import Localized, Record, Slug

FOLDER = "figuren"
_UNSAFE = re.compile(r"<\s*(?:script|foreignObject|iframe)|\son\w+\s*=|(?:href|src)\s*=\s*[\"'](?!#)", re.IGNORECASE)


class FigureTexts(Record):
    """The words of a drawing. alt: what it shows, for who does not see it. caption: below it. words: inside it."""

    alt: Localized
    caption: Localized
    words: dict[Slug, Localized]


def folder(guide: Guide) -> Path:
    """Where the drawings are."""
    return guide.docs / FOLDER


def figure_ids(guide: Guide) -> list[str]:
    """The drawings that exist."""
    return sorted(path.stem for path in folder(guide).glob("*.svg"))


def render(guide: Guide, identifier: str, language: str, problems: list[Problem]) -> str:
    """The drawing as HTML with its caption; "" after adding to `problems` when it cannot be made."""
    if identifier not in figure_ids(guide):
        return ""  # the page that asks for it is told so
    path = folder(guide) / f"{identifier}.yml"
    if not path.exists():
        drawing_file = relative(path.with_suffix(".svg"), guide.root)
        problems.append(Problem(drawing_file, 1, "file_missing", {"file": path.name}))
        return ""
    source = read_yaml(path, guide.root, problems)
    texts = validate(FigureTexts, source, problems, guide.context()) if source else None
    if source is None or texts is None:
        return ""
    # An editor's drawing may name words; it may not run code, load anything or carry a script.
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(folder(guide)), autoescape=True, undefined=StrictUndefined
    )
    words = {key.replace("-", "_"): value[language] for key, value in texts.words.items()}
    try:
        drawing = environment.get_template(f"{identifier}.svg").render(words)
    except TemplateError as error:
        values = {"detail": str(error), "known": ", ".join(sorted(texts.words))}
        problems.append(Problem(source.file, source.line("words"), "figure_word", values))
        return ""
    frame = Environment(autoescape=True).from_string(
        '<figure class="figure" id="{{ id }}">'
        '<div class="figure__drawing" role="img" aria-label="{{ alt }}" data-search-exclude="1">{{ drawing }}</div>'
        "<figcaption>{{ caption }}</figcaption></figure>"
    )
    if unsafe := _UNSAFE.search(drawing):
        drawing_file = relative(path.with_suffix(".svg"), guide.root)
        line = drawing[: unsafe.start()].count("\n") + 1
        problems.append(Problem(drawing_file, line, "figure_unsafe", {"near": unsafe[0].strip()}))
        return ""
    prefix = guide.editor_strings["figure.id"]
    return frame.render(
        id=f"{prefix}-{identifier}", alt=texts.alt[language], caption=texts.caption[language], drawing=Markup(drawing)
    )
