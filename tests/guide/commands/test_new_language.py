"""`make new language=so` and what becomes of it: drafts that no parent gets, and a stamp that publishes them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from guide import strings
from guide.__main__ import main
from guide.commands.drafts import add_entry
from guide.strings import load
from tests.guide.commands.test_commands import SETTINGS
from tests.support.guides import small_guide, write
from tests.support.project import ROOT
from tests.support.written import PAGES

SHEET = """\
title: Samen praten
audience: [team]
for_parents: true
recommendations: [rust]
phases: [begin]
group: 2 mensen
duration: 10 minuten
purpose: Praten.
how: [Ga zitten.]
short_version: "Kort: vraag 1."
source: Zelf bedacht.
licence: CC BY-SA 4.0
version: 2026-11-21
people: [2, 4]
minutes: [10]
materials: Een pen.
blocks:
  - {type: header, id: kop}
  - type: steps
    id: uitleg
    steps:
      - {icon: listen, text: U vertelt.}
      - {icon: draw, text: U tekent.}
  - {type: footer, id: voet}
"""
PAGE = """\
---
title: Voor ouders
description: "Een blad: wat is dat?"
reviewed: 2026-11-21
---

## Wat is dit? {#wat}

U kreeg een blad van de school. <!-- V2-02 -->
"""
SOMALI = """\
---
title: Waalidka
description: Waa maxay warqaddani?
---

## Waa maxay? {#wat}

Dugsigu wuxuu ku siiyay warqad.
"""
SOMALI_SHEET = """\
title: Wada hadal
short_version: Su’aasha 1.
source: Annaga.
blocks:
  uitleg:
    steps: [Waad sheegtaa., Waad sawirtaa.]
"""
WORDS = "hooks/guide/strings/so.yml"
DRAFT, SHEET_DRAFT = "docs/ouders.so.md", "docs/bladen/praten/werkblad.so.yml"
NUMBER = len(strings.home_keys())
NEXT = """
Zo ga je verder:
1. Vertaal hooks/guide/strings/so.yml en dan de andere bestanden. Tot aan de stempel krijgt niemand ze te zien.
2. Kijk na met make check. Wat nog leeg is, telt make new language=so.
3. Is een bestand af: make stamp FILES="docs/ouders.so.md docs/bladen/*/werkblad.so.yml" \
(een bestand dat nog niet af is, slaat dit over en noemt het)
4. Bekijk het met make serve, op /so/. Verbeter tot het klopt en stuur het dan pas in.
5. Las een moedertaalspreker het na? Zet bij make stamp ook CHECKED=native.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small guide with a page and a sheet for parents, and words of its own."""
    small_guide(tmp_path, {**PAGES, "ouders.md": PAGE, "bladen/praten/werkblad.yml": SHEET})
    method = (tmp_path / "docs/doen/kijken.md").read_text("utf-8")
    lists = "worksheets: [vragen]\npartners: [bib]\n"
    write(tmp_path / "docs", {"doen/kijken.md": method.replace(lists, "")})
    vocabulary = tmp_path / "docs/vocabulary.yml"
    vocabulary.write_text(vocabulary.read_text("utf-8") + "parents_page: ouders.md\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS.format(url="https://klein.test/"), "utf-8")
    shutil.copytree(ROOT / "hooks/guide/strings", tmp_path / "hooks/guide/strings")
    real = strings.FOLDER
    for module in [module for name, module in sys.modules.items() if name.startswith("guide.")]:
        if getattr(module, "FOLDER", None) == real:
            monkeypatch.setattr(module, "FOLDER", tmp_path / "hooks/guide/strings")
    yield tmp_path
    _forget()


def _forget() -> None:
    strings.load.cache_clear()
    strings.load_home.cache_clear()


def _run(root: Path, *arguments: str) -> int:
    _forget()
    return main(["--root", str(root), *arguments])


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_it_writes_all_that_is_to_be_translated(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(root)
    assert _run(root, "new", "language", "so") == 0
    assert capsys.readouterr().out == (
        "docs/vocabulary.yml: nieuwe regel, kijk de namen na: "
        "so: {native: Soomaali, name: {nl: Somalisch, fr: somali}}\n"
        f"{WORDS}: nieuw, {NUMBER} teksten te vertalen\n"
        f"{DRAFT}: nieuw, de hele bladzijde te vertalen\n"
        f"{SHEET_DRAFT}: nieuw, 5 teksten te vertalen\n"
        f"{NEXT}"
    )
    after = _files(root)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"docs/vocabulary.yml", WORDS, DRAFT, SHEET_DRAFT}
    line = "  so: {native: Soomaali, name: {nl: Somalisch, fr: somali}}\n"
    arabic = "  ar: {native: العربية, name: {nl: Arabisch, fr: arabe}, direction: rtl}\n"
    old = before["docs/vocabulary.yml"].decode()
    assert after["docs/vocabulary.yml"].decode() == old.replace(arabic, arabic + line)


def test_a_sheet_to_be_filled_in_shows_the_source_above_each_text(root: Path) -> None:
    _run(root, "new", "language", "so")
    text = (root / SHEET_DRAFT).read_text("utf-8")
    assert text.partition("\n\n")[2] == (
        '# Samen praten\ntitle: ""\n# Kort: vraag 1.\nshort_version: ""\n# Zelf bedacht.\nsource: ""\n'
        "blocks:\n  uitleg:\n    steps:\n"
        '      # U vertelt.\n      - ""\n      # U tekent.\n      - ""\n'
    )
    assert text.startswith("# Schrijf elke vertaling tussen de aanhalingstekens.")


def test_the_page_to_be_translated_is_the_source_without_what_only_editors_need(root: Path) -> None:
    _run(root, "new", "language", "so")
    assert (root / DRAFT).read_text("utf-8") == (
        "---\n"
        "# Vertaal deze twee teksten en alles eronder. Laat staan wat tussen accolades staat en de regels met ///.\n"
        "title: Voor ouders\ndescription: 'Een blad: wat is dat?'\n---\n\n"
        "## Wat is dit? {#wat}\n\nU kreeg een blad van de school. \n"
    )


def test_the_words_are_those_of_the_pages_for_parents(root: Path) -> None:
    _run(root, "new", "language", "so")
    words = (root / WORDS).read_text("utf-8")
    assert f'# {load("nl")["parents.print"]}\nparents.print: ""\n' in words
    assert list(yaml.safe_load(words)) == list(strings.home_keys())
    _forget()
    assert strings.lacking("so") == strings.home_keys()


def test_drafts_are_no_fault_and_the_status_counts_them(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run(root, "new", "language", "so")
    capsys.readouterr()
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    assert _run(root, "check") == 0, capsys.readouterr().out
    assert _run(root, "status") == 0
    rows = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
    found = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert [row for row in found if "so" in row] == [
        ["ouders", "so", "in de maak", "–"],
        ["bladen/praten", "so", "in de maak", "–"],
    ]


def test_a_second_call_changes_nothing_and_counts_what_is_left(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run(root, "new", "language", "so")
    sheet = root / SHEET_DRAFT
    sheet.write_text(sheet.read_text("utf-8").replace('title: ""', "title: Wada hadal"), "utf-8")
    before = _files(root)
    capsys.readouterr()
    assert _run(root, "new", "language", "so") == 0
    assert capsys.readouterr().out == (
        f"{WORDS}: stond er al; nog {NUMBER} teksten te vertalen\n"
        f"{DRAFT}: stond er al; nog 4 teksten te vertalen\n"
        f"{SHEET_DRAFT}: stond er al; nog 4 teksten te vertalen\n"
        f"{NEXT}"
    )
    assert _files(root) == before


def test_what_came_later_is_added_or_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _translate(root)
    words = root / WORDS
    kept = "".join(line for line in words.read_text("utf-8").splitlines(keepends=True) if "parents.print:" not in line)
    words.write_text(kept, "utf-8")
    source = root / "docs/bladen/praten/werkblad.yml"
    block = "  - {type: writing, id: vraag, prompt: Wat nog?, lines: 3}\n  - {type: footer"
    source.write_text(source.read_text("utf-8").replace("  - {type: footer", block), "utf-8")
    write(root / "docs", {"bladen/meer/werkblad.yml": SHEET.replace("Samen praten", "Meer")})
    translated = (root / SHEET_DRAFT).read_bytes()
    capsys.readouterr()
    assert _run(root, "new", "language", "so") == 0
    assert capsys.readouterr().out == (
        f"{WORDS}: stond er al; deze nieuwe woorden staan er nu onderaan bij: parents.print\n"
        f"{DRAFT}: stond er al, niets te doen\n"
        "docs/bladen/meer/werkblad.so.yml: nieuw, 5 teksten te vertalen\n"
        f"{SHEET_DRAFT}: stond er al; dit is nieuw. Zet het erin op zijn plaats en vertaal het: blocks.vraag\n"
        '    vraag:\n      # Wat nog?\n      prompt: ""\n'
        f"{NEXT}"
    )
    assert words.read_text("utf-8") == kept + f'# {load("nl")["parents.print"]}\nparents.print: ""\n'
    assert (root / SHEET_DRAFT).read_bytes() == translated


def test_when_all_is_translated_there_is_nothing_to_do(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _translate(root)
    capsys.readouterr()
    assert _run(root, "new", "language", "so") == 0
    assert capsys.readouterr().out == "".join(
        f"{file}: stond er al, niets te doen\n" for file in (WORDS, DRAFT, SHEET_DRAFT)
    )


def test_what_is_filled_in_waits_for_its_stamp_and_a_fault_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _translate(root, stamped=False)
    (root / DRAFT).write_text(SOMALI.replace("title: ", "titel: "), "utf-8")
    (root / WORDS).write_text("parents.print: [\n", "utf-8")
    capsys.readouterr()
    assert _run(root, "new", "language", "so") == 0
    assert capsys.readouterr().out == (
        f"{WORDS}: stond er al en er zit een fout in; make check zegt welke\n"
        f"{DRAFT}: stond er al en er zit een fout in; make check zegt welke\n"
        f"{SHEET_DRAFT}: stond er al, is ingevuld en heeft nog geen stempel\n"
        f"{NEXT}"
    )
    assert (root / WORDS).read_text("utf-8") == "parents.print: [\n"


@pytest.mark.parametrize("code", ["xx", "Somali", "so_SO", "s", "", "../so", "so\n", "zzz-zz"])
def test_an_unknown_code_is_refused(code: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(root)
    assert _run(root, "new", "language", code) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        f"{code} is geen bekende taalcode, dus er is niets geschreven. Gebruik de code van twee of drie letters, "
        "zoals so voor Somalisch. Bestaat de taal toch, zet ze dan eerst zelf bij languages in docs/vocabulary.yml.\n",
    )
    assert _files(root) == before


def test_a_language_of_the_site_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(root)
    assert _run(root, "new", "language", "fr") == 1
    assert capsys.readouterr().err == (
        "fr is een taal van de site zelf, dus er is niets geschreven. "
        "Dit is voor talen waarin alleen ouders iets krijgen.\n"
    )
    assert _files(root) == before


def test_a_line_that_is_there_stays_also_for_a_code_that_nobody_knows(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vocabulary = root / "docs/vocabulary.yml"
    text = vocabulary.read_text("utf-8").replace(
        "sections:", "  # eigen regel\n  rom: {native: Romani, name: {nl: Romani, fr: romani}}\nsections:"
    )
    vocabulary.write_text(text, "utf-8")
    assert _run(root, "new", "language", "rom") == 0
    assert "vocabulary" not in capsys.readouterr().out
    assert vocabulary.read_text("utf-8") == text
    assert (root / "docs/ouders.rom.md").exists()


def test_the_direction_of_a_script_comes_along(root: Path) -> None:
    _run(root, "new", "language", "fa")
    assert "  fa: {native: فارسی, name: {nl: Perzisch, fr: persan}, direction: rtl}\n" in (
        root / "docs/vocabulary.yml"
    ).read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("languages:\n  nl: {a: b}  # eerst\n\n# Het menu\nrest: 1\n",
         "languages:\n  nl: {a: b}  # eerst\n  no: {c: d}\n\n# Het menu\nrest: 1\n"),
        ("languages:\n    nl:\n        a: b\n    fr:\n        a: [b,\n          c]\nrest: 1\n",
         "languages:\n    nl:\n        a: b\n    fr:\n        a: [b,\n          c]\n    no: {c: d}\nrest: 1\n"),
        ("rest: 1\nlanguages:\n  é: {a: b}", "rest: 1\nlanguages:\n  é: {a: b}\n  no: {c: d}\n"),
        ("languages: {é: {a: b},\n  fr: {a: b}}  # kort\nrest: 1\n",
         "languages: {é: {a: b},\n  fr: {a: b}, no: {c: d}}  # kort\nrest: 1\n"),
        ("languages:\r\n  nl: {a: b}\r\nrest: 1\r\n", "languages:\r\n  nl: {a: b}\r\n  no: {c: d}\r\nrest: 1\r\n"),
    ],
)  # fmt: skip
def test_an_entry_is_added_and_all_the_rest_stays(before: str, after: str, tmp_path: Path) -> None:
    path = tmp_path / "lijst.yml"
    path.write_bytes(before.encode())
    add_entry(path, "languages", "no", {"c": "d"})
    assert path.read_bytes().decode().replace("'no'", "no") == after


# --- the stamp that publishes ---------------------------------------------------------------------------------------


def _translate(root: Path, *, stamped: bool = True) -> None:
    """Somali as somebody would write it, all of it."""
    _run(root, "new", "language", "so")
    words = (root / WORDS).read_text("utf-8").replace('""', "Erey")
    write(root, {WORDS: words, DRAFT: SOMALI, SHEET_DRAFT: SOMALI_SHEET})
    if stamped:
        assert _run(root, "stamp", str(root / DRAFT), str(root / SHEET_DRAFT)) == 0


def test_a_stamp_makes_a_draft_count(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _translate(root, stamped=False)
    capsys.readouterr()
    assert _run(root, "stamp", "--checked", "native", str(root / DRAFT), str(root / SHEET_DRAFT)) == 0
    assert capsys.readouterr().out == (
        f"{DRAFT}: hoort bij de tekst van vandaag\n{SHEET_DRAFT}: hoort bij de tekst van vandaag\n"
    )
    assert "checked: native" in (root / DRAFT).read_text("utf-8")
    assert "checked: native" in (root / SHEET_DRAFT).read_text("utf-8")


def test_a_draft_that_is_not_finished_gets_no_stamp(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run(root, "new", "language", "so")
    (root / DRAFT).write_text(SOMALI.replace("title: Waalidka", "title: Voor ouders").replace(" {#wat}", ""), "utf-8")
    before = _files(root)
    capsys.readouterr()
    assert _run(root, "stamp", str(root / DRAFT), str(root / SHEET_DRAFT)) == 1
    said = capsys.readouterr()
    begin = "niets gestempeld, want de vertaling is nog niet af. Hier ontbreken nog woorden:"
    assert (said.out, said.err) == (
        "",
        f"{root / DRAFT}: {begin} title, wat\n"
        f"{root / SHEET_DRAFT}: {begin} title, short_version, source, blocks.uitleg.steps.0, blocks.uitleg.steps.1\n",
    )
    assert _files(root) == before


def test_a_stamp_for_all_leaves_drafts_alone_and_names_them(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _translate(root, stamped=False)
    _run(root, "stamp")
    before = {name: text for name, text in _files(root).items() if ".so." in name}
    capsys.readouterr()
    assert _run(root, "stamp") == 0
    told = "nog in de maak. Is het af, geef het dan zelf een stempel met FILES=; vanaf dan zien ouders het."
    assert capsys.readouterr().out == (
        f"{DRAFT}: {told}\n{SHEET_DRAFT}: {told}\nEr is niets te stempelen: elke vertaling heeft al een stempel.\n"
    )
    assert {name: text for name, text in _files(root).items() if ".so." in name} == before


@pytest.mark.parametrize(
    "name", ["docs/ouders.md", "docs/niets.fr.md", "mkdocs.yml", "docs/bladen/praten/werkblad.yml"]
)
def test_a_stamp_says_what_is_no_translation(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(root, "stamp", str(root / name)) == 1
    assert capsys.readouterr().err == (
        f"{root / name}: niets gestempeld, want dit is geen vertaling van deze gids. Kijk de naam na.\n"
    )


@pytest.mark.parametrize(("file", "text"), [(DRAFT, SOMALI + "\n# Fout\n"), (SHEET_DRAFT, "title: [\n")])
def test_a_stamp_says_where_a_fault_is(file: str, text: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _translate(root, stamped=False)
    (root / file).write_text(text.replace("title: Waalidka", "titel: x"), "utf-8")
    capsys.readouterr()
    assert _run(root, "stamp", str(root / file)) == 1
    assert capsys.readouterr().err == (
        f"{root / file}: niets gestempeld, want er zit een fout in; make check zegt welke\n"
    )


def test_a_stamp_on_a_page_keeps_the_line_ends(root: Path) -> None:
    _translate(root, stamped=False)
    (root / DRAFT).write_bytes(SOMALI.replace("\n", "\r\n").encode())
    assert _run(root, "stamp", str(root / DRAFT)) == 0
    text = (root / DRAFT).read_bytes().decode()
    assert "translation: {source: " in text
    assert text.count("\n") == text.count("\r\n")
