"""Many things are drawn side by side, in processes when there are many."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.worksheets import at_once
from guide.worksheets.at_once import MANY, begin, finish, keep_processes, let_go
from guide.worksheets.at_once import at_once as draw_all
from tests.support.project import ROOT


@pytest.fixture(autouse=True)
def _four_cores(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(at_once, "cores", lambda: 4)
    monkeypatch.setattr(at_once, "_stay", [False])
    yield
    let_go()


def drawn(number: int, folder: Path) -> tuple[int, int]:
    """A stand-in for a picture: the number, and the process that drew it."""
    if number < 0:
        raise ValueError(f"{number} cannot be drawn")
    (folder / str(number)).touch()
    return number, os.getpid()


def test_few_are_drawn_here_and_many_in_processes_in_their_order(tmp_path: Path) -> None:
    for many, here in ((MANY - 1, True), (MANY, False)):
        found = draw_all(drawn, [(number, tmp_path) for number in range(many)])
        assert [number for number, _ in found] == list(range(many))
        assert ({process for _, process in found} == {os.getpid()}) is here
    assert multiprocessing.active_children() == []
    assert draw_all(drawn, []) == []


def test_what_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    for many in (2, MANY):
        with pytest.raises(ValueError, match="-1 cannot be drawn"):
            draw_all(drawn, [*((number, tmp_path) for number in range(many - 1)), (-1, tmp_path)])
    assert multiprocessing.active_children() == []


def test_processes_that_are_kept_draw_the_next_ones_too(tmp_path: Path) -> None:
    keep_processes()
    first = {process for _, process in draw_all(drawn, [(number, tmp_path) for number in range(MANY)])}
    second = {process for _, process in draw_all(drawn, [(0, tmp_path), (1, tmp_path)])}
    assert os.getpid() not in first | second
    children = {child.pid for child in multiprocessing.active_children()}
    assert first | second <= children and len(children) <= 4
    let_go()
    assert multiprocessing.active_children() == []


def ended(number: int, folder: Path) -> int:
    """As `drawn`, but no process that draws lives long; this one does."""
    if multiprocessing.parent_process() is not None:
        os._exit(9)
    return drawn(number, folder)[0]


def test_what_a_process_that_was_ended_should_have_drawn_is_drawn_here(tmp_path: Path) -> None:
    keep_processes()
    jobs = [(number, tmp_path) for number in range(MANY)]
    assert draw_all(ended, jobs) == list(range(MANY))
    begin(ended, jobs)
    finish()
    assert [number for number, _ in draw_all(drawn, jobs)] == list(range(MANY))


def test_processes_that_were_ended_while_they_waited_are_started_anew(tmp_path: Path) -> None:
    keep_processes()
    jobs = [(number, tmp_path) for number in range(MANY)]
    for again in (lambda: begin(drawn, jobs), lambda: draw_all(drawn, jobs)):
        draw_all(drawn, jobs)
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        again()
        finish()
        assert [number for number, _ in draw_all(drawn, jobs)] == list(range(MANY))


def test_what_was_begun_is_there_when_it_is_waited_for(tmp_path: Path) -> None:
    keep_processes()
    begin(drawn, [(number, tmp_path) for number in range(MANY)])
    finish()
    assert len(list(tmp_path.iterdir())) == MANY
    begin(drawn, [(number, tmp_path) for number in range(-1, MANY)])
    with pytest.raises(ValueError, match="-1 cannot be drawn"):
        finish()


def _runs(process: int) -> bool:
    """Not when it has ended and nobody has asked how."""
    try:
        os.kill(process, 0)
        return ") Z " not in Path(f"/proc/{process}/stat").read_text("utf-8")
    except FileNotFoundError:
        return not Path("/proc").exists()
    except ProcessLookupError:
        return False


KILLED = """\
import multiprocessing, os, signal, pathlib, sys
from guide.worksheets import at_once
from tests.guide.worksheets.test_at_once import drawn
if __name__ == "__main__":
    at_once.cores = lambda: 4
    at_once.keep_processes()
    at_once.at_once(drawn, [(number, pathlib.Path(sys.argv[1])) for number in range(at_once.MANY)])
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_process_outlives_the_one_it_draws_for(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED, "utf-8")
    paths = os.pathsep.join((str(ROOT / "hooks"), str(ROOT)))
    done = subprocess.run([sys.executable, script, tmp_path], env=os.environ | {"PYTHONPATH": paths},
                          capture_output=True, text=True, timeout=120, check=False)  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    drawing = [int(process) for process in done.stdout.split()]
    assert drawing
    end = time.monotonic() + 60
    while alive := [process for process in drawing if _runs(process)]:
        assert time.monotonic() < end, alive
        time.sleep(0.05)


def test_little_is_not_begun(tmp_path: Path) -> None:
    keep_processes()
    begin(drawn, [(number, tmp_path) for number in range(MANY - 1)])
    finish()
    assert list(tmp_path.iterdir()) == [] and multiprocessing.active_children() == []
