"""Relative links, as generated pages and lists make them."""

from __future__ import annotations

import pytest

from guide.pages import fill, island, island_name, islands_in, with_aliases
from guide.site import relative_url


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("raad/rust/", "doen/kijken/", "../../raad/rust/"),
        ("raad/rust/", "raad/", "rust/"),
        ("raad/", "raad/rust/", "../"),
        ("", "raad/", "../"),
        ("", "", "./"),
        ("raad/", "", "raad/"),
        ("fr/raad/", "raad/", "../fr/raad/"),
        ("bladen/x/x-nl.pdf", "bladen/x/", "x-nl.pdf"),
        ("raad/rust/#kern", "fr/raad/", "../../raad/rust/#kern"),
        ("raad/rust/#kern", "raad/rust/", "./#kern"),
    ],
)
def test_a_link_from_one_page_to_another(target: str, page: str, link: str) -> None:
    assert relative_url(target, page) == link


def test_an_island_is_found_and_filled() -> None:
    name = island_name("list", "methods")
    html = island(name)
    assert islands_in(f"<p>a</p>{html}<p>b</p>{island('figure:x')}") == ["list:methods", "figure:x"]
    assert fill(f"<p>a</p>{html}", {name: "<ul></ul>", "other": "!"}) == "<p>a</p>\n<ul></ul>\n"


def test_an_old_anchor_stands_in_front_of_the_new_one() -> None:
    html = '<p>x</p><h2 class="a" id="new">Kop</h2><h3 id="newer">Kop</h3>'
    assert with_aliases(html, {"old": "new"}) == (
        '<p>x</p><span id="old"></span><h2 class="a" id="new">Kop</h2><h3 id="newer">Kop</h3>'
    )


def test_an_anchor_is_no_pattern() -> None:
    html = '<h2 id="axb">Kop</h2>'
    assert with_aliases(html, {"old": "a.b"}) == html
