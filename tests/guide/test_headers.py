"""The headers of the site: hosts that treat them differently let the same pages be framed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from guide.headers import headers_file, rules
from guide.policy import policy
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


POLICY = policy(["one()"])
WITH_CARDS = f"{POLICY}; frame-ancestors *"


def test_the_file_names_what_may_be_framed(real_guide: Guide) -> None:
    text = headers_file(rules(replace(real_guide, site_url="https://guide.test/"), POLICY))
    everywhere, first, *_ = text.split("\n\n")
    assert everywhere == (
        "/*\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  X-Frame-Options: SAMEORIGIN\n"
        "  Cross-Origin-Opener-Policy: same-origin\n"
        "  Permissions-Policy: accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()\n"
        f"  Content-Security-Policy: {POLICY}"
    )
    assert first == f"/embed/*\n  Content-Security-Policy: {WITH_CARDS}"
    framed = re.findall(r"^(/\S*)\n  Content-Security-Policy: .*; frame-ancestors \*$", text, re.MULTILINE)
    folders = ("embed/*", "partners/embed/*")
    assert sorted(framed) == sorted(f"/{prefix}{one}" for one in folders for prefix in ("", "fr/", "en/"))


@pytest.mark.parametrize("joined", [True, False], ids=["joined", "last wins"])
@pytest.mark.parametrize("root", ["/", "/gids/"])
def test_only_cards_may_be_framed_and_every_page_has_the_policy(root: str, joined: bool, real_guide: Guide) -> None:
    text = headers_file(rules(replace(real_guide, site_url=f"https://guide.test{root}"), POLICY))
    for page in (*CARDS, *OTHERS):
        sent = headers_for(text, root + page, joined=joined)
        assert sent["X-Frame-Options"] == "SAMEORIGIN" and sent["X-Content-Type-Options"] == "nosniff"
        cards = f"{POLICY}, {WITH_CARDS}" if joined else WITH_CARDS
        assert sent["Content-Security-Policy"] == (cards if page in CARDS else POLICY), page


def test_no_header_but_the_policy_is_set_by_two_rules_for_one_address(real_guide: Guide) -> None:
    """Hosts differ in what they make of that."""
    found = rules(real_guide, POLICY)
    for one in found:
        others = [other for other in found if other is not one and other.start.startswith(one.start)]
        twice = {name for other in others for name in other.headers if name in one.headers}
        assert twice <= {"Content-Security-Policy"}


def test_the_example_for_apache_says_the_same(real_guide: Guide) -> None:
    text = (ROOT / "DEVELOPERS.md").read_text("utf-8")
    (example,) = re.findall(r"(?s)```apache\n(.*?)```", text)
    everywhere, *others = rules(replace(real_guide, site_url="https://guide.test/"), POLICY)
    for name, value in everywhere.headers.items():
        if name != "Content-Security-Policy":
            assert f'{name} "{value}"' in example, name
    for last, name, value in (
        ("embed/", "Content-Security-Policy", "frame-ancestors *"),
        ("data/", "Access-Control-Allow-Origin", "*"),
    ):
        assert name in example and f'"{value}"' in example
        (pattern,) = re.findall(rf"\^/\S*?{last}", example)
        assert all(bool(re.match(pattern, rule.start)) == (name in rule.headers) for rule in others)
        assert not any(re.match(pattern, f"/{page}") for page in OTHERS)
