"""The open data of the real guide, beside its pages: what one says, the other has."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from playwright.sync_api import Browser, expect

from guide.site import Guide
from tests.support.linked import addresses, graph, title_of
from tests.support.pages import Site

NAMES = ("recommendations", "methods", "cases", "worksheets", "glossary", "translations", "partners")
KEYS = {"glossary": "words", "translations": "texts"}  # the records are under the name of the file, or this


@pytest.fixture(scope="module")
def index(site: Site) -> dict[str, Any]:
    return read(site, "data/index.json")


@pytest.fixture(scope="module")
def data(site: Site, index: dict[str, Any], real_guide: Guide) -> dict[str, dict[str, Any]]:
    """Every file by its name."""
    return {one["id"]: read(site, one["url"].removeprefix(real_guide.site_url)) for one in index["datasets"]}


def read(site: Site, url: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site.root / url).read_text("utf-8"))
    return found


def schema(site: Site, guide: Guide, said: dict[str, Any]) -> dict[str, Any]:
    """The schema that a file names."""
    return read(site, said["$schema"].removeprefix(guide.site_url))


def faults(rules: dict[str, Any], said: Any) -> list[str]:
    validator = Draft202012Validator(rules, format_checker=FormatChecker())
    return sorted(f"{one.json_path}: {one.message}" for one in validator.iter_errors(said))


def records(data: dict[str, dict[str, Any]], name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = data[name][KEYS.get(name, name)]
    return found


def test_the_index_lists_every_file(index: dict[str, Any], data: dict[str, dict[str, Any]], site: Site) -> None:
    assert tuple(one["id"] for one in index["datasets"]) == NAMES
    published = {path.name for path in (site.root / "data").iterdir()}
    own = [name for name in NAMES if name != "partners"]
    assert published == {f"{name}.{end}" for name in (*own, "index") for end in ("json", "schema.json")}
    for one in index["datasets"]:
        said = data[one["id"]]
        assert (one["version"], one["schema"], one["date"]) == (said["version"], said["$schema"], said["date"])
        assert one["count"] == len(records(data, one["id"])) > 0
        assert set(one["title"]) == set(index["languages"])
    assert index["name"] == {"nl": "Samen school maken", "fr": "Faire école ensemble", "en": "Making school together"}
    assert index["date"] == max(one["date"] for one in index["datasets"])


def test_every_file_fits_its_schema(
    index: dict[str, Any], data: dict[str, dict[str, Any]], site: Site, real_guide: Guide
) -> None:
    for name, said in [*data.items(), ("index", index)]:
        rules = schema(site, real_guide, said)
        Draft202012Validator.check_schema(rules)
        assert rules["$schema"] == Draft202012Validator.META_SCHEMA["$schema"]
        assert rules["$id"] == said["$schema"]
        assert faults(rules, said) == [], name
        assert said["licence"] == {"name": "CC BY-SA 4.0", "url": "https://creativecommons.org/licenses/by-sa/4.0/"}
        assert said["languages"] == list(real_guide.languages)


def test_a_schema_tells_what_is_wrong(data: dict[str, dict[str, Any]], site: Site, real_guide: Guide) -> None:
    said = json.loads(json.dumps(data["methods"]))
    said["version"] = "one"
    said["methods"][0]["facts"] = ["L2.3-08"]
    said["methods"][1]["minutes"] = {"least": "10", "most": 20}
    said["methods"][2]["reviewed"] = "yesterday"
    del said["methods"][3]["steps"][0]["page"]
    assert faults(schema(site, real_guide, said), said) == [
        "$.methods[0]: Additional properties are not allowed ('facts' was unexpected)",
        "$.methods[1].minutes: {'least': '10', 'most': 20} is not valid under any of the given schemas",
        "$.methods[2].reviewed: 'yesterday' is not a 'date'",
        "$.methods[3].steps[0]: 'page' is a required property",
        "$.version: 'one' does not match '^\\\\d+\\\\.\\\\d+$'",
    ]


def test_every_part_is_explained(data: dict[str, dict[str, Any]], site: Site, real_guide: Guide) -> None:
    for name, said in data.items():
        for title, one in schema(site, real_guide, said)["$defs"].items():
            assert one.get("description"), (name, title)


def test_every_address_in_the_data_is_there(
    index: dict[str, Any], data: dict[str, dict[str, Any]], site: Site, real_guide: Guide
) -> None:
    home, lost, seen = real_guide.site_url, set(), 0
    for name, said in [*data.items(), ("index", index)]:
        for address in addresses(said):
            if not address.startswith(home):
                continue
            seen += 1
            if not site.holds(address.removeprefix(home)):
                lost.add((name, address))
    assert lost == set() and seen > 5000


def test_every_id_is_known(data: dict[str, dict[str, Any]]) -> None:
    ids = {name: {one["id"] for one in records(data, name)} for name in NAMES}
    terms = {name: {key: set(found) for key, found in data[name]["terms"].items()} for name in NAMES}
    for name in ("recommendations", "methods", "cases", "worksheets"):
        for one in records(data, name):
            assert set(one["recommendations"]) <= terms[name]["recommendation"] == ids["recommendations"]
            assert set(one["phases"]) <= terms[name]["phase"] and set(one["audiences"]) <= terms[name]["audience"]
            assert set(one.get("sources", [])) <= terms[name].get("source", set())
            for key in ("methods", "cases", "worksheets", "partners"):
                assert set(one.get(key, [])) <= ids[key], (one["id"], key)
            assert {box["certainty"] for box in one.get("evidence", [])} <= terms[name].get("certainty", set())
    for sheet in records(data, "worksheets"):
        known = terms["worksheets"]
        assert sheet["paper"] in known["paper"] and sheet.get("method", "gesprekstool") in ids["methods"]
        assert {file["kind"] for file in sheet["files"]} <= known["file"]
        spoken = {code for file in sheet["files"] for code in file["languages"]}
        assert spoken | set(sheet["translations"]) <= known["language"]
        assert {one["state"] for one in sheet["translations"].values()} <= known["state"]
    assert {one["kind"] for one in records(data, "methods")} <= terms["methods"]["kind"]
    assert {one["group"] for one in records(data, "glossary")} <= terms["glossary"]["group"]


def test_the_data_say_what_the_pages_say(data: dict[str, dict[str, Any]], site: Site, real_guide: Guide) -> None:
    home = real_guide.site_url
    for name in ("recommendations", "methods", "cases", "worksheets"):
        for one in records(data, name):
            for language, url in one["page"].items():
                page = site.pages[url.removeprefix(home)]
                assert page.one("/html/@lang") == language
                assert title_of(page) == " ".join(one["title"][language].split()), url
            if "sections" in one:
                assert [part["id"] for part in one["sections"]] == page.heading_ids()
                boxes = page.elements("//aside[contains(@class, 'box--research')]")
                assert len(one["evidence"]) == len(boxes), one["id"]
    for one in records(data, "methods"):
        nodes = graph(site.pages[one["page"]["fr"].removeprefix(home)])
        steps = next(node for node in nodes if node["@type"] == "HowTo")["step"]
        assert [(step["title"]["fr"], step["page"]["fr"]) for step in one["steps"]] == [
            (step["name"], step["url"]) for step in steps
        ]


def test_every_file_of_a_sheet_is_in_the_data(data: dict[str, dict[str, Any]], site: Site) -> None:
    for sheet in records(data, "worksheets"):
        folder = site.root / "werkbladen" / sheet["id"]
        there = {path.name for path in folder.iterdir() if path.suffix in {".pdf", ".docx", ".png"}}
        assert {file["url"].rpartition("/")[2] for file in sheet["files"]} == there - {"qr.png"}


def test_the_page_about_the_data_names_every_file(index: dict[str, Any], site: Site, real_guide: Guide) -> None:
    for language in real_guide.languages:
        page = site.pages[f"{real_guide.prefix(language)}over/open-data/"]
        named = page.all("//dl[contains(@class, 'data-files')]//code/text()")
        assert named == [f"{real_guide.site_url}data/index.json", *(one["url"] for one in index["datasets"])]
        words = page.all("//dl[contains(@class, 'data-files')]/dt//text()")
        assert [one for one in words if one.strip()][1:] == [one["title"][language] for one in index["datasets"]]


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_the_example_makes_a_list_on_another_site(
    browser: Browser, site: Site, real_guide: Guide, data: dict[str, dict[str, Any]], language: str
) -> None:
    page = site.pages[f"{real_guide.prefix(language)}over/open-data/"]
    code = "".join(page.all("//pre[contains(@class, 'data-example')]//text()"))
    content = (site.root / "data/methods.json").read_bytes()
    window = browser.new_page()
    window.route(
        "https://school.test/", lambda route: route.fulfill(body=f"<!doctype html>{code}", content_type="text/html")
    )
    window.route(
        f"{real_guide.site_url}data/methods.json",
        lambda route: route.fulfill(body=content, headers={"Access-Control-Allow-Origin": "*"}),
    )
    window.goto("https://school.test/")
    links = window.locator("#guide > li > a")
    expect(links).to_have_count(len(records(data, "methods")))
    first = records(data, "methods")[0]
    expect(links.first).to_have_text(first["title"][language])
    expect(links.first).to_have_attribute("href", first["page"][language])
    window.close()


def test_a_host_lets_scripts_of_other_sites_read_them(site: Site) -> None:
    rules = (site.root / "_headers").read_text("utf-8").split("\n\n")
    allowed = {rule.partition("\n")[0] for rule in rules if "Access-Control-Allow-Origin: *" in rule}
    assert allowed == {"/data/*", "/partners/data/*"}


# --- partners ------------------------------------------------------------------------------------------------------


def test_the_page_of_an_organisation_tells_machines_the_same(
    data: dict[str, dict[str, Any]], site: Site, real_guide: Guide
) -> None:
    assert len(records(data, "partners")) > 50
    for one in records(data, "partners"):
        for code, url in one["page"].items():
            nodes = graph(site.pages[url.removeprefix(real_guide.site_url)])
            found = [node for node in nodes if node["@type"] != "BreadcrumbList"]
            if one["kind"] == "generic":
                assert found == [], url
                continue
            said = found[0]
            assert len(found) == 1, url
            assert (said["@type"], said["@id"]) == ("Organization", one["page"][real_guide.source_language])
            assert (said["name"], said["mainEntityOfPage"]) == (one["name"][code], url)
            assert (said.get("url"), said.get("telephone")) == (one["contact"].get("url"), one["contact"].get("phone"))
            assert said.get("sameAs", []) == [at for key, at in one["contact"].items() if key == "url"]
            assert len(said.get("areaServed", [])) == len(one["service_area"])
            assert all(area["@type"] == "AdministrativeArea" and area["name"] for area in said.get("areaServed", []))
            address, seat = said.get("address"), one.get("seat")
            assert bool(address) == bool(seat), url
            if seat and "address" in seat:
                parts = [address.get(key, "") for key in ("streetAddress", "postalCode")]
                assert parts[0] and all(part in seat["address"] for part in parts), url


def test_only_a_seat_with_an_address_leads_to_a_map_of_streets(
    data: dict[str, dict[str, Any]], site: Site, real_guide: Guide
) -> None:
    found = 0
    for one in records(data, "partners"):
        for url in one["page"].values():
            page = site.pages[url.removeprefix(real_guide.site_url)]
            links = [link for link in page.links() if "openstreetmap" in link]
            assert len(links) == ("address" in one.get("seat", {})), url
            found += len(links)
    assert found > 10
