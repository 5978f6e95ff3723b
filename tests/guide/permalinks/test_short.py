"""What stands behind short and old addresses."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from guide.catalogue import Catalogue
from guide.permalinks.register import Register
from guide.permalinks.short import short_pages
from guide.site import Guide
from guide.strings import load
from tests.support.guides import small_guide
from tests.support.written import PAGES


def _catalogue(root: Path) -> Catalogue:
    files = {**PAGES, "doen/kijken.md": PAGES["doen/kijken.md"].replace("worksheets: [vragen]\npartners: [bib]\n", "")}
    catalogue = Catalogue(small_guide(root, files))
    assert catalogue.pages and catalogue.problems == []
    return catalogue


def _pages(root: Path, **register: dict[str, str]) -> dict[str, str]:
    return short_pages(_catalogue(root), Register.model_validate(register))


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
    # Search engines follow the canonical address; noindex would contradict it.
    assert page.xpath("//meta[@name='robots']") == []
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


def _choices(page: str, anchor: str = "") -> list[str]:
    """The links of the general list, or of the list of a place."""
    which = f"//ul[@id='{anchor}']" if anchor else "//ul[@data-go]"
    return [str(one) for one in _tree(page).xpath(f"{which}//a/@href")]


def test_a_published_place_has_a_list_of_its_own(tmp_path: Path) -> None:
    register = Register.model_validate(
        {"pages": {"raad/rust/": {"languages": ["nl", "fr"], "anchors": ["bronnen", "kern"]}}}
    )
    page = short_pages(_catalogue(tmp_path), register)["r/rust/index.html"]
    assert _tree(page).xpath("//ul[contains(@class, 'choices--place')]/@id") == ["bronnen", "kern"]
    assert _choices(page, "kern") == ["../../raad/rust/#kern", "../../fr/raad/rust/#kern"]
    # A list of a place stands before the general one: CSS can only hide what comes after.
    assert _tree(page).xpath("//ul[@data-go]/following-sibling::ul") == []


def test_a_short_address_stays_when_its_page_gets_another_name(tmp_path: Path) -> None:
    register = Register.model_validate({
        "pages": {"raad/stil/": {"languages": ["nl", "fr"], "anchors": ["a", "kern"]}},
        "short": {"r/stil/": "raad/stil/", "r/8/": "r/stil/", "r/niets/": "raad/niets/"},
        "moved": {
            "raad/stil/": "raad/rust/", "raad/stil/#a": "doen/kijken/#in-het-kort",
            "fr/raad/stil/#a": "fr/raad/rust/#kern", "d/oud/": "d/kijken/",
        },
    })  # fmt: skip
    made = short_pages(_catalogue(tmp_path), register)
    for address in ("r/stil/", "r/8/"):
        page = made[f"{address}index.html"]
        assert _choices(page) == ["../../raad/rust/", "../../fr/raad/rust/"]
        assert _choices(page, "a") == ["../../doen/kijken/#in-het-kort", "../../fr/raad/rust/#kern"]
        assert _choices(page, "kern") == ["../../raad/rust/#kern", "../../fr/raad/rust/#kern"]
        assert _tree(page).xpath("string(//link[@rel='canonical']/@href)") == "https://klein.test/raad/rust/"
    assert _choices(made["d/oud/index.html"]) == ["../../doen/kijken/", "../../fr/doen/kijken/"]
    assert "r/niets/index.html" not in made


def test_a_short_address_may_lead_to_a_place_or_to_a_page_without_one(tmp_path: Path) -> None:
    register = Register.model_validate({
        "short": {"r/stil/": "raad/stil/", "d/oud/": "doen/oud/"},
        "moved": {"raad/stil/": "raad/rust/#kern", "doen/oud/": "./"},
    })  # fmt: skip
    made = short_pages(_catalogue(tmp_path), register)
    assert _choices(made["r/stil/index.html"]) == ["../../raad/rust/#kern", "../../fr/raad/rust/#kern"]
    canonical = _tree(made["r/stil/index.html"]).xpath("string(//link[@rel='canonical']/@href)")
    assert canonical == "https://klein.test/raad/rust/"
    assert _choices(made["d/oud/index.html"]) == ["../../"]  # the home page is not translated here
    assert _tree(made["d/oud/index.html"]).xpath("string(//link[@rel='canonical']/@href)") == "https://klein.test/"


def test_the_languages_of_a_sheet_stay_when_it_gets_another_name(real_guide: Guide) -> None:
    register = Register.model_validate({
        "short": {"w/praten/": "werkbladen/praten/", "w/praten/talen/": "werkbladen/praten/"},
        "moved": {"werkbladen/praten/": "werkbladen/gesprekstool/"},
    })  # fmt: skip
    made = short_pages(Catalogue(real_guide), register, "Naam")
    links = _tree(made["w/praten/talen/index.html"]).xpath("//li/a[@lang='ar']/@href")
    assert links[0] == "../../../ar/werkbladen/gesprekstool/"
    assert made["w/praten/talen/index.html"] == made["w/gesprekstool/talen/index.html"]


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
