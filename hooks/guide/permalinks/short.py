"""Short addresses: `/a/communicatie/` sends the reader on in the language of the browser, and lists the languages."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide import worksheets
from guide.catalogue import Catalogue
from guide.permalinks.register import Register
from guide.site import relative_url
from guide.strings import load
from guide.templates import templates
from guide.worksheets import SheetLanguage

FOLDER = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Choice:
    """A language to go to. url: from the site's root. name: in its own script."""

    code: str
    name: str
    direction: str
    url: str


def short_pages(catalogue: Catalogue, register: Register, site_name: str = "") -> dict[str, str]:
    """Every short address as HTML, by the path of its file. site_name: the name of the guide, on pages that stay."""
    guide = catalogue.guide
    targets: dict[str, str] = {}
    for kind, place in guide.vocabulary.kinds.items():
        ids = {
            "worksheet": [card.id for card in catalogue.worksheet_cards(guide.source_language)],
            "partner": [card.id for card in catalogue.partner_cards(guide.source_language)],
        }.get(kind, [page.id for page in catalogue.of_kind(kind)])
        targets |= {f"{place.letter}/{one}/": f"{place.folder}/{one}.md" for one in ids}
    made = {f"{address}index.html": _page(catalogue, address, uri) for address, uri in targets.items()}
    for alias, address in register.short.items():
        if address in targets and alias not in targets:
            made[f"{alias}index.html"] = _page(catalogue, alias, targets[address])
    letter = guide.vocabulary.kinds["worksheet"].letter
    for slug, sheet in worksheets.read_all(guide)[0].items():
        choices = worksheets.languages_page(guide, sheet)
        if len(choices) > 1:
            address = f"{letter}/{slug}/{guide.editor_strings['permalinks.languages']}/"
            title = str(sheet.source.title)
            made[f"{address}index.html"] = _sheet_languages(catalogue, address, title, choices, site_name)
    return made


def _page(catalogue: Catalogue, address: str, uri: str) -> str:
    guide = catalogue.guide
    written = catalogue.pages.get(uri)
    choices = [
        Choice(code, guide.vocabulary.languages[code].native, guide.vocabulary.languages[code].direction,
               guide.page_url(uri, code))
        for code in guide.languages if written is None or code in written
    ]  # fmt: skip
    title = _title(catalogue, uri)
    return _render("short.html", catalogue, address, choices, title=title, canonical=guide.absolute(choices[0].url))


def _title(catalogue: Catalogue, uri: str) -> str:
    language = catalogue.guide.source_language
    if page := catalogue.page(uri, language):
        return page.front.title
    cards = catalogue.worksheet_cards(language) + catalogue.partner_cards(language)
    url = catalogue.guide.page_url(uri, language)
    return next(card.title for card in cards if card.url == url)


def _sheet_languages(
    catalogue: Catalogue, address: str, title: str, sheets: Sequence[SheetLanguage], site_name: str
) -> str:
    source = catalogue.guide.source_language
    known = catalogue.guide.vocabulary.languages
    name = known[source].name[source]
    parents = [
        Choice(code, title, known[code].direction, url) for code, (title, url) in catalogue.parents_pages().items()
    ]
    return _render(
        "sheet-languages.html", catalogue, address, sheets, title=title, source_name=name,
        site_name=site_name, parents=parents, home=catalogue.guide.page_url("index.md", source),
    )  # fmt: skip


def _render(
    template: str, catalogue: Catalogue, address: str, choices: Sequence[Choice | SheetLanguage], **values: Any
) -> str:
    guide = catalogue.guide
    return templates(FOLDER).get_template(template).render(
        language=guide.source_language, t=load(guide.source_language).text, choices=choices,
        link=lambda url: relative_url(url, address), **values,
    )  # fmt: skip


def moved_pages(register: Register) -> dict[str, str]:
    """A page at every old address that sends the reader on, with the anchors that went elsewhere."""
    made: dict[str, str] = {}
    for old, new in register.moved.items():
        path, _, anchor = old.partition("#")
        if not anchor and path.endswith("/"):
            anchors = {key.partition("#")[2]: relative_url(target, path) for key, target in register.moved.items()
                       if key.startswith(f"{path}#")}  # fmt: skip
            page = (
                templates(FOLDER)
                .get_template("moved.html")
                .render(
                    target=relative_url(new, path),
                    anchors=anchors,
                    script=relative_url("assets/javascripts/go.mjs", path),
                )
            )
            made[f"{path}index.html"] = page
    return made


def copy_moved_files(register: Register, site: Path) -> None:
    """A file cannot send anybody on: its successor is served at the old address too."""
    for old, new in register.moved.items():
        if not old.partition("#")[0].endswith("/") and (site / new).is_file():
            target = site / old
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / new, target)


def aliases(register: Register, url: str) -> dict[str, str]:
    """The old anchors of a page that is still there, with the anchor that took their place on the same page."""
    found = {}
    for old, new in register.moved.items():
        page, _, anchor = old.partition("#")
        target, _, now = new.partition("#")
        if page == url == target and anchor and now:
            found[anchor] = now
    return found
