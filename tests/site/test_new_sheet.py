"""A new worksheet needs no code: one command, and everything of it is on the built site."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.support.pages import Site
from tests.support.project import built, copy_project, run


def test_one_command_makes_a_sheet_and_the_build_makes_the_rest(project: Path, tmp_path: Path) -> None:
    copy = copy_project(tmp_path / "project", like=project)
    made = run(copy, sys.executable, "-m", "guide", "new", "worksheet", "koffiekaartjes")
    assert made.returncode == 0, made.stdout + made.stderr
    checked = run(copy, sys.executable, "-m", "guide", "check")
    assert (checked.returncode, checked.stdout) == (0, "Alles in orde.\n")
    site = Site(built(copy, GUIDE_LANGUAGE="nl"))
    folder = site.root / "werkbladen" / "koffiekaartjes"
    assert {path.name for path in folder.iterdir()} == {
        "index.html", "koffiekaartjes-nl.pdf", "koffiekaartjes-nl.docx", "koffiekaartjes-nl.png",
    }  # fmt: skip
    assert (folder / "koffiekaartjes-nl.pdf").read_bytes().startswith(b"%PDF-")
    cards = site.pages["werkbladen/"].elements("//li[@data-id='koffiekaartjes']")
    assert [card.xpath("string(.//h4)") for card in cards] == ["Koffiekaartjes"]
    assert cards[0].xpath(".//img/@src") == ["koffiekaartjes/koffiekaartjes-nl.png"]
    assert site.pages["w/koffiekaartjes/"]
