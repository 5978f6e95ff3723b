"""A map of another region: outlines, places and a scheme are data, and no code is changed for them."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from tests.site.test_other_guide import GUIDE, OURS
from tests.support.pages import Site
from tests.support.project import built, copy_project

REGION = Path(__file__).parent / "other_region"
# Partner by its id: where it sits, and where it works.
SEATS = {
    "net-menders": ("harbour", "north"),
    "rope-walk": ("harbour", "valley"),
    "kite-club": ("hilltop", "hilltop"),
    "bakers": ("mill", "south"),
}


def _with_region(project: Path) -> Path:
    """The other guide, with the files of a region and partners that sit there."""
    copy_project(project, docs=False)
    shutil.copytree(GUIDE, project, dirs_exist_ok=True)
    shutil.copytree(REGION, project / "docs", dirs_exist_ok=True)
    path = project / "docs" / "vocabulary.yml"
    vocabulary = yaml.safe_load(path.read_text("utf-8"))
    vocabulary["regions"] |= {"north": {"name": {"en": "North", "nl": "Noord"}}}
    vocabulary["regions"] |= {"south": {"name": {"en": "South", "nl": "Zuid"}}}
    path.write_text(yaml.safe_dump(vocabulary, allow_unicode=True, sort_keys=False), "utf-8")
    helpers = project / "docs" / "helpers"
    shop = yaml.safe_load((helpers / "seed-shop.yml").read_text("utf-8"))
    for name, (seat, area) in SEATS.items():
        title = {"en": name.replace("-", " ").title(), "nl": f"Naam {name}"}
        partner = shop | {"name": title, "seat": {"municipality": seat, "source": 0}, "service_area": [area]}
        (helpers / f"{name}.yml").write_text(yaml.safe_dump(partner, allow_unicode=True, sort_keys=False), "utf-8")
    return project


def test_another_region_is_data(tmp_path: Path) -> None:
    site = Site(built(_with_region(tmp_path / "island")))
    page = site.pages["helpers/"]
    map_ = "//*[@id='partners-map']"
    assert page.one(f"{map_}//*[@data-map]/@aria-label").startswith("Map of the island")
    bubbles = [
        (one.get("data-name"), "".join(one.xpath(".//*[@data-count]/text()")))
        for one in page.elements(f"{map_}//*[contains(@class, 'partners-bubble')]")
    ]
    assert bubbles == [("Harbour", "2"), ("Hilltop", "1"), ("The south", "1")]
    assert page.all(f"{map_}//*[contains(@class, 'partners-province')]/text()") == ["North side"]
    outlines = page.all(f"{map_}//*[contains(@class, 'partners-land')]/@data-within")
    assert outlines == ["north valley", "south valley"]
    assert page.all(f"{map_}//*[contains(@class, 'partners-reach')]/@data-within") == ["hilltop"]
    scheme = page.elements("//*[@id='partners-scheme']")[0]
    assert scheme.xpath("string(h4)").startswith("Two hamlets")
    assert [" ".join(tile.text_content().split()) for tile in scheme.xpath(".//li")] == ["Mill 11", "", "Chapel"]
    assert "Het zuiden" in site.pages["nl/helpers/"].text()
    assert OURS.findall(page.text()) == []
    assert "Net Menders" in site.pages["helpers/embed/"].text()
