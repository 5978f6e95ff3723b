"""Sentences that are not in the language of their translation."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from guide.catalogue import Catalogue
from guide.problems import report
from guide.site import Guide
from guide.strings import FOLDER, load
from guide.translations import interface, language
from guide.translations.language import find_problems, foreign
from guide.writing.names import Names, unused_names
from guide.writing.passages import Passage
from guide.writing.style import sentences
from guide.writing.texts import written
from tests.guide.translations.small import whole_guide
from tests.support.guides import write

GUESS = language._guesser(("ar", "en", "es", "fr", "nl", "pl", "pt", "ro", "tr"))
DUTCH = "Neem altijd eerst de tijd om goed te luisteren."


def _said(guide: Guide) -> list[tuple[str, int, str, str]]:
    found = find_problems(Catalogue(guide))
    return [(one.file, one.line, one.values["language"], one.values["other"]) for one in found]


def _foreign(text: str, code: str, *names: str) -> list[tuple[int, str, str]]:
    return list(foreign([Passage(1, text)], code, Names(names), GUESS))


def test_a_guide_in_its_own_languages_has_no_foreign_sentence(tmp_path: Path) -> None:
    assert _said(whole_guide(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "old", "line"),
    [
        ("index.fr.md", "Bonjour.", 5),
        ("index.fr.md", "Un petit guide.", 3),
        ("bladen/vragen/werkblad.fr.yml", "Savoir ce qui se passe.", 5),
        ("bladen/vragen/werkblad.fr.yml", "Qu’est-ce qui compte ?", 11),
        ("helpers/bib.yml", "Prête des livres.", 10),
        ("helpers/bib.yml", "Lire à voix haute à l’école.", 13),
        ("figuren/huis.yml", "Une maison.", 1),
        ("glossary.yml", "Personne ne se presse.", 10),
        ("vocabulary.yml", "Prenez le temps.", 16),
    ],
)
def test_it_is_found_wherever_visitors_read(file: str, old: str, line: int, tmp_path: Path) -> None:
    guide = whole_guide(tmp_path)
    path = guide.docs / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, DUTCH, 1), "utf-8")
    assert _said(guide) == [(f"docs/{file}", line, "fr", "nl")]


def test_the_words_of_the_interface_are_read_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "hooks" / "guide" / "strings"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py"))
    french = f"site:\n  menu: Menu\n  reviewed: '{DUTCH} {{date}}'\nproblems:\n  x: {{found: '{DUTCH}'}}\n"
    write(folder, {"fr.yml": french})
    monkeypatch.setattr(interface, "FOLDER", folder)
    assert _said(whole_guide(tmp_path)) == [("hooks/guide/strings/fr.yml", 3, "fr", "nl")]


def test_a_sheet_for_parents_is_in_their_language(tmp_path: Path) -> None:
    guide = whole_guide(tmp_path)
    arabic = f"title: أسئلة للأهل عن المدرسة والبيت\nsource: {DUTCH}\n"
    write(guide.docs, {"bladen/vragen/werkblad.ar.yml": arabic})
    assert _said(guide) == []  # a draft: nobody is shown it yet
    stamp = "translation: {source: '000000000000', checked: machine}\n"
    write(guide.docs, {"bladen/vragen/werkblad.ar.yml": arabic + stamp})
    assert _said(guide) == [("docs/bladen/vragen/werkblad.ar.yml", 2, "ar", "nl")]


def test_the_message_is_whole(tmp_path: Path) -> None:
    guide = whole_guide(tmp_path)
    path = guide.docs / "index.fr.md"
    path.write_text(path.read_text("utf-8").replace("Bonjour.", f"Bonjour.\n{DUTCH[:-1]}, {DUTCH.lower()}"), "utf-8")
    assert report(find_problems(Catalogue(guide)), load("en")) == (
        "docs/index.fr.md:6\n"
        "  Found: a sentence in another language (nl): "
        "Neem altijd eerst de tijd om goed te luisteren, neem altijd eerst de tijd om go…\n"
        "  Expected: a text in the language of this file or this key: fr\n"
        "  How to mend it: translate the sentence; if it is a name or a title, "
        "put that at names in docs/writing.yml\n\n"
        "Faults: 1"
    )


@pytest.mark.parametrize(
    ("text", "own", "other"),
    [
        ("Wij praten met de ouders aan de poort.", "fr", "nl"),
        ("Wij praten met de ouders aan de poort.", "en", "nl"),
        ("Wij praten met de ouders aan de poort.", "tr", "nl"),
        ("Wij praten met de ouders aan de poort.", "pl", "nl"),
        ("We talk to the parents at the gate.", "fr", "en"),
        ("Nous parlons aux parents à la grille.", "en", "fr"),
        ("Hablamos con los padres en la puerta de la escuela.", "pt", "es"),
    ],
)
def test_languages_are_told_apart(text: str, own: str, other: str) -> None:
    assert _foreign(text, own) == [(1, text, other)]
    assert _foreign(text, other) == []


def test_one_foreign_sentence_in_a_passage_is_found_on_its_line() -> None:
    text = "Nous parlons aux parents à la grille.\nWij praten met de ouders aan de poort. Puis nous rentrons en classe."
    assert _foreign(text, "fr") == [(2, "Wij praten met de ouders aan de poort.", "nl")]


def test_of_a_few_words_nothing_is_said() -> None:
    assert _foreign("Neem rustig de tijd.", "fr") == []
    assert len(_foreign("Neem dus rustig de tijd.", "fr")) == 1


def test_names_are_not_judged_wherever_they_stand() -> None:
    title = "Een brug tussen onderwijs en welzijn"
    assert len(_foreign(f"*{title}* (un pont)", "fr")) == 1
    assert _foreign(f"*{title}* (un pont)", "fr", title) == []
    assert _foreign("L’idée d’*Een brug tussen\nonderwijs en welzijn* vient de Gand.", "fr", title) == []
    assert len(_foreign(f"{title}: lees het samen met heel je team.", "fr", title)) == 1


def test_an_address_is_no_sentence() -> None:
    assert _foreign("Voir samen.opvoeden.en.leren.be et schoolenouders.be pour la suite.", "fr") == []


def test_a_language_that_the_library_does_not_know_is_not_judged() -> None:
    assert _foreign("Wij praten met de ouders aan de poort.", "xx") == []


def test_of_partners_the_own_name_is_known(tmp_path: Path) -> None:
    guide = whole_guide(tmp_path)
    path = guide.docs / "helpers" / "bib.yml"
    name = "Bibliotheek voor Iedereen die Graag Leest"
    text = path.read_text("utf-8").replace("name: {nl: Bib, fr: Bib}", f"name: {{nl: {name} (bib), fr: Bib}}")
    path.write_text(text.replace("Prête des livres.", f"Cherchez {name}."), "utf-8")
    assert _said(guide) == []


def test_the_translations_of_the_guide_are_in_their_own_languages(real_guide: Guide) -> None:
    assert report(find_problems(Catalogue(real_guide)), load("en")) == "Faults: 0"


def test_our_list_holds_no_name_that_no_translation_needs(real_guide: Guide) -> None:
    assert unused_names(Catalogue(real_guide)) == []


@pytest.mark.parametrize("own", ["fr", "en", "tr"])
def test_nearly_every_sentence_of_the_source_would_be_found(own: str, real_guide: Guide) -> None:
    """The measure by which the library was chosen, on what the guide says itself."""
    catalogue = Catalogue(real_guide)
    guess = language._guesser(tuple(sorted(real_guide.vocabulary.languages)))
    ours = [one for one in written(catalogue, {"nl"}) if one.kind == "page"]
    some = [
        Passage(1, text)
        for one in ours
        for passage in one.passages
        for _, text in sentences(passage.text)
        if len(re.findall(r"[^\W\d_]{2,}", text.partition(".be")[0])) >= language.FEWEST
    ]
    found = list(foreign(some, own, Names(()), guess))
    assert len(some) > 2000
    assert len(found) / len(some) > 0.99
