"""What stands at old addresses, and on a page of which a place went elsewhere."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from guide.catalogue import Catalogue
from guide.permalinks.built import scan
from guide.permalinks.old import Old
from guide.permalinks.register import Register
from tests.support.guides import small_guide, write
from tests.support.written import PAGES

PAGE = """\
<!doctype html>
<html lang="nl">
  <head>
  <meta charset="utf-8">
  <link rel="canonical" href="https://klein.test/raad/rust/">
  <link rel="stylesheet" href="../../assets/x.css">
<script>inline("</p>")</script>
  </head>
  <body class="x">
    <h1>Rust</h1><h2 id="kern">Kern</h2><h2 class="y" id="bronnen">Bronnen</h2><a href="#kern">#</a>
    <script type="application/ld+json">{"a": "<\\/script>"}</script>
<script src="../../assets/bundle.js"></script>
  </body>
</html>
"""
FILES = {**PAGES, "doen/kijken.md": PAGES["doen/kijken.md"].replace("worksheets: [vragen]\npartners: [bib]\n", "")}


def _old(root: Path, moved: dict[str, str], **published: list[str]) -> Old:
    pages = {url: {"languages": ["nl", "fr"], "anchors": anchors} for url, anchors in published.items()}
    register = Register.model_validate({"moved": moved, "pages": pages, "files": ["bladen/oud/oud-nl.pdf"]})
    return Old(Catalogue(small_guide(root, FILES)), register)


def _written(root: Path, moved: dict[str, str], **published: list[str]) -> Path:
    site = root / "site"
    write(site, {"raad/rust/index.html": PAGE, "fr/raad/rust/index.html": PAGE.replace('lang="nl"', 'lang="fr"'),
                 "doen/kijken/index.html": PAGE, "bladen/nieuw/nieuw-nl.pdf": "PDF"})  # fmt: skip
    _old(root / "guide", moved, **published).write(site)
    return site


def test_the_new_page_stands_at_the_old_address_in_every_language(tmp_path: Path) -> None:
    site = _written(tmp_path, {"raad/stil/": "raad/rust/"})
    for prefix in ("", "fr/"):
        page = html.document_fromstring((site / prefix / "raad/stil/index.html").read_text("utf-8"))
        assert page.xpath("string(//link[@rel='canonical']/@href)") == "https://klein.test/raad/rust/"
        assert page.xpath("//base/@href") == ["../rust/"]
        up = "../" * (2 + prefix.count("/"))
        assert page.xpath("//script/@src") == [f"{up}assets/javascripts/moved.js"]
        assert page.xpath("//script/@data-to") == ["../rust/"] and page.xpath("//script/@data-anchors") == ["{}"]
        assert page.xpath("//script[not(@src)]") == [] and page.xpath("//*[@http-equiv]") == []
        assert page.xpath("//h2/@id") == ["kern", "bronnen"]
        # The script goes before what has an address, and the letters before the script.
        assert [one.tag for one in page.head[:3]] == ["meta", "script", "base"]
    built = scan(site)
    assert built.stand_ins == {"raad/stil/", "fr/raad/stil/"}
    text = (site / "raad/stil/index.html").read_text("utf-8")
    line = '<p>Wat op dit adres stond, staat nu hier: <a href="./">Rust eerst</a></p>'
    assert text.index("<body") < text.index("<noscript>") < text.index(line) < text.index("<h1>")


def test_names_that_changed_stand_before_the_new_heading_and_nowhere_else(tmp_path: Path) -> None:
    moved = {"raad/stil/": "raad/rust/", "raad/stil/#kern": "raad/rust/#bronnen", "raad/stil/#b": "raad/rust/#kern"}
    text = (_written(tmp_path, moved) / "raad/stil/index.html").read_text("utf-8")
    page = html.document_fromstring(text)
    # The new page has a "kern" of its own; at the old address that name means what it meant there.
    assert '<span id="kern"></span><h2 class="y" id="bronnen">' in text
    assert '<span id="b"></span><h2>Kern' in text
    assert sorted(page.xpath("//@id")) == ["b", "bronnen", "kern"]
    jumps = '{"b":"../rust/#kern","kern":"../rust/#bronnen"}'
    assert page.xpath("//script/@data-anchors") == [jumps]


def test_a_place_on_a_third_page_says_where_it_is(tmp_path: Path) -> None:
    moved = {"raad/stil/": "raad/rust/", "raad/stil/#kern": "doen/kijken/#in-het-kort", "raad/stil/#x": "raad/weg/"}
    page = html.document_fromstring((_written(tmp_path, moved) / "raad/stil/index.html").read_text("utf-8"))
    place = page.xpath("//p[@id='kern']")[0]
    words = "Het deel waar je link naartoe leidde, staat nu hier: Samen kijken – In het kort"
    assert place.text_content() == words
    assert place.xpath("a/@href") == ["../../doen/kijken/#in-het-kort"]  # counted from the new page, as <base> says
    assert page.xpath("//p[@id='x']/a/text()") == ["https://klein.test/raad/weg/"]


def test_a_page_that_became_a_place_sends_everybody_there(tmp_path: Path) -> None:
    site = _written(tmp_path, {"raad/stil/": "raad/rust/#bronnen"}, **{"raad/stil/": ["a", "kern"]})
    page = html.document_fromstring((site / "raad/stil/index.html").read_text("utf-8"))
    assert page.xpath("//script/@data-to") == ["../rust/#bronnen"]
    assert page.xpath("//script/@data-anchors") == ["{}"]
    assert '<noscript><meta http-equiv="refresh" content="0; url=./#bronnen"></noscript>' in (
        site / "raad/stil/index.html"
    ).read_text("utf-8")
    # With a place elsewhere nobody is sent to the wrong one: the browser goes to the place that was asked for.
    moved = {"raad/stil/": "raad/rust/#bronnen", "raad/stil/#a": "doen/kijken/"}
    site = _written(tmp_path / "more", moved, **{"raad/stil/": ["a", "kern"]})
    text = (site / "raad/stil/index.html").read_text("utf-8")
    assert "refresh" not in text
    assert '<p class="moved-place" id="a">' in text and '<span id="kern"></span><h2 class="y" id="bronnen">' in text


def test_a_page_in_place_of_which_there_is_a_file(tmp_path: Path) -> None:
    site = _written(tmp_path, {"raad/stil/": "bladen/nieuw/nieuw-nl.pdf"})
    page = html.document_fromstring((site / "raad/stil/index.html").read_text("utf-8"))
    assert page.xpath("//meta/@content")[-1] == "0; url=../../bladen/nieuw/nieuw-nl.pdf"
    assert page.xpath("//a/@href") == ["../../bladen/nieuw/nieuw-nl.pdf"]
    assert "raad/stil/" in scan(site).stand_ins


def test_a_file_goes_with_its_page(tmp_path: Path) -> None:
    site = _written(tmp_path, {"bladen/oud/": "bladen/nieuw/", "oud.pdf": "bladen/nieuw/nieuw-nl.pdf"})
    assert (site / "bladen/oud/oud-nl.pdf").read_text("utf-8") == "PDF"
    assert (site / "oud.pdf").read_text("utf-8") == "PDF"
    assert not (site / "bladen/oud/index.html").exists()  # there is no page to show: `check` tells


def test_on_a_page_that_stays_the_old_name_stays_too(tmp_path: Path) -> None:
    moved = {
        "raad/rust/#oud": "raad/rust/#kern",
        "raad/rust/#weg": "doen/kijken/#in-het-kort",
        "doen/x/#y": "raad/rust/",
    }
    old = _old(tmp_path, moved)
    for url, title in (("raad/rust/", "Samen kijken – In het kort"), ("fr/raad/rust/", "Regarder ensemble – En bref")):
        text = old.with_places('<h2 id="kern">K</h2>', url)
        page = html.fragment_fromstring(text, create_parent="div")
        assert text.startswith('<span id="oud"></span><h2 id="kern">')
        assert page.xpath("//p[@id='weg']/a/text()") == [title]
        prefix = "../../../" if url.startswith("fr/") else "../../"
        script = html.document_fromstring(old.with_script(PAGE, url)).xpath("//script[@data-anchors]")[0]
        assert script.get("src") == f"{prefix}assets/javascripts/moved.js"
        assert script.get("data-anchors") == '{"weg":"../../doen/kijken/#in-het-kort"}'
        assert script.get("data-to") is None
    assert old.with_places("<p>x</p>", "doen/kijken/") == "<p>x</p>"
    assert old.with_script(PAGE, "doen/kijken/") == PAGE


def test_a_name_is_text_and_no_html(tmp_path: Path) -> None:
    files = {**FILES, "doen/kijken.md": FILES["doen/kijken.md"].replace("Samen kijken", 'Kijk <b> & "luister"')}
    register = Register.model_validate({"moved": {"raad/rust/#weg": "doen/kijken/"}})
    text = Old(Catalogue(small_guide(tmp_path, files)), register).with_places("", "raad/rust/")
    assert "<b>" not in text
