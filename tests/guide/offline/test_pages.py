"""A page of the site as it is in the offline copy."""

from __future__ import annotations

import pytest

from guide.offline.links import Links
from guide.offline.pages import offline_page, offline_policy

KEPT = [
    "index.html", "advice/index.html", "advice/calm/index.html", "fr/advice/calm/index.html", "sheets/a/a.json",
    "sheets/a/a.pdf", "assets/javascripts/guide.mjs", "assets/javascripts/moved.js", "old/index.html",
]  # fmt: skip
LINKS = Links(KEPT, ["feed.xml", "embed/x/index.html", "data/index.json"], "https://site.test/gids/")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../../", "../../index.html"),
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./", "index.html"),
        ("./?p=a", "index.html?p=a"),
        ("../#place", "../index.html#place"),
        ("../calm/?x=1/#a/b", "../calm/index.html?x=1/#a/b"),
        ("../*/", "../*/index.html"),  # a script puts a name in it
        ("", ""),
        ("#place", "#place"),
        ("?p=a", "?p=a"),
        ("../../sheets/a/a.pdf", "../../sheets/a/a.pdf"),
        ("../../feed.xml", "https://site.test/gids/feed.xml"),
        ("../../embed/x/?y#z", "https://site.test/gids/embed/x/?y#z"),
        ("https://elsewhere.test/", "https://elsewhere.test/"),
        ("//elsewhere.test/", "//elsewhere.test/"),
        ("mailto:a@b.test?body=x/", "mailto:a@b.test?body=x/"),
        ("tel:02/", "tel:02/"),
    ],
)
def test_a_link_leads_to_a_file(address: str, expected: str) -> None:
    assert LINKS.link(address, "advice/calm/") == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<a class="x"  href="../">y</A>', '<a class="x" href="../index.html">y</A>'),
        ("<a  href='#x' TITLE='é &amp; &eacute;'>", "<a  href='#x' TITLE='é &amp; &eacute;'>"),
        ("<a href=../ hidden title='a\"b & c'>", '<a href="../index.html" hidden title="a&quot;b &amp; c">'),
        ('<link rel="preload" href="x.woff2" as="font" crossorigin>', ""),
        (
            '<script type="module" src="../../assets/javascripts/guide.mjs"></script>',
            '<script defer src="../../assets/javascripts/guide.js"></script>',
        ),
        (
            '<script type="module" src="../../a/guide.mjs" data-theme="../../a/theme.js"></script>',
            '<script defer src="../../a/guide.js" data-theme="../../a/theme.js"></script>',
        ),
        (
            '<script id="__config" type="application/json">{"base": "../../"}</script>',
            '<script src="../../assets/javascripts/offline.js"></script>'
            '<script id="__config" type="application/json">{"base": "../../"}</script>',
        ),
        ("<script>a = '<a href=\"../\">'</script>", "<script>a = '<a href=\"../\">'</script>"),
        ('<!-- <a href="../"> -->', '<!-- <a href="../"> -->'),
        ('<noscript><a href="../"></noscript>', '<noscript><a href="../index.html"></noscript>'),
        ('<form action="./">', '<form action="index.html">'),
        ('<svg viewBox="0 0 1 1"><use href="#i"/></svg>', '<svg viewBox="0 0 1 1"><use href="#i"/></svg>'),
        (
            '<meta http-equiv="refresh" content="0; url=../#x">',
            '<meta http-equiv="refresh" content="0; url=../index.html#x">',
        ),
        (
            '<script src="../../assets/javascripts/moved.js" data-to="../"'
            ' data-anchors="{&#34;a&#34;: &#34;../#b&#34;}">',
            '<script src="../../assets/javascripts/moved.js" data-to="../index.html"'
            ' data-anchors="{&quot;a&quot;: &quot;../index.html#b&quot;}">',
        ),
    ],
)
def test_only_what_a_file_cannot_do_changes(tag: str, expected: str) -> None:
    page = f"<!doctype html>\r\n<p>Kleine\tfout &lt; é</p>\n{tag}\n<p>na</p>"
    assert offline_page(page, "advice/calm/index.html", LINKS).html == page.replace(tag, expected)


def test_what_scripts_need_is_told() -> None:
    page = (
        '<script type=module src="../assets/javascripts/guide.mjs" data-theme="../theme.js"></script>'
        '<script src="../assets/javascripts/moved.js"></script>'
        '<option data-content="../sheets/a/a.json" data-source="fr"><div data-index="../data/index.json">'
    )
    found = offline_page(page, "advice/index.html", LINKS)
    assert found.modules == {"assets/javascripts/guide.mjs"}
    assert found.classic == {"assets/javascripts/moved.js", "theme.js"}
    assert found.fetched == {"sheets/a/a.json": "advice"}


def test_on_a_copy_at_an_old_address_links_count_from_the_new_one() -> None:
    page = (
        '<script src="../moved.js" data-to="../advice/calm/"></script><base href="../advice/calm/">'
        '<a href="../">{}</a><a href="#x">'
    )
    found = offline_page(page, "old/index.html", LINKS).html
    assert 'data-to="../advice/calm/index.html"' in found and '<base href="../advice/calm/">' in found
    assert '<a href="../index.html">' in found and '<a href="index.html#x">' in found


def test_the_policy_allows_files_and_no_request() -> None:
    policy = "default-src 'none'; script-src 'self' 'sha256-x='; img-src 'self' data:; connect-src 'self'"
    expected = "default-src 'none'; script-src file: 'sha256-x='; img-src file: data:; connect-src 'none'"
    assert offline_policy(policy) == expected
