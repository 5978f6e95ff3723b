"""Words to avoid, long sentences and spelling: what `make check` says of a text."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from guide.catalogue import Catalogue
from guide.commands import check
from guide.problems import report
from guide.site import Guide
from guide.strings import load
from guide.translations.interface import source_of, visitors
from guide.writing import spelling
from guide.writing.check import find_problems, not_spelt, unused_words
from guide.writing.names import names_of
from guide.writing.passages import Passage
from guide.writing.rules import read_rules
from tests.support.breaking import WHOLE
from tests.support.guides import cases, name_of, small_guide, write
from tests.support.written import PAGES

CASES = Path(__file__).parent / "cases" / "style.yml"
RULES = """\
rules:
  nl:
    longest_sentence: 12
    avoid:
      - words: [moeilijk bereikbare ouders]
        prefer: minder zichtbare ouders
        why: het hangt ook van de school af
    dictionary: nl_NL
    words: [brugklop]
"""
NO_WORDS = re.compile(r"\.(?:ids\.\w+|file_name|mailboxes|stop_words|locale)$")
"""Words of the interface that become addresses, names of files or what a search leaves out."""
PROGRAM = {
    *("APA", "BibTeX", "CSV", "Ctrl", "Markdown", "OpenStreetMap", "PDF", "PNG", "SVG", "Schema", "false", "LEESMIJ"),
    *("LISEZMOI", "build", "esbuild", "helpdesk", "iframe", "jaar-maand-dag", "make", "nieuwsfeed", "onleesbaars"),
    *("setup", "true"),
}
"""Right, and in no dictionary: what only the interface says."""
PAGE = """\
---
title: Rust
{front}
recommendations: [rust]
phases: [begin]
audiences: [team]
reviewed: 2026-11-21
---
"""


def _guide(folder: Path, body: str, front: str = "description: Rust.", rules: str = RULES) -> Guide:
    page = PAGE.format(front=front) + body + "\n"
    return small_guide(folder, {"index.md": PAGES["index.md"], "raad/rust.md": page, "writing.yml": rules})


@pytest.mark.parametrize("case", cases(CASES), ids=name_of)
def test_what_the_check_says(case: dict[str, Any], tmp_path: Path) -> None:
    guide = _guide(tmp_path, case["body"], case.get("front", "description: Rust."))
    assert report(find_problems(Catalogue(guide)), load("nl")) == case["says"].rstrip()


def test_a_translation_has_the_rules_of_its_own_language(tmp_path: Path) -> None:
    rules = RULES + "  fr: {avoid: [{words: [parents démissionnaires], prefer: parents moins visibles}]}\n"
    guide = _guide(tmp_path, "Rust.", rules=rules)
    (guide.docs / "raad" / "rust.fr.md").write_text(
        "---\ntitle: Le calme\ndescription: Le calme.\n---\n"
        "Les parents démissionnaires et moeilijk bereikbare ouders.\n"
    )
    found = find_problems(Catalogue(guide))
    assert [(one.file, one.line, one.values["word"]) for one in found] == [
        ("docs/raad/rust.fr.md", 5, "parents démissionnaires")
    ]


def test_a_text_of_a_partner_is_read_in_its_languages(real_guide: Guide, tmp_path: Path) -> None:
    guide = _guide(tmp_path, "Rust.")
    partner = guide.docs / guide.vocabulary.kinds["partner"].folder / "bib.yml"
    partner.parent.mkdir()
    partner.write_text(
        "kind: organisation\nname: {nl: Moeilijk bereikbare ouders, fr: x}\n"
        "description:\n  nl: Voor moeilijk bereikbare ouders.\n  fr: moeilijk bereikbare ouders\n"
    )
    found = find_problems(Catalogue(guide))
    assert [(one.file, one.line) for one in found] == [("docs/helpers/bib.yml", 4)]


def test_faults_of_the_rules_themselves_are_told(tmp_path: Path) -> None:
    guide = _guide(tmp_path, "Rust.", rules="rules:\n  nl: {longest_sentence: 2, vermijd: []}\n")
    assert [one.code for one in find_problems(Catalogue(guide))] == ["extra_forbidden", "wrong_value"]


def test_without_a_dictionary_the_check_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = _guide(tmp_path, "De leerkrachtt belt.", rules=RULES.replace("nl_NL", "xx_XX"))
    shutil.copy(WHOLE / "mkdocs.yml", tmp_path)
    assert not_spelt(guide) == ["nl"]
    assert check.run(guide, "text") == 0
    said = capsys.readouterr()
    assert said.out == "Alles in orde.\n"
    assert said.err == (
        "De spelling is niet nagekeken (nl): op deze computer staat hunspell niet, of zonder dat woordenboek.\n"
        "Hoeveel de bladzijden wegen, is niet nagekeken: er is nog geen site. Voer eerst make build uit.\n"
    )


def test_a_guide_without_rules_is_not_checked(tmp_path: Path) -> None:
    guide = _guide(tmp_path, "Moeilijk bereikbare ouders.")
    (guide.docs / "writing.yml").unlink()
    assert find_problems(Catalogue(guide)) == []


def test_hunspell_reads_parts_of_words_with_hyphens() -> None:
    assert spelling.misspelt({"zwart-wit", "zwart-witt", "oma's"}, "nl_NL") == {"zwart-witt"}


def test_a_word_is_as_right_as_all_of_it() -> None:
    """Hunspell tells the parts of a word that are wrong; the parts of one word say nothing of another."""
    words = {"xxfoutt", "de-xxfoutt", "kat-xxfoutt's", "l’école"}
    assert spelling.misspelt(words - {"l’école"}, "nl_NL") == words - {"l’école"}


def test_the_dictionary_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To read it takes longer than to ask it for every word of the guide."""
    guide = _guide(tmp_path, "Een zeldzaam woordje.")
    (guide.docs / "raad" / "lucht.md").write_text(PAGE.format(front="description: x.") + "Nog een zeldzamer.\n")
    (guide.docs / "raad" / "stilte.md").write_text(PAGE.format(front="description: x.") + "De allerzeldzaamste.\n")
    asked = []
    run = spelling.subprocess.run
    monkeypatch.setattr(spelling, "_known", {})
    monkeypatch.setattr(
        spelling.subprocess, "run", lambda command, **more: asked.append(command) or run(command, **more)
    )
    assert spelling.available("nl_NL")
    find_problems(Catalogue(guide))
    assert len([one for one in asked if "-d" in one]) == 1


FRENCH = """\
  fr:
    avoid: [{words: [à bas seuil], prefer: facile d’accès}]
    dictionary: fr_BE
    words: [intervision, OKAN]
"""


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("L’école, qu’on aime, s’ouvre aujourd’hui jusqu’à midi : y a-t-il du café ?", []),
        ("« Venez donc ! », dit-elle ; est-ce qu’il vient, lui-même, peut-être ?", []),
        ("D’intervision, l’intervision, d’OKAN, L’OKAN.", []),
        ("Dites-le-leur, c’est-à-dire aux grands-parents, n’est-ce pas ?", []),
        ("L’ecole, qu’onn aime.", ["L'ecole", "qu'onn"]),
        ("Un rendez-vouss, d’intervisionn.", ["d'intervisionn", "rendez-vouss"]),
        ("Une œuvre, des œufs et la sœur cadette, naïve.", []),
        ("C’est à bas seuil.", ["à bas seuil"]),
    ],
)
def test_french_is_read_as_french(text: str, wrong: list[str], tmp_path: Path) -> None:
    guide = _guide(tmp_path, "Rust.", rules=RULES + FRENCH)
    page = f"---\ntitle: Le calme\ndescription: Le calme.\n---\n{text}\n"
    (guide.docs / "raad" / "rust.fr.md").write_text(page, "utf-8")
    assert sorted(one.values["word"] for one in find_problems(Catalogue(guide))) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The teacher’s coffee isn’t cold, the parents’ is; they’re well-known, aren’t they?", set()),
        ("The organisation’s colour is grey.", set()),
        ("The organizacion’s color is gray", {"organizacion's", "color"}),
    ],
)
def test_english_is_read_as_british_english(text: str, wrong: set[str]) -> None:
    words = {word for _, word in spelling.words_of(Passage(1, text))}
    assert spelling.misspelt(words, "en_GB") == wrong


def test_names_are_not_spelt_and_what_stands_beside_them_is(tmp_path: Path) -> None:
    rules = RULES + "names: [Mijn Kindd, Het Huiss aan Zee]\n"
    body = "Lees ‘Mijn Kindd’, d’Mijn\nKindd en Het Huiss.\n\nHet Huiss\naan Zee staat scheeef."
    guide = _guide(tmp_path, body, rules=rules)
    found = [(one.line, one.values["word"]) for one in find_problems(Catalogue(guide)) if one.code == "spelling"]
    assert found == [(10, "Huiss"), (13, "scheeef")]


def test_lists_of_words_and_drawings_are_read_too(tmp_path: Path) -> None:
    guide = _guide(tmp_path, "Rust.")
    write(guide.docs, {
        "figuren/huis.yml": "alt: {nl: Een huiss., fr: Une maisonn.}\ncaption: {nl: Thuis., fr: x}\nwords: {}\n",
        "glossary.yml": "page: index\ngroups: [{id: a, name: {nl: Eerstt, fr: x}, terms: []}]\n",
    })  # fmt: skip
    found = [(one.file, one.line, one.values["word"]) for one in find_problems(Catalogue(guide))]
    assert found == [("docs/figuren/huis.yml", 1, "huiss"), ("docs/glossary.yml", 2, "Eerstt")]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_words_of_the_interface_are_spelt_right(language: str, real_guide: Guide) -> None:
    """They come with the program: another guide has other rules, so no editor is told of them by `make check`."""
    rules = read_rules(real_guide, [])[language]
    source = source_of(language)
    assert source is not None and rules.dictionary
    names = names_of(Catalogue(real_guide))
    texts = [passage for key, passage in visitors(source).items() if not NO_WORDS.search(key)]
    words = spelling.unlisted(map(names.without, texts), rules)
    assert len(texts) > 100
    assert spelling.misspelt(words, rules.dictionary) - PROGRAM == set()


def test_the_texts_of_the_guide_follow_its_rules(real_guide: Guide) -> None:
    assert not_spelt(real_guide) == []
    assert report(find_problems(Catalogue(real_guide)), load("nl")) == "Aantal fouten: 0"


def test_our_list_holds_no_word_that_nobody_uses(real_guide: Guide) -> None:
    assert unused_words(Catalogue(real_guide)) == {}
