"""The page of one partner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from guide.contact import report_link
from guide.pages import GeneratedPage, island
from guide.partners.export import partner_url
from guide.partners.exports import has_vcard, vcard_url
from guide.partners.model import Partner
from guide.partners.picks import picks_link
from guide.partners.read import Directory, folder_of
from guide.partners.render import render
from guide.partners.search import Item, area_name, index_url, item
from guide.partners.words import assured, badge, checks, day
from guide.site import Guide, relative_url
from guide.strings import Strings, load
from guide.wording import summary

TEMPLATE = "partner.html"


@dataclass(frozen=True)
class Link:
    """A name, with an address when there is a page. number, color: of a recommendation."""

    name: str
    url: str = ""
    number: int = 0
    color: str = ""


@dataclass(frozen=True)
class Read:
    """A source that was read: its name, address, and what is known of its age, in words."""

    link: Link
    words: list[str]


def partner_page(
    guide: Guide, directory: Directory, partner: Partner, language: str, today: date, report_url: str
) -> GeneratedPage:
    """The partner's page in a language. report_url: see `report_link`."""
    strings = load(language)
    seen = _Seen(guide, directory, partner, strings)
    values = {
        "t": strings,
        "p": partner,
        "language": language,
        "name": partner.name[language],
        "description": partner.description[language],
        "school": partner.not_taken_over[language],
        "find": partner.how_to_find[language] if partner.how_to_find else "",
        "type": guide.vocabulary.partner_types[partner.type].name[language],
        "help": [guide.vocabulary.help_types[key].name[language] for key in partner.help],
        "audience": [guide.vocabulary.audiences[key].name[language] for key in partner.audience],
        "languages": [guide.vocabulary.languages[key].name[language] for key in partner.languages],
        "areas": [area_name(guide, directory, area, language) for area in partner.service_area],
        "seat": area_name(guide, directory, partner.place, language) if partner.place else "",
        "address": (partner.seat and partner.seat.address) or "",
        "street_map": _street_map(partner),
        "seat_source": _seat_source(partner),
        "badge": badge(partner, directory, strings, today),
        "checks": checks(partner, strings, today),
        "assured": assured(partner),
        "recommendations": seen.recommendations(),
        "members": [seen.member(member, today) for member in partner.members if directory.has(member)],
        "successor": seen.partner(partner.succeeded_by) if partner.succeeded_by else None,
        "sources": seen.sources(),
        "former": ", ".join(partner.former_names),
        "merged": [link for other in directory.merged_into(partner) if (link := seen.partner(other.id))],
        "contact": partner.contact,
        "vcard": relative_url(vcard_url(guide, partner), seen.page) if has_vcard(partner) else "",
        "ways": seen.ways(),
        "no_contact": _no_contact(partner, strings),
        "find_id": load(guide.source_language)["partner.ids.find"],
        "website": _bare(partner.contact.url or ""),
        "report": report_link(
            report_url, strings.text("partner.page.report_title", name=partner.name[language]), seen.absolute
        ),
        "back": relative_url(index_url(guide, language), seen.page),
        "picks": picks_link(guide, language, seen.page, partner),
    }
    sections = _sections(partner)
    ids = load(guide.source_language)
    islands = {name: render("page.html", part=name, **values) for name in ("lead", *sections, "end")}
    body = island("lead") + "".join(
        f"\n## {strings[f'partner.page.{words}']} {{#{ids[f'partner.ids.{name}']}}}\n{island(name)}"
        for name, words in sections.items()
    )
    return GeneratedPage(
        title=partner.name[language],
        description=summary(partner.description[language]),
        markdown=body + island("end"),
        islands=islands,
        template=TEMPLATE,
        data={"partner_type": values["type"]},
        source=f"{folder_of(guide)}/{partner.id}.yml",
    )


def _sections(partner: Partner) -> dict[str, str]:
    """The sections of the page in their order, and the words of their headings.

    Their ids are those of the source language in every language, because links rely on them.
    """
    what = "what" if partner.counts else "what_generic"
    sections = {
        "what": what,
        "whom": "whom",
        "where": "where",
        "find": "find",
        "school": "school",
        "checked": "checked",
    }
    return {name: words for name, words in sections.items() if name != "find" or partner.how_to_find}


class _Seen:
    """What the page links to, as seen from its own address."""

    def __init__(self, guide: Guide, directory: Directory, partner: Partner, strings: Strings) -> None:
        self.guide, self.directory, self.subject, self.strings = guide, directory, partner, strings
        self.page = partner_url(guide, partner, strings.language)
        self.absolute = guide.absolute(self.page)

    def _exists(self, uri: str) -> bool:
        return self.guide.source_file(uri, self.guide.source_language).exists()

    def recommendations(self) -> list[Link]:
        """The recommendations, with an address where the page exists."""
        folder = self.guide.vocabulary.kinds["recommendation"].folder
        links = []
        for key in self.subject.recommendations:
            found, uri = self.guide.vocabulary.recommendations[key], f"{folder}/{key}.md"
            url = relative_url(self.guide.page_url(uri, self.strings.language), self.page) if self._exists(uri) else ""
            links.append(Link(found.name[self.strings.language], url, found.number, found.color))
        return sorted(links, key=lambda link: link.number)

    def partner(self, other: str) -> Link | None:
        """Another partner, when it is in order."""
        if not self.directory.has(other):
            return None
        found = self.directory.get(other)
        url = relative_url(partner_url(self.guide, found, self.strings.language), self.page)
        return Link(found.name[self.strings.language], url)

    def ways(self) -> list[Link]:
        """Where to look when there is no contact: the pages that were read, else the partners that went into it."""
        pages = [Link(source.title, source.url) for source in self.subject.sources if source.url]
        merged = [self.partner(other.id) for other in self.directory.merged_into(self.subject)]
        return pages or [link for link in merged if link]

    def member(self, other: str, today: date) -> tuple[Link | None, Item]:
        """A local member with its card."""
        return self.partner(other), item(self.guide, self.directory, self.directory.get(other), self.strings, today)

    def sources(self) -> list[Read]:
        """The sources in their order; a document leads to its place on the page of sources."""
        reads = []
        for source in self.subject.sources:
            url, title = source.url or "", source.title
            if source.document and not url:
                document, uri = self.guide.vocabulary.sources[source.document], self.guide.vocabulary.sources_page
                if self._exists(uri):
                    target = f"{self.guide.page_url(uri, self.strings.language)}#{document.anchor}"
                    url = relative_url(target, self.page)
            words = [self.strings.text("partner.page.read_on", date=day(self.strings, source.read_on))]
            if source.source_date:
                when = day(self.strings, source.source_date)
                words.insert(0, self.strings.text("partner.page.source_date", date=when))
            reads.append(Read(Link(title, url), words))
        return reads


def _street_map(partner: Partner) -> str:
    """A search on a map of streets, only for an address that a source gives: a municipality would be a false point."""
    address = partner.seat.address if partner.seat else None
    return f"https://www.openstreetmap.org/search?query={quote(address, safe='')}" if address else ""


def _seat_source(partner: Partner) -> str:
    index = partner.seat.source if partner.seat else None
    return partner.sources[index].title if index is not None else ""


def _no_contact(partner: Partner, strings: Strings) -> str:
    """That we found no way to reach an organisation, and when. "" when there is one, or none is to be expected."""
    contact = partner.contact
    if contact.url or contact.phone or contact.email or not partner.counts or partner.status in {"merged", "ended"}:
        return ""
    if partner.checked_on is None:
        return strings["partner.page.no_contact_undated"]
    return strings.text("partner.page.no_contact", date=day(strings, partner.checked_on))


def _bare(url: str) -> str:
    """The address as people say it."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
