"""The list of all methods, with choices over them."""

from __future__ import annotations

from guide import choices
from guide.cards import Card
from guide.catalogue import Catalogue
from guide.choices import Item, people_values, time_values, times, value_names
from guide.content.model import MethodPage, MethodTexts
from guide.content.read import WrittenPage
from guide.strings import Strings, load
from guide.wording import without_note

CHIPS = ("recommendation", "kind")
SELECTS = ("time", "people", "audience", "phase")


def index_uri(catalogue: Catalogue) -> str:
    """The Markdown file with the list, under docs."""
    return f"{catalogue.folder('method')}/index.md"


def search_html(catalogue: Catalogue, language: str) -> str:
    """The block `method-search` of a language; a method that is not translated is not in it."""
    guide, strings, quick = catalogue.guide, load(language), catalogue.guide.vocabulary.quick_methods
    minutes = times(quick)
    sheets = {card.id: card for card in catalogue.worksheet_cards(language)}
    items = [_item(catalogue, page, strings, minutes, sheets) for page in catalogue.of_kind("method")]
    names = value_names(guide, strings, minutes)
    names["kind"] = {key: one.name[language] for key, one in guide.vocabulary.method_kinds.items()}
    return choices.search_html(
        guide, language, [item for item in items if item], of="method_list",
        page=guide.page_url(index_uri(catalogue), language), chips=CHIPS, selects=SELECTS, names=names, entries=quick,
    )  # fmt: skip


def _item(
    catalogue: Catalogue, page: WrittenPage, strings: Strings, minutes: list[int], sheets: dict[str, Card]
) -> Item | None:
    """A method with the picture of its first sheet; None when it is not there in the language."""
    shown, front = catalogue.page(page.uri, strings.language), page.front
    assert isinstance(front, MethodPage)
    if shown is None:
        return None
    assert isinstance(shown.front, MethodTexts)
    sheet = next((sheets[one] for one in front.worksheets if one in sheets), None)
    kind = catalogue.guide.vocabulary.method_kinds[front.kind].name[strings.language]
    return Item(
        id=page.id,
        recommendation=front.recommendations[0],
        url=catalogue.guide.page_url(page.uri, strings.language),
        title=shown.front.title,
        text=shown.front.goal,
        image=sheet.image if sheet and sheet.image else "",
        image_size=sheet.image_size if sheet and sheet.image_size else (0, 0),
        facts=(
            ("kind", strings["list.kind"], kind),
            ("duration", strings["list.duration"], without_note(shown.front.duration)),
            ("group", strings["list.group"], without_note(shown.front.group)),
        ),
        values={
            "recommendation": front.recommendations,
            "kind": (front.kind,),
            "audience": front.audiences,
            "phase": front.phases,
            "time": time_values(front.minutes, minutes),
            "people": people_values(front.people),
        },
    )
