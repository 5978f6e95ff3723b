"""The page of a sheet."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from lxml import html
from markupsafe import escape

from guide.pages import GeneratedPage
from guide.site import Guide, open_guide
from guide.strings import load
from guide.worksheets import build, cards, languages_page, read_all
from guide.worksheets.design import FOLDER, design, icon, icon_names
from guide.worksheets.model import Sheet, Worksheet
from guide.worksheets.view import view
from tests.support.project import ROOT

Built = tuple[dict[str, dict[str, GeneratedPage]], dict[str, bytes]]

CSS = (ROOT / "overrides" / "assets" / "stylesheets" / "sheet.css").read_text("utf-8")


@pytest.fixture(scope="module")
def sheets(real_guide: Guide) -> dict[str, Sheet]:
    return read_all(real_guide)[0]


@pytest.fixture(scope="module")
def built(built_guide: Guide) -> Built:
    """The pages and the files of every sheet."""
    return build(built_guide)


@pytest.fixture(scope="module")
def pages(built: Built) -> dict[str, dict[str, GeneratedPage]]:
    return built[0]


def test_every_sheet_has_a_page_in_every_language(
    pages: dict[str, dict[str, GeneratedPage]], sheets: dict[str, Sheet]
) -> None:
    assert set(pages) == {f"werkbladen/{slug}.md" for slug in sheets}
    for uri, made in pages.items():
        assert set(made) == {"nl", "fr", "en"}
        method = sheets[uri.removeprefix("werkbladen/").removesuffix(".md")].source.method
        for page in made.values():
            anchors = re.findall(r"\{#([a-z-]+)\}", page.markdown)
            wanted = ["doel", "zo-gebruik-je-het", "download", "andere-talen", *(["methodiek"] if method else [])]
            assert [one for one in anchors if one != "andere-bladen"] == wanted
            assert ("andere-bladen" in anchors) == ("worksheet-others" in page.islands)
            assert len(page.description) <= 160


def prompt(worksheet: Worksheet | None, name: str) -> str:
    assert worksheet is not None
    return str(escape(str(worksheet.block(name).prompt)))  # type: ignore[attr-defined]


def test_every_language_of_a_parents_sheet_is_a_file(built: Built, sheets: dict[str, Sheet]) -> None:
    found = {uri: json.loads(content) for uri, content in built[1].items() if uri.endswith(".json")}
    wanted = {
        f"werkbladen/{slug}/{slug}-{name}.json"
        for slug, sheet in sheets.items()
        if sheet.source.for_parents and sheet.offered
        for name in ("nl", *(f"nl-{code}" for code in sheet.offered))
    }
    assert set(found) == wanted
    arabic = found["werkbladen/gesprekstool/gesprekstool-nl-ar.json"]
    assert 'lang="ar" dir="rtl"' in arabic["content"]
    for worksheet in (sheets["gesprekstool"].source, sheets["gesprekstool"].usable("ar")):
        assert prompt(worksheet, "vraag-1") in arabic["content"]
    assert '<svg class="ws-qr"' in arabic["content"] and "data-search" not in arabic["content"]


def test_a_page_has_the_drawings_of_every_language(pages: dict[str, dict[str, GeneratedPage]], built: Built) -> None:
    contents = {uri: json.loads(one)["content"] for uri, one in built[1].items() if uri.endswith(".json")}
    for uri, made in pages.items():
        drawn = set(re.findall(r'<symbol id="([^"]+)"', made["nl"].islands["worksheet-sheet"]))
        shown = [made["nl"].islands["worksheet-sheet"]]
        shown += [text for name, text in contents.items() if name.startswith(uri.removesuffix(".md") + "/")]
        for text in shown:
            assert set(re.findall(r'href="#(ws-[^"]+)"', text)) <= drawn, uri


def test_a_sheet_is_drawn_again_when_it_changes(small: Guide, sheet_file: Path) -> None:
    def made() -> tuple[str, str, set[str]]:
        pages, files = build(small, "nl")
        page = pages["werkbladen/praten.md"]["nl"]
        return page.title, page.islands["worksheet-sheet"], {uri for uri, content in files.items() if content}

    before, text = made(), sheet_file.read_text("utf-8")
    sheet_file.write_text(text.replace("Wat is belangrijk?", "Wat telt?").replace("id: thuis", "id: huis"), "utf-8")
    after = made()
    assert "Wat is belangrijk?" in before[1] and "Wat telt?" not in before[1]
    assert "Wat telt?" in after[1] and "Wat is belangrijk?" not in after[1]
    # What a visitor's file may hold changed too, and the QR code when the guide moves.
    assert '"vraag.huis"' in after[1] and '"vraag.thuis"' not in after[1]
    assert before[2] == after[2]
    moved = open_guide(small.root, small.docs, small.languages, "https://elders.example/")
    assert "elders.example" in build(moved, "nl")[0]["werkbladen/praten.md"]["nl"].islands["worksheet-sheet"]


def test_a_sheet_says_the_name_of_the_guide_of_today(small: Guide) -> None:
    home = small.docs / "index.md"
    for name in ("Samen", "Samen op school"):
        home.write_text(f"---\ntitle: {name}\n---\n", "utf-8")
        assert view(small, read_all(small)[0]["praten"]).guide == name


def test_the_pdf_of_a_changed_sheet_is_made_at_once(small: Guide, sheet_file: Path) -> None:
    uri = "werkbladen/praten/praten-nl.pdf"
    before = build(small, "nl")[1][uri]
    sheet_file.write_text(sheet_file.read_text("utf-8").replace("Samen praten", "Praten"), "utf-8")
    assert build(small, "nl")[1][uri] != before


def test_a_bundle_waits_for_the_build_of_every_language(small: Guide, sheet_file: Path) -> None:
    def bundle(only: str | None) -> bytes:
        return next(content for uri, content in build(small, only)[1].items() if "partnerschap-nl.pdf" in uri)

    first = bundle("nl")
    assert {uri[-7:] for uri in build(small, "nl")[1] if "bundel" in uri} == {"-nl.pdf"}
    sheet_file.write_text(sheet_file.read_text("utf-8").replace("Samen praten", "Praten"), "utf-8")
    assert bundle("nl") == first
    assert bundle(None) != first


def test_a_search_does_not_find_a_page_by_the_words_of_another_language(
    pages: dict[str, dict[str, GeneratedPage]], sheets: dict[str, Sheet], small: Guide
) -> None:
    made, sheet = pages["werkbladen/gesprekstool.md"], sheets["gesprekstool"]
    for language, worksheet, found in (
        ("nl", sheet.source, True),
        ("fr", sheet.source, False),
        ("fr", sheet.usable("fr"), True),
    ):
        said = html.fromstring(made[language].islands["worksheet-sheet"]).xpath(
            "//h3[normalize-space() = $words]",
            words=str(worksheet.block("vraag-1").prompt),  # type: ignore[union-attr]
        )
        assert len(said) == 1
        assert (not said[0].xpath("ancestor-or-self::*[@data-search-exclude]")) == found, language
    untranslated = build(small)[0]["werkbladen/praten.md"]
    assert '<article data-search-exclude="1"' in untranslated["fr"].islands["worksheet-sheet"]
    assert "data-search-exclude" not in untranslated["nl"].islands["worksheet-sheet"].partition("<article")[2]
    assert "data-search-exclude" in untranslated["fr"].islands["worksheet-purpose"]


def test_a_team_sheet_is_in_the_language_of_the_page(
    pages: dict[str, dict[str, GeneratedPage]], sheets: dict[str, Sheet]
) -> None:
    page, thermometer = pages["werkbladen/thermometer.md"]["fr"], sheets["thermometer"]
    sheet = page.islands["worksheet-sheet"]
    assert page.title == str(thermometer.translations["fr"].worksheet.title)  # type: ignore[union-attr]
    assert prompt(thermometer.usable("fr"), "zones") in sheet
    assert prompt(thermometer.source, "zones") not in sheet
    assert "<template" not in sheet
    assert 'href="../../../werkbladen/thermometer/thermometer-fr.pdf"' in sheet


def test_a_parents_sheet_stands_beside_the_dutch(
    pages: dict[str, dict[str, GeneratedPage]], sheets: dict[str, Sheet]
) -> None:
    sheet = pages["werkbladen/gesprekstool.md"]["fr"].islands["worksheet-sheet"]
    assert prompt(sheets["gesprekstool"].source, "vraag-1") in sheet
    assert prompt(sheets["gesprekstool"].usable("fr"), "vraag-1") in sheet
    assert sheet.count("<article") == 1
    place = "../../../werkbladen/gesprekstool/gesprekstool"
    codes = ("fr", "en", "ar", "tr", "uk", "es", "pl", "ro", "bg", "pt")  # as one chooses: those of the guide first
    assert set(codes) == set(sheets["gesprekstool"].offered)
    names = ["nl", *(f"nl-{code}" for code in codes)]
    assert re.findall(r'data-content="([^"]+)"', sheet) == [f"{place}-{name}.json" for name in names]


def test_without_a_script_there_is_the_dutch_sheet_and_a_list(pages: dict[str, dict[str, GeneratedPage]]) -> None:
    page = pages["werkbladen/gesprekstool.md"]["nl"]
    first = page.islands["worksheet-sheet"]
    assert "Wat is nu belangrijk voor uw kind?" in first and 'lang="fr" dir' not in first.partition("ws-foot")[0]
    for hidden in ("data-choose", "data-print", "data-privacy"):
        assert re.search(rf"<\w+[^>]*\bhidden\b[^>]*{hidden}|<\w+[^>]*{hidden}[^>]*\bhidden\b", first)
    links = re.findall(r'href="([^"]+)"', page.islands["worksheet-languages"])
    home = ("ar", "tr", "uk", "es", "pl", "ro", "bg", "pt")
    wanted = [["gesprekstool-nl.pdf"], ["gesprekstool-nl-fr.pdf"], ["gesprekstool-nl-en.pdf"]]
    wanted += [[f"gesprekstool-nl-{code}.pdf", f"../../{code}/werkbladen/gesprekstool/"] for code in home]
    assert links == [link for line in wanted for link in line]


def test_links_lead_from_the_page(pages: dict[str, dict[str, GeneratedPage]]) -> None:
    assert (
        'href="../../methodieken/thermometer/"' in pages["werkbladen/thermometer.md"]["nl"].islands["worksheet-method"]
    )


def test_cards(real_guide: Guide) -> None:
    found = {card.id: card for card in cards(real_guide, "en")}
    assert found["gesprekstool"].title == str(read_all(real_guide)[0]["gesprekstool"].usable("en").title)  # type: ignore[union-attr]
    assert found["gesprekstool"].groups[0] == "parents" and found["thermometer"].groups[0] == "team"
    assert found["gesprekstool"].url == "en/werkbladen/gesprekstool/"


def test_a_card_shows_the_sheet_in_the_language_of_the_page(real_guide: Guide) -> None:
    found = {language: {card.id: card.image for card in cards(real_guide, language)} for language in ("nl", "fr", "en")}
    for slug, names in {
        "gesprekstool": {"nl": "nl", "fr": "nl-fr", "en": "nl-en"},
        "thermometer": {"nl": "nl", "fr": "fr", "en": "en"},
    }.items():
        for language, name in names.items():
            assert found[language][slug] == f"werkbladen/{slug}/{slug}-{name}.png"


def test_a_card_shows_the_source_when_there_is_no_translation(small: Guide) -> None:
    assert [card.image for card in cards(small, "fr")] == ["werkbladen/praten/praten-nl.png"]


def test_the_languages_of_a_sheet(real_guide: Guide) -> None:
    found = languages_page(real_guide, read_all(real_guide)[0]["gesprekstool"])
    place = "werkbladen/gesprekstool/"
    assert found[0] == ("nl", "Nederlands", "Nederlands", "ltr", place, "Drie vragen in de driehoek", "")
    assert [one.code for one in found[:4]] == ["nl", "fr", "en", "ar"]
    title = str(read_all(real_guide)[0]["gesprekstool"].usable("ar").title)  # type: ignore[union-attr]
    state = load("ar")["worksheet.sheet.checked_machine"]
    assert ("ar", "العربية", "Arabisch", "rtl", f"ar/{place}", title, state) in found


def test_screen_and_paper_have_the_same_colours() -> None:
    for tones in design()["palette"].values():
        assert tones["strong"] in CSS and tones["soft"] in CSS
    for tone in design()["tones"].values():
        assert tone["edge"] in CSS and tone["ground"] in CSS and f".ws-pattern--{tone['pattern']}" in CSS


def test_text_on_colour_can_be_read() -> None:
    def light(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, two: str) -> float:
        high, low = sorted((light(one), light(two)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    ink, soft_ink = design()["ink"], design()["soft_ink"]
    for tones in design()["palette"].values():
        assert contrast(tones["strong"], "#FFFFFF") >= 4.5
        assert contrast(tones["strong"], tones["soft"]) >= 4.5
        assert contrast(soft_ink, tones["soft"]) >= 4.5
    for tone in design()["tones"].values():
        assert contrast(ink, tone["ground"]) >= 7


def test_every_meaning_has_its_own_pictogram() -> None:
    table = yaml.safe_load((FOLDER / "icons.yml").read_text("utf-8"))["icons"]
    assert len(set(table.values())) == len(table)
    for name in icon_names():
        assert icon(name).startswith("<svg ")
