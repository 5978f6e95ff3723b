"""A small guide with one sheet, to be spoiled by each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.site import Guide, open_guide
from guide.worksheets.examples import Example, examples
from tests.support.project import ROOT

SHEET = """\
title: Samen praten
subtitle: Over uw kind
audience: [ouder]
for_parents: true
recommendations: [partnerschap]
phases: [uitproberen]
method: methodieken/praten
group: 2 mensen
duration: 10 minuten
purpose: Praten.
how:
  - Ga zitten.
short_version: Neem vraag 1.
source: Zelf bedacht.
licence: CC BY-SA 4.0
version: 2026-11-21
blocks:
  - {type: header, id: kop}
  - type: steps
    id: uitleg
    steps:
      - icon: listen
        text: U vertelt.
      - icon: draw
        text: U tekent.
  - type: writing
    id: vraag
    prompt: Wat is belangrijk?
    columns:
      - {id: thuis, label: Thuis}
      - {id: school, label: School}
  - {type: footer, id: voet}
people: [2, 4]
minutes: [10]
materials: Een pen.
"""

TURKISH = """\
title: Birlikte konuşmak
subtitle: Çocuğunuz hakkında
short_version: 1. soruyu alın.
source: Kendimiz düşündük.
blocks:
  uitleg:
    steps:
      - Siz anlatırsınız.
      - Siz çizersiniz.
  vraag:
    prompt: Ne önemli?
    columns:
      thuis: Ev
      school: Okul
translation:
  source: "HASH"
  checked: machine
"""

WORDS = {
    "title": "Voorbeeld", "purpose": "Een voorbeeld.", "group": "2", "duration": "10", "materials": "Een pen.",
    "how": "Kijk.", "short_version": "Eén regel.", "source": "Zelf gemaakt.",
}  # fmt: skip


@pytest.fixture
def small(tmp_path: Path) -> Guide:
    """A guide with one sheet for parents, in Dutch and Turkish; the Turkish one still has HASH for its stamp."""
    docs = tmp_path / "docs"
    sheet = docs / "werkbladen" / "praten"
    sheet.mkdir(parents=True)
    (docs / "methodieken").mkdir()
    page = "---\ntitle: Praten\ndescription: Praten.\n---\n\nPraat.\n"
    (docs / "methodieken" / "praten.md").write_text(page, "utf-8")
    (docs / "vocabulary.yml").write_text((ROOT / "docs" / "vocabulary.yml").read_text("utf-8"), "utf-8")
    (sheet / "werkblad.yml").write_text(SHEET, "utf-8")
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return open_guide(tmp_path, docs, ("nl", "fr", "en"), "https://gids.example/")


@pytest.fixture
def sheet_file(small: Guide) -> Path:
    """The Dutch file of the sheet."""
    return small.docs / "werkbladen" / "praten" / "werkblad.yml"


@pytest.fixture
def turkish_file(sheet_file: Path) -> Path:
    """The Turkish file of the sheet, written with a stamp that is not right yet."""
    path = sheet_file.with_name("werkblad.tr.yml")
    path.write_text(TURKISH.replace("HASH", "0123456789ab"), "utf-8")
    return path


@pytest.fixture(scope="session")
def block_examples(real_guide: Guide) -> list[Example]:
    """The documented example of each type of block."""
    return examples(real_guide, WORDS)
