from __future__ import annotations

from pathlib import Path

import pytest

from guide.partners import read_all
from guide.partners.places import read_region
from guide.problems import report
from guide.site import Guide, open_guide
from guide.strings import load

ROOT = Path(__file__).parents[3]
CLUB, SERVICE, HOUSE = "partners/huiswerkclub.yml", "partners/tolkdienst.yml", "partners/taalhuis.yml"

FIND = "how_to_find: {nl: Vraag het aan je gemeente., fr: Demandez à votre commune., en: Ask your municipality.}\n"


def messages(guide: Guide, language: str = "nl") -> str:
    return report(read_all(guide)[1], load(language))


def test_partners_are_read_by_name(guide: Guide) -> None:
    partners, problems = read_all(guide)
    assert problems == ()
    assert [p.id for p in partners] == ["huiswerkclub", "taalhuis", "tolkdienst"]
    service = partners[2]
    assert (service.place, service.counts, str(service.checked_on)) == ("haven", True, "2026-11-21")


def test_reading_again_is_free_until_a_file_changes(guide: Guide) -> None:
    first = read_all(guide)
    assert read_all(guide) is not first and read_all(guide)[0] is first[0]
    (guide.docs / HOUSE).unlink()
    assert [p.id for p in read_all(guide)[0]] == ["huiswerkclub", "tolkdienst"]


def test_more_partners_than_pages_can_be_made_of_is_a_fault(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.partners.read.MOST", 2)
    (guide.docs / HOUSE).write_text((guide.docs / HOUSE).read_text("utf-8") + "\n", "utf-8")
    assert (
        messages(guide)
        == """\
docs/partners:1
  Gevonden: 3 partners
  Verwacht: hoogstens 2: elke partner krijgt een eigen pagina in elke taal, en dan duurt een build te lang
  Zo herstel je het: breng plaatselijke partners onder bij een partner die ze verenigt, of laat een ontwikkelaar de \
grens in hooks/guide/partners/read.py bekijken

Aantal fouten: 1"""
    )


CASES = {
    "unknown key": (SERVICE, "former_names: [Babel]", "vroeger: [Babel]", """\
docs/partners/tolkdienst.yml:5
  Gevonden: de onbekende sleutel vroeger
  Verwacht: een van deze sleutels: audience, contact, description, facts, former_names, help, how_to_find, kind, \
languages, members, name, not_taken_over, recommendations, search_terms, seat, service_area, sources, status, \
succeeded_by, type, verification
  Zo herstel je het: schrap de sleutel of verbeter de naam; lijkt het meest op: –

Aantal fouten: 1"""),
    "a first sentence that is long": (HOUSE, "nl: Las met ouders.", "nl: Las met " + "heel " * 30 + "veel ouders.", """\
docs/partners/taalhuis.yml:9
  Gevonden: een eerste zin van 170 tekens in description
  Verwacht: een eerste zin van hoogstens 160 tekens: die staat alleen bij wie de pagina deelt of zoekt
  Zo herstel je het: maak er twee zinnen van

Aantal fouten: 1"""),
    "unknown recommendation": (SERVICE, "[praten, lezen]", "[praten, luisteren]", """\
docs/partners/tolkdienst.yml:6
  Gevonden: luisteren bestaat niet
  Verwacht: een van deze: lezen, praten
  Zo herstel je het: verbeter de naam, of voeg eerst het ontbrekende onderdeel toe

Aantal fouten: 1"""),
    "unknown type": (SERVICE, "type: taal", "type: tolk", """\
docs/partners/tolkdienst.yml:3
  Gevonden: tolk bestaat niet
  Verwacht: een van deze: functie, taal
  Zo herstel je het: verbeter de naam, of voeg eerst het ontbrekende onderdeel toe

Aantal fouten: 1"""),
    "unknown help": (SERVICE, "help: [tolken]", "help: [zingen]", """\
docs/partners/tolkdienst.yml:7
  Gevonden: zingen bestaat niet
  Verwacht: een van deze: digitaal, huiswerk, tolken
  Zo herstel je het: verbeter de naam, of voeg eerst het ontbrekende onderdeel toe

Aantal fouten: 1"""),
    "unknown area": (SERVICE, "service_area: [eiland]", "service_area: [maan]", """\
docs/partners/tolkdienst.yml:15
  Gevonden: maan bestaat niet
  Verwacht: een van deze: eiland, haven, kerk, molen, noord, zuid
  Zo herstel je het: verbeter de naam, of voeg eerst het ontbrekende onderdeel toe

Aantal fouten: 1"""),
    "unknown municipality": (SERVICE, "municipality: haven", "municipality: eiland", """\
docs/partners/tolkdienst.yml:14
  Gevonden: eiland bestaat niet
  Verwacht: een van deze: haven, kerk, molen
  Zo herstel je het: verbeter de naam, of voeg eerst het ontbrekende onderdeel toe

Aantal fouten: 1"""),
    "unknown member": (CLUB, "members: [tolkdienst]", "members: [niemand]", """\
docs/partners/huiswerkclub.yml:11
  Gevonden: niemand bestaat niet
  Verwacht: een van deze: huiswerkclub, taalhuis, tolkdienst
  Zo herstel je het: verbeter de naam, of voeg eerst het ontbrekende onderdeel toe

Aantal fouten: 1"""),
    "missing language": (SERVICE, ", fr: Envoie un interprète.", "", """\
docs/partners/tolkdienst.yml:10
  Gevonden: ontbrekende talen: fr; talen te veel: –
  Verwacht: een tekst in elk van deze talen: nl, fr, en
  Zo herstel je het: vul de ontbrekende talen aan

Aantal fouten: 1"""),
    "wrong date": (SERVICE, "2024-03-01", "2024-02-30", """\
docs/partners/tolkdienst.yml:17
  Gevonden: 2024-02-30 is geen datum
  Verwacht: een bestaande datum als jjjj-mm-dd, bijvoorbeeld 2026-09-01
  Zo herstel je het: schrijf de datum als jaar-maand-dag

Aantal fouten: 1"""),
    "merged into nobody": (HOUSE, "succeeded_by: tolkdienst\n", "", """\
docs/partners/taalhuis.yml:2
  Gevonden: status merged zonder succeeded_by
  Verwacht: bij merged ook de sleutel succeeded_by, met de partner waarin deze opging
  Zo herstel je het: voeg succeeded_by toe, of kies een andere status (active, ended of unverified)

Aantal fouten: 1"""),
    "successor without a merger": (HOUSE, "status: merged", "status: ended", """\
docs/partners/taalhuis.yml:3
  Gevonden: succeeded_by bij status ended
  Verwacht: succeeded_by alleen samen met status merged
  Zo herstel je het: schrap succeeded_by, of zet status op merged

Aantal fouten: 1"""),
    "merged into itself": (HOUSE, "succeeded_by: tolkdienst", "succeeded_by: taalhuis", """\
docs/partners/taalhuis.yml:3
  Gevonden: een partner die in zichzelf opgaat
  Verwacht: bij succeeded_by de naam van een andere partner
  Zo herstel je het: verbeter succeeded_by

Aantal fouten: 1"""),
    "generic with a seat": (CLUB, "members:", "seat: {municipality: haven, source: 0}\nmembers:", """\
docs/partners/huiswerkclub.yml:11
  Gevonden: een zetel (seat) bij een soort dienst (kind generic)
  Verwacht: een zetel alleen bij een organisatie; een soort dienst bestaat op veel plaatsen
  Zo herstel je het: schrap seat, of zet kind op organisation

Aantal fouten: 1"""),
    "generic without a way to find it": (
        CLUB, FIND, "", """\
docs/partners/huiswerkclub.yml:1
  Gevonden: een soort dienst (kind generic) zonder how_to_find
  Verwacht: een uitleg hoe een school de hare vindt, in elke taal
  Zo herstel je het: voeg how_to_find toe, of zet kind op organisation

Aantal fouten: 1"""),
    "organisation with members": (SERVICE, "languages: [nl, fr]", "languages: [nl, fr]\nmembers: [taalhuis]", """\
docs/partners/tolkdienst.yml:10
  Gevonden: members bij een organisatie
  Verwacht: members alleen bij kind generic
  Zo herstel je het: schrap members, of zet kind op generic

Aantal fouten: 1"""),
    "seat without source": (SERVICE, "{municipality: haven, source: 0}", "{municipality: haven}", """\
docs/partners/tolkdienst.yml:14
  Gevonden: een zetel zonder bron
  Verwacht: bij seat ook source: het volgnummer van de bron die de zetel noemt (de eerste bron is 0)
  Zo herstel je het: voeg source toe; noemt geen bron de zetel, schrap dan seat

Aantal fouten: 1"""),
    "address elsewhere": (SERVICE, "haven, source: 0", "haven, address: Kade 3 in Kerk, source: 0", """\
docs/partners/tolkdienst.yml:14
  Gevonden: het adres Kade 3 in Kerk bij een zetel in Haven
  Verwacht: een adres dat eindigt op Haven, of op een postcode en de naam van de plaats
  Zo herstel je het: schrijf straat, nummer, postcode en plaats zoals de bron het doet; ligt het elders, verbeter dan \
municipality

Aantal fouten: 1"""),
    "address without source": (SERVICE, "haven, source: 0", "haven, address: Kade 3 Haven", """\
docs/partners/tolkdienst.yml:14
  Gevonden: een zetel zonder bron
  Verwacht: bij seat ook source: het volgnummer van de bron die de zetel noemt (de eerste bron is 0)
  Zo herstel je het: voeg source toe; noemt geen bron de zetel, schrap dan seat

Aantal fouten: 1"""),
    "mailbox of a person": (SERVICE, "info@tolk.example", "an.janssens@post.example", """\
docs/partners/tolkdienst.yml:13
  Gevonden: een mailadres dat van een persoon lijkt: an.janssens@post.example
  Verwacht: een algemeen mailadres van de organisatie, of geen
  Zo herstel je het: vervang het door een algemeen adres dat de bron noemt, of schrap email

Aantal fouten: 1"""),
    "source that is not there": (SERVICE, "source: 0", "source: 2", """\
docs/partners/tolkdienst.yml:14
  Gevonden: bron 2 bij seat, terwijl er 2 bronnen zijn
  Verwacht: het volgnummer van een bron uit sources; de eerste is 0
  Zo herstel je het: verbeter het volgnummer of voeg de bron toe

Aantal fouten: 1"""),
    "source without address": (SERVICE, "document: boek, ", "", """\
docs/partners/tolkdienst.yml:18
  Gevonden: een bron zonder url en zonder document
  Verwacht: een url, of bij een bron op papier document met een naam uit vocabulary.yml
  Zo herstel je het: voeg url of document toe

Aantal fouten: 1"""),
    "read on no page": (HOUSE, "checked: none", "checked: page", """\
docs/partners/taalhuis.yml:14
  Gevonden: checked page, maar geen enkele bron heeft een url
  Verwacht: bij checked page minstens één bron met het adres van de pagina die gelezen is
  Zo herstel je het: voeg de url toe, of zet checked op none

Aantal fouten: 1"""),
    "code in a text": (SERVICE, "Stuurt een tolk", "<b>Stuurt</b> een tolk", """\
docs/partners/tolkdienst.yml:10
  Gevonden: HTML in een tekst: <b>Stuurt</b> een tolk naar je
  Verwacht: gewone tekst
  Zo herstel je het: haal de code weg; opmaak komt vanzelf

Aantal fouten: 1"""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told_with_place_and_remedy(name: str, edit) -> None:  # type: ignore[no-untyped-def]
    file, old, new, expected = CASES[name]
    assert messages(edit({file: [(old, new)]})) == expected


LOOKS = """\
postcode: "[1-9][0-9]{3}"
personal_number: "04[5-9][0-9]{7}"
country_code: "32"
notes:"""


def test_a_mobile_number_is_refused_in_every_spelling(edit) -> None:  # type: ignore[no-untyped-def]
    for number in ("0470 12 34 56", "+32 470 12.34.56", "0032 470/12 34 56", "+32 (0)470 12 34 56"):
        change = {SERVICE: [("02 000 00 00", number)], "partners/kaart/map.yml": [("notes:", LOOKS)]}
        assert (
            messages(edit(change))
            == f"""\
docs/partners/tolkdienst.yml:13
  Gevonden: een gsm-nummer: {number}
  Verwacht: een algemeen nummer van de organisatie, of geen: een gsm hoort bij een persoon
  Zo herstel je het: vervang het door een vast nummer dat de bron noemt, of schrap phone

Aantal fouten: 1"""
        )


@pytest.mark.parametrize(
    "number", ["04 222 33 44", "02 470 12 34", "+32 4 222 33 44", "0800 47 012", "+33 4 70 12 34 56"]
)
def test_a_landline_is_fine(number: str, edit) -> None:  # type: ignore[no-untyped-def]
    change = {SERVICE: [("02 000 00 00", number)], "partners/kaart/map.yml": [("notes:", LOOKS)]}
    assert messages(edit(change)) == "Aantal fouten: 0"


@pytest.mark.parametrize(
    ("email", "fine"),
    [
        ("info.noord@post.example", True), ("tolkdienst.haven@post.example", True), ("accueil.west@post.example", True),
        ("clb.oost@clb.example", True), ("scholen-west@post.example", True), ("tolken@post.example", True),
        ("jan.de.smet@post.example", False), ("j.peeters@post.example", False), ("An_Maes@post.example", False),
    ],
)  # fmt: skip
def test_mailboxes_of_persons_and_of_organisations(email: str, fine: bool, edit) -> None:  # type: ignore[no-untyped-def]
    problems = read_all(edit({SERVICE: [("info@tolk.example", email)]}))[1]
    assert [one.code for one in problems] == ([] if fine else ["partner_person_email"])


@pytest.mark.parametrize("address", ["Kade 3, Haven", "Kade 3, haven", "Quai 3, Port", "Kade 3 bus 2, 8300 Haven-West"])
def test_an_address_ends_in_its_town(address: str, edit) -> None:  # type: ignore[no-untyped-def]
    seat = ("haven, source: 0", f'haven, address: "{address}", source: 0')
    assert messages(edit({SERVICE: [seat], "partners/kaart/map.yml": [("notes:", LOOKS)]})) == "Aantal fouten: 0"


def test_a_pattern_that_cannot_be_read_is_a_fault(edit) -> None:  # type: ignore[no-untyped-def]
    problems = read_all(edit({"partners/kaart/map.yml": [("notes:", 'postcode: "[1-9"\nnotes:')]}))[1]
    assert [(one.file, one.code) for one in problems] == [("docs/partners/kaart/map.yml", "wrong_value")]


def test_all_faults_of_all_files_at_once_in_english_too(edit) -> None:  # type: ignore[no-untyped-def]
    guide = edit({
        SERVICE: [("help: [tolken]", "help: [zingen]"), ("source: 0", "source: 7")],
        HOUSE: [("succeeded_by: tolkdienst\n", "")],
        CLUB: [("members:", "seat: {municipality: haven}\nmembers:")],
    })  # fmt: skip
    assert (
        messages(guide, "en")
        == """\
docs/partners/huiswerkclub.yml:11
  Found: a seat at a kind of service (kind generic)
  Expected: a seat only for an organisation; a kind of service exists in many places
  How to mend it: remove seat, or set kind to organisation

docs/partners/huiswerkclub.yml:11
  Found: a seat without a source
  Expected: at seat also source: the number of the source that names the seat (the first source is 0)
  How to mend it: add source; if no source names the seat, remove seat

docs/partners/taalhuis.yml:2
  Found: status merged without succeeded_by
  Expected: with merged also the key succeeded_by: the partner that this one merged into
  How to mend it: add succeeded_by, or choose another status (active, ended or unverified)

docs/partners/tolkdienst.yml:7
  Found: zingen does not exist
  Expected: one of these: digitaal, huiswerk, tolken
  How to mend it: correct the name, or add the missing part first

docs/partners/tolkdienst.yml:14
  Found: source 7 at seat, while there are 2 sources
  Expected: the number of a source in sources; the first is 0
  How to mend it: correct the number or add the source

Faults: 5"""
    )
    assert [p.id for p in read_all(guide)[0]] == []


def test_a_file_that_is_no_mapping_does_not_break_the_reading(edit) -> None:  # type: ignore[no-untyped-def]
    for text in ("- a\n- b\n", "just a text\n", "", "seat: []\nsources: {a: 1}\nverification: 3\n"):
        _, problems = read_all(edit({"partners/nieuw.yml": [("", text)]}))
        assert problems and all(p.file == "docs/partners/nieuw.yml" for p in problems)


def test_a_fault_in_the_places_names_its_line(edit) -> None:  # type: ignore[no-untyped-def]
    guide = edit({"partners/places.yml": [("within: noord", "within: oost")]})
    first = read_all(guide)[1][0]
    assert (first.file, first.line, first.code) == ("docs/partners/places.yml", 3, "unknown_id")


def test_areas_lie_in_each_other(guide: Guide) -> None:
    region = read_region(guide, [])
    assert region.around("haven") == ["haven", "noord", "eiland"]
    assert region.touches("eiland", "haven") and region.touches("haven", "eiland")
    assert not region.touches("zuid", "haven")
    assert region.tiles == ("kerk", "molen")


def test_a_guide_needs_no_map_and_no_places(edit) -> None:  # type: ignore[no-untyped-def]
    guide = edit({SERVICE: [("seat: {municipality: haven, source: 0}\n", "")], HOUSE: [("[kerk]", "[zuid]")]})
    for path in (guide.docs / "partners" / "kaart").iterdir():
        path.unlink()
    (guide.docs / "partners" / "places.yml").unlink()
    assert read_all(guide)[1] == ()


def test_the_partners_of_this_guide_are_in_order() -> None:
    guide = open_guide(ROOT, ROOT / "docs", ("nl", "fr", "en"), "https://guide.example/")
    partners, problems = read_all(guide)
    assert report(problems, load("nl")) == "Aantal fouten: 0"
    assert len(partners) >= 15
