"""A reader's own list of partners: its page, the link to it, and what its script needs. Nothing of it leaves a browser.

What the guide says of it stands in `partner_picks` of the vocabulary; a guide without that key has no such list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from markupsafe import Markup

from guide.partners.export import data_url
from guide.partners.model import Partner
from guide.partners.read import Directory, folder_of, read_directory
from guide.partners.render import render
from guide.partners.words import badge, build_day
from guide.problems import Problem
from guide.site import Guide, relative_url
from guide.source import read_yaml
from guide.strings import Strings, load
from guide.worksheets.fields import known_fields
from guide.worksheets.home import home
from guide.worksheets.read import read_sheets, slugs

PICKS_TEMPLATE = "my-list.html"
_STYLE = "assets/stylesheets/my-list.css"
_SCRIPT = "assets/javascripts/pick.mjs"
_BUTTONS = ("add", "added", "drop_sure", "full", "said_added", "said_dropped")
ROW = "{n}"
"""In the name of a field of the worksheet: the number of its row."""


def picks_link(guide: Guide, language: str, url: str, partner: Partner | None = None) -> Markup:
    """The link to the list, with its number, as a script shows it on the page at `url`; "" in a guide without a list.

    partner: the one that the page is about, with a button of its own; cards get theirs from the script.
    """
    if not guide.vocabulary.partner_picks:
        return Markup("")
    strings = load(language)
    words = {key: strings[f"partner.picks.{key}"] for key in _BUTTONS}
    return Markup(
        render(
            "picks-link.html",
            t=strings,
            words=json.dumps(words, ensure_ascii=False),
            target=relative_url(_url(guide, language), url),
            style=relative_url(_STYLE, url),
            script=relative_url(_SCRIPT, url),
            partner=partner.id if partner else "",
            name=partner.name[language] if partner else "",
        )
    )


def picks_html(guide: Guide, language: str, today: date | None = None) -> str:
    """The block `partner-picks` of a language. today: the day by which a check counts as old."""
    directory, _ = read_directory(guide)
    page = _url(guide, language)
    letter = guide.vocabulary.kinds["partner"].letter
    codes = [(code, guide.vocabulary.languages[code]) for code in guide.languages]
    data = {
        "words": _words(load(language), "partner.picks.script.") | {"full": load(language)["partner.picks.full"]},
        "paper": {code: _words(load(code), "partner.picks.paper.") for code, _ in codes},
        "names": {code: home(guide, code)[0] for code, _ in codes},
        "badges": {code: _words(load(code), "partner.badge.") for code, _ in codes},
        "doubts": _doubts(directory, load(language), today or build_day()),
        "works": {code: load(code)["partner.works_in"] for code, _ in codes},
        "directions": {code: one.direction for code, one in codes},
        "places": _places(directory),
        "short": guide.absolute(f"{letter}/"),
        "home": guide.absolute(""),
        "link": guide.absolute(page),
        "sheet": _sheet(guide, language, page),
    }
    return render(
        "picks.html",
        t=load(language),
        language=language,
        languages=[(code, one.native) for code, one in codes],
        search=relative_url(guide.page_url(f"{folder_of(guide)}/index.md", language), page),
        source=relative_url(data_url(guide), page),
        codes=relative_url(guide.vocabulary.kinds["partner"].letter + "/", page),
        pattern=relative_url(f"{guide.prefix(language)}{folder_of(guide)}/*/", page),
        data=data,
    )


def faults(guide: Guide) -> list[Problem]:
    """What `partner_picks` of the vocabulary names and no worksheet has."""
    picks = guide.vocabulary.partner_picks
    sheet = picks.sheet if picks else None
    if sheet is None:
        return []
    source = read_yaml(guide.docs / "vocabulary.yml", guide.root, [])
    assert source

    def unknown(name: str, known: Iterable[str], *key: str) -> Problem:
        values = {"id": name, "known": ", ".join(sorted(known))}
        return Problem(source.file, source.line("partner_picks", "sheet", *key), "unknown_id", values)

    if sheet.worksheet not in slugs(guide):
        return [unknown(sheet.worksheet, slugs(guide), "worksheet")]
    sheets = {slug: one for slug, one in read_sheets(guide)[0].items() if slug == sheet.worksheet}
    if not sheets:
        return []  # it has a fault of its own
    known = known_fields(guide, sheets, guide.source_language)[sheet.worksheet]["texts"]
    rows = range(1, sheet.rows + 1)
    asked = [(key, field.replace(ROW, str(row))) for key, field in sheet.fields.items() for row in rows]
    return [unknown(field, known, "fields", key) for key, field in asked if field not in known]


def _url(guide: Guide, language: str) -> str:
    picks = guide.vocabulary.partner_picks
    assert picks
    return guide.page_url(picks.page, language)


def _words(strings: Strings, start: str) -> dict[str, str]:
    """The words below a key, by the rest of their keys."""
    return {key.removeprefix(start): text for key, text in strings.words.items() if key.startswith(start)}


def _doubts(directory: Directory, strings: Strings, today: date) -> dict[str, str]:
    """The kind of badge of each partner that has one."""
    found = {partner.id: badge(partner, directory, strings, today) for partner in directory.partners}
    return {key: one.kind for key, one in found.items() if one}


def _places(directory: Directory) -> dict[str, tuple[float, float]]:
    """Where the municipalities lie that have a seat: longitude and latitude, as GeoJSON wants them."""
    used = sorted({partner.place for partner in directory.partners if partner.place})
    found = {place: directory.region.places[place] for place in used}
    return {key: (one.lon, one.lat) for key, one in found.items() if one.lon is not None and one.lat is not None}


def _sheet(guide: Guide, language: str, page: str) -> dict[str, Any] | None:
    """The worksheet that the list can be put on: its address, and the names of its fields by row."""
    sheet = guide.vocabulary.partner_picks.sheet if guide.vocabulary.partner_picks else None
    if sheet is None:
        return None
    folder = guide.vocabulary.kinds["worksheet"].folder
    target = guide.page_url(f"{folder}/{sheet.worksheet}.md", language)
    found = read_sheets(guide)[0].get(sheet.worksheet)
    shown = (found.usable(language) or found.source) if found else None
    title = str(shown.title) if shown else sheet.worksheet
    values = {"slug": sheet.worksheet, "title": title, "url": relative_url(target, page)}
    return values | {"fields": sheet.fields, "rows": sheet.rows}
