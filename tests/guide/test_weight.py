"""What a page weighs: everything that its first view asks for, and nothing else; and what may not be too heavy."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from guide.problems import report
from guide.site import Guide
from guide.strings import load
from guide.weight import Scale, find_problems, gzip_size, is_current
from tests.support.guides import small_guide
from tests.support.pages import Site

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>х</title>
<link rel="stylesheet" href="../a/main.css"><link rel="stylesheet" href="../a/print.css" media="print">
<link rel="icon" href="../icon.svg"><link rel="stylesheet" href="https://elsewhere.test/x.css">
<script type="module" src="../a/one.mjs" data-theme="../theme.js"></script></head>
<body><h1>Één</h1><p>Tekst {text}</p><p hidden>ж</p><details><summary>Meer</summary>ж</details>
<template>ж</template><img src="../large.png"><img src="../larger.png" loading="lazy"></body></html>
"""
STYLE = """/* @font-face { src: url(none.woff2) } */
:root { --font-head: "Head", serif }
@font-face { font-family: "Text"; src: url("latin.woff2"); unicode-range: U+0-FF }
@font-face{font-family:Text;font-style:italic;src:url(italic.woff2);unicode-range:U+0-FF}
@font-face { font-family: "Text"; src: url("cyrillic.woff2"); unicode-range: U+4??, U+2116 }
@font-face { font-family: "Head"; src: url("head.woff2"); unicode-range: U+4?? }
@font-face { font-family: "Device"; src: local("Arial") }
"""


def noise(size: int) -> bytes:
    """Bytes that no compression makes smaller, the same ones each time."""
    return random.Random(size).randbytes(size)


def _site(root: Path, text: str = "") -> Path:
    site, own = root / "site", root / "overrides" / "a"
    files: dict[str, bytes] = {
        "page/index.html": PAGE.replace("{text}", text).encode(),
        "a/main.css": STYLE.encode(),
        "a/print.css": noise(900),
        "theme.js": noise(300),
        "a/one.mjs": b'import{two as t}from"./two.mjs";import "../vendor/lib.mjs";const x=()=>import("./later.mjs");',
        "a/two.mjs": b'export * from "./three.mjs";\nimport "./two.mjs";\n',
        "a/three.mjs": b"export const three = 3;\n",
        "a/later.mjs": noise(5000),
        "vendor/lib.mjs": b"export {};\n",
        "icon.svg": b"<svg/>",
        "large.png": noise(2000),
        "larger.png": noise(3000),
        "404.html": b"<!doctype html><title>404</title>",
    }
    files |= {f"a/{name}.woff2": noise(size) for name, size in
              {"latin": 100, "italic": 200, "cyrillic": 400, "head": 800}.items()}  # fmt: skip
    for name, data in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    own.mkdir(parents=True, exist_ok=True)
    for name in ("one.mjs", "two.mjs", "three.mjs", "later.mjs"):
        (own / name).touch()
    return site


def _size(site: Path, *names: str) -> int:
    return sum(gzip_size((site / name).read_bytes()) for name in names)


def test_all_that_a_first_view_asks_for_counts_once_and_nothing_else(tmp_path: Path) -> None:
    site = _site(tmp_path)
    found = Scale(site, tmp_path / "overrides").weigh(site / "page/index.html")
    assert found.url == "page/"
    assert found.parts == {
        "page": _size(site, "page/index.html"),
        "styles": _size(site, "a/main.css"),
        "own": _size(site, "a/one.mjs", "a/two.mjs", "a/three.mjs"),
        "libraries": _size(site, "vendor/lib.mjs"),
        "theme": _size(site, "theme.js"),
        "fonts": 100,
    }
    assert found.pictures == 2000 + _size(site, "icon.svg")
    assert found.heaviest == ("larger.png", 3000)
    assert found.first_view == sum(found.parts.values())


@pytest.mark.parametrize(
    ("text", "fonts"),
    [("<em>schuin</em>", 300), ("<em> </em>", 100), ("№", 500), ("ж", 500), ("<strong>ж</strong>", 1300)],
)
def test_fonts_count_by_the_letters_on_the_page(tmp_path: Path, text: str, fonts: int) -> None:
    site = _site(tmp_path, text)
    assert Scale(site, tmp_path / "overrides").weigh(site / "page/index.html").parts["fonts"] == fonts


def test_what_is_too_heavy_is_told_with_all_its_parts(tmp_path: Path) -> None:
    guide = small_guide(tmp_path, {})
    site = _site(tmp_path)
    assert find_problems(guide, site) == []
    (site / "a/one.mjs").write_bytes(b"//" + noise(16_000).hex().encode())
    (site / "theme.js").write_bytes(noise(190_000))
    (site / "large.png").write_bytes(noise(300_000))
    limit = "samengeperst (gzip); zo staat het bij budgets"
    assert report(find_problems(guide, site), load("nl")) == (
        "site/page/index.html:1\n"
        "  Gevonden: deze bladzijde weegt 205 KB voor ze er staat: tekst 1 KB, opmaak 1 KB, eigen scripts 19 KB, "
        "andere scripts 1 KB, het thema 186 KB, letters 1 KB\n"
        f"  Verwacht: hoogstens 200 KB, {limit}.first_view in docs/vocabulary.yml\n"
        "  Zo herstel je het: maak kleiner wat het meeste weegt: splits een lange tekst, of laat een stijl, script of "
        "lettertype weg dat hier niet nodig is\n\n"
        "site/page/index.html:1\n"
        "  Gevonden: de prent large.png weegt 293 KB\n"
        "  Verwacht: hoogstens 250 KB per prent; zo staat het bij budgets.picture in docs/vocabulary.yml\n"
        "  Zo herstel je het: maak de prent kleiner, met minder beeldpunten of minder kleuren\n\n"
        "site/page/index.html:1\n"
        "  Gevonden: de prenten die meteen laden, wegen hier samen 293 KB\n"
        "  Verwacht: hoogstens 200 KB; zo staat het bij budgets.pictures in docs/vocabulary.yml\n"
        '  Zo herstel je het: maak de prenten kleiner, of zet loading="lazy" bij wie niet bovenaan staat\n\n'
        "site/page/index.html:1\n"
        "  Gevonden: de eigen scripts van deze bladzijde wegen 19 KB\n"
        f"  Verwacht: hoogstens 15 KB, {limit}.own_scripts in docs/vocabulary.yml\n"
        "  Zo herstel je het: laat een script dat pas na een klik nodig is, ook dan pas komen: import() in plaats van "
        "import\n\n"
        "Aantal fouten: 4"
    )


def test_a_build_counts_until_a_source_changes(tmp_path: Path) -> None:
    guide = small_guide(tmp_path, {})
    site = tmp_path / "site"
    assert is_current(guide, site) is None
    _site(tmp_path)
    last = max(one.stat().st_mtime for one in tmp_path.rglob("*"))
    os.utime(site / "404.html", (last + 1, last + 1))
    assert is_current(guide, site) is True
    os.utime(guide.docs / "vocabulary.yml", (last + 9, last + 9))
    assert is_current(guide, site) is False


def test_texts_of_another_folder_count_as_sources(tmp_path: Path) -> None:
    guide = replace(small_guide(tmp_path, {}), docs=tmp_path / "texts")
    site = _site(tmp_path)
    guide.docs.mkdir()
    (guide.docs / "new.md").touch()
    last = max(one.stat().st_mtime for one in tmp_path.rglob("*"))
    os.utime(site / "404.html", (last + 1, last + 1))
    assert is_current(guide, site) is True
    os.utime(guide.docs / "new.md", (last + 9, last + 9))
    assert is_current(guide, site) is False


@pytest.mark.parametrize("page", [b"", b" ", b"<!-- nothing -->"])
def test_a_page_with_nothing_on_it_is_weighed_too(page: bytes, tmp_path: Path) -> None:
    site = _site(tmp_path)
    (site / "empty.html").write_bytes(page)
    found = Scale(site, tmp_path / "overrides").weigh(site / "empty.html")
    assert found.first_view == found.parts["page"] == gzip_size(page)


def test_every_page_of_this_guide_keeps_to_its_budgets(site: Site, real_guide: Guide) -> None:
    assert find_problems(real_guide, site.root) == []


def test_every_picture_and_drawing_has_its_room_before_it_is_there(site: Site) -> None:
    for page in site.pages.values():
        assert page.all("//img[not(@width) or not(@height)]/@src") == [], page.url
        drawings = "//*[local-name()='svg'][not(@viewbox or @viewBox or @width and @height or *[local-name()='use'])]"
        assert [one.get("class") for one in page.elements(drawings)] == [], page.url
