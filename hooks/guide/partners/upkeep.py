"""Which partners somebody should look at next, for `make status`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from guide.partners.model import Partner
from guide.partners.words import assured, is_old, year_later

NEXT = 10  # of those that are in order
Why = Literal["old", "unread", "doubted", "next"]


@dataclass(frozen=True)
class ToVerify:
    """A partner to look at. day: of the last check, if any. until: the day after which it counts as old.

    why: old (more than a year), unread (no public page was read), doubted (its status is unverified), or next.
    """

    partner: str
    why: Why
    day: date | None
    until: date | None


def to_verify(partners: tuple[Partner, ...], today: date) -> list[ToVerify]:
    """All that are old, unread or doubted, and the next few of the others: of each the oldest first.

    Partners that merged or ended stay as they are.
    """
    found = [_line(partner, today) for partner in partners if partner.status in {"active", "unverified"}]
    order = get_args(Why)
    found.sort(key=lambda one: (order.index(one.why), one.day or date.min, one.partner))
    urgent = [one for one in found if one.why != "next"]
    return urgent + [one for one in found if one.why == "next"][:NEXT]


def _line(partner: Partner, today: date) -> ToVerify:
    checked = partner.verification.assured_date or partner.checked_on
    why: Why = "next"
    if is_old(partner, today):
        why = "old"
    elif not assured(partner) and (partner.verification.checked == "none" or not partner.sources):
        why = "unread"
    elif not assured(partner) and partner.status == "unverified":
        why = "doubted"
    return ToVerify(partner.id, why, checked, year_later(checked) if checked else None)
