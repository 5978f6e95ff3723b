"""Drawings of docs/figuren: an SVG with `{{ words }}`, and a YAML file with its words in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from jinja2 import Environment, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from guide.files import read_text
from guide.problems import Problem, relative
from guide.site import Guide
from guide.source import read_yaml, validate
from guide.texts import Localized, Record, Slug

FOLDER = "figuren"
_UNSAFE = re.compile(
    r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet|<\s*(?:script|foreignObject|iframe)|\son\w+\s*="
    r"|(?:href|src)\s*=\s*[\"'](?!#)|url\(\s*+[\"']?+(?!#)|@import",
    re.IGNORECASE,
)

_FRAME = Environment(autoescape=True).from_string(
    '<figure class="figure" id="{{ id }}">'
    '<div class="figure__drawing" role="img" aria-label="{{ alt }}" data-search-exclude="1">{{ drawing }}</div>'
    "<figcaption>{{ caption }}</figcaption></figure>"
)


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
    return sorted(path.stem for path in folder(guide).glob("*.svg") if path.is_file())


_WORDS = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
"""An editor's drawing may name words; it may not run code, load anything or carry a script."""
_MORE_THAN_WORDS = re.compile(r"\{%|\{#|\{\{(?!\s*[a-z0-9_]+\s*\}\})")


@dataclass(frozen=True)
class Drawing:
    """A drawing in one language. svg: an element for HTML. alt: what it shows. caption: below it."""

    svg: str
    alt: str
    caption: str


def drawing(guide: Guide, identifier: str, language: str, problems: list[Problem]) -> Drawing | None:
    """The drawing with its words; None after adding to `problems` when it cannot be made."""
    if identifier not in figure_ids(guide):
        return None  # the page that asks for it is told so
    path = folder(guide) / f"{identifier}.yml"
    drawing_file = relative(path.with_suffix(".svg"), guide.root)
    if not path.exists():
        problems.append(Problem(drawing_file, 1, "file_missing", {"file": path.name}))
        return None
    source = read_yaml(path, guide.root, problems)
    texts = validate(FigureTexts, source, problems, guide.context()) if source else None
    if source is None or texts is None:
        return None
    drawn_by_hand = read_text(path.with_suffix(".svg"), drawing_file, problems)
    if drawn_by_hand is None:
        return None
    if unsafe := _MORE_THAN_WORDS.search(drawn_by_hand) or _UNSAFE.search(drawn_by_hand):
        line = drawn_by_hand[: unsafe.start()].count("\n") + 1
        problems.append(Problem(drawing_file, line, "figure_unsafe", {"near": unsafe[0].strip()}))
        return None
    words = {key.replace("-", "_"): value[language] for key, value in texts.words.items()}
    try:
        drawn = _WORDS.from_string(drawn_by_hand).render(words)
    except TemplateError as error:
        values = {"detail": str(error), "known": ", ".join(sorted(texts.words))}
        problems.append(Problem(source.file, source.line("words"), "figure_word", values))
        return None
    try:
        ElementTree.fromstring(drawn)
    except ElementTree.ParseError as error:
        problems.append(Problem(drawing_file, error.position[0], "drawing_broken", {"detail": str(error)}))
        return None
    return Drawing(drawn, texts.alt[language], texts.caption[language])


def anchor(guide: Guide, identifier: str) -> str:
    """The id that a drawing has on a page, equal in every language."""
    return f"{guide.editor_strings['figure.id']}-{identifier}"


def render(guide: Guide, identifier: str, language: str, problems: list[Problem]) -> str:
    """The drawing as HTML with its caption; "" after adding to `problems` when it cannot be made."""
    made = drawing(guide, identifier, language, problems)
    if made is None:
        return ""
    return _FRAME.render(id=anchor(guide, identifier), alt=made.alt, caption=made.caption, drawing=Markup(made.svg))
