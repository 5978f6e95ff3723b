"""What stands behind short and old addresses."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from guide.catalogue import Catalogue
from guide.permalinks.register import Register
from guide.permalinks.short import aliases, moved_pages, short_pages
from guide.site import Guide
from guide.strings import load
from tests.support.guides import small_guide
from tests.support.written import PAGES


def _pages(root: Path, **register: dict[str, str]) -> dict[str, str]:
    files = {**PAGES, "doen/kijken.md": PAGES["doen/kijken.md"].replace("worksheets: [vragen]\npartners: [bib]\n", "")}
    catalogue = Catalogue(small_guide(root, files))
    assert catalogue.pages and catalogue.problems == []
    return short_pages(catalogue, Register.model_validate(register))


def _tree(page: str) -> HtmlElement:
    return html.document_fromstring(page)


def test_every_page_of_a_kind_has_a_short_address(tmp_path: Path) -> None:
    assert set(_pages(tmp_path)) == {"r/rust/index.html", "d/kijken/index.html"}


def test_a_short_address_lists_the_languages_that_exist(tmp_path: Path) -> None:
    page = _tree(_pages(tmp_path)["r/rust/index.html"])
    links = [
        (one.get("href"), one.get("hreflang"), one.get("lang"), one.get("dir"), one.text)
        for one in page.xpath("//li/a")
    ]
    assert links == [
        ("../../raad/rust/", "nl", "nl", "ltr", "Nederlands"),
        ("../../fr/raad/rust/", "fr", "fr", "ltr", "Français"),
    ]
    assert page.xpath("string(//h1)") == "Rust eerst"
    assert page.xpath("string(//link[@rel='canonical']/@href)") == "https://klein.test/raad/rust/"
    assert page.xpath("string(//meta[@name='robots']/@content)") == "noindex"
    assert page.xpath("//script/@src") == ["../../assets/javascripts/go.mjs"]
    assert page.xpath("//script[not(@src)]") == []


def test_a_page_in_one_language_offers_only_that(tmp_path: Path) -> None:
    files = {name: text for name, text in PAGES.items() if name != "raad/rust.fr.md"}
    files["doen/kijken.md"] = files["doen/kijken.md"].replace("worksheets: [vragen]\npartners: [bib]\n", "")
    made = short_pages(Catalogue(small_guide(tmp_path, files)), Register())
    assert _tree(made["r/rust/index.html"]).xpath("//li/a/@hreflang") == ["nl"]


def test_an_alias_shows_the_same_as_the_address_that_it_stands_for(tmp_path: Path) -> None:
    made = _pages(tmp_path, short={"r/2/": "r/rust/", "r/9/": "r/weg/"})
    assert "r/9/index.html" not in made
    assert made["r/2/index.html"] == made["r/rust/index.html"]


def test_an_alias_never_takes_the_place_of_a_page(tmp_path: Path) -> None:
    made = _pages(tmp_path, short={"r/rust/": "d/kijken/"})
    assert _tree(made["r/rust/index.html"]).xpath("string(//h1)") == "Rust eerst"


def test_an_old_address_sends_the_reader_on_with_and_without_scripts() -> None:
    register = Register(moved={"oud/stil/": "raad/rust/", "oud/stil/#een": "doen/kijken/#stap-1", "a.pdf": "b.pdf"})
    made = moved_pages(register)
    page = _tree(made["oud/stil/index.html"])
    link = page.xpath("//a[@data-moved]")[0]
    assert link.get("href") == "../../raad/rust/"
    assert link.get("data-anchor-1") == "een ../../doen/kijken/#stap-1"
    assert page.xpath("string(//noscript/meta/@content)") == "0; url=../../raad/rust/"
    assert page.xpath("string(//link[@rel='canonical']/@href)") == "../../raad/rust/"
    assert page.xpath("//script/@src") == ["../../assets/javascripts/go.mjs"]


def test_an_old_file_is_no_folder() -> None:
    """`a.pdfindex.html` would be nowhere: what was a file needs a copy or a page of its own name."""
    made = moved_pages(Register(moved={"bladen/a.pdf": "bladen/b.pdf"}))
    assert not any(name.endswith(".pdfindex.html") for name in made)


def test_an_anchor_that_moved_on_its_page_keeps_working() -> None:
    register = Register(
        moved={"raad/rust/#oud": "raad/rust/#kern", "raad/rust/#weg": "doen/kijken/#stap-1", "doen/": "raad/"}
    )
    assert aliases(register, "raad/rust/") == {"oud": "kern"}
    assert aliases(register, "doen/kijken/") == {}


def test_an_address_is_text_and_no_html(tmp_path: Path) -> None:
    files = {**PAGES, "raad/rust.md": PAGES["raad/rust.md"].replace("Rust eerst", 'Rust & "stilte"')}
    files["doen/kijken.md"] = files["doen/kijken.md"].replace("worksheets: [vragen]\npartners: [bib]\n", "")
    made = short_pages(Catalogue(small_guide(tmp_path, files)), Register())["r/rust/index.html"]
    assert "<title>Rust &amp; &#34;stilte&#34;</title>" in made


def test_the_languages_of_a_sheet_each_speak_for_themselves(real_guide: Guide) -> None:
    made = short_pages(Catalogue(real_guide), Register(), "Naam")
    page = _tree(made["w/gesprekstool/talen/index.html"])
    link = page.xpath("//li/a[@lang='ar']")[0]
    assert (link.get("dir"), link.get("href")) == ("rtl", "../../../ar/werkbladen/gesprekstool/")
    text = " ".join(link.text_content().split())
    assert "العربية" in text and load("ar")["worksheet.sheet.checked_machine"] in text
    assert page.xpath("//li/a[@lang='nl']//small") == []
    assert page.xpath("string(//main/*[last()])").strip() == "Naam"
    assert "w/thermometer/talen/index.html" not in made
