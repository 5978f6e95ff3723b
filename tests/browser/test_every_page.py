"""axe-core on every page that is built, in every language; and no page scrolls sideways on the smallest phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guide.site import Guide
from tests.support.pages import Site
from tests.support.server import serving
from tests.support.survey import SCHEMES, faults, in_order, looks

GROUPS = 24  # a multiple of four: all pages of a group are looked at in one way
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"></head>
<body><{main}><h1>A page</h1>{planted}</{main}></body></html>"""
PLANTED = {
    "image-alt": '<img src="x.png">',
    "color-contrast": '<p style="color: #999; background: #fff">Hard to read</p>',
    "label": '<input type="text">',
    "target-size": "".join(f'<button style="width: 9px; height: 9px; padding: 0" title="{n}"></button>' for n in "ab"),
    "link-name": '<a href="/"></a>',
    "wider than 320 px": '<p style="width: 400px">Wide</p>',
    "leads to": '<script>location.hash = "elsewhere"</script>',
}  # fmt: skip


def _kept(path: str) -> dict[str, str]:
    return {"Cache-Control": "max-age=3600"} if "/assets/" in path else {}


@pytest.fixture(scope="module")
def kept(site: Site) -> Iterator[str]:
    """The real guide, served by a host that lets the browser keep what all pages share."""
    with serving(site.root, headers_of=_kept) as at:
        yield at


@pytest.mark.parametrize("group", range(GROUPS))
def test_every_page_is_accessible(group: int, kept: str, site: Site, browser: Browser, real_guide: Guide) -> None:
    urls = in_order(site.pages, real_guide.vocabulary.languages)[group::GROUPS]
    found = [one for scheme, narrow in looks(group) for one in faults(browser, kept, urls, scheme, narrow=narrow)]
    assert found == []


def _planted(folder: Path, planted: str = "", title: str = "Page", main: str = "main") -> None:
    (folder / "index.html").write_text(PAGE.format(planted=planted, title=title, main=main), "utf-8")
    style = folder / "assets" / "stylesheets" / "fonts.css"
    style.parent.mkdir(parents=True, exist_ok=True)
    style.touch()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_planted_faults_are_found(scheme: str, tmp_path: Path, browser: Browser) -> None:
    with serving(tmp_path) as at:
        for rule, planted in PLANTED.items():
            _planted(tmp_path, planted)
            found = faults(browser, at, [""], scheme)
            assert found and all(one.startswith(f" ({scheme}): {rule}") for one in found), rule
        _planted(tmp_path, title="", main="div")
        found = faults(browser, at, [""], scheme, narrow=True)
        assert {one.split(": ")[1] for one in found} == {"document-title", "landmark-one-main", "region"}
        _planted(tmp_path)
        assert faults(browser, at, [""], scheme) == []
