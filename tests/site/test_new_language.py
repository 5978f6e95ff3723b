"""A new language for parents is only files: one command, a translation, a stamp, and it stands on the built site."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pypdfium2
import pytest

from tests.site.test_links import broken
from tests.site.test_other_guide import GUIDE
from tests.support.pages import Site
from tests.support.project import built, copy_project, once, run

CODE = "fa"  # written from right to left
PAGE = """\
---
title: For neighbours
description: What the sheets are for.
reviewed: 2026-11-21
---
## What is this? {#what}

You were given a sheet by the garden.

## All the sheets {#sheets}

/// list | parents-sheets
///
"""
LINE = re.compile(r'^(?P<start> *(?:- |[\w.-]+: ))""$', re.MULTILINE)
TITLE, TEXT = "باغچه", "متن"


def _guide(project: Path) -> None:
    """The other guide with a sheet and a page for parents, and the language, translated by a program."""
    copy_project(project, docs=False)
    shutil.copytree(GUIDE, project, dirs_exist_ok=True)
    docs = project / "docs"
    vocabulary, sheet = docs / "vocabulary.yml", docs / "sheets/seed-plan/werkblad.yml"
    vocabulary.write_text(vocabulary.read_text("utf-8") + "parents_page: neighbours.md\n", "utf-8")
    sheet.write_text(sheet.read_text("utf-8").replace("for_parents: false", "for_parents: true"), "utf-8")
    (docs / "neighbours.md").write_text(PAGE, "utf-8")
    _guide_command(project, "new", "language", CODE)
    for path in (project / f"hooks/guide/strings/{CODE}.yml", sheet.with_name(f"werkblad.{CODE}.yml")):
        path.write_text(LINE.sub(rf'\g<start>"{TEXT}"', path.read_text("utf-8")), "utf-8")
    lines = (docs / f"neighbours.{CODE}.md").read_text("utf-8").replace("For neighbours", TITLE).splitlines()
    done = [_said(line) for line in lines]
    headings = iter(("{#what}", "{#sheets}"))
    page = "\n".join(f"## {TEXT} {next(headings)}" if line.startswith("## ") else line for line in done) + "\n"
    (docs / f"neighbours.{CODE}.md").write_text(page, "utf-8")


def _said(line: str) -> str:
    """A line of the page in the language; what is no text stays."""
    if not line or line.startswith(("---", "#", "title:", "///")):
        return line
    return f"description: {TEXT}" if line.startswith("description:") else TEXT


def _guide_command(project: Path, *arguments: str) -> str:
    done = run(project, sys.executable, "-m", "guide", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def drafted(shared: Path) -> Site:
    """The site when the translation is there and nobody stamped it."""

    def make(target: Path) -> None:
        _guide(target)
        assert _guide_command(target, "check") == "All is well.\n"
        built(target)

    return Site(once(shared, "language-drafted", make) / "site")


@pytest.fixture(scope="module")
def stamped(drafted: Site, shared: Path) -> Site:
    """The site after the stamp."""

    def make(target: Path) -> None:
        shutil.copytree(drafted.root.parent, target, symlinks=True)
        page, sheet = f"docs/neighbours.{CODE}.md", f"docs/sheets/seed-plan/werkblad.{CODE}.yml"
        said = _guide_command(target, "stamp", page, sheet, "--checked", "human")
        assert said == f"{page}: belongs to today's text\n{sheet}: belongs to today's text\n"
        assert _guide_command(target, "check") == "All is well.\n"
        built(target)

    return Site(once(shared, "language-stamped", make) / "site")


def _languages(site: Site, url: str) -> set[str]:
    """The languages to which the links of a page lead."""
    return {link.get("hreflang", "") for link in site.pages[url].elements("//a[@hreflang]")}


def test_nothing_of_a_draft_is_on_the_site(drafted: Site) -> None:
    assert drafted.pages["neighbours/"] and drafted.pages["sheets/seed-plan/"]
    assert [url for url in drafted.pages if url.startswith(f"{CODE}/")] == []
    assert [path.name for path in drafted.root.rglob(f"*-{CODE}*")] == []
    assert CODE not in _languages(drafted, "neighbours/") | _languages(drafted, "sheets/seed-plan/")
    found = [
        path.relative_to(drafted.root).as_posix()
        for path in drafted.root.rglob("*")
        if path.suffix in {".html", ".json", ".xml"} and TITLE in path.read_text("utf-8")
    ]
    assert found == []


def test_a_stamp_gives_the_language_its_pages(stamped: Site, drafted: Site) -> None:
    new = {f"{CODE}/neighbours/", f"{CODE}/sheets/seed-plan/"}
    assert set(stamped.pages) - set(drafted.pages) == new
    for url in new:
        page = stamped.pages[url]
        assert (page.one("/html/@lang"), page.one("//body/@dir")) == (CODE, "rtl"), url
    assert stamped.pages[f"{CODE}/neighbours/"].one("//h1/text()").strip() == TITLE
    assert "../sheets/seed-plan/" in stamped.pages[f"{CODE}/neighbours/"].links()


def test_the_sheet_is_printed_in_both_languages(stamped: Site) -> None:
    path = stamped.root / f"sheets/seed-plan/seed-plan-en-{CODE}.pdf"
    with pypdfium2.PdfDocument(path) as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert "Seed plan" in text
    assert any("\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufeff" for letter in text)


def test_other_pages_name_the_language(stamped: Site) -> None:
    assert CODE in _languages(stamped, "neighbours/")
    sheet = stamped.pages["sheets/seed-plan/"]
    assert f"../../{CODE}/sheets/seed-plan/" in sheet.links()
    assert "فارسی" in sheet.text()


def test_its_links_lead_somewhere(stamped: Site) -> None:
    assert broken(stamped) == {}
