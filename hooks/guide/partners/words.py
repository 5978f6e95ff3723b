"""Words about partners: numbers, dates, and how sure we are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime

from guide.partners.model import Partner
from guide.partners.read import Directory
from guide.strings import Strings


@dataclass(frozen=True)
class Badge:
    """A warning in two or three words. kind: merged, ended, unverified or old."""

    kind: str
    text: str


def build_day() -> date:
    """The day that counts as today: that of SOURCE_DATE_EPOCH, so that a build can be repeated, or of the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()


def day(strings: Strings, when: date) -> str:
    """The date as people write it: 21 november 2026."""
    months = strings["partner.months"].split()
    first = strings["partner.first_day"] if when.day == 1 else str(when.day)
    return strings.text("partner.date", day=first, month=months[when.month - 1], year=str(when.year))


def is_old(partner: Partner, today: date) -> bool:
    """Whether nobody looked for more than twelve months."""
    if partner.verification.assured_date:
        return year_later(partner.verification.assured_date) < today
    return partner.checked_on is not None and year_later(partner.checked_on) < today


def badge(partner: Partner, directory: Directory, strings: Strings, today: date) -> Badge | None:
    """The badge, or None when we read the partner's page within the last twelve months."""
    if partner.succeeded_by:
        known = directory.has(partner.succeeded_by)
        name = directory.get(partner.succeeded_by).name[strings.language] if known else "–"
        return Badge("merged", strings.text("partner.badge.merged", name=name))
    if partner.status == "ended":
        return Badge("ended", strings["partner.badge.ended"])
    if not assured(partner) and (
        partner.status == "unverified" or not partner.sources or partner.verification.checked == "none"
    ):
        return Badge("unverified", strings["partner.badge.unverified"])
    return Badge("old", strings["partner.badge.old"]) if is_old(partner, today) else None


def assured(partner: Partner) -> bool:
    """Whether the partner itself said that all is right."""
    return partner.verification.assured_date is not None


def checks(partner: Partner, strings: Strings, today: date) -> list[str]:
    """How sure we are, in whole sentences."""
    lines = []
    if when := partner.verification.assured_date:
        lines.append(strings.text("partner.page.checked_assured", date=day(strings, when)))
    elif not partner.sources or partner.checked_on is None:
        lines.append(strings["partner.page.checked_no_source"])
    elif partner.verification.checked == "none":
        lines.append(strings["partner.page.checked_none"])
    else:
        lines.append(strings.text("partner.page.checked_page", date=day(strings, partner.checked_on)))
    if is_old(partner, today):
        lines.append(strings["partner.page.checked_old"])
    if partner.status == "unverified":
        lines.append(strings["partner.page.checked_unverified"])
    if partner.verification.note:
        lines.append(partner.verification.note[strings.language])
    return lines


def year_later(when: date) -> date:
    """The same day a year later; of 29 February the 28th."""
    return when.replace(year=when.year + 1, day=28 if (when.month, when.day) == (2, 29) else when.day)
