from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from guide.commands.status import partner_rows, run
from guide.partners import read_all
from guide.partners.upkeep import NEXT, to_verify

CLUB, SERVICE, HOUSE = "partners/huiswerkclub.yml", "partners/tolkdienst.yml", "partners/taalhuis.yml"
LIVING = (HOUSE, [("status: merged\nsucceeded_by: tolkdienst", "status: active")])


def test_the_most_urgent_partner_comes_first(edit: Any) -> None:
    guide = edit({CLUB: [("2026-11-21", "2025-11-20")], LIVING[0]: LIVING[1]})
    assert partner_rows(guide, date(2026, 11, 21)) == [
        (
            "docs/partners/huiswerkclub.yml", "2025-11-20",
            "ouder dan 12 maanden: lees de bronnen opnieuw en zet bij read_on de dag van vandaag",
        ),
        (
            "docs/partners/taalhuis.yml", "2026-11-21",
            "alleen uit onze bronnen bekend: zoek een openbare pagina, zet ze bij sources en zet checked op page",
        ),
        ("docs/partners/tolkdienst.yml", "2026-11-21", "in orde tot 2027-11-21: lees de bronnen voor die dag opnieuw"),
    ]  # fmt: skip


def test_a_doubted_partner_is_named_and_a_merged_one_is_not(edit: Any) -> None:
    guide = edit({SERVICE: [("status: active", "status: unverified")]})
    found = to_verify(read_all(guide)[0], date(2026, 11, 21))
    assert [(one.partner, one.why) for one in found] == [("tolkdienst", "doubted"), ("huiswerkclub", "next")]
    told = edit({SERVICE: [("checked: page", "checked: page, assured_date: 2026-11-01")]})
    assert {one.why for one in to_verify(read_all(told)[0], date(2026, 11, 21))} == {"next"}


def test_of_those_in_order_only_the_oldest_few_are_named(edit: Any) -> None:
    guide = edit()
    club = (guide.docs / CLUB).read_text("utf-8")
    for number in range(NEXT + 3):
        text = club.replace("2026-11-21", f"2026-10-{30 - number}")
        (guide.docs / "partners" / f"club-{number:02}.yml").write_text(text, "utf-8")
    found = to_verify(read_all(guide)[0], date(2026, 11, 21))
    assert [one.partner for one in found] == [f"club-{number:02}" for number in range(NEXT + 2, 2, -1)]


def test_the_command_prints_them_under_the_translations(
    edit: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    assert run(edit()) == 0
    lines = capsys.readouterr().out.strip().splitlines()
    place = lines.index("Partners: deze zijn aan de beurt om na te kijken")
    assert lines[place - 1] == ""
    assert lines[place + 1].startswith("docs/partners/huiswerkclub.yml  2026-11-21  in orde tot 2027-11-21")
