"""Addresses, numbers and mailboxes: whose are they, and do they fit the place? The region says how they look there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guide.partners.places import Region
from guide.wording import sort_key

_WORDS = re.compile(r"[^\W\d_]+")
# A first name or its initial, and a name.
_PERSON = re.compile(r"([a-z]+)[._](?:[a-z]+[._])*([a-z]{2,})@", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """The parts of an address; postcode is empty when it was not found."""

    street: str
    postcode: str
    town: str


def parts_of(address: str, names: Sequence[str], region: Region) -> Address:
    """An address in parts. names: of the municipality, for an address without a postcode; the first is the default."""
    postcode = region.map.postcode if region.map else None
    found = re.fullmatch(rf"(.+?),?\s+((?:{postcode}))\s+(\D+)", address) if postcode else None
    if found:
        return Address(found[1], found[2], found[3])
    for name in names:
        if ends := re.fullmatch(rf"(.+?),?\s+({re.escape(name)})", address, re.IGNORECASE):
            return Address(ends[1], "", ends[2])
    return Address(address, "", names[0])


def is_there(address: str, names: Iterable[str], region: Region) -> bool:
    """Whether an address ends in the municipality, by one of its names, or in a postcode of the region and a town."""
    end = sort_key(address)
    return any(end.endswith(sort_key(name)) for name in names) or bool(parts_of(address, [""], region).postcode)


def is_personal_number(phone: str, region: Region) -> bool:
    """Whether it is a number that belongs to a person's own phone in the region."""
    if not region.map or not region.map.personal_number:
        return False
    digits = re.sub(r"\(0\)|\D", "", phone)
    country = region.map.country_code
    if country and phone.startswith(("+", "00")):
        digits = "0" + digits.removeprefix("00").removeprefix(country)
    return re.fullmatch(region.map.personal_number, digits) is not None


def is_personal_mailbox(email: str, own_words: Iterable[str]) -> bool:
    """Whether it looks like first.last@; own_words: of the organisation, its place and common tasks."""
    found = _PERSON.match(email)
    if not found:
        return False
    known = {word for text in own_words for word in _WORDS.findall(sort_key(text))}
    host = sort_key(email.partition("@")[2])
    return not any(part in known or (len(part) > 2 and part in host) for part in map(sort_key, found.groups()))
