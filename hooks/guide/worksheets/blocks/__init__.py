"""The types of blocks. Every folder here is one type, found by its name; adding a folder changes nothing else.

A folder holds `__init__.py` with the class `Model` (its keys, a `Block`), `block.html` (Jinja2), `block.typ` (Typst),
`word.py` with `write(page, block)`, and `example.yml`: the block as an editor writes it, in every variant.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from pydantic import BeforeValidator, Discriminator, Tag
from pydantic_core import PydanticCustomError

from guide.worksheets.blocks.base import Block

FOLDER = Path(__file__).parent
MODELS: dict[str, type[Block]] = {
    module.name: importlib.import_module(f"{__name__}.{module.name}").Model
    for module in sorted(pkgutil.iter_modules([str(FOLDER)]), key=lambda module: module.name)
    if module.ispkg
}


def _known_type(value: Any) -> Any:
    """Refuses a type that does not exist before the union is tried, with a name that comes close."""
    name = value.get("type") if isinstance(value, dict) else None
    if not isinstance(name, str) or name not in MODELS:
        close = difflib.get_close_matches(str(name), MODELS, 1)
        context = {"type": str(name or "–"), "known": ", ".join(MODELS), "close": close[0] if close else "–"}
        raise PydanticCustomError("unknown_block", "unknown block", context)
    return value


def _tag(name: str) -> str:
    """The mark of a type in the place of a fault. Not the bare name: a block `cards` has a key `cards` too."""
    return f"{name}:"


def _tag_of(value: Any) -> str:
    return _tag(value["type"] if isinstance(value, dict) else value.type)


if TYPE_CHECKING:
    AnyBlock = Block
else:
    for _name, _model in MODELS.items():
        # What reports a fault (guide.source) finds the keys of a block by its mark.
        _model.model_fields["type"].annotation = Literal[_name, _tag(_name)]
    _parts = tuple(Annotated[model, Tag(_tag(name))] for name, model in MODELS.items())
    _union = Union[_parts]  # noqa: UP007 - the types are known only now
    AnyBlock = Annotated[_union, Discriminator(_tag_of), BeforeValidator(_known_type)]


@cache
def writer(name: str) -> Any:
    """The function `write(page, block)` that puts a block of this type into a Word file."""
    return importlib.import_module(f"{__name__}.{name}.word").write
