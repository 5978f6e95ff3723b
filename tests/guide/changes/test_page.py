"""The lists that tell what changed: releases, old addresses and the feed, in each language."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from guide.catalogue import Catalogue
from guide.changes.page import feed_url, lists_html
from tests.guide.changes.small import catalogue, files

PAGE = {"nl": "over/nieuw/", "fr": "fr/over/nieuw/"}


def _list(book: Catalogue, name: str, language: str = "nl") -> html.HtmlElement:
    return html.fragment_fromstring(lists_html(book, name, language, PAGE[language]), create_parent="div")


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _rows(book: Catalogue, language: str = "nl") -> list[tuple[str, str, str, str]]:
    """Old address, title and link of the new one, version."""
    found = []
    for row in _list(book, "changes-moved", language).xpath(".//tbody/tr"):
        (new,) = row.xpath("td[1]/a")
        found.append((_words(row.xpath("th")[0]), new.text, new.get("href"), _words(row.xpath("td[2]")[0])))
    return found


def test_a_release_tells_first_what_touches_links_and_says_where_they_lead(tmp_path: Path) -> None:
    newest, first = _list(catalogue(tmp_path, files()), "changes").xpath(".//section")
    assert newest.xpath("h3/@id") == ["v1-10-0"] and first.xpath("h3/@id") == ["v1-9-0"]
    assert newest.xpath("h3/text()") == ['Rust & "ruimte"']
    assert newest.xpath("string(p/time/@datetime)") == "2026-11-21"
    assert "Versie 1.10.0 · 21 november 2026" in _words(newest)
    kinds = newest.xpath("p[contains(@class, 'changes__kind')]")
    assert [_words(one) for one in kinds] == ["Heet nu anders", "Verhuisd", "Nieuw"]
    assert newest.xpath("ul/@aria-labelledby") == [one.get("id") for one in kinds]
    assert [_words(one) for one in newest.xpath("ul/li")] == [
        "Kalm heet nu rust. Oude link /gids/raad/kalm/ leidt nu naar Rust eerst",
        "De kern staat voorop. Oude link /gids/raad/rust/#oud leidt nu naar Rust eerst: Kern",
        "Vragen & meer. Vragen",
    ]
    assert newest.xpath("ul/li//a/@href") == [
        "../../raad/rust/", "../../raad/rust/#kern", "../../bladen/vragen/",
    ]  # fmt: skip


def test_what_an_old_release_tells_of_leads_to_where_it_is_today(tmp_path: Path) -> None:
    """The release names raad/kalm, which is called raad/rust since."""
    first = _list(catalogue(tmp_path, files()), "changes", "fr").xpath(".//section")[1]
    assert [(one.text, one.get("href")) for one in first.xpath(".//li/a")] == [
        ("Le calme d’abord", "../../raad/rust/"),
        ("Bib", "../../helpers/bib/"),
    ]


def test_every_address_that_moved_stands_in_the_table_told_or_not(tmp_path: Path) -> None:
    book = catalogue(tmp_path, files())
    assert _rows(book) == [
        ("/gids/bladen/oud/oud-nl.pdf", "bladen/vragen/vragen-nl.pdf", "../../bladen/vragen/vragen-nl.pdf", ""),
        ("/gids/r/kalm/", "Rust eerst", "../../r/rust/", ""),
        ("/gids/raad/kalm/", "Rust eerst", "../../raad/rust/", "1.10.0"),
        ("/gids/raad/rust/#oud", "Rust eerst: Kern", "../../raad/rust/#kern", "1.10.0"),
    ]
    links = _list(book, "changes-moved").xpath(".//td[2]/a/@href")
    assert links == ["#v1-10-0", "#v1-10-0"]


def test_one_line_of_the_register_tells_of_every_language_and_its_own_goes_before(tmp_path: Path) -> None:
    book = catalogue(tmp_path, files())
    assert [row[0] for row in _rows(book, "fr")] == [
        "/gids/bladen/oud/oud-nl.pdf", "/gids/fr/raad/ancien/", "/gids/fr/raad/kalm/", "/gids/fr/raad/rust/#oud",
        "/gids/r/kalm/",
    ]  # fmt: skip
    assert _rows(book, "fr")[3][1:3] == ("Le calme d’abord\u00a0: L’essentiel", "../../raad/rust/#kern")
    register = files()["permalinks.yml"] + "  fr/raad/kalm/: fr/doen/kijken/\n"
    own = catalogue(tmp_path / "own", files(permalinks=register))
    assert [row[1:3] for row in _rows(own, "fr") if "raad/kalm" in row[0]] == [
        ("Regarder ensemble", "../../doen/kijken/")
    ]
    assert [row[1] for row in _rows(own) if "raad/kalm" in row[0]] == ["Rust eerst"]


def test_an_address_that_moved_twice_leads_to_the_last_place(tmp_path: Path) -> None:
    register = files()["permalinks.yml"] + "  raad/rust/: doen/kijken/\n"
    rows = {row[0]: row[1] for row in _rows(catalogue(tmp_path, files(permalinks=register)))}
    assert rows["/gids/raad/kalm/"] == rows["/gids/raad/rust/"] == "Samen kijken"


def test_a_table_without_a_release_that_tells_of_it_has_no_column_of_versions(tmp_path: Path) -> None:
    changes = files()["changes.yml"]
    start = changes.index("  - version: 1.9.0")
    changes = (changes[: changes.index("  - version: 1.10.0")] + changes[start:]).replace("raad/kalm", "raad/rust")
    made = _list(catalogue(tmp_path, files(changes=changes)), "changes-moved")
    assert [_words(one) for one in made.xpath(".//thead//th")] == ["Oude link", "leidt nu naar"]
    assert {len(row.xpath("*")) for row in made.xpath(".//tbody/tr")} == {2}


def test_when_nothing_moved_one_line_says_so(tmp_path: Path) -> None:
    changes = files()["changes.yml"]
    start = changes.index("  - version: 1.9.0")
    changes = (changes[: changes.index("  - version: 1.10.0")] + changes[start:]).replace("raad/kalm", "raad/rust")
    book = catalogue(tmp_path, files(changes=changes, permalinks="moved: {}\n"))
    made = _list(book, "changes-moved")
    assert made.xpath(".//table") == []
    assert _words(made) == "Er is nog geen enkel adres verhuisd. Elke link die je ooit legde, komt rechtstreeks aan."


def test_the_address_of_the_feed_is_whole_to_be_copied(tmp_path: Path) -> None:
    book = catalogue(tmp_path, files())
    for language, address in (("nl", "feed.xml"), ("fr", "fr/feed.xml")):
        (link,) = _list(book, "changes-feed", language).xpath(".//a")
        assert (link.text, link.get("href")) == (f"https://klein.be/gids/{address}", "../../feed.xml")
    assert feed_url(book, "ar") == ""
