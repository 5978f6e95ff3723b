"""The feeds: valid Atom, read as a reader's program reads it, and the same at every build."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from lxml import html

from guide.changes.feed import feeds
from tests.guide.changes.small import catalogue, files
from tests.support.atom import faults

NAMES = {"nl": "Klein & fijn", "fr": "Petit"}
HOME = "https://klein.be/gids/"


@pytest.fixture
def made(tmp_path: Path) -> dict[str, bytes]:
    return feeds(catalogue(tmp_path, files()), NAMES, "CC BY-SA 4.0")


def test_each_language_has_a_feed_of_its_own_that_is_valid(made: dict[str, bytes], tmp_path: Path) -> None:
    assert list(made) == ["feed.xml", "fr/feed.xml"]
    assert {name: faults(feed) for name, feed in made.items()} == {"feed.xml": [], "fr/feed.xml": []}
    assert list(feeds(catalogue(tmp_path, files()), NAMES, "", "fr")) == ["fr/feed.xml"]


def test_a_reader_finds_a_release_in_each_entry(made: dict[str, bytes]) -> None:
    read = feedparser.parse(made["feed.xml"])
    assert not read.bozo and read.version == "atom10"
    assert (read.feed.title, read.feed.language) == ("Klein & fijn: wat er verandert", "nl")
    assert (read.feed.author, read.feed.rights) == ("Klein & fijn", "Teksten en werkbladen: CC BY-SA 4.0. Code: MIT.")
    links = {(one.rel, one.href, one.hreflang) for one in read.feed.links}
    assert links == {("self", f"{HOME}feed.xml", "nl"), ("alternate", f"{HOME}over/nieuw/", "nl")}
    assert [(one.id, one.title, one.link, one.updated, one.published) for one in read.entries] == [
        (
            f"{HOME}feed.xml#v1-10-0", 'Rust & "ruimte" (1.10.0)', f"{HOME}over/nieuw/#v1-10-0",
            "2026-11-21T00:00:00+00:00", "2026-11-21T00:00:00+00:00",
        ),
        (
            f"{HOME}feed.xml#v1-9-0", "Begin (1.9.0)", f"{HOME}over/nieuw/#v1-9-0",
            "2026-11-20T00:00:00+00:00", "2026-11-20T00:00:00+00:00",
        ),
    ]  # fmt: skip
    assert read.feed.updated == read.entries[0].updated
    text = html.fragment_fromstring(read.entries[0].content[0].value, create_parent="div")
    assert text.xpath(".//a/@href") == [f"{HOME}raad/rust/", f"{HOME}raad/rust/#kern", f"{HOME}bladen/vragen/"]
    assert f"Oude link {HOME}raad/kalm/ leidt nu naar Rust eerst" in " ".join(text.text_content().split())
    assert "Vragen & meer." in text.text_content()


def test_the_french_feed_is_french(made: dict[str, bytes]) -> None:
    read = feedparser.parse(made["fr/feed.xml"])
    assert (read.feed.language, read.feed.title) == ("fr", "Petit\u00a0: ce qui change")
    assert read.entries[0].title == "Du calme (1.10.0)"
    assert f"{HOME}fr/raad/rust/" in read.entries[0].content[0].value


def test_what_a_language_lacks_leads_to_the_source_language(tmp_path: Path) -> None:
    written = {name: text for name, text in files().items() if name not in ("over/nieuw.fr.md", "raad/rust.fr.md")}
    feed = feeds(catalogue(tmp_path, written), NAMES, "")["fr/feed.xml"]
    assert faults(feed) == []
    read = feedparser.parse(feed)
    (page,) = [one for one in read.feed.links if one.rel == "alternate"]
    assert (page.href, page.hreflang) == (f"{HOME}over/nieuw/", "nl")
    assert read.entries[0].link == f"{HOME}over/nieuw/#v1-10-0"
    text = html.fragment_fromstring(read.entries[0].content[0].value, create_parent="div")
    assert [(one.text, one.get("href")) for one in text.xpath(".//a")] == [
        ("Rust eerst", f"{HOME}raad/rust/"),
        ("Rust eerst: Kern", f"{HOME}raad/rust/#kern"),
        ("Vragen", f"{HOME}fr/bladen/vragen/"),
    ]


def test_a_guide_without_a_licence_claims_none(tmp_path: Path) -> None:
    feed = feeds(catalogue(tmp_path, files()), NAMES, "")["feed.xml"]
    assert faults(feed) == [] and b"<rights>" not in feed


def test_it_is_the_same_at_every_build_and_names_no_program(made: dict[str, bytes], tmp_path: Path) -> None:
    assert feeds(catalogue(tmp_path, files()), NAMES, "CC BY-SA 4.0") == made
    assert b"generator" not in made["feed.xml"] and b"feedgen" not in made["feed.xml"]


def test_an_entry_stays_itself_when_its_date_its_text_or_its_page_changes(
    made: dict[str, bytes], tmp_path: Path
) -> None:
    written = {name.replace("nieuw", "later"): text for name, text in files().items()}
    changes = written["changes.yml"].replace("over/nieuw", "over/later").replace("2026-11-20", "2026-11-19")
    later = feeds(catalogue(tmp_path / "later", written | {"changes.yml": changes}), NAMES, "")["feed.xml"]
    before, after = feedparser.parse(made["feed.xml"]), feedparser.parse(later)
    assert [one.id for one in after.entries] == [one.id for one in before.entries]
    assert after.entries[1].link == f"{HOME}over/later/#v1-9-0"
    assert after.entries[1].updated != before.entries[1].updated


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("<updated>2026-11-21T00:00:00+00:00</updated>", "<updated>21 november</updated>", "dateTime"),
        ("<updated>2026-11-20T00:00:00+00:00</updated>", "", "updated"),
        ("<title>Begin (1.9.0)</title>", "", "title"),
        ('type="html">', 'type="markdown">', "type"),
        ('xml:lang="nl"', 'xml:lang="n l"', "lang"),
        ("<rights>", '<rights kind="x">', "kind"),
        ("<summary>Het eerste.</summary>", "<summary>a</summary><summary>b</summary>", "summary"),
        ("#v1-9-0</id>", "#v1-10-0</id>", "an id twice"),
        ("<id>https://klein.be/gids/feed.xml</id>", "<id>feed.xml</id>", "no whole address: feed.xml"),
        ("<author>", "<contributor>", "Opening and ending tag mismatch"),
        (' rel="self"', ' rel="via"', "no link to itself"),
        ('href="https://klein.be/gids/over/nieuw/#v1-9-0"', 'href="x" rel="related"', "not one alternate link"),
        ("https://klein.be/gids/helpers/bib/", "helpers/bib/", "a link without its host: helpers/bib/"),
    ],
)
def test_a_broken_feed_is_found_out(made: dict[str, bytes], old: str, new: str, says: str) -> None:
    text = made["feed.xml"].decode()
    assert text.count(old) >= 1, old
    found = faults(text.replace(old, new).encode())
    assert any(says in one for one in found), found


def test_a_feed_without_an_author_is_found_out(made: dict[str, bytes]) -> None:
    text = made["feed.xml"].decode()
    start, end = text.index("<author>"), text.index("</author>") + len("</author>")
    assert faults((text[:start] + text[end:]).encode()) == ["an entry has no author"] * 2
