"""Texts of a sheet: in one language, or in two beside each other.

A translation file holds nothing but texts. What it must hold follows from the Dutch model itself: `tree` gives the
texts by key, `translated` puts other texts in their place, `beside` joins two sheets into a bilingual one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from guide.texts import Record, Text

Tree = str | dict[str, Any] | list[Any]
Model = TypeVar("Model", bound=Record)


@dataclass(frozen=True)
class Words:
    """One text of a sheet. texts: (language code, text), the source language first when there are two."""

    texts: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return self.texts[0][1]

    def beside(self, other: Words) -> Words:
        """This text with its translation next to it."""
        return Words(self.texts + other.texts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Reads plain text; its language is the `language` of the validation context."""

        def read(text: str, info: ValidationInfo) -> Words:
            return cls((((info.context or {}).get("language", ""), text),))

        return core_schema.with_info_after_validator_function(read, handler.generate_schema(Text))


class Whole(Record):
    """A record whose texts always stand under their own key in a translation, also when there is only one."""


def tree(value: Any) -> Tree | None:
    """The texts of a value, in the form that a translation file has; None when it has none.

    A list whose items have an `id` becomes a mapping by id; an item with one text becomes that text.
    """
    if isinstance(value, Words):
        return str(value)
    if isinstance(value, Record):
        found = {name: part for name in type(value).model_fields if (part := tree(getattr(value, name))) is not None}
        if not found:
            return None
        return next(iter(found.values())) if len(found) == 1 and not isinstance(value, Whole) else found
    if isinstance(value, tuple):
        items = [(getattr(item, "id", None), part) for item in value if (part := tree(item)) is not None]
        if not items:
            return None
        return {str(key): part for key, part in items} if all(key for key, _ in items) else [part for _, part in items]
    return None


def translated(model: Model, texts: Tree, language: str) -> Model:
    """The model with the texts of a translation, which has all that `tree(model)` has."""
    result: Model = _fill(model, texts, language)
    return result


def _fill(value: Any, texts: Any, language: str) -> Any:
    if texts is None or tree(value) is None:
        return value
    if isinstance(value, Words):
        return Words(((language, texts),))
    if isinstance(value, Record):
        names = [name for name in type(value).model_fields if tree(getattr(value, name)) is not None]
        single = len(names) == 1 and not isinstance(value, Whole)
        parts = {names[0]: texts} if single else texts
        filled = {name: _fill(getattr(value, name), parts.get(name), language) for name in names}
        return value.model_copy(update=filled)
    if isinstance(texts, Mapping):
        return tuple(_fill(item, texts.get(item.id), language) for item in value)
    rest = iter(texts)
    return tuple(_fill(item, next(rest), language) if tree(item) is not None else item for item in value)


def beside(model: Model, other: Model) -> Model:
    """The model with every text followed by the same text of `other`, which has the same form."""
    result: Model = _zip(model, other)
    return result


def _zip(one: Any, two: Any) -> Any:
    if isinstance(one, Words):
        return one.beside(two)
    if isinstance(one, Record):
        names = type(one).model_fields
        return one.model_copy(update={name: _zip(getattr(one, name), getattr(two, name)) for name in names})
    if isinstance(one, tuple):
        return tuple(_zip(left, right) for left, right in zip(one, two, strict=True))
    return one


def plain(value: Any, words: Callable[[Words], Any]) -> Any:
    """The value as plain data for a renderer; `words` says what becomes of a text."""
    if isinstance(value, Words):
        return words(value)
    if isinstance(value, Record):
        return {name: plain(getattr(value, name), words) for name in type(value).model_fields}
    if isinstance(value, tuple):
        return [plain(item, words) for item in value]
    return value


def fingerprint(texts: Tree | None) -> str:
    """Twelve letters and digits that change when any of the texts changes."""
    canonical = json.dumps(texts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
