"""Translations beside a source text that moves on."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.site import Guide
from guide.worksheets import languages_page, read_all, stamp, stamp_files, status, unfinished
from guide.worksheets.words import Words


def _turkish(guide: Guide) -> tuple[str, str]:
    """The state of the Turkish translation, and who checked it."""
    return next((state, checked) for name, language, state, checked in status(guide) if language == "tr")


def test_a_language_of_the_site_without_a_file_is_missing(small: Guide, turkish_file: Path) -> None:
    missing = [(name, language) for name, language, state, _ in status(small) if state == "missing"]
    assert missing == [("werkbladen/praten", "fr"), ("werkbladen/praten", "en")]


def test_a_stamp_makes_a_translation_current(small: Guide, turkish_file: Path) -> None:
    assert _turkish(small) == ("outdated", "machine")
    before = turkish_file.read_text("utf-8")
    written = stamp(small, "praten", "tr")
    assert _turkish(small) == ("current", "machine")
    assert turkish_file.read_text("utf-8") == before.replace("0123456789ab", written)


def test_a_stamp_may_say_who_checked(small: Guide, turkish_file: Path) -> None:
    stamp(small, "praten", "tr", "native")
    assert _turkish(small) == ("current", "native")


def test_changed_dutch_makes_a_translation_outdated_and_it_stays(
    small: Guide, sheet_file: Path, turkish_file: Path
) -> None:
    stamp(small, "praten", "tr")
    sheet_file.write_text(sheet_file.read_text("utf-8").replace("U tekent.", "U mag tekenen."), "utf-8")
    assert _turkish(small) == ("outdated", "machine")
    assert read_all(small)[0]["praten"].offered == ("tr",)


def test_new_dutch_withdraws_a_translation_and_does_not_stop_the_editor(
    small: Guide, sheet_file: Path, turkish_file: Path
) -> None:
    stamp(small, "praten", "tr")
    step, new = "        text: U tekent.\n", "      - icon: photo\n        text: U neemt mee.\n"
    text = sheet_file.read_text("utf-8").replace(step, step + new)
    sheet_file.write_text(text, "utf-8")
    sheets, problems = read_all(small)
    assert problems == []
    assert _turkish(small) == ("withdrawn", "machine")
    assert sheets["praten"].offered == ()
    assert [code for code, *_ in languages_page(small, sheets["praten"])] == ["nl"]


def test_texts_of_the_page_do_not_touch_a_language_without_pages(
    small: Guide, sheet_file: Path, turkish_file: Path
) -> None:
    stamp(small, "praten", "tr")
    sheet_file.write_text(sheet_file.read_text("utf-8").replace("  - Ga zitten.", "  - Neem plaats."), "utf-8")
    assert _turkish(small) == ("current", "machine")


def _draft(turkish_file: Path) -> str:
    """Takes the stamp away."""
    text = turkish_file.read_text("utf-8").partition("translation:")[0]
    turkish_file.write_text(text, "utf-8")
    return text


def test_a_home_language_without_a_stamp_is_a_draft_that_parents_do_not_get(small: Guide, turkish_file: Path) -> None:
    _draft(turkish_file)
    sheets, problems = read_all(small)
    assert problems == []
    assert sheets["praten"].offered == ()
    assert _turkish(small) == ("draft", "–")


def test_a_draft_is_stamped_by_name_only(small: Guide, turkish_file: Path) -> None:
    _draft(turkish_file)
    assert stamp_files(small, set()) == []
    assert stamp_files(small, {turkish_file}) == [turkish_file]
    assert _turkish(small) == ("current", "machine")
    assert read_all(small)[0]["praten"].offered == ("tr",)


@pytest.mark.parametrize(
    ("old", "new", "lacks"),
    [
        ("    prompt: Ne önemli?", "    prompt:", ("blocks.vraag.prompt",)),
        ("    prompt: Ne önemli?", "    prompt: ''", ("blocks.vraag.prompt",)),
        ("    prompt: Ne önemli?\n", "", ("blocks.vraag.prompt",)),
        ("title: Birlikte konuşmak", "title:", ("title",)),
    ],
)
def test_a_draft_that_is_not_whole_is_no_fault_and_is_not_stamped(
    old: str, new: str, lacks: tuple[str, ...], small: Guide, turkish_file: Path
) -> None:
    text = _draft(turkish_file)
    assert text.count(old) == 1
    turkish_file.write_text(text.replace(old, new), "utf-8")
    assert read_all(small)[1] == []
    assert unfinished(small) == {turkish_file: lacks}
    assert stamp_files(small, {turkish_file}) == []
    assert _turkish(small) == ("draft", "–")


@pytest.mark.parametrize(
    ("more", "code"),
    [("onbekend: x\n", "extra_forbidden"), ("subtitle: [\n", "yaml"), ("subtitle: {a: b}\n", "key_twice")],
)
def test_a_fault_in_a_draft_is_told_and_it_is_not_stamped(
    more: str, code: str, small: Guide, turkish_file: Path
) -> None:
    turkish_file.write_text(_draft(turkish_file) + "\n" + more, "utf-8")
    assert [problem.code for problem in read_all(small)[1]] == [code]
    assert unfinished(small) == {turkish_file: ()}
    assert stamp_files(small, {turkish_file}) == []


def test_a_language_of_the_site_without_a_stamp_is_a_fault_and_gets_one(small: Guide, turkish_file: Path) -> None:
    french = turkish_file.with_name("werkblad.fr.yml")
    french.write_text(_draft(turkish_file), "utf-8")
    assert [problem.code for problem in read_all(small)[1]] == ["missing"]
    assert stamp_files(small, set()) == [french]


def test_a_stamp_keeps_the_line_ends(small: Guide, turkish_file: Path) -> None:
    turkish_file.write_bytes(_draft(turkish_file).replace("\n", "\r\n").encode())
    stamp_files(small, {turkish_file})
    text = turkish_file.read_bytes().decode()
    assert "translation:\r\n" in text
    assert text.count("\n") == text.count("\r\n")


def test_bilingual_has_every_text_twice(small: Guide, turkish_file: Path) -> None:
    stamp(small, "praten", "tr")
    both = read_all(small)[0]["praten"].bilingual("tr")
    assert both.title == Words((("nl", "Samen praten"), ("tr", "Birlikte konuşmak")))
    assert both.languages == ("nl", "tr")


def test_a_language_that_is_not_there(small: Guide) -> None:
    with pytest.raises(ValueError, match="praten has no text in tr"):
        read_all(small)[0]["praten"].bilingual("tr")
