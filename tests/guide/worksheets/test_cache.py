"""What is expensive to make is kept, as long as somebody asks for it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from guide.worksheets.cache import DAY, UNUSED, clear, is_kept, kept, key


def _not_made() -> bytes:
    pytest.fail("made again")


def _asked(path: Path, days_ago: float) -> None:
    moment = time.time() - days_ago * DAY
    os.utime(path, (moment, moment))


def test_what_was_made_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    assert not is_kept(folder / "a.pdf")
    assert kept(folder, "a.pdf", lambda: b"a sheet") == b"a sheet"
    assert kept(folder, "a.pdf", _not_made) == b"a sheet"
    assert [path.name for path in folder.iterdir()] == ["a.pdf"]


def test_what_nobody_asks_for_goes_and_the_rest_stays(tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    new, asked, forgotten = (f"{key(name)}.png" for name in ("new", "asked", "forgotten"))
    for name in (new, asked, forgotten):
        kept(folder, name, name.encode)
    for name in ("contact-sheet-nl.pdf", "tmpabcdefg", "__jinja2_0.cache"):  # one was never finished
        (folder / name).write_bytes(b"of somebody else")
        _asked(folder / name, UNUSED + 1)
    _asked(folder / asked, UNUSED + 1)
    _asked(folder / forgotten, UNUSED + 1)
    assert kept(folder, asked, _not_made) == asked.encode()
    clear(tmp_path)
    left = {"contact-sheet-nl.pdf", "__jinja2_0.cache", asked, new}
    assert {path.name for path in folder.iterdir()} == left
    _asked(folder / new, UNUSED - 1)
    clear(tmp_path)
    assert (folder / new).exists()
    clear(tmp_path / "nothing")


def test_the_date_is_not_written_at_every_question(tmp_path: Path) -> None:
    kept(tmp_path, "a", lambda: b"a")
    _asked(tmp_path / "a", 0.5)
    before = (tmp_path / "a").stat().st_mtime_ns
    assert is_kept(tmp_path / "a")
    assert (tmp_path / "a").stat().st_mtime_ns == before
