"""What every file of open data has, and how it and its schema are written.

`version` is that of the form, not of the content: 1.0, 1.1 … A key that is added raises the second number; a key that
goes, or that means something else, raises the first. Who reads a file ignores what it does not know.
"""

from __future__ import annotations

import json
import re
from datetime import date as day
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from guide.texts import WebAddress

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_CREATIVE_COMMONS = re.compile(r"CC (BY(?:-(?:NC|ND|SA))*) (\d\.\d)")

Texts = dict[str, str]
Pages = dict[str, WebAddress]


class Shape(BaseModel):
    """A part of the data. The texts below its fields are the descriptions in the schema."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, populate_by_name=True)


class Licence(Shape):
    """What one may do with the data."""

    name: str
    url: WebAddress | None = None


class Term(Shape):
    """What an id stands for."""

    name: Texts
    """By language code."""
    page: Pages | None = None
    """Its page in the guide, by language code."""


class Dataset(Shape):
    """The head of a file."""

    schema_url: WebAddress = Field(alias="$schema")
    version: str = Field(pattern=r"^\d+\.\d+$")
    """Of this form. The second number rises when a key is added, the first when one goes or changes its meaning."""
    licence: Licence | None = None
    date: day | None = None
    """The newest day on which something in here was written or checked; never the day on which the file was made."""
    languages: tuple[str, ...]
    """Codes of the languages of the site; the first is the one that the others translate."""


def licence_of(name: str) -> Licence | None:
    """The licence with the address of its text, where its name tells that: "CC BY-SA 4.0". None for ""."""
    found = _CREATIVE_COMMONS.fullmatch(name)
    url = f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/" if found else None
    return Licence(name=name, url=url) if name else None


def schema_of(model: type[Shape], address: str) -> dict[str, Any]:
    """The JSON Schema of a file. address: where it is published."""
    return {"$schema": DRAFT, "$id": address, **model.model_json_schema(by_alias=True)}


def dumped(data: Shape) -> bytes:
    """The file; what has no value is left out."""
    return written(data.model_dump(mode="json", by_alias=True, exclude_none=True))


def written(data: dict[str, Any]) -> bytes:
    """JSON that one can also read with one's eyes."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
