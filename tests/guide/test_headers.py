"""The headers of the site: hosts that treat them differently let the same pages be framed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from guide.headers import headers_file, rules
from guide.site import Guide
from tests.support.hosting import headers_for
from tests.support.project import ROOT

CARDS = ("embed/a/communicatie/", "fr/embed/w/gesprekstool/", "partners/embed/", "en/partners/embed/")
OTHERS = (
    "",
    "fr/",
    "a/communicatie/",
    "partners/foyer/",
    "werkbladen/gesprekstool/gesprekstool-nl.pdf",
    "embed",
    "404",
)


def test_the_file_names_what_may_be_framed(real_guide: Guide) -> None:
    text = headers_file(rules(replace(real_guide, site_url="https://guide.test/")))
    assert text.startswith(
        "/*\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  X-Frame-Options: SAMEORIGIN\n"
        "\n"
        "/embed/*\n"
        "  Content-Security-Policy: frame-ancestors *\n"
    )
    framed = re.findall(r"^(/\S*)\n  Content-Security-Policy: frame-ancestors \*$", text, re.MULTILINE)
    folders = ("embed/*", "partners/embed/*")
    assert sorted(framed) == sorted(f"/{prefix}{one}" for one in folders for prefix in ("", "fr/", "en/"))


@pytest.mark.parametrize("joined", [True, False], ids=["joined", "last wins"])
@pytest.mark.parametrize("root", ["/", "/gids/"])
def test_only_cards_have_a_policy_that_lets_them_be_framed(root: str, joined: bool, real_guide: Guide) -> None:
    text = headers_file(rules(replace(real_guide, site_url=f"https://guide.test{root}")))
    for page in (*CARDS, *OTHERS):
        sent = headers_for(text, root + page, joined=joined)
        assert sent["X-Frame-Options"] == "SAMEORIGIN" and sent["X-Content-Type-Options"] == "nosniff"
        assert sent.get("Content-Security-Policy") == ("frame-ancestors *" if page in CARDS else None), page


def test_no_header_is_set_by_two_rules_for_one_address(real_guide: Guide) -> None:
    """Hosts differ in what they make of that."""
    found = rules(real_guide)
    for one in found:
        others = [other for other in found if other is not one and one.start.startswith(other.start)]
        assert [name for other in others for name in other.headers if name in one.headers] == []


def test_the_examples_for_servers_say_the_same(real_guide: Guide) -> None:
    text = (ROOT / "DEVELOPERS.md").read_text("utf-8")
    examples = re.findall(r"(?s)```(?:nginx|apache)\n(.*?)```", text)
    assert len(examples) == 2
    everywhere, *others = rules(replace(real_guide, site_url="https://guide.test/"))
    for example in examples:
        for name, value in everywhere.headers.items():
            assert re.search(rf'{name} "?{re.escape(value)}"?', example), (name, example)
        for last, header in (
            ("embed/", {"Content-Security-Policy": "frame-ancestors *"}),
            ("data/", {"Access-Control-Allow-Origin": "*"}),
        ):
            ((name, value),) = header.items()
            assert name in example and f'"{value}"' in example
            (pattern,) = re.findall(rf"\^/\S*?{last}", example)
            assert all(bool(re.match(pattern, rule.start)) == (rule.headers == header) for rule in others)
            assert not any(re.match(pattern, f"/{page}") for page in OTHERS)
