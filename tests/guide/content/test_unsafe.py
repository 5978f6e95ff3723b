"""What would run, load or frame something in a written page is told, with its line; all else is let through."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.content.html import made
from guide.content.unsafe import unsafe
from guide.strings import load
from tests.guide.translations.small import FILES
from tests.support.guides import small_guide
from tests.support.written import read

TOLD = {
    "<script>x()</script>": ["<script>"],
    "Een <SCRIPT\nsrc=x.js></script>": ["<script>"],
    '<img src="x.png" onerror="x()" alt="x">': ["onerror="],
    '*nadruk*{: onclick="x()" }': ["onclick="],
    '*nadruk*{: style="position:fixed" }': ["style="],
    "[klik](javascript:x())": ["javascript:"],
    "[klik](<JavaScript&colon;x()>)": ["javascript:"],
    '<a href="java&#10;script:x()">klik</a>': ["javascript:"],
    "[klik](data:text/html,x)": ["data:"],
    "![x](data:image/png;base64,AAAA)": ["data:"],
    '<iframe src="https://elsewhere.test/"></iframe>': ["<iframe>"],
    '<iframe srcdoc="x"></iframe>': ["<iframe>", "srcdoc="],
    "<style>p { color: red }</style>": ["<style>"],
    '<form action="https://elsewhere.test/"><input name="x"></form>': ["<form>", "<input>"],
    '<base href="https://elsewhere.test/">': ["<base>"],
    '<meta http-equiv="refresh" content="0; url=https://elsewhere.test/">': ["<meta>"],
    '<object data="x.swf"></object><embed src="x.swf">': ["<object>", "<embed>"],
    '<svg onload="x()"></svg>': ["<svg>", "onload="],
    "![x](https://elsewhere.test/a.png)": ["https://elsewhere.test/a.png"],
    '<img src="//Elsewhere.test/a.png" alt="x">': ["//Elsewhere.test/a.png"],
    '<img src="a.png" srcset="b.png 1x, https://elsewhere.test/c.png 2x" alt="x">': ["https://elsewhere.test/c.png"],
}
FINE = (
    "Schrijf `<script>` of `javascript:` gerust.",
    "x\n\n    <script>x()</script>",
    "[a](https://elsewhere.test/) [b](http://elsewhere.test) [c](mailto:a@b.test) [d](tel:1207) [e](../x.md#on)",
    "5 < 6, en a<b. <abbr title=\"on=1\">x</abbr><br><mark>x</mark>",
    "&lt;script&gt;x()&lt;/script&gt;",
)  # fmt: skip


def _told(folder: Path, text: str) -> list[tuple[str, int]]:
    guide = small_guide(folder, {**FILES, "raad/rust.md": FILES["raad/rust.md"].replace("Neem tijd.", text)})
    page = read(guide)[0]["raad/rust.md"]["nl"]
    html, failed = made(page.source.body, page.language)
    assert not failed
    return [(str(one.values["what"]), one.line) for one in unsafe(page, html)]


@pytest.mark.parametrize(("text", "what"), TOLD.items())
def test_what_runs_or_loads_is_told(text: str, what: list[str], tmp_path: Path) -> None:
    found = _told(tmp_path, text)
    assert [one for one, _ in found] == what
    assert all(line in (9, 11) for _, line in found)  # the body begins at 9; what is written in code has no line


@pytest.mark.parametrize("text", FINE)
def test_what_does_nothing_is_let_through(text: str, tmp_path: Path) -> None:
    assert _told(tmp_path, text) == []


def test_only_lines_where_it_stands_are_told(tmp_path: Path) -> None:
    text = "Een style vol data, en online.\n\n[x](data:a){: style='x' }\n\nNog een style, nog data."
    assert _told(tmp_path, text) == [("data:", 13), ("style=", 13)]


def test_the_message_is_whole(tmp_path: Path) -> None:
    guide = small_guide(tmp_path, {**FILES, "raad/rust.md": FILES["raad/rust.md"] + "\n<script>x()</script>\n"})
    page = read(guide)[0]["raad/rust.md"]["nl"]
    (problem,) = unsafe(page, made(page.source.body, page.language)[0])
    line = len((tmp_path / "docs" / "raad" / "rust.md").read_text("utf-8").splitlines())
    assert problem.text(load("nl")) == (
        f"docs/raad/rust.md:{line}\n"
        "  Gevonden: in de tekst staat iets dat een browser zou uitvoeren of van elders zou halen: <script>\n"
        "  Verwacht: gewone tekst, links en figuren; "
        "scripts, formulieren, kaders en stijlen werken in een pagina niet\n"
        "  Zo herstel je het: haal het weg; gaat je tekst erover, zet het dan tussen `backticks`"
    )
