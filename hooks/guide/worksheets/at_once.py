"""Draws many things on all cores."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Any, TypeVar

MANY = 60
"""Things to draw, from which on it pays to start processes."""
MOST = 4
"""Processes or threads."""
AT_A_TIME = 8
"""Things that a process gets at most."""

Result = TypeVar("Result")

_stay = [False]
_running: list[ProcessPoolExecutor] = []
_begun: list[Future[object]] = []


def at_once(draw: Callable[..., Result], jobs: Iterable[tuple[Any, ...]]) -> list[Result]:
    """What `draw` gives for the arguments of each job, in their order; what it raises for the first that fails.

    draw: a function of a module, whose arguments, results and exceptions can be pickled.
    """
    every, workers = list(jobs), min(MOST, cores())
    if not every:
        return []
    if workers == 1 or (len(every) < MANY and not _running):
        return _in_threads(draw, every)
    # What is done beside Typst holds the interpreter: with many things processes take half the time that threads do.
    # They are started anew, because what Typst has begun in this process cannot be copied.
    try:
        size = max(1, min(AT_A_TIME, len(every) // (workers * 4)))
        return list(_processes().map(draw, *zip(*every, strict=True), chunksize=size))
    except BrokenProcessPool:  # a machine without memory ends processes
        let_go()
        return _in_threads(draw, every)
    finally:
        if not _stay[0]:
            let_go()


def begin(draw: Callable[..., object], jobs: Iterable[tuple[Any, ...]]) -> None:
    """Draw what will be asked for later while this process does something else; when there is little, do nothing."""
    every = list(jobs)
    if _stay[0] and cores() > 1 and len(every) >= MANY:
        try:
            _begun.extend(_processes().submit(draw, *job) for job in every)
        except BrokenProcessPool:  # as in `finish`
            let_go()


def finish() -> None:
    """Wait for what was begun. What `draw` raised for the first that failed."""
    try:
        while _begun:
            _begun.pop(0).result()
    except BrokenProcessPool:  # what is not there will be drawn when it is asked for
        let_go()


def keep_processes() -> None:
    """From now on the processes that draw stay for the next call: to start them takes a second."""
    _stay[0] = True


def let_go() -> None:
    """End those processes. Whoever branches off does so first, for they are watched by a thread."""
    _begun.clear()
    while _running:
        _running.pop().shutdown(cancel_futures=True)


def _in_threads(draw: Callable[..., Result], jobs: list[tuple[Any, ...]]) -> list[Result]:
    """Typst lets go of the interpreter while it works, so threads help; they start at once."""
    with ThreadPoolExecutor(MOST) as threads:
        return list(threads.map(draw, *zip(*jobs, strict=True)))


def _processes() -> ProcessPoolExecutor:
    if not _running:
        number = min(MOST, cores())
        _running.append(ProcessPoolExecutor(number, get_context("spawn"), initializer=_end_with_parent))
    return _running[0]


def _end_with_parent() -> None:
    """Whoever draws does not outlive the process that asked, however that one ended."""
    parent = parent_process()
    assert parent is not None

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
