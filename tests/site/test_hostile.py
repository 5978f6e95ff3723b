"""A guide of which every text is hostile: nothing runs, breaks out or counts, on the web, on paper and in files."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
import yaml
from lxml import etree
from playwright.sync_api import Browser

from tests.guide.worksheets.word_checks import schema_faults
from tests.support.browsing import visiting
from tests.support.hostile import PAYLOADS, Hostile, poison
from tests.support.pages import Site
from tests.support.project import built, once, run
from tests.support.server import serving
from tests.support.three import three_languages

pytestmark = pytest.mark.xdist_group("hostile")
MORE = """
contact: {url: "https://bib.test/", email: info@bib.test}
former_names: [Boekerij]
search_terms: [boeken]
"""
TAGS = ("script", "attribute", "closing", "cdata")
LINES = "card"
DIRECTION = "override"


@pytest.fixture(scope="session")
def hostile(shared: Path) -> Path:
    """A project of which every text is hostile, built; what was told and taken stands in hostile.yml."""

    def make(target: Path) -> None:
        three_languages(target)
        partner = target / "docs" / "helpers" / "bib.yml"
        partner.write_text(partner.read_text("utf-8") + MORE, "utf-8")
        found = poison(target)
        (target / "hostile.yml").write_text(yaml.dump(found, Dumper=yaml.Dumper), "utf-8")
        stamped = run(target, sys.executable, "-m", "guide", "stamp")
        assert stamped.returncode == 0, stamped.stderr
        built(target)

    return once(shared, "hostile-guide", make)


@pytest.fixture(scope="session")
def found(hostile: Path) -> Hostile:
    """What the guide told and took."""
    read: Hostile = yaml.load((hostile / "hostile.yml").read_text("utf-8"), Loader=yaml.Loader)
    return read


@pytest.fixture(scope="session")
def pages(hostile: Path) -> Site:
    """Its site."""
    return Site(hostile / "site")


def test_a_text_is_refused_or_taken_as_text(found: Hostile) -> None:
    taken = {place: names for place, names in found.taken.items() if names and place[1][0] != "translation"}
    assert len(taken) > 100
    assert {name for names in taken.values() for name in names} >= {*PAYLOADS} - {LINES, DIRECTION}
    # The texts of sheets, partners, figures, the glossary and the vocabulary are never HTML.
    for (file, _), names in taken.items():
        assert file.endswith(".md") or not {"script", "attribute"} & set(names), file
    # What ends a line, or turns the letters round, is told everywhere.
    for name in (LINES, DIRECTION):
        assert {place for place, names in taken.items() if name in names} == set()


def test_nothing_in_a_page_is_made_of_a_text(pages: Site) -> None:
    literal = 0
    for url, page in pages.pages.items():
        assert page.all("//@*[starts-with(name(), 'on')]") == [], url
        assert page.all("//img[@src='x'] | //b[.='x']") == [], url
        addresses = page.all("//@href | //@src | //@action | //@data-to")
        assert [one for one in addresses if re.match(r"\s*javascript:", one, re.IGNORECASE)] == [], url
        assert "window.ran" not in "".join(page.all("//script[not(contains(@type, 'json'))]/text()")), url
        for data in page.all("//script[contains(@type, 'json')]/text()"):
            json.loads(data)
        literal += "{{ 7*7 }}" in page.text()
    assert literal > 20


def test_nothing_runs_even_where_no_policy_holds(pages: Site, browser: Browser) -> None:
    with serving(pages.root) as address, visiting(browser, address, bypass_csp=True) as visit:
        for url in pages.pages:
            if url.startswith(("embed/", "fr/", "r/", "d/", "b/", "h/")) and not url.startswith("fr/helpers"):
                continue
            page = visit.go(url)
            page.evaluate("() => document.querySelectorAll('details').forEach((one) => (one.open = true))")
            assert page.evaluate("() => window.ran") is None, url
        # What scripts show of a text: the search, the list of partners.
        page = visit.go("?q=window")
        visit.settle()
        assert page.evaluate("() => window.ran") is None
        assert visit.elsewhere() == []


def test_data_are_data(pages: Site) -> None:
    files = [path for path in sorted(pages.root.rglob("*")) if path.suffix in {".json", ".geojson"}]
    assert len(files) > 5
    assert sum("{{ 7*7 }}" in json.dumps(json.loads(path.read_bytes())) for path in files) > 3
    feeds = [path for path in sorted(pages.root.rglob("*.xml"))]
    assert feeds
    for path in feeds:
        etree.parse(path, etree.XMLParser(resolve_entities=False))
    for path in pages.root.rglob("*.svg"):
        if "assets" not in path.relative_to(pages.root).parts:
            tree = etree.parse(path, etree.XMLParser(resolve_entities=False))
            assert tree.xpath("//*[local-name()='script'] | //@*[starts-with(name(), 'on')]") == []


def test_a_spreadsheet_finds_no_formula(pages: Site) -> None:
    tables = sorted(pages.root.rglob("*.csv"))
    assert len(tables) == 3
    for path in tables:
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig")), delimiter=";"))
        assert len(rows) == 2 and len(rows[0]) == len(rows[1])
        assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
        assert any("=HYPERLINK" in cell[:12] for cell in rows[1])


def test_a_card_for_contacts_is_one_card(pages: Site) -> None:
    cards = sorted(pages.root.rglob("*.vcf"))
    assert cards
    for path in cards:
        lines = path.read_bytes().decode().replace("\r\n ", "").split("\r\n")
        for start in ("BEGIN:VCARD", "END:VCARD", "FN:", "N:"):
            assert len([line for line in lines if line.startswith(start)]) == 1, (path, start)
        assert all(re.match(r"[A-Za-z-]+[;:]", line) for line in lines if line)


def test_paper_shows_the_text_itself(pages: Site) -> None:
    sheets = sorted((pages.root / "bladen" / "vragen").glob("*.pdf"))
    assert len(sheets) == 3
    for path in sheets:
        with pypdfium2.PdfDocument(path) as document:
            text = "".join("".join(one.get_textpage().get_text_range() for one in document).split())
        for name in ("jinja", "typst", "formula", "at", "bibtex"):
            assert "".join(PAYLOADS[name].split()) in text, (path, name)


def test_word_shows_the_text_itself(pages: Site) -> None:
    documents = sorted(pages.root.rglob("*.docx"))
    assert len(documents) == 3
    for path in documents:
        assert schema_faults(path) == []
        with ZipFile(path) as packed:
            parts = {name: packed.read(name) for name in packed.namelist() if name.endswith((".xml", ".rels"))}
        for name, content in parts.items():
            tree = etree.fromstring(content)
            fields = tree.xpath("//*[local-name()='instrText']/text() | //@*[local-name()='instr']")
            assert {str(one).split()[0] for one in fields} <= {"PAGE", "NUMPAGES", "SECTIONPAGES"}, name
            targets = [str(one) for one in tree.xpath("//@Target")]
            assert not [one for one in targets if one.startswith("javascript:")], name
        words = "".join(etree.fromstring(parts["word/document.xml"]).itertext())
        assert all(PAYLOADS[name] in words for name in ("jinja", "typst", "formula", "bibtex"))
