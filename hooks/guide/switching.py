"""From a page to the same page in another language: the switch, what is offered to a reader, the way on when lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guide.site import Guide
from guide.strings import load, load_home


@dataclass(frozen=True)
class Way:
    """A link to a page in another language, which may stand for none. url: from the site's root; None: there is none.

    name: of the language, in itself. text: what is said before the link, or what the link says. lead: more of it.
    go: what the link says after a text. no: what one says to decline.
    """

    code: str
    name: str
    direction: str
    url: str | None
    text: str = ""
    go: str = ""
    no: str = ""
    lead: str = ""


def of_the_site(guide: Guide, urls: Mapping[str, str]) -> list[Way]:
    """The page in each language of the site. urls: by language, from the site's root."""
    return [_way(guide, code, urls.get(code)) for code in guide.languages]


def for_parents(guide: Guide, urls: Mapping[str, str]) -> list[Way]:
    """The page in each home language that it has."""
    return [_way(guide, code, urls[code]) for code in guide.vocabulary.languages
            if code in urls and code not in guide.languages]  # fmt: skip


def suggestions(guide: Guide, parents: Mapping[str, tuple[str, str]], urls: Mapping[str, str], now: str) -> list[Way]:
    """What a reader of another language is offered, in that language: the page; on the home page the one for parents.

    parents: title and address of the page for parents, by language. now: the language of the page.
    """
    offered = {code: url for code, url in urls.items() if code in guide.vocabulary.languages and code != now}
    if urls.get(now) == (guide.page_url("index.md", now) or "./"):
        offered |= {code: url for code, (_, url) in parents.items() if code not in guide.languages}
    found = []
    for code in dict.fromkeys((*guide.languages, *guide.vocabulary.languages)):  # the plugin's order is no order
        if (url := offered.get(code)) is None:
            continue
        home = code not in guide.languages
        words, part = (load_home(code), "parents") if home else (load(code), "site")
        found.append(_way(guide, code, url, text=words[f"{part}.suggest"], no=words[f"{part}.not_now"]))
    return found


def homes(guide: Guide, parents: Mapping[str, tuple[str, str]], now: str) -> list[Way]:
    """Where a reader who is lost may go on: the home page in the other languages, and the page for parents.

    A host may know one page for all that is not there, whatever its language.
    """
    found = []
    for code in guide.languages:
        if code != now:
            said = load(code)
            url, text, lead = guide.page_url("index.md", code), said["site.not_found"], said["site.not_found_text"]
            found.append(_way(guide, code, url, text=text, lead=lead, go=said["site.home"]))
    for code, (title, url) in parents.items():
        if code not in guide.languages:
            found.append(_way(guide, code, url, text=title, go=load_home(code)["parents.all_sheets"]))
    return found


def _way(guide: Guide, code: str, url: str | None, **said: str) -> Way:
    known = guide.vocabulary.languages[code]
    return Way(code, known.native, known.direction, url, **said)
