"""What front matter may say, by kind of page."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from guide.texts import AudienceId, FactId, LeastAndMost, PhaseId, RecommendationId, Record, Slug, Text, Title, known

Description = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160)]
PageUri = Annotated[str, known("page")]
WorksheetId = Annotated[str, known("worksheet")]
Query = Annotated[str, StringConstraints(pattern=r"^[a-z_]+=[\w.,-]+(&[a-z_]+=[\w.,-]+)*$")]
PartnerId = Annotated[str, known("partner")]
SourceId = Annotated[str, known("source")]
Checked = Literal["machine", "human", "native"]


class TranslationState(Record):
    """Which Dutch a translation translates. source: hash of that text. checked: who read it."""

    source: str
    checked: Checked


class Entrance(Record):
    """A large card on the home page."""

    id: Slug
    title: Text
    text: Text
    link: PageUri


class SourceEntrance(Entrance):
    """A card in the source language. query: the choices that a list makes at once, as key=value&key=value."""

    query: Query | None = None


class Question(Record):
    """A line on the home page that leads from a situation to a page."""

    id: Slug
    text: Text


class SourceQuestion(Question):
    """Such a line in the source language, with where it leads in every language."""

    link: PageUri
    anchor: Slug | None = None


class Teaser(Record):
    """A short text that leads to a page."""

    title: Text
    text: Text
    link: PageUri


class Home(Record):
    """The texts of the home page. questions: below the entrances, in the order of the source language."""

    lead: Text
    entrances: tuple[Entrance, ...]
    questions_title: Text | None = None
    questions: tuple[Question, ...] = ()
    recommendations_title: Text
    recommendations_intro: Text
    case: Teaser
    languages: Teaser
    trust: Text


class HomeParts(Record):
    """The anchors of the parts of the home page, equal in all languages."""

    start: Slug
    entrances: Slug
    recommendations: Slug
    case: Slug
    languages: Slug
    questions: Slug | None = None


class Place(Record):
    """A heading of a page."""

    page: PageUri
    anchor: Slug


class SourceHome(Home):
    """The home page in the source language. overview: where a recommendation without a page leads."""

    entrances: tuple[SourceEntrance, ...]
    questions: tuple[SourceQuestion, ...] = ()
    ids: HomeParts | None = None
    overview: Place | None = None


class PageTexts(Record):
    """What every page says, in every language."""

    title: Title
    description: Description
    home: Home | None = None


class MethodTexts(PageTexts):
    """What the card of a method says."""

    goal: Text
    group: Text
    duration: Text
    materials: Text


class Translation(PageTexts):
    """The front matter of a translated page."""

    translation: TranslationState | None = None


class MethodTranslation(MethodTexts):
    """The front matter of a translated method."""

    translation: TranslationState | None = None


class Page(PageTexts):
    """A page in the source language. reviewed: the day on which somebody last checked it.

    order: its place in the menu, before the pages without one. recommendations, phases, audiences: what it serves.
    """

    home: SourceHome | None = None
    reviewed: date
    template: Literal["home.html"] | None = None
    order: int | None = None
    recommendations: tuple[RecommendationId, ...] = ()
    phases: tuple[PhaseId, ...] = ()
    audiences: tuple[AudienceId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    facts: tuple[FactId, ...] = ()
    related: tuple[PageUri, ...] = ()
    partners: tuple[PartnerId, ...] = ()
    worksheets: tuple[WorksheetId, ...] = ()

    @model_validator(mode="after")
    def _home_has_texts(self) -> Self:
        if self.template == "home.html" and self.home is None:
            raise PydanticCustomError("home", "home", {"code": "home_missing"})
        return self


class ServingPage(Page):
    """A page that has to say what it serves: recommendation, method or case."""

    recommendations: Annotated[tuple[RecommendationId, ...], Field(min_length=1)]
    phases: tuple[PhaseId, ...]
    audiences: tuple[AudienceId, ...]


class MethodPage(ServingPage, MethodTexts):
    """A group method. minutes, people: the least and the most, or one number; a list with choices asks for them."""

    kind: Annotated[str, known("method_kind")]
    minutes: LeastAndMost = ()
    people: LeastAndMost = ()


SOURCE_MODELS: dict[str, type[Page]] = {
    "page": Page,
    "recommendation": ServingPage,
    "case": ServingPage,
    "method": MethodPage,
}
TRANSLATION_MODELS: dict[str, type[Translation] | type[MethodTranslation]] = {
    "page": Translation,
    "recommendation": Translation,
    "case": Translation,
    "method": MethodTranslation,
}
