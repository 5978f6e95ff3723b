"""The keys of a model as an editor meets them: what one writes there, within which limits, and what it is without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from inspect import getclosurevars
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, StringConstraints
from pydantic_core import PydanticUndefined

from guide.worksheets.words import Words


@dataclass(frozen=True)
class Form:
    """What one writes. kind: text, yes_no, number, one_of, id (of the list `of`), name, date, range, blocks or records.

    several: a list of them, from low to high; else low and high are those of a number.
    """

    kind: str
    values: tuple[str, ...] = ()
    of: str = ""
    several: bool = False
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Key:
    """A key. path: with those around it ("columns.share"). default: "" when it is needed, or nothing without it."""

    path: str
    form: Form
    required: bool
    default: str


def keys_of(model: type[BaseModel], skip: Sequence[str] = (), before: str = "") -> Iterator[Key]:
    """The keys of a model, each followed by those of the records in it. skip: names that are told elsewhere."""
    choices: dict[str, tuple[str, ...]] = getattr(model, "choices", dict)()
    for name, field in model.model_fields.items():
        if name in skip:
            continue
        form, inside = _form(field.annotation, field.metadata)
        if name in choices:
            form = replace(form, kind="one_of", values=choices[name])
        default = "" if field.default in (PydanticUndefined, None, ()) else str(field.default).lower()
        yield Key(before + name, form, field.is_required(), default)
        if inside is not None:
            yield from keys_of(inside, before=f"{before}{name}.")


def _form(annotation: Any, metadata: Sequence[Any]) -> tuple[Form, type[BaseModel] | None]:
    """The form of an annotation, and the model of the records that stand there."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _form(arguments[0], [*arguments[1:], *metadata])
    if origin in (Union, UnionType):
        found = [one for one in arguments if one is not type(None)]
        return _form(found[0], metadata) if len(found) == 1 else (Form("blocks"), None)
    if origin is Literal:
        return Form("one_of", tuple(map(str, arguments))), None
    if origin is tuple:
        form, inside = _form(arguments[0], [])
        if form.kind == "number":
            return Form("range"), None
        return _limited(replace(form, several=True, low=None, high=None), metadata), inside
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Form("records"), annotation
    simple = {bool: "yes_no", int: "number", date: "date", Words: "text"}
    if annotation in simple:
        return _limited(Form(simple[annotation]), metadata), None
    return _text(metadata), None


def _text(metadata: Sequence[Any]) -> Form:
    kind = next((one["kind"] for one in map(_bound, metadata) if "kind" in one), "")
    if kind:
        return Form("id", of=kind)
    named = any(isinstance(one, StringConstraints) and one.pattern for one in metadata)
    return Form("name" if named else "text")


def _limited(form: Form, metadata: Sequence[Any]) -> Form:
    """The form with low and high of `between` or `count`."""
    found = next((one for one in map(_bound, metadata) if "low" in one), {})
    return replace(form, low=found["low"], high=found["high"]) if found else form


def _bound(validator: Any) -> dict[str, Any]:
    """What a validator was made with: `between(1, 4)` remembers 1 and 4, `known("icon")` its list."""
    if not isinstance(validator, AfterValidator | BeforeValidator):
        return {}
    return dict(getclosurevars(validator.func).nonlocals)
