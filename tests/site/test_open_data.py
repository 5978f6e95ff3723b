"""The open data of the real guide, beside its pages: what one says, the other has."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.pages import Site


@pytest.fixture(scope="module")
def data(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site.root / "partners/data/partners.json").read_text("utf-8"))
    assert len(found["partners"]) > 50
    return found


@pytest.fixture(scope="module")
def home(data: dict[str, Any]) -> str:
    """The address of the site."""
    return str(data["page"][data["languages"][0]]).removesuffix("partners/")


def test_every_address_in_the_data_is_there(data: dict[str, Any], home: str, site: Site) -> None:
    terms = data["terms"]["recommendation"].values()
    pages = [url for one in [data, *data["partners"], *terms] for url in one["page"].values()]
    assert [url for url in pages if url.removeprefix(home) not in site.pages] == []
    files = [data["$schema"], *(one["vcard"] for one in data["partners"] if "vcard" in one)]
    assert [url for url in files if not (site.root / url.removeprefix(home)).is_file()] == []
    assert data["licence"]["url"] == "https://creativecommons.org/licenses/by-sa/4.0/"


def test_the_page_of_an_organisation_tells_machines_the_same(data: dict[str, Any], home: str, site: Site) -> None:
    for one in data["partners"]:
        for code, url in one["page"].items():
            found = site.pages[url.removeprefix(home)].all("//script[@type='application/ld+json']/text()")
            if one["kind"] == "generic":
                assert found == [], url
                continue
            said = json.loads(found[0])
            assert len(found) == 1 and said["@context"] == "https://schema.org", url
            assert (said["@type"], said["@id"]) == ("Organization", one["page"][data["languages"][0]])
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


def test_only_a_seat_with_an_address_leads_to_a_map_of_streets(data: dict[str, Any], home: str, site: Site) -> None:
    addresses = 0
    for one in data["partners"]:
        for url in one["page"].values():
            links = [link for link in site.pages[url.removeprefix(home)].links() if "openstreetmap" in link]
            assert len(links) == ("address" in one.get("seat", {})), url
            addresses += len(links)
    assert addresses > 10
