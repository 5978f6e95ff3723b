"""A guide of which every text is hostile: nothing runs, breaks out or counts, on the web, on paper and in files."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdfium2
import pytest
import yaml
from lxml import etree, html
from playwright.sync_api import Browser
from pybtex.database import parse_string

from guide.worksheets.blocks import MODELS
from tests.guide.translations.small import SHEET
from tests.guide.worksheets.word_checks import schema_faults
from tests.support.browsing import visiting
from tests.support.every_block import SLUG, every_block, text_fields
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
BOXES = """
/// figure | huis
///

/// research | {{ 7*7 }} =HYPERLINK(1) 50% \\input{x} "'onerror=window.ran=4
    certainty: thin

{{ 7*7 }} =HYPERLINK(1)
///
"""
TAGS = ("script", "attribute", "closing", "cdata")
LATEX = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^", **{f"\\{sign}": sign for sign in "&%$#_"},
}  # fmt: skip
LINES = "card"
DIRECTION = "override"


@pytest.fixture(scope="session")
def hostile(shared: Path) -> Path:
    """A project of which every text is hostile, built; what was told and taken stands in hostile.yml."""

    def make(target: Path) -> None:
        three_languages(target)
        partner = target / "docs" / "helpers" / "bib.yml"
        partner.write_text(partner.read_text("utf-8") + MORE, "utf-8")
        choices = every_block(target / "docs", SHEET, "bladen")
        for page in ("rust.md", "rust.fr.md", "rust.en.md"):
            path = target / "docs" / "raad" / page
            path.write_text(path.read_text("utf-8") + BOXES, "utf-8")
        found = poison(target, choices)
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


@pytest.mark.parametrize("name", MODELS)
def test_every_text_of_every_type_of_block_is_hostile(name: str, hostile: Path, found: Hostile) -> None:
    """A new type of block, or a new text in one, has an example of it: that is what is made hostile."""
    file = f"bladen/{SLUG}/werkblad.yml"
    blocks = yaml.load((hostile / "docs" / file).read_text("utf-8"), Loader=yaml.CSafeLoader)["blocks"]
    assert name in {block["type"] for block in blocks}
    taken = {
        tuple(key for key in place[2:] if isinstance(key, str))
        for (where, place), names in found.taken.items()
        if where == file and names and place[0] == "blocks" and blocks[int(place[1])]["type"] == name
    }
    assert set(text_fields(MODELS[name])) - taken == set()


def test_every_text_of_a_figure_is_hostile(found: Hostile) -> None:
    taken = {place[0] for (where, place), names in found.taken.items() if where == "figuren/huis.yml" and names}
    assert taken == {"alt", "caption", "words"}


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
    assert {path.parent.name for path in documents} == {"vragen", SLUG}
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


def test_every_type_of_block_shows_its_texts_on_paper_in_word_and_on_the_page(hostile: Path, pages: Site) -> None:
    folder = pages.root / "bladen" / SLUG
    source = (hostile / "docs" / "bladen" / SLUG / "werkblad.yml").read_text("utf-8")
    blocks = yaml.load(source, Loader=yaml.CSafeLoader)["blocks"]
    with pypdfium2.PdfDocument(folder / f"{SLUG}-nl.pdf") as document:
        paper = "".join(one.get_textpage().get_text_range() for one in document)
    with ZipFile(folder / f"{SLUG}-nl.docx") as packed:
        word = "".join(etree.fromstring(packed.read("word/document.xml")).itertext())
    page = pages.pages[f"bladen/{SLUG}/"].text()
    # The foot of a sheet has no words of its own.
    assert {block["type"] for block in blocks if _shown(block)} == {
        name for name in MODELS if any(text_fields(MODELS[name]))
    }
    missing = [
        (where, block["id"], text)
        for block in blocks
        for text in _shown(block)
        for where, shown in (("paper", paper), ("word", word), ("page", page))
        if _close(text) not in _close(shown)
    ]
    assert missing == []


def _shown(block: dict[str, Any]) -> list[str]:
    """The texts of a block that a reader sees."""
    found: list[str] = []
    for key, value in block.items():
        inner = value if isinstance(value, list) else [value] if isinstance(value, dict) else []
        found += [text for one in inner for text in _shown(one)]
        if isinstance(value, str) and any(payload in value for payload in PAYLOADS.values()) and key != "alt":
            found.append(value)
    return found


def _close(text: str) -> str:
    """A text without what a line end adds to it or takes from it."""
    return re.sub(r"[\s\u00ad\u200b\ufffe\x02-]+", "", text)


def test_a_research_box_and_a_figure_say_what_was_written(pages: Site) -> None:
    page = pages.pages["raad/rust/"]
    assert "{{ 7*7 }} =HYPERLINK(1) 50% \\input{x}" in page.text()
    (drawing,) = page.elements("//figure//*[@role='img']")
    assert PAYLOADS["jinja"] in drawing.get("aria-label", "")
    assert drawing.xpath(".//script | .//@*[starts-with(name(), 'on')]") == []


def test_a_reference_is_one_entry_that_says_the_title_itself(pages: Site) -> None:
    read, nasty = 0, 0
    for url, page in pages.pages.items():
        for part in page.elements("//*[@data-share='bibtex']"):
            (entry,) = parse_string(part.text_content(), "bibtex").entries.values()
            assert set(entry.fields) <= {"title", "type", "year", "url", "langid"}, url
            title = _from_latex(entry.fields["title"])
            link = html.fragment_fromstring(page.elements("//*[@data-share='html']")[0].text_content())
            assert (link.tag, link.attrib.keys()) == ("a", ["href"]), url
            assert " ".join(link.text.split()) == " ".join(title.split()), url
            assert len(link) == 0, url
            read, nasty = read + 1, nasty + (PAYLOADS["bibtex"] in title)
    assert read > 10 and nasty > 3


def _from_latex(text: str) -> str:
    """What LaTeX shows of it. AssertionError for a command that is no sign, or a brace that stands alone."""
    names = "|".join(map(re.escape, LATEX))
    assert not re.search(r"[\\{}%&$#_~^]", re.sub(names, "", text)), text
    return re.sub(names, lambda found: LATEX[found[0]], text)
