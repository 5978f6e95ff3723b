"""The partners as a table for a spreadsheet (CSV), in one language."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from guide.partners.export import partner_url
from guide.partners.model import Partner
from guide.partners.read import Directory
from guide.partners.search import area_name
from guide.site import Guide
from guide.strings import Strings, load
from guide.vocabulary import Term

COLUMNS = """
    id name former_names kind status successor type help recommendations audience languages description not_taken_over
    how_to_find members website email phone seat address service_area page checked_on assured_date sources
"""


def table(guide: Guide, directory: Directory, language: str) -> bytes:
    """UTF-8 with a byte-order mark and semicolons, as spreadsheets here open it: one line a partner."""
    strings = load(language)
    file = io.StringIO()
    lines = csv.writer(file, delimiter=";", lineterminator="\r\n")
    lines.writerow([strings[f"partner.columns.{column}"] for column in COLUMNS.split()])
    for partner in directory.partners:
        cells = _cells(guide, directory, partner, strings)
        lines.writerow([harmless(cells[column]) for column in COLUMNS.split()])
    return file.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """The text on one line, and as text: a spreadsheet would take what begins with = + - or @ for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(("=", "+", "-", "@")) else line


def _cells(guide: Guide, directory: Directory, partner: Partner, strings: Strings) -> dict[str, str]:
    language, words = strings.language, guide.vocabulary

    def names(terms: Mapping[str, Term], ids: Iterable[str]) -> str:
        return _listed(terms[key].name[language] for key in ids)

    def partners(ids: Iterable[str | None]) -> str:
        return _listed(directory.get(one).name[language] for one in ids if one and directory.has(one))

    assured = partner.verification.assured_date
    return {
        "id": partner.id,
        "name": partner.name[language],
        "former_names": _listed(partner.former_names),
        "kind": strings[f"partner.kinds.{partner.kind}"],
        "status": strings[f"partner.statuses.{partner.status}"],
        "successor": partners([partner.succeeded_by]),
        "type": words.partner_types[partner.type].name[language],
        "help": names(words.help_types, partner.help),
        "recommendations": _listed(words.recommendations[key].name[language] for key in partner.recommendations),
        "audience": names(words.audiences, partner.audience),
        "languages": _listed(words.languages[code].name[language] for code in partner.languages),
        "description": partner.description[language],
        "not_taken_over": partner.not_taken_over[language],
        "how_to_find": partner.how_to_find[language] if partner.how_to_find else "",
        "members": partners(partner.members),
        "website": partner.contact.url or "",
        "email": partner.contact.email or "",
        "phone": partner.contact.phone or "",
        "seat": area_name(guide, directory, partner.place, language) if partner.place else "",
        "address": (partner.seat and partner.seat.address) or "",
        "service_area": _listed(area_name(guide, directory, area, language) for area in partner.service_area),
        "page": guide.absolute(partner_url(guide, partner, language)),
        "checked_on": partner.checked_on.isoformat() if partner.checked_on else "",
        "assured_date": assured.isoformat() if assured else "",
        "sources": _listed(" ".join(filter(None, (source.title, source.url))) for source in partner.sources),
    }


def _listed(texts: Iterable[str]) -> str:
    return " | ".join(texts)
