"""A sheet with every type of block, in every variant that the types themselves document, and all their texts."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from guide.worksheets.blocks import FOLDER, MODELS
from guide.worksheets.examples import FRAME
from guide.worksheets.words import Words
from tests.support.guides import write
from tests.support.hostile import Place, texts_of

SLUG = "alles"


def every_block(docs: Path, sheet: str, folder: str) -> set[tuple[str, Place]]:
    """Write the sheet beside those of a guide; which words of its blocks are no text but a choice or a name.

    sheet: YAML of another one, for all but the blocks.
    """
    first, last = FRAME
    blocks = [
        block | {"id": f"{name}-{block['id']}"}
        for name in (first, *sorted(set(MODELS) - set(FRAME)), last)
        for block in _example(name)
    ]
    data = yaml.load(sheet, Loader=yaml.CSafeLoader) | {"title": "Alles", "blocks": blocks}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    file = f"{folder}/{SLUG}/werkblad.yml"
    write(docs, {file: text})
    known = {name: set(text_fields(model)) for name, model in MODELS.items()}
    return {
        (file, ("blocks", number, *place))
        for number, block in enumerate(blocks)
        for place in texts_of(block)
        if tuple(key for key in place if isinstance(key, str)) not in known[block["type"]]
    }


def text_fields(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The keys of a block at which it takes a text, however deep: ("options", "label")."""
    for name, field in model.model_fields.items():
        for one in _within(field.annotation):
            if one is Words:
                yield (*path, name)
            elif isinstance(one, type) and issubclass(one, BaseModel):
                yield from text_fields(one, (*path, name))


def _within(annotation: Any) -> Iterator[Any]:
    """The types that a type is made of."""
    parts = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Literal or not parts:
        yield annotation
        return
    for part in parts:
        yield from _within(part)


def _example(name: str) -> list[dict[str, Any]]:
    text = (FOLDER / name / "example.yml").read_text("utf-8")
    found: list[dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)["blocks"]
    return found
