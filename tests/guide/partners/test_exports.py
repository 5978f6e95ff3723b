"""What others get: files read back as their own programs would."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guide.partners import data_files, data_html
from guide.partners.exports.shape import PublishedPartner
from guide.partners.exports.table import COLUMNS, harmless
from guide.site import Guide, open_guide

TODAY = date(2026, 11, 21)
SERVICE = "partners/tolkdienst.yml"
ROOT = Path(__file__).parents[3]
TYPES: dict[str, Any] = {"object": dict, "array": list, "string": str, "number": (int, float), "integer": int,
                         "null": type(None)}  # fmt: skip


def faults(schema: Any, value: Any, root: dict[str, Any], at: str = "$") -> list[str]:
    """What a value lacks by a schema, for the words of JSON Schema that ours uses; an unknown word is a fault too."""
    known = {"$ref", "type", "properties", "required", "additionalProperties", "items", "anyOf", "enum", "const",
             "pattern", "format", "description", "title", "default", "$defs", "$schema", "$id"}  # fmt: skip
    found = [f"{at}: {word}?" for word in schema if word not in known]
    if "$ref" in schema:
        found += faults(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, root, at)
    if "anyOf" in schema and all(faults(one, value, root, at) for one in schema["anyOf"]):
        found.append(f"{at}: none of anyOf")
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        return [*found, f"{at}: no {schema['type']}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: {value!r} not in enum")
    if "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{at}: {value!r} against pattern")
    if schema.get("format") == "date":
        date.fromisoformat(value)
    if isinstance(value, dict):
        own, more = schema.get("properties", {}), schema.get("additionalProperties", True)
        found += [f"{at}: {key} missing" for key in schema.get("required", []) if key not in value]
        for key, inner in value.items():
            if key not in own and more is False:
                found.append(f"{at}: {key} not known")
            elif (rule := own.get(key, more)) is not True:
                found += faults(rule, inner, root, f"{at}.{key}")
    if isinstance(value, list) and "items" in schema:
        found += [one for n, inner in enumerate(value) for one in faults(schema["items"], inner, root, f"{at}[{n}]")]
    return found


def files(guide: Guide) -> dict[str, bytes]:
    made = data_files(guide, "CC BY-SA 4.0")
    return {name.removeprefix("partners/"): content for name, content in made.items()}


def table(guide: Guide, language: str) -> list[dict[str, str]]:
    content = files(guide)[f"data/partners-{language}.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def card(guide: Guide) -> list[str]:
    """The lines of a vCard, unfolded."""
    content = files(guide)["tolkdienst/tolkdienst.vcf"]
    lines = content.split(b"\r\n")
    assert lines.pop() == b"" and b"\n" not in b"".join(lines)
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode("utf-8") for line in lines)  # no letter was cut in two
    return content.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_the_whole_data_hold_what_a_file_holds(guide: Guide) -> None:
    data = json.loads(files(guide)["data/partners.json"])
    service = data["partners"][2]
    assert service == {
        "id": "tolkdienst",
        "page": {
            "nl": "https://guide.example/partners/tolkdienst/",
            "fr": "https://guide.example/fr/partners/tolkdienst/",
            "en": "https://guide.example/en/partners/tolkdienst/",
        },
        "vcard": "https://guide.example/partners/tolkdienst/tolkdienst.vcf",
        "kind": "organisation",
        "status": "active",
        "type": "taal",
        "name": {"nl": "Tolkdienst Haven", "fr": "Service d’interprètes", "en": "Interpreting service"},
        "former_names": ["Babel"],
        "recommendations": ["praten", "lezen"],
        "help": ["tolken"],
        "audience": ["leerkracht"],
        "languages": ["nl", "fr"],
        "description": {
            "nl": "Stuurt een tolk naar je oudercontact.",
            "fr": "Envoie un interprète.",
            "en": "Sends an interpreter.",
        },
        "not_taken_over": {
            "nl": "Het gesprek voer je zelf.",
            "fr": "Vous menez l’entretien.",
            "en": "You lead the talk.",
        },
        "members": [],
        "search_terms": ["vertaler", "traducteur"],
        "contact": {"url": "https://tolk.example/", "email": "info@tolk.example", "phone": "02 000 00 00"},
        "seat": {"municipality": "haven", "source": 0},
        "service_area": ["eiland"],
        "sources": [
            {
                "title": "Over ons", "url": "https://tolk.example/over", "read_on": "2026-11-21",
                "source_date": "2024-03-01",
            },
            {
                "title": "Het boek", "document": {"nl": "Het boek", "fr": "Le livre", "en": "The book"},
                "read_on": "2026-10-01",
            },
        ],
        "verification": {"checked": "page", "checked_on": "2026-11-21"},
    }  # fmt: skip
    assert data["licence"] == {"name": "CC BY-SA 4.0", "url": "https://creativecommons.org/licenses/by-sa/4.0/"}
    assert (data["date"], data["languages"]) == ("2026-11-21", ["nl", "fr", "en"])
    terms = data["terms"]
    assert terms["help"]["tolken"] == {"name": {"nl": "Tolken", "fr": "Interprétation", "en": "Interpreting"}}
    # Only the page that exists has an address.
    assert terms["recommendation"]["praten"]["page"] == {"nl": "https://guide.example/aanbevelingen/praten/"}
    assert terms["municipality"]["haven"] == {
        "name": {"nl": "Haven", "fr": "Port", "en": "Harbour"}, "within": ["noord", "eiland"],
        "lat": 51.8, "lon": 4.25, "source": "made up",
    }  # fmt: skip


def test_the_schema_describes_the_data_and_nothing_else(guide: Guide) -> None:
    made = files(guide)
    data, schema = json.loads(made["data/partners.json"]), json.loads(made["data/partners.schema.json"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == data["$schema"] == "https://guide.example/partners/data/partners.schema.json"
    assert faults(schema, data, schema) == []
    data["partners"][0]["status"] = "sleeping"
    data["partners"][1]["facts"] = ["L2.3-08"]
    del data["partners"][2]["name"]
    assert faults(schema, data, schema) == [
        "$.partners[0].status: 'sleeping' not in enum",
        "$.partners[1]: facts not known",
        "$.partners[2]: name missing",
    ]


def test_the_data_of_this_guide_fit_the_schema_and_name_every_id() -> None:
    guide = open_guide(ROOT, ROOT / "docs", ("nl", "fr", "en"), "https://guide.example/")
    made = files(guide)
    data, schema = json.loads(made["data/partners.json"]), json.loads(made["data/partners.schema.json"])
    assert faults(schema, data, schema) == []
    terms, ids = data["terms"], {partner["id"] for partner in data["partners"]}
    for one in data["partners"]:
        assert one["type"] in terms["type"] and {*one["help"]} <= {*terms["help"]}
        assert {*one["audience"]} <= {*terms["audience"]} and {*one["languages"]} <= {*terms["language"]}
        assert {*one["recommendations"]} <= {*terms["recommendation"]} and {*one["members"]} <= ids
        assert {*one["service_area"]} <= {*terms["area"], *terms["municipality"]}
        assert "seat" not in one or one["seat"]["municipality"] in terms["municipality"]
        assert {*one["page"]} == {"nl", "fr", "en"}
    for code in guide.languages:
        assert [line["id"] for line in table(guide, code)] == [partner["id"] for partner in data["partners"]]
    features = json.loads(made["data/partners.geojson"])["features"]
    for feature in features:
        if feature["geometry"]:
            lon, lat = feature["geometry"]["coordinates"]
            assert 2.5 < lon < 6.4 and 49.4 < lat < 51.6, feature["id"]  # within Belgium, so not the wrong way round


@pytest.mark.parametrize("suffix", ["", ".fr", ".en"])
def test_the_page_about_the_data_explains_every_field(suffix: str) -> None:
    text = (ROOT / f"docs/partners/open-data{suffix}.md").read_text("utf-8")
    terms = re.findall(r"^(`.*)\n:   ", text, re.M)
    assert sorted(re.findall(r"`(\w+)`", " ".join(terms))) == sorted(PublishedPartner.model_fields)


def test_the_block_with_the_files_names_each_with_its_address(guide: Guide) -> None:
    html = data_html(guide, "fr", "fr/partners/open-data/")
    links = re.findall(r'<a href="([^"]+)" download>([^<]+)</a><br><code dir="ltr">([^<]+)<', html)
    made = [name for name in data_files(guide) if name.startswith("partners/data/")]
    assert sorted(address for _, _, address in links) == sorted(f"https://guide.example/{name}" for name in made)
    assert links[0][0] == "../../../partners/data/partners.json"
    assert '<p><a href="../embed/">' in html
    assert links[-1][1] == "Tous les partenaires en tableau, textes en anglais (CSV)"


def test_same_partners_same_bytes(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    first = data_files(guide, "X")
    assert data_files(guide, "X") is first
    monkeypatch.setattr("guide.partners._made", {})
    again = data_files(guide, "X")
    assert again is not first and again == first


def test_a_feature_says_how_precise_its_point_is(guide: Guide) -> None:
    made = json.loads(files(guide)["data/partners.geojson"])
    assert made["type"] == "FeatureCollection" and made["licence"]["name"] == "CC BY-SA 4.0"
    by_id = {feature["id"]: feature for feature in made["features"]}
    assert sorted(by_id) == ["huiswerkclub", "taalhuis", "tolkdienst"]
    assert by_id["taalhuis"]["geometry"] is None and "precision" not in by_id["taalhuis"]["properties"]
    service = by_id["tolkdienst"]
    assert service["geometry"] == {"type": "Point", "coordinates": [4.25, 51.8]}
    assert service["properties"]["precision"] == "municipality"
    assert service["properties"]["name_fr"] == "Service d’interprètes"


def test_a_seat_in_a_place_without_a_point_has_no_geometry(edit: Any) -> None:
    guide = edit({SERVICE: [("municipality: haven", "municipality: kerk")]})
    feature = json.loads(files(guide)["data/partners.geojson"])["features"][2]
    assert feature["geometry"] is None
    assert feature["properties"]["municipality"] == "kerk" and "precision" not in feature["properties"]


def test_a_table_speaks_its_language(guide: Guide) -> None:
    line = table(guide, "fr")[2]
    assert len(line) == len(COLUMNS.split())
    assert (line["Nom"], line["Statut"], line["Type"]) == ("Service d’interprètes", "en activité", "Langue")
    assert line["Page du guide"] == "https://guide.example/fr/partners/tolkdienst/"
    assert line["Siège (commune)"] == "Port" and line["Zone de travail"] == "L’île"
    assert line["Sources"] == "Over ons https://tolk.example/over | Het boek"
    assert table(guide, "en")[0]["In our list"] == "Interpreting service"
    assert table(guide, "nl")[1]["Opgegaan in"] == "Tolkdienst Haven"


def test_a_table_holds_no_formulas_and_one_line_a_partner(edit: Any) -> None:
    evil = '"=HYPERLINK(\\"https://x.example\\";\\"a\\")\\n-1;\\"b\\""'
    guide = edit({SERVICE: [("Stuurt een tolk naar je oudercontact.", evil), ('"02 000 00 00"', '"+32 2 000 00 00"')]})
    assert files(guide)["data/partners-nl.csv"].count(b"\r\n") == 4
    line = table(guide, "nl")[2]
    assert line["Wat"] == """'=HYPERLINK("https://x.example";"a") -1;"b\""""
    assert line["Telefoon"] == "'+32 2 000 00 00"
    for sign in "=+-@":
        assert harmless(f"{sign}1") == f"'{sign}1"
    assert harmless("\t=1") == "'=1" and harmless("a=1") == "a=1"


def test_a_card_for_the_phone(edit: Any) -> None:
    guide = edit({
        SERVICE: [
            ("haven, source: 0", 'haven, address: "Kade 3; bus 2, 8300 Haven-West", source: 0'),
            ("nl: Tolkdienst Haven,", 'nl: "Tolkdienst, Haven; ñ",'),
            ("nl: Stuurt een tolk naar je", 'nl: "Stuurt één tolk naar élk'),
                ("oudercontact., fr", 'oudercontact van de hele regio, gratis.", fr'),
        ],
        "partners/kaart/map.yml": [("notes:", 'postcode: "[1-9][0-9]{3}"\nnotes:')],
    })  # fmt: skip
    name = r"Tolkdienst\, Haven\; ñ"
    assert card(guide) == [
        "BEGIN:VCARD", "VERSION:3.0", f"N:{name};;;;", f"FN:{name}", f"ORG:{name}", "X-ABShowAs:COMPANY",
        "URL:https://tolk.example/", "TEL;TYPE=WORK,VOICE:02 000 00 00", "EMAIL;TYPE=INTERNET:info@tolk.example",
        r"ADR;TYPE=WORK:;;Kade 3\; bus 2;Haven-West;;8300;", "CATEGORIES:Tolken",
        r"NOTE:Stuurt één tolk naar élk oudercontact van de hele regio\, gratis.\nhttps://guide.example/"
        "partners/tolkdienst/",
        "UID:https://guide.example/partners/tolkdienst/",
        "SOURCE:https://guide.example/partners/tolkdienst/tolkdienst.vcf", "REV:2026-11-21", "END:VCARD", "",
    ]  # fmt: skip


def test_a_card_without_an_address_names_no_place(guide: Guide) -> None:
    assert not [line for line in card(guide) if line.startswith("ADR")]
