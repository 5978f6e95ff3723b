"""Whatever editors or their programs do to a guide: one report that says where, what and how to mend it.

Each case spoils a small but whole guide and asks for all that `python -m guide check` says of it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from guide.__main__ import main
from tests.support.breaking import spoil, whole
from tests.support.guides import cases, name_of
from tests.support.project import TODAY

FOLDER = Path(__file__).parent / "cases"
TABLES = {path.stem: cases(path) for path in sorted(FOLDER.glob("bad_*.yml"))}
CASES = [pytest.param(case, id=f"{table}: {name_of(case)}") for table, every in TABLES.items() for case in every]
SECONDS = 60  # on a machine with much to do; a hang lasts longer


@contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise AssertionError(f"still busy after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _as_somebody() -> list[str]:
    """The beginning of a command that has no more rights than who owns the files: root may read everything."""
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root may read every file, and there is no setpriv to take that right away")
    return [setpriv, "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-dac_override,-dac_read_search"]


def _said(root: Path, case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    if any("locked" in change for change in case["do"]):
        command = [*_as_somebody(), sys.executable, "-m", "guide", "--root", str(root), "check"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        return done.returncode, done.stdout or done.stderr
    with _no_longer_than(SECONDS):
        code = main(["--root", str(root), "check"])
    said = capsys.readouterr()
    return code, said.out or said.err  # beside the report there may be remarks on the machine


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)


@pytest.mark.parametrize("case", CASES)
def test_a_bad_input_is_told_whole(case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = whole(tmp_path / "gids")
    spoil(root, case["do"])
    code, said = _said(root, case, capsys)
    for change in case["do"]:
        if "locked" in change:
            (root / change["file"]).chmod(0o755)  # pytest clears the folder away
    assert said.rstrip() == case["says"].rstrip()
    assert code == int(case["says"].rstrip() != "Alles in orde.")


def test_there_are_many_cases() -> None:
    assert sum(map(len, TABLES.values())) >= 60


def test_the_guide_that_is_spoiled_has_no_fault_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(whole(tmp_path / "gids")), "check"]) == 0
    assert capsys.readouterr().out == "Alles in orde.\n"
