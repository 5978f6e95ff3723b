"""While one language is watched, what is saved is there first, and the pages that it touches follow."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from tests.site.test_other_guide import GUIDE
from tests.support.project import copy_project, environment

PATIENCE = 120
SHEET, PAGE = "docs/sheets/seed-plan/werkblad.yml", "docs/games/guess.md"
SEARCH = "search/pages.json"
CHANGES = """\
page: about
releases:
  - version: 1.0.0
    date: 2026-11-21
    title: {en: More water, nl: Meer water}
    summary: {en: For dry days., nl: Voor droge dagen.}
    changes:
      - {id: water, kind: changed, page: tips/water, text: {en: Twice a day., nl: Twee keer per dag.}}
"""


@dataclass
class Watched:
    """A guide that is served. root: its folder."""

    root: Path
    home: str
    server: subprocess.Popen[bytes]

    def get(self, url: str) -> bytes:
        """What stands at an address; b"" when there is nothing (yet)."""
        try:
            with urllib.request.urlopen(self.home + url, timeout=PATIENCE) as answer:
                data: bytes = answer.read()
                return data
        except (urllib.error.URLError, OSError):
            return b""

    def save(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def said(self) -> str:
        return (self.root / "serve.log").read_text("utf-8")

    def until(self, done: Callable[[], bool]) -> None:
        """Waits for what must come, however long a busy machine needs."""
        end = time.monotonic() + PATIENCE
        while not done():
            assert self.server.poll() is None and time.monotonic() < end, self.said()
            time.sleep(0.05)


@contextmanager
def served(root: Path, language: str = "en") -> Iterator[Watched]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", f"127.0.0.1:{port}"]
    chosen = environment(PYTHONPATH=str(root / "hooks"), GUIDE_LANGUAGE=language)
    with (root / "serve.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=root, env=chosen, stdout=log, stderr=log)
    watched = Watched(root, f"http://127.0.0.1:{port}/", server)
    try:
        start = "" if language == "en" else f"{language}/"
        watched.until(lambda: watched.get(start) != b"")
        yield watched
    finally:
        server.terminate()
        server.wait(30)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """The other guide, served in English."""
    root = copy_project(tmp_path / "watched", docs=False)
    shutil.copytree(GUIDE, root, dirs_exist_ok=True)
    with served(root) as found:
        yield found


def _title(pdf: bytes, folder: Path) -> str:
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    with pikepdf.open(file) as document, document.open_metadata() as known:
        return str(known["dc:title"])


def _found(watched: Watched) -> set[str]:
    """The pages that the search knows."""
    return {entry["location"].partition("#")[0] for entry in json.loads(watched.get(SEARCH))["docs"]}


def test_a_saved_sheet_is_there_and_lists_and_search_follow(watched: Watched, tmp_path: Path) -> None:
    searched = _found(watched)
    assert {"tips/soil/", "games/guess/"} <= searched
    assert b"Plan of seeds" not in watched.get("sheets/")
    watched.save(SHEET, "title: Seed plan", "title: Plan of seeds")
    watched.until(lambda: b"Plan of seeds" in watched.get("sheets/seed-plan/"))
    assert _title(watched.get("sheets/seed-plan/seed-plan-en.pdf"), tmp_path) == "Plan of seeds"
    watched.until(lambda: b"Plan of seeds" in watched.get("sheets/"))
    assert _found(watched) == searched


def test_two_saves_after_each_other_are_both_there(watched: Watched) -> None:
    watched.save(SHEET, "title: Seed plan", "title: Plan of seeds")
    watched.until(lambda: b"Plan of seeds" in watched.get("sheets/seed-plan/"))
    watched.save(PAGE, "title: Guess", "title: Second guess")
    watched.until(lambda: b"Second guess" in watched.get("games/guess/"))
    watched.until(lambda: b"Second guess" in watched.get("games/") and b"Plan of seeds" in watched.get("sheets/"))
    assert "Traceback" not in watched.said() and "dirty" not in watched.said()


def test_a_page_comes_and_goes(watched: Watched) -> None:
    text = (watched.root / PAGE).read_text("utf-8")
    new = watched.root / "docs/games/another.md"
    new.write_text(text.replace("title: Guess", "title: Another guess"), "utf-8")
    watched.until(lambda: b"Another guess" in watched.get("games/another/"))
    watched.until(lambda: b"Another guess" in watched.get("games/"))
    new.unlink()
    watched.until(lambda: b"Another guess" not in watched.get("games/"))
    assert b"Another guess" not in watched.get("games/another/")


def test_a_change_that_is_told_is_on_its_page_and_in_the_feed(watched: Watched) -> None:
    (watched.root / "docs/changes.yml").write_text(CHANGES, "utf-8")
    watched.until(lambda: "changes.yml" in watched.said())  # the page does not show it yet
    watched.save("docs/about.md", "## The almanac", "/// list | changes\n///\n\n## The almanac")
    watched.until(lambda: b"More water" in watched.get("about/") and b"More water" in watched.get("feed.xml"))
    watched.save("docs/changes.yml", "More water", "Less water")
    watched.until(lambda: b"Less water" in watched.get("about/") and b"Less water" in watched.get("feed.xml"))
    assert "Traceback" not in watched.said()


def test_a_fault_is_told_and_the_mended_file_is_there(watched: Watched) -> None:
    watched.save(SHEET, "paper: a4", "paper: a7")
    watched.until(lambda: "werkblad.yml" in watched.said() and "a7" in watched.said())
    watched.save(SHEET, "paper: a7\n", "paper: a4\n")
    watched.save(SHEET, "title: Seed plan", "title: Plan of seeds")
    watched.until(lambda: b"Plan of seeds" in watched.get("sheets/seed-plan/"))


def test_a_translation_is_watched_in_its_own_language(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "watched", docs=False)
    shutil.copytree(GUIDE, root, dirs_exist_ok=True)
    text = (root / "docs/games/guess.nl.md").read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    with served(root, "nl") as watched:
        searched = watched.get(f"nl/{SEARCH}")
        watched.save("docs/games/guess.nl.md", title, "title: Nog eens raden")
        watched.until(lambda: b"Nog eens raden" in watched.get("nl/games/guess/"))
        watched.until(lambda: b"Nog eens raden" in watched.get("nl/games/"))
        assert searched and "Traceback" not in watched.said() and "FileNotFoundError" not in watched.said()
