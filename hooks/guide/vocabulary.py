"""The lists that front matter and YAML draw from (`docs/vocabulary.yml`), with their names in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from guide.files import read_text
from guide.problems import Problem, ProblemsError
from guide.source import Source, read_yaml, validate
from guide.strings import load
from guide.texts import FactSeriesId, Localized, Record, Slug, Text, WebAddress

SETTINGS = "mkdocs.yml"

PageFile = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)*[a-z0-9-]+\.md(#[a-z0-9-]+)?$")]
"""A page as the path below docs, with or without a place on it."""


class Language(Record):
    """A language: its own name, its name in the site's languages, and the direction of its script.

    locale: the language with the place whose readers are meant, as programs that show a shared page want it.
    """

    native: Text
    name: Localized
    direction: Literal["ltr", "rtl"] = "ltr"
    locale: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}_[A-Z]{2}$")] | None = None


class Kind(Record):
    """A kind of page: the folder under docs/ and the letter of its short addresses."""

    folder: Slug
    letter: Annotated[str, StringConstraints(pattern=r"^[a-z]$")]


class Recommendation(Record):
    """A recommendation. number: its place, from 1. color: a name of the style sheet's palette."""

    number: int
    color: Slug
    icon: Slug
    name: Localized
    core: Localized


class Term(Record):
    """An id of a list with its name, and a line that explains it where that helps."""

    name: Localized
    text: Localized | None = None


class SourceDocument(Record):
    """A document that the guide draws on; `anchor` is its heading on the page of sources."""

    name: Localized
    anchor: Slug
    url: WebAddress | None = None


class FactSeries(Record):
    """Facts with numbers from the first to the last. place: where in the source they stand."""

    numbers: tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(le=99)]]
    source: Slug | None = None
    place: Text


class Section(Record):
    """A section of the menu: a folder under docs/ with its name."""

    folder: Slug
    name: Localized


class QuickEntry(Record):
    """A link above the worksheets that makes choices at once. time: at most so many minutes.

    language: of the vocabulary, or "home" for any that the site itself does not have.
    """

    name: Localized
    time: Annotated[int, Field(ge=1)] | None = None
    language: Slug | None = None
    audience: Slug | None = None
    recommendation: Slug | None = None
    phase: Slug | None = None

    def choices(self) -> dict[str, str]:
        """The choices that it makes, by their key in the address."""
        names = [name for name in type(self).model_fields if name != "name"]
        return {name: str(value) for name in names if (value := getattr(self, name)) is not None}


class QuickMethod(QuickEntry):
    """Such a link above the methods. kind: of methods."""

    kind: Slug | None = None


_Entry = TypeVar("_Entry", bound=QuickEntry)


def _existing(entries: tuple[_Entry, ...], info: ValidationInfo) -> tuple[_Entry, ...]:
    """Refuses quick entries with an id that the lists before them do not have; a list with a fault is not asked."""
    lists = {
        "language": "languages", "audience": "audiences", "recommendation": "recommendations", "phase": "phases",
        "kind": "method_kinds",
    }  # fmt: skip
    for entry in entries:
        for key, name in lists.items():
            value, known = getattr(entry, key, None), info.data.get(name)
            if value is None or known is None:
                continue
            if value not in {*known, *(["home"] if key == "language" else [])}:
                context = {"kind": key, "id": value, "known": ", ".join(known)}
                raise PydanticCustomError("unknown_id", "unknown id", context)
    return entries


def _usable(kinds: dict[str, Kind]) -> dict[str, Kind]:
    """Refuses kinds whose short addresses would overwrite each other, or that every guide needs and this one lacks."""
    missing = [name for name in ("recommendation", "worksheet", "partner") if name not in kinds]
    letters = [kind.letter for kind in kinds.values()]
    twice = sorted({letter for letter in letters if letters.count(letter) > 1})
    folders = sorted({kind.folder for kind in kinds.values()} & set(letters))
    for code, found in (("kinds_missing", missing), ("letter_twice", twice), ("letter_folder", folders)):
        if found:
            raise PydanticCustomError("kinds", "kinds", {"code": code, "names": ", ".join(found)})
    return kinds


class PicksSheet(Record):
    """A worksheet on which a reader's list of partners can be put. rows: how many have room there.

    fields: where each part of a partner goes, with {n} for the row; name is always asked for.
    """

    worksheet: Slug
    rows: Annotated[int, Field(ge=1, le=60)]
    fields: dict[Literal["name", "help", "note"], Text]


class PartnerPicks(Record):
    """The page on which readers make a list of partners of their own, as the path below docs."""

    page: PageFile
    sheet: PicksSheet | None = None


class Budgets(Record):
    """What a page may weigh, in KB (1024 bytes) as a host sends it with gzip.

    first_view: the page with styles, scripts and fonts. own_scripts: scripts of the guide itself, without the theme's.
    pictures: all that are fetched at once, without those that wait until they come in sight. picture: any one.
    """

    first_view: Annotated[int, Field(ge=1)] = 200
    own_scripts: Annotated[int, Field(ge=1)] = 15
    pictures: Annotated[int, Field(ge=1)] = 200
    picture: Annotated[int, Field(ge=1)] = 250


class Vocabulary(Record):
    """Everything that ids may refer to. sections: the menu, in its order.

    quick_entries: above the worksheets. quick_methods: above the methods. parents_page: the page for parents.
    partner_picks: the reader's own list of partners; without it there is none. budgets: for the weight of pages.
    """

    sections: tuple[Section, ...]

    languages: dict[Slug, Language]
    kinds: Annotated[
        dict[Literal["recommendation", "method", "case", "worksheet", "partner"], Kind], AfterValidator(_usable)
    ]
    recommendations: dict[Slug, Recommendation]
    phases: dict[Slug, Term]
    audiences: dict[Slug, Term]
    quick_entries: Annotated[tuple[QuickEntry, ...], AfterValidator(_existing)] = ()
    method_kinds: dict[Slug, Term]
    quick_methods: Annotated[tuple[QuickMethod, ...], AfterValidator(_existing)] = ()
    partner_types: dict[Slug, Term]
    help_types: dict[Slug, Term]
    regions: dict[Slug, Term]
    sources: dict[Slug, SourceDocument]
    sources_page: PageFile
    certainty_page: PageFile | None = None
    parents_page: PageFile | None = None
    partner_picks: PartnerPicks | None = None
    facts: dict[FactSeriesId, FactSeries] = Field(default_factory=dict)
    budgets: Budgets = Budgets()

    @cached_property
    def fact_ids(self) -> frozenset[str]:
        """Every fact that a text may rest on."""
        return frozenset(
            f"{series}-{number:02}"
            for series, one in self.facts.items()
            for number in range(one.numbers[0], one.numbers[1] + 1)
        )

    def ids(self) -> dict[str, frozenset[str]]:
        """The known ids by kind, as the validation context wants them. Without a list of facts any fact will do."""
        return {
            "language": frozenset(self.languages),
            "recommendation": frozenset(self.recommendations),
            "phase": frozenset(self.phases),
            "audience": frozenset(self.audiences),
            "method_kind": frozenset(self.method_kinds),
            "partner_type": frozenset(self.partner_types),
            "help_type": frozenset(self.help_types),
            "region": frozenset(self.regions),
            "source": frozenset(self.sources),
            **({"fact": self.fact_ids} if self.facts else {}),
        }

    def context(self, languages: tuple[str, ...], **more: Mapping[str, Any]) -> dict[str, Any]:
        """The validation context for everything that refers to the vocabulary; `more` adds sets of ids."""
        return {"ids": {**self.ids(), **more}, "languages": languages}


def _strangers(source: Source, root: Path, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Languages of the site that the vocabulary does not have."""
    known = source.data.get("languages") if isinstance(source.data, dict) else None
    if not isinstance(known, dict):
        return
    for code in languages:
        if code not in known:
            line = line_in_settings(root, f"locale: {code}")
            yield Problem(SETTINGS, line, "site_language", {"id": code, "known": ", ".join(known)})


def line_in_settings(root: Path, near: str) -> int:
    """Where the settings say something; 1 when they do not, or cannot be read."""
    text = read_text(root / SETTINGS, SETTINGS, []) or ""
    return next((number for number, line in enumerate(text.splitlines(), 1) if near in line), 1)


def read_vocabulary(docs: Path, root: Path, languages: tuple[str, ...]) -> Vocabulary:
    """`docs/vocabulary.yml` with a name for each of the site's `languages`. ProblemsError lists all that is wrong."""
    problems: list[Problem] = []
    path = docs / "vocabulary.yml"
    if not path.exists():
        problems.append(Problem(f"{docs.name}/vocabulary.yml", 1, "file_missing", {"file": "vocabulary.yml"}))
        raise ProblemsError(problems, load(languages[0]))
    source = read_yaml(path, root, problems)
    if source and (strangers := list(_strangers(source, root, languages))):
        raise ProblemsError(strangers, load(languages[0]))  # without them every name would lack a language
    vocabulary = validate(Vocabulary, source, problems, {"languages": languages}) if source else None
    if vocabulary is None:
        raise ProblemsError(problems, load(languages[0]))
    return vocabulary
