"""What the panel "Link to this page" holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from guide import partners, worksheets
from guide.catalogue import Catalogue
from guide.citing import apa, bibtex
from guide.citing.codes import PNG, SVG
from guide.citing.links import html_link, mail_link, markdown_link
from guide.citing.work import ADDRESS, TITLE, Work
from guide.content.model import Page
from guide.embeds import snippet
from guide.site import relative_url
from guide.strings import load


@dataclass(frozen=True)
class Panel:
    """The forms of a link to a page; plain text but where it says otherwise.

    address: whole. short: whether it is the one that opens in the language of the reader; own: then the one that always
    opens in this language, whose name is `language`, else "". svg, png: links to the
    pictures of its QR code; file: their name without ending, for who saves them. embed: HTML of a frame; "" when the
    page has no card. citation: HTML. mail: an address.
    section_…: the same of a section, with marks for a script (see `guide.citing.work`).
    """

    address: str
    short: bool
    own: str
    language: str
    title: str
    file: str
    svg: str
    png: str
    html: str
    markdown: str
    embed: str
    mail: str
    citation: Markup
    bibtex: str
    section_mail: str
    section_citation: Markup
    section_bibtex: str


def years(catalogue: Catalogue) -> dict[str, int]:
    """By uri, the year of the day on which somebody last looked at a page; not of those where nobody noted it."""
    guide, found = catalogue.guide, dict[str, int]()
    for uri in catalogue.pages:
        front = catalogue.original(uri).front
        if isinstance(front, Page):
            found[uri] = front.reviewed.year
    for slug, sheet in worksheets.read_all(guide)[0].items():
        found[f"{catalogue.folder('worksheet')}/{slug}.md"] = sheet.source.version.year
    for partner in partners.read_all(guide)[0]:
        days = [day for day in (partner.checked_on, partner.verification.assured_date) if day]
        if days:
            found[f"{catalogue.folder('partner')}/{partner.id}.md"] = max(days).year
    return found


def panel(
    catalogue: Catalogue, uri: str, language: str, title: str, short: str, kind: str, site_name: str,
    known: Mapping[str, int],
) -> Panel:  # fmt: skip
    """The panel of a page.

    short: its short address from the root, or "". site_name: in the language. known: as `years` gives them.
    """
    guide, strings = catalogue.guide, load(language)
    page = guide.page_url(uri, language)
    path = short or page
    genre = strings["site.worksheet"] if kind == "worksheet" else ""  # a sheet and its method may have one name
    work = Work(site_name, title, guide.absolute(path), path, language, known.get(uri), genre)
    identifier = uri.removesuffix(".md").rpartition("/")[2]
    return Panel(
        address=work.address,
        short=bool(short),
        own=guide.absolute(page) if short else "",
        language=guide.vocabulary.languages[language].name[language],
        title=title,
        file="-".join(["qr", *path.strip("/").split("/")]).rstrip("-"),
        svg=relative_url(path + SVG, page),
        png=relative_url(path + PNG, page),
        html=html_link(title, work.address),
        markdown=markdown_link(title, work.address),
        embed=snippet(catalogue, kind, identifier, language) if short else "",
        mail=mail_link(title, work.address, site_name, strings),
        citation=apa.reference(work, strings, guide.cache),
        bibtex=bibtex.reference(work),
        section_mail=mail_link(TITLE, ADDRESS, site_name, strings),
        section_citation=apa.section_reference(work, strings, guide.cache),
        section_bibtex=bibtex.section_reference(work),
    )
