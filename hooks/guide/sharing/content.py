"""What stands on the card of a page: kind, title and name of the guide; beside them a number, an icon or a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from guide.catalogue import Catalogue
from guide.content.model import Page
from guide.content.view import View
from guide.site import Guide
from guide.strings import load, load_home
from guide.wording import without_note
from guide.worksheets.home import host

FOLDER = "assets/cards"
ICONS = {"method": "method", "case": "practice", "partner": "network"}
"""The icons of the kinds of pages; see overrides/assets/stylesheets/icons.css."""

Scene = Literal["number", "icon", "sheet", "drawing"]


@dataclass(frozen=True)
class Card:
    """The card of a page in one language.

    uri: of the picture, from the site's root. kind: what kind of page it is, in words; "" for none. lead: what
    stands below the title. guide: the name of the guide, or its address on the home page. scene: what stands
    beside the title. number: of the recommendation. icon: its name. color: of the palette, "" for none. serves: ids of
    recommendations. sheet: the slug of the worksheet that is shown. source: the file below docs with the title.
    """

    uri: str
    language: str
    title: str
    kind: str
    lead: str
    guide: str
    scene: Scene
    number: int | None = None
    icon: str = ""
    color: str = ""
    serves: tuple[str, ...] = ()
    sheet: str = ""
    source: str = ""

    @property
    def said(self) -> str:
        """All that stands on the card, for who does not see it."""
        return " – ".join(part for part in (self.kind, self.title, self.lead, self.guide) if part)


def card_uri(uri: str, language: str) -> str:
    """The address of the card of a page of docs: ("visie/index.md", "fr") → "assets/cards/fr/visie.png"."""
    stem = uri.removesuffix(".md").removesuffix("/index")
    return f"{FOLDER}/{language}/{stem}.png"


def card_of(
    catalogue: Catalogue,
    uri: str,
    language: str,
    view: View,
    meta: dict[str, Any],
    title: str,
    names: tuple[str, str],
    source: str = "",
) -> Card:
    """The card of a page. meta: its front matter. names: of the guide, and what it says of itself. source: see Card."""
    guide, (name, about) = catalogue.guide, names
    home, note = uri == "index.md", ""
    if view.kind == "partner" and (short := without_note(title)) != title:
        # What a foreign name means stands below it, in smaller letters.
        title, note = short, title.removeprefix(short).strip().removeprefix("(").removesuffix(")")
    scene, more = _scene(catalogue, uri, view, meta)
    return Card(
        uri=card_uri(uri, language),
        language=language,
        title=name if home else title,
        kind="" if home else _kind(guide, uri, language, view, meta, title),
        lead=about if home else note,
        guide=host(guide) if home else name,
        scene=scene,
        source=source,
        **more,
    )


def _scene(catalogue: Catalogue, uri: str, view: View, meta: dict[str, Any]) -> tuple[Scene, dict[str, Any]]:
    """What stands beside the title, and the fields that it needs."""
    known = catalogue.guide.vocabulary.recommendations
    found = _serves(catalogue, uri, view, meta)
    serves, main = tuple(sorted(found, key=lambda one: known[one].number)), found[:1]
    more: dict[str, Any] = {"color": known[main[0]].color} if main else {}
    slug = meta.get("worksheet", "")
    if slug in catalogue.sheets:
        return "sheet", more | {"sheet": slug}
    if view.number:
        own = next(one for one in known.values() if one.number == view.number)
        return "number", more | {"number": view.number, "icon": own.icon, "color": own.color}
    if view.kind in ICONS and serves:
        return "icon", more | {"icon": ICONS[view.kind], "serves": serves}
    return "drawing", more


def _serves(catalogue: Catalogue, uri: str, view: View, meta: dict[str, Any]) -> tuple[str, ...]:
    """The recommendations of a page, its main one first."""
    if uri in catalogue.pages:
        front = catalogue.original(uri).front
        return tuple(front.recommendations) if isinstance(front, Page) else ()
    if sheet := catalogue.sheets.get(meta.get("worksheet", "")):
        return tuple(sheet.source.recommendations)
    directory, stem = catalogue.directory, uri.removesuffix(".md").rpartition("/")[2]
    if view.kind == "partner" and directory.has(stem):
        return tuple(directory.get(stem).recommendations)
    return ()


def _kind(guide: Guide, uri: str, language: str, view: View, meta: dict[str, Any], title: str) -> str:
    """The words above the title, those that the page itself has there; none when they would say the title again."""
    words = load(language) if language in guide.languages else load_home(language)
    if said := meta.get("worksheet_kind") or meta.get("partner_type"):
        return str(said)
    if uri == guide.vocabulary.parents_page:
        kind = words["parents.for_parents"]
    elif language not in guide.languages:
        kind = ""
    elif view.number:
        kind = words.text("site.recommendation_number", number=str(view.number))
    elif view.kind != "page" and not meta.get("generated"):
        kind = words[f"site.{view.kind}"]
    else:
        kind = view.section
    return "" if kind == title else kind
