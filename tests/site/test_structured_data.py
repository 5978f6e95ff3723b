"""What the pages of the real guide say to machines: in the words of schema.org, and nothing that is not there."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest

from guide.catalogue import Catalogue
from guide.site import Guide
from tests.support.linked import SCRIPTS, Node, addresses, complaints, graph, text_of, title_of
from tests.support.pages import Site

HEAVIEST = 900  # bytes that the data add to a page, compressed; the mean is a third of that


@pytest.fixture(scope="module")
def said(site: Site) -> dict[str, list[Node]]:
    """What each page says, by its address; pages that say nothing are left out."""
    return {url: nodes for url, page in site.pages.items() if (nodes := graph(page))}


@pytest.fixture(scope="module")
def catalogue(real_guide: Guide) -> Catalogue:
    return Catalogue(real_guide)


def of_type(nodes: list[Node], name: str) -> Node:
    found = [node for node in nodes if node["@type"] == name]
    assert len(found) == 1, (name, nodes)
    return found[0]


def test_every_page_says_what_it_is_and_how_one_gets_there(
    said: dict[str, list[Node]], site: Site, real_guide: Guide, catalogue: Catalogue
) -> None:
    for language in real_guide.languages:
        prefix = real_guide.prefix(language)
        assert [node["@type"] for node in said[prefix]] == ["WebSite"]
        urls = [real_guide.page_url(uri, language) for uri in catalogue.pages if uri != "index.md"]
        urls += [card.url for card in catalogue.worksheet_cards(language) + catalogue.partner_cards(language)]
        for url in urls:
            trail = of_type(said[url], "BreadcrumbList")["itemListElement"]
            assert [one["position"] for one in trail] == list(range(1, len(trail) + 1))
            assert trail[0]["item"] == said[prefix][0]["url"] and trail[0]["name"] == said[prefix][0]["name"]
            assert trail[-1]["item"] == site.pages[url].one("//link[@rel='canonical']/@href")
            assert len(trail) == len(url.removeprefix(prefix).rstrip("/").split("/")) + 1, url
            assert " ".join(trail[-1]["name"].split()) == title_of(site.pages[url]), url
    kinds = Counter(node["@type"] for nodes in said.values() for node in nodes)
    assert set(kinds) == {"BreadcrumbList", "DataCatalog", "HowTo", "LearningResource", "Organization", "WebSite"}
    number = len(real_guide.languages)
    assert kinds["HowTo"] == number * len(catalogue.of_kind("method")) > 100
    assert kinds["DataCatalog"] == kinds["WebSite"] == number


def test_a_page_is_of_the_kind_that_it_belongs_to(said: dict[str, list[Node]], catalogue: Catalogue) -> None:
    guide = catalogue.guide
    kinds = {"method": "HowTo", "recommendation": "LearningResource", "case": "LearningResource"}
    for kind, name in kinds.items():
        for page in catalogue.of_kind(kind):
            for language, shown in catalogue.pages[page.uri].items():
                node = of_type(said[guide.page_url(page.uri, language)], name)
                assert (node["name"], node["description"]) == (shown.front.title, shown.front.description)
                assert (node["inLanguage"], node["dateModified"]) == (language, str(page.front.reviewed))  # type: ignore[union-attr]
                assert node["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
                assert node["isPartOf"]["url"] == guide.absolute(guide.prefix(language))
                assert node["identifier"].endswith(f"/{page.id}/")


def test_translations_name_each_other(said: dict[str, list[Node]], real_guide: Guide) -> None:
    works = {node["@id"]: node for nodes in said.values() for node in nodes if "url" in node and "isPartOf" in node}
    assert len(works) > 300
    for key, node in works.items():
        for other in node.get("workTranslation", []):
            assert works[other["@id"]]["translationOfWork"] == {"@id": key}
        if "translationOfWork" in node:
            assert {"@id": key} in works[node["translationOfWork"]["@id"]]["workTranslation"]
    home = [key for key in works if re.search(r"/(ar|tr|uk|es|pl|ro|bg|pt)/", key)]
    assert len(home) > 50 and all("translationOfWork" in works[key] for key in home)


def test_a_method_has_the_steps_of_its_page(said: dict[str, list[Node]], site: Site) -> None:
    for url, nodes in said.items():
        for node in (one for one in nodes if one["@type"] == "HowTo"):
            steps = node["step"]
            assert len(steps) >= 4, url
            for number, step in enumerate(steps, 1):
                page, anchor = urldefrag(step["url"])
                heading = text_of(site.pages[url].elements(f"//*[@id='{anchor}']")[0])
                assert (page, step["position"]) == (node["url"], number)
                assert heading == f"{number} · {step['name']}"
            assert re.fullmatch(r"PT\d+M", node.get("totalTime", "PT1M"))


def test_a_time_is_told_only_when_it_is_one_number(said: dict[str, list[Node]], catalogue: Catalogue) -> None:
    told = {
        one.id: of_type(said[f"methodieken/{one.id}/"], "HowTo").get("totalTime") for one in catalogue.of_kind("method")
    }
    minutes = {one.id: getattr(one.front, "minutes", ()) for one in catalogue.of_kind("method")}
    assert told == {key: f"PT{found[0]}M" if len(set(found)) == 1 else None for key, found in minutes.items()}
    assert {None} < set(told.values())


def test_a_sheet_names_its_files_in_the_language_of_the_page(said: dict[str, list[Node]]) -> None:
    arabic = of_type(said["ar/werkbladen/huisbezoek/"], "LearningResource")
    assert arabic["inLanguage"] == ["ar", "nl"] and arabic["name"] == "زيارة تعارف"
    names = [one["contentUrl"].rpartition("/")[2] for one in arabic["encoding"]]
    assert names == ["huisbezoek-nl-ar.pdf", "huisbezoek-nl-ar.docx", "huisbezoek-nl-ar-groot.pdf"]
    assert all(one["inLanguage"] == ["nl", "ar"] for one in arabic["encoding"])
    team = of_type(said["fr/werkbladen/actieplan/"], "LearningResource")
    assert team["inLanguage"] == "fr" and {tuple(one["inLanguage"]) for one in team["encoding"]} == {("fr",)}


def test_every_address_is_there(said: dict[str, list[Node]], site: Site, real_guide: Guide) -> None:
    home, lost, seen = real_guide.site_url, [], 0
    for url, nodes in said.items():
        for address in addresses(nodes):
            if not address.startswith(home):
                continue
            seen += 1
            if not site.holds(address.removeprefix(home)):
                lost.append((url, address))
    assert lost == [] and seen > 5000


def test_schema_org_knows_every_word(said: dict[str, list[Node]], tmp_path: Path) -> None:
    nodes = [node for found in said.values() for node in found]
    assert complaints(nodes, tmp_path / "right") == []
    wrong = deepcopy([of_type(said["methodieken/huisbezoek/"], "HowTo"), said[""][0]])
    wrong[0]["step"][0]["titel"] = "Nodig uit"
    wrong[1]["isAccessibleForFree"] = {"@type": "Thing"}
    found = complaints(wrong, tmp_path / "wrong")
    assert len(found) == 2 and "titel" in found[0], found


def test_it_weighs_little_and_no_text_can_leave_its_script(said: dict[str, list[Node]], site: Site) -> None:
    weight: dict[str, int] = {}
    for url in said:
        text = site.pages[url].path.read_bytes()
        script = site.pages[url].one(SCRIPTS).encode()
        assert not re.search(rb"[<>&]", script), url
        weight[url] = len(gzip.compress(text)) - len(gzip.compress(text.replace(script, b"")))
    assert max(weight.values()) <= HEAVIEST, max(weight, key=lambda url: weight[url])


def test_pages_that_lead_elsewhere_say_nothing(site: Site, said: dict[str, list[Node]], real_guide: Guide) -> None:
    letters = {kind.letter for kind in real_guide.vocabulary.kinds.values()}
    assert [url for url in said if url.partition("/")[0] in letters or "embed/" in url] == []
    assert "404.html" in site.pages and "404.html" not in said


def test_the_page_of_open_data_is_a_catalogue_of_them(said: dict[str, list[Node]], site: Site) -> None:
    listed: dict[str, Any] = json.loads((site.root / "data/index.json").read_text("utf-8"))
    for language, url in (("nl", "over/open-data/"), ("en", "en/over/open-data/")):
        node = of_type(said[url], "DataCatalog")
        found = [one["distribution"][0]["contentUrl"] for one in node["dataset"]]
        assert found == [one["url"] for one in listed["datasets"]]
        assert [one["name"].partition(": ")[2] for one in node["dataset"]] == [
            one["title"][language] for one in listed["datasets"]
        ]
