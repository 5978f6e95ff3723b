"""The address card of an organisation: vCard 3.0 (RFC 2426), which phones and mail programs read."""

from __future__ import annotations

from collections.abc import Iterator

from guide.partners.addresses import vcard_url
from guide.partners.contacts import parts_of
from guide.partners.export import partner_url
from guide.partners.model import Partner
from guide.partners.read import Directory
from guide.site import Guide
from guide.wording import first_sentence

_LINE = 75  # bytes, without the end of the line
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def has_vcard(partner: Partner) -> bool:
    """Whether there is something to keep: an organisation that is active and that one can reach."""
    contact, address = partner.contact, partner.seat and partner.seat.address
    reached = contact.url or contact.email or contact.phone or address
    return partner.counts and partner.status == "active" and bool(reached)


def vcard(guide: Guide, directory: Directory, partner: Partner) -> bytes:
    """The card, in the source language; every line ends in CR LF."""
    return "".join(f"{_folded(line)}\r\n" for line in _lines(guide, directory, partner)).encode()


def _lines(guide: Guide, directory: Directory, partner: Partner) -> Iterator[str]:
    language, contact = guide.source_language, partner.contact
    name, page = _text(partner.name[language]), guide.absolute(partner_url(guide, partner, language))
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"N:{name};;;;"
    yield f"FN:{name}"
    yield f"ORG:{name}"
    yield "X-ABShowAs:COMPANY"  # else an iPhone files it as a person
    if contact.url:
        yield f"URL:{contact.url}"
    if contact.phone:
        yield f"TEL;TYPE=WORK,VOICE:{_text(contact.phone)}"
    if contact.email:
        yield f"EMAIL;TYPE=INTERNET:{contact.email}"
    if partner.seat and partner.seat.address:
        names = list(directory.region.places[partner.seat.municipality].name.values())
        parts = parts_of(partner.seat.address, names, directory.region)
        yield f"ADR;TYPE=WORK:;;{_text(parts.street)};{_text(parts.town)};;{_text(parts.postcode)};"
    yield f"CATEGORIES:{','.join(_text(guide.vocabulary.help_types[key].name[language]) for key in partner.help)}"
    note = first_sentence(partner.description[language]) + "\n" + page
    yield f"NOTE:{_text(note)}"
    yield f"UID:{page}"
    yield f"SOURCE:{guide.absolute(vcard_url(guide, partner))}"
    if partner.checked_on:
        yield f"REV:{partner.checked_on.isoformat()}"
    yield "END:VCARD"


def _text(value: str) -> str:
    return value.translate(_ESCAPES)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes; each but the first begins with a space. No letter is cut in two."""
    pieces, length = [""], 0
    for letter in line:
        size = len(letter.encode())
        if length + size > _LINE:
            pieces.append(" ")
            length = 1
        pieces[-1] += letter
        length += size
    return "\r\n".join(pieces)
