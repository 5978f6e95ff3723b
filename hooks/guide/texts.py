"""The kinds of text that editors write, as types for the models."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

_TAG = re.compile(r"<\s*[A-Za-z/!?]")


class Record(BaseModel):
    """A model that refuses unknown keys and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _plain(text: str) -> str:
    if found := _TAG.search(text):
        raise PydanticCustomError("markup", "markup", {"near": text[found.start() : found.start() + 30]})
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_plain)]
"""Plain text, one or more lines, without tags."""

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_plain)]
"""A text that has to fit in a tab, on a card and in a list."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""An id: small letters, digits and single hyphens."""

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$")]
"""An address that starts with http:// or https://."""


FactSeriesId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9.]*(-[A-Z]+)?$")]
"""A series of facts: L2.4, V4, L-VW."""


def known(kind: str) -> AfterValidator:
    """Refuses an id that is not in the set `ids[kind]` of the validation context."""

    def check(value: str, info: ValidationInfo) -> str:
        ids: dict[str, Any] = (info.context or {}).get("ids", {})
        if kind in ids and value not in ids[kind]:
            context = {"kind": kind, "id": value, "known": ", ".join(sorted(ids[kind]))}
            raise PydanticCustomError("unknown_id", "unknown id", context)
        return value

    return AfterValidator(check)


def _complete(texts: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    wanted: tuple[str, ...] = (info.context or {}).get("languages", ())
    missing = [language for language in wanted if language not in texts]
    extra = [language for language in texts if language not in wanted] if wanted else []
    if missing or extra:
        context = {"missing": ", ".join(missing) or "–", "extra": ", ".join(extra) or "–", "wanted": ", ".join(wanted)}
        raise PydanticCustomError("languages", "languages", context)
    return texts


Localized = Annotated[dict[str, Text], AfterValidator(_complete)]
"""One text for every language of the site, by language code."""


def _of_the_site(code: str, info: ValidationInfo) -> str:
    wanted: tuple[str, ...] = (info.context or {}).get("languages", ())
    if wanted and code not in wanted:
        context = {"kind": "language", "id": code, "known": ", ".join(wanted)}
        raise PydanticCustomError("unknown_id", "unknown id", context)
    return code


SiteLanguage = Annotated[str, AfterValidator(_of_the_site)]
"""The code of a language of the site."""

FactId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9.]*(-[A-Z]+)?-\d{2}$"), known("fact")]
"""The id of a fact in the notes behind the guide: L2.4-02, V4-03, L-VW-01."""
RecommendationId = Annotated[str, known("recommendation")]
PhaseId = Annotated[str, known("phase")]
AudienceId = Annotated[str, known("audience")]
LanguageCode = Annotated[str, known("language")]


def _range(value: tuple[int, ...]) -> tuple[int, ...]:
    """One number, or the least and the most."""
    if len(value) not in (1, 2) or value[0] > value[-1] or value[0] < 1:
        raise PydanticCustomError("range", "range", {"code": "least_and_most"})
    return value


LeastAndMost = Annotated[tuple[int, ...], AfterValidator(_range)]
