from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guide import partners
from guide.cards import Card
from guide.pages import GeneratedPage
from guide.partners import build, build_day, cards, data_files, search_html
from guide.partners.linked import organisation
from guide.partners.page import partner_page, report_link
from guide.partners.read import read_directory
from guide.partners.words import day
from guide.site import Guide
from guide.strings import load
from guide.templates import script_json
from guide.wording import first_sentence

TODAY = date(2026, 11, 21)
SERVICE, HOUSE = "partners/tolkdienst.yml", "partners/taalhuis.yml"
EVIL = """ </script><img src=x onerror=alert(1)> "' & {{ 7*7 }} <!-- ]]> \u2028"""


def page(guide: Guide, name: str, language: str = "nl", today: date = TODAY, report: str = "") -> GeneratedPage:
    return build(guide, today, report)[f"partners/{name}.md"][language]


def text(made: GeneratedPage) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", " ".join(made.islands.values())))


def test_every_partner_has_a_page_in_every_language(guide: Guide) -> None:
    pages, files = build(guide, TODAY), data_files(guide)
    assert sorted(pages) == ["partners/huiswerkclub.md", "partners/taalhuis.md", "partners/tolkdienst.md"]
    assert all(sorted(page) == ["en", "fr", "nl"] for page in pages.values())
    assert sorted(files) == [
        "partners/data/partners-en.csv", "partners/data/partners-fr.csv", "partners/data/partners-nl.csv",
        "partners/data/partners.geojson", "partners/data/partners.json", "partners/data/partners.schema.json",
        "partners/partners.json", "partners/search.json", "partners/tolkdienst/tolkdienst.vcf",
    ]  # fmt: skip
    partners._made.clear()
    assert (build(guide, TODAY), data_files(guide)) == (pages, files)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_heading_ids_are_the_same_in_every_language(guide: Guide, language: str) -> None:
    ids = re.findall(r"\{#([a-z-]+)\}", page(guide, "tolkdienst", language).markdown)
    assert ids == ["wat", "voor-wie", "waar", "blijft-van-de-school", "nagekeken"]
    generic = re.findall(r"\{#([a-z-]+)\}", page(guide, "huiswerkclub", language).markdown)
    assert generic == ["wat", "voor-wie", "waar", "zo-vind-je", "blijft-van-de-school", "nagekeken"]


def test_a_page_tells_what_is_known_and_how(guide: Guide) -> None:
    made = page(guide, "tolkdienst")
    words = text(made)
    for part in (
        "Stuurt een tolk naar je oudercontact.", "Het gesprek voer je zelf.", "Vroegere naam: Babel.",
        "Werkt in Het eiland Zetel Haven (volgens Over ons)", "Werkt in deze talen: Nederlands, Frans.",
        "We lazen deze gegevens op een openbare pagina, het laatst op 21 november 2026.",
        "Over ons (pagina van 1 maart 2024, gelezen op 21 november 2026)",
    ):  # fmt: skip
        assert part in words, part
    assert 'href="../../aanbevelingen/praten/"' in made.islands["what"]  # that page exists …
    assert "aanbevelingen/lezen" not in made.islands["what"]  # … this one does not, so it is named without a link
    assert "Lezen" in made.islands["what"]
    assert "partners-badge" not in made.islands["lead"]
    assert 'href="tel:020000000"' in made.islands["lead"]


def test_a_generic_partner_says_how_to_find_yours_and_names_local_ones(guide: Guide) -> None:
    made = page(guide, "huiswerkclub", "en")
    assert "Ask your municipality." in made.islands["find"]
    assert '<a href="../tolkdienst/">Interpreting service</a>' in made.islands["find"]
    assert "This service has no single seat." in text(made)


def test_a_merged_partner_leads_to_its_successor(guide: Guide) -> None:
    made = page(guide, "taalhuis", "fr")
    assert (
        'Cette organisation a été intégrée dans\u00a0: <a href="../tolkdienst/">Service d’interprètes</a>.'
        in made.islands["lead"]
    )
    assert "partners-badge" not in made.islands["lead"]  # said in words


def test_a_merged_partner_stands_on_one_line_under_its_successor(guide: Guide) -> None:
    html = search_html(guide, "en", TODAY)
    assert 'data-id="taalhuis"' not in html
    card = html.partition('data-id="tolkdienst"')[2].partition("</li>")[0]
    assert 'Merged into this one: <a href="taalhuis/" data-merged="taalhuis">Language house</a></p>' in card
    lead = page(guide, "tolkdienst", "en").islands["lead"]
    assert 'Merged into this one: <a href="../taalhuis/">Language house</a>' in lead


def test_a_merged_partner_without_a_known_successor_has_a_card(edit: Any) -> None:
    guide = edit({SERVICE: [("status: active", "status: merged\nsucceeded_by: taalhuis")]})  # each into the other
    html = search_html(guide, "fr", TODAY)
    badge = '<span class="partners-badge partners-badge-merged">Intégré dans\u00a0: Service d’interprètes</span>'
    assert badge in html and html.count("partners-badge-merged") == 2


def test_without_contact_the_page_leads_to_what_was_read(edit: Any) -> None:
    contact = 'contact: {url: "https://tolk.example/", email: info@tolk.example, phone: "02 000 00 00"}'
    lead = page(edit({SERVICE: [(contact, "")]}), "tolkdienst").islands["lead"]
    assert "Geen website of nummer gevonden op 21 november 2026. Zo raak je er wel:" in lead
    assert '<a href="https://tolk.example/over">Over ons</a>' in lead
    assert "Geen website" not in page(edit(), "tolkdienst").islands["lead"]
    # A kind of service has no address of its own, but a section that tells how to find yours.
    generic = page(edit(), "huiswerkclub").islands["lead"]
    assert '<a href="#zo-vind-je">Zo vind je de jouwe</a>' in generic and "Geen website" not in generic


def test_examples_come_from_the_guide(edit: Any) -> None:
    given = edit({"partners/kaart/map.yml": [("notes:", "examples: {nl: haven, fr: port, en: harbour}\nnotes:")]})
    assert "Bijvoorbeeld: haven. Een tikfout mag.</p>" in search_html(given, "nl", TODAY)
    (given.docs / "partners/kaart/map.yml").unlink()
    html = search_html(given, "nl", TODAY)
    assert "Bijvoorbeeld" not in html and "aria-describedby" not in html


def test_an_unverified_partner_comes_last_in_its_group(edit: Any) -> None:
    merged = ("status: merged\nsucceeded_by: tolkdienst", "status: active")
    names = re.findall(r'data-id="([a-z]+)"', search_html(edit({HOUSE: [merged]}), "nl", TODAY))
    assert names[:2] == ["taalhuis", "tolkdienst"]
    unverified = ("status: merged\nsucceeded_by: tolkdienst", "status: unverified")
    names = re.findall(r'data-id="([a-z]+)"', search_html(edit({HOUSE: [unverified]}), "nl", TODAY))
    assert names[:2] == ["tolkdienst", "taalhuis"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Helpt de ouders met taal. Komt ook op school.", "Helpt de ouders met taal."),
        ("Samen met GO! Ouders lezen. Elke week.", "Samen met GO! Ouders lezen."),
        ("Wie leest er voor de kinderen? « Nous », dit-on.", "Wie leest er voor de kinderen?"),
        ("Werkt met scholen, bv. in de buurt van het station", "Werkt met scholen, bv. in de buurt van het station"),
        ("Leesclub voor ouders. Écoute aussi.", "Leesclub voor ouders. Écoute aussi."),
        ("Leesclub voor alle ouders. Écoute aussi.", "Leesclub voor alle ouders."),
    ],
)
def test_a_card_shows_a_whole_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("old", "new", "today", "badge"),
    [
        ("status: active", "status: active", TODAY, None),
        ("status: active", "status: active", date(2027, 11, 21), None),
        ("status: active", "status: active", date(2027, 11, 22), "Ouder dan 12 maanden"),
        ("status: active", "status: ended", TODAY, "Afgelopen"),
        ("status: active", "status: unverified", TODAY, "Niet nagekeken"),
        ("verification: {checked: page}", "verification: {checked: none}", TODAY, "Niet nagekeken"),
        ("{checked: page}", "{checked: none, assured_date: 2026-09-01}", TODAY, None),
    ],
)
def test_a_badge_only_where_one_should_take_care(edit: Any, old: str, new: str, today: date, badge: str | None) -> None:
    guide = edit({SERVICE: [(old, new)]})
    card = search_html(guide, "nl", today).partition('data-id="tolkdienst"')[2].partition("</li>")[0]
    assert re.findall(r'class="partners-badge[^>]*>([^<]*)<', card) == ([badge] if badge else [])
    shown = page(guide, "tolkdienst", today=today).islands["lead"]
    assert (badge or "–") in shown or badge in (None, "Afgelopen")


def test_without_source_that_is_said(edit: Any) -> None:
    guide = edit({"partners/nieuw.yml": [("", """\
kind: organisation
status: active
type: taal
name: {nl: Nieuw, fr: Nouveau, en: New}
recommendations: [lezen]
help: [tolken]
audience: [ouder]
description: {nl: a, fr: b, en: c}
not_taken_over: {nl: a, fr: b, en: c}
verification: {checked: none}
""")]})  # fmt: skip
    words = text(page(guide, "nieuw"))
    assert "Niet nagekeken" in words and "We hebben voor deze partner nog geen bron." in words


def linked(guide: Guide, partner: str, language: str = "nl") -> dict[str, Any] | None:
    directory, _ = read_directory(guide)
    return organisation(guide, directory, directory.get(partner), language)


def test_linked_data_is_an_organisation(guide: Guide) -> None:
    assert linked(guide, "huiswerkclub") is None  # a kind of service
    assert linked(guide, "tolkdienst") == {
        "@type": "Organization",
        "@id": "https://guide.example/partners/tolkdienst/",
        "name": "Tolkdienst Haven",
        "alternateName": ["Service d’interprètes", "Interpreting service", "Babel"],
        "description": "Stuurt een tolk naar je oudercontact.",
        "url": "https://tolk.example/",
        "sameAs": ["https://tolk.example/"],
        "email": "info@tolk.example",
        "telephone": "02 000 00 00",
        "areaServed": [{"@type": "AdministrativeArea", "name": "Het eiland"}],
        "knowsLanguage": ["nl", "fr"],
        "mainEntityOfPage": "https://guide.example/partners/tolkdienst/",
        "address": {"@type": "PostalAddress", "addressLocality": "Haven"},
    }


def test_an_address_that_a_source_gives_leads_to_a_map_of_streets(edit: Any) -> None:
    seat = (
        "{municipality: haven, source: 0}",
        '{municipality: haven, address: "Kade 3 & 4, 8300 Haven-West", source: 0}',
    )
    guide = edit({SERVICE: [seat], "partners/kaart/map.yml": [("notes:", 'postcode: "[1-9][0-9]{3}"\nnotes:')]})
    made = page(guide, "tolkdienst", "fr")
    assert "Siège Port (selon Over ons) Adresse Kade 3 &amp; 4, 8300 Haven-West Voir sur OpenStreetMap" in text(made)
    link = 'href="https://www.openstreetmap.org/search?query=Kade%203%20%26%204%2C%208300%20Haven-West" rel="noopener"'
    assert link in made.islands["where"]
    data = linked(guide, "tolkdienst", "fr")
    assert data and data["@id"] == "https://guide.example/partners/tolkdienst/"
    assert data["address"] == {
        "@type": "PostalAddress", "streetAddress": "Kade 3 & 4", "postalCode": "8300", "addressLocality": "Haven-West",
    }  # fmt: skip


def test_an_address_without_a_postcode_keeps_the_name_of_its_town(edit: Any) -> None:
    guide = edit({SERVICE: [("haven, source: 0", 'haven, address: "Kade 3, Haven", source: 0')]})
    data = linked(guide, "tolkdienst", "fr")
    assert data and data["address"] == {"@type": "PostalAddress", "streetAddress": "Kade 3", "addressLocality": "Haven"}


def test_a_town_without_an_address_leads_to_no_map_of_streets(guide: Guide) -> None:
    assert "openstreetmap" not in "".join(page(guide, "tolkdienst").islands.values())


def test_an_active_organisation_can_be_kept_as_a_contact(edit: Any) -> None:
    link = '<a href="../../../partners/tolkdienst/tolkdienst.vcf" type="text/vcard" download>'
    assert link in page(edit(), "tolkdienst", "fr").islands["lead"]
    ended = edit({SERVICE: [("status: active", "status: ended")]})
    assert ".vcf" not in page(ended, "tolkdienst").islands["lead"]
    assert not [address for address in data_files(ended) if address.endswith(".vcf")]


def test_report_links() -> None:
    assert report_link("mailto:gids@school.example", "Fout: A & B", "https://g.example/p/") == (
        "mailto:gids@school.example?subject=Fout%3A%20A%20%26%20B&body=https%3A%2F%2Fg.example%2Fp%2F"
    )
    assert (
        report_link("https://x.example/new?labels=fout", "T", "P") == "https://x.example/new?labels=fout&title=T&body=P"
    )
    assert report_link("", "T", "P") == report_link("javascript:alert(1)", "T", "P") == ""


def test_cards(guide: Guide) -> None:
    assert cards(guide, "fr")[2] == Card(
        id="tolkdienst", kind="partner", url="fr/partners/tolkdienst/", title="Service d’interprètes",
        text="Envoie un interprète.", tags=("Interprétation",), groups=("praten", "lezen"),
    )  # fmt: skip


def test_the_search_page_counts_without_a_script(guide: Guide) -> None:
    html = search_html(guide, "nl", TODAY)
    assert '<p class="filters-count" role="status" data-status>2 partners en diensten</p>' in html
    assert re.findall(r'class="partners-card" data-id="([a-z]+)"', html) == ["tolkdienst", "huiswerkclub"]
    assert re.findall(r"<h3>([^<]*)</h3>", html) == ["Beste eerst", "Taal", "Soort dienst"]
    assert re.findall(r'value="([a-z]+)"><span>[^<]*</span> <span class="filters-n" data-count>(\d+)', html) == [
        ("tolken", "1"), ("huiswerk", "1"),
    ]  # fmt: skip
    # Who works on the whole island also works in the north; the homework club names no area and is everywhere.
    where = dict(re.findall(r'<option value="([a-z]+)"[^>]*data-matches="[^>]*>[^<(]*\((\d+)\)', html))
    assert where == {"eiland": "2", "noord": "2", "zuid": "2", "haven": "2"}
    # Villages of the scheme that no partner names are one choice.
    other = '<option value="zuid-other" data-name="Andere gemeente in Zuid" data-matches="eiland" data-seats="">'
    assert other + "Andere gemeente in Zuid (2)</option>" in html
    assert "><span>Kerk</span></li>" in html and "<b>0</b>" not in html
    assert 'data-index="search.json"' in html and "data-list=" not in html
    assert '<p id="seat-haven" data-line><b>Haven</b>: <span data-of="tolkdienst">' in html
    assert '<button type="button" class="filters-quiet" data-off-map>0 niet op de kaart</button>' in html
    assert 'data-index="../../partners/search.json"' in search_html(guide, "fr", TODAY)
    assert '<select name="language">' in html and ">Nederlands (1)</option>" in html


def test_the_search_page_works_without_a_map(edit: Any) -> None:
    guide = edit()
    (guide.docs / "partners/kaart/map.yml").unlink()
    html = search_html(guide, "en", TODAY)
    assert '<svg class="partners-svg"' not in html and "partners-jump" not in html


def test_the_search_page_offers_the_whole_data(guide: Guide) -> None:
    assert '<a href="data/partners.json" download>Alle partners als open data' in search_html(guide, "nl", TODAY)
    assert '<a href="../../partners/data/partners.json" download>' in search_html(guide, "en", TODAY)


def test_the_open_data_names_what_ids_mean(guide: Guide) -> None:
    data = json.loads(data_files(guide)["partners/partners.json"])
    assert data["languages"] == ["nl", "fr", "en"]
    assert data["help"]["tolken"] == {"nl": "Tolken", "fr": "Interprétation", "en": "Interpreting"}
    assert data["municipality"]["haven"] == {
        "name": {"nl": "Haven", "fr": "Port", "en": "Harbour"},
        "areas": ["noord", "eiland"],
    }
    assert data["partners"][0] == {
        "id": "huiswerkclub", "page": "https://guide.example/partners/huiswerkclub/", "kind": "generic",
        "status": "active", "type": "functie",
        "name": {"nl": "Huiswerkclub", "fr": "École des devoirs", "en": "Homework club"},
        "recommendations": ["lezen"], "help": ["huiswerk"], "audience": ["ouder", "leerkracht"],
        "description": {"nl": "Helpt na school.", "fr": "Aide après l’école.", "en": "Helps after school."},
        "checked_on": "2026-11-21",
    }  # fmt: skip


def test_hostile_texts_stay_text(edit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    # A tag in a text is refused at the door; this shows that the templates would not trust it either.
    guide = edit()
    directory, _ = read_directory(guide)
    evil = {language: EVIL for language in guide.languages}
    service = directory.get("tolkdienst")
    source = service.sources[0].model_copy(update={"title": EVIL})
    hostile = service.model_copy(
        update={
            "name": evil, "description": evil, "not_taken_over": evil, "former_names": (EVIL,), "search_terms": (EVIL,),
            "sources": (source,), "verification": service.verification.model_copy(update={"note": evil}),
        }
    )  # fmt: skip
    place = directory.region.places["haven"].model_copy(update={"name": evil})
    region = replace(directory.region, places={**directory.region.places, "haven": place})
    directory = replace(directory, partners=(hostile, *directory.partners[:2]), region=region)
    monkeypatch.setattr("guide.partners.search.read_directory", lambda guide: (directory, ()))
    made = partner_page(guide, directory, hostile, "nl", TODAY, "https://x.example/")
    merged = partner_page(guide, directory, directory.get("taalhuis"), "nl", TODAY, "")
    for html in [*made.islands.values(), *merged.islands.values(), search_html(guide, "nl", TODAY)]:
        assert "<img" not in html and html.count("<script") == html.count("</script>")
        for block in re.findall(r"<script[^>]*>(.*?)</script>", html, re.S):
            assert "<" not in block and ">" not in block and "&" not in block and "\u2028" not in block
            assert json.loads(block)
    assert "&lt;img" in made.islands["what"] and "&#34;" in made.islands["what"]


def test_json_in_a_script_cannot_end_it() -> None:
    assert script_json({"a": "</script><!--&\u2029"}) == '{"a":"\\u003c/script\\u003e\\u003c!--\\u0026\\u2029"}'
    assert json.loads(script_json([EVIL])) == [EVIL]


def test_dates_are_words() -> None:
    assert day(load("nl"), TODAY) == "21 november 2026"
    assert day(load("fr"), date(2026, 1, 1)) == "1er janvier 2026"
    assert day(load("en"), date(2026, 3, 9)) == "9 March 2026"


def test_the_day_of_a_build_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    assert build_day() == TODAY


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_word_of_the_interface_exists_in_every_language(language: str) -> None:
    keys = {key for key in load("en").words if key.startswith("partner.")}
    assert {key for key in load(language).words if key.startswith("partner.")} == keys
    own = load(language).words
    keys -= {"partner.count.one", "partner.count.other", "partner.both", "partner.date"}  # the same words by chance
    same = [key for key in keys if language != "en" and own[key] == load("en").words[key] and len(own[key]) > 12]
    assert same == []
