"""Draws many things on all cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

MANY = 60
"""Things to draw, from which on it pays to start processes."""
MOST = 4
"""Processes or threads."""

Result = TypeVar("Result")


def at_once(draw: Callable[..., Result], jobs: Iterable[tuple[Any, ...]]) -> list[Result]:
    """What `draw` gives for the arguments of each job, in their order; what it raises for the first that fails.

    draw: a function of a module, whose arguments, results and exceptions can be pickled.
    """
    every = list(jobs)
    workers = min(MOST, cores())
    if not every:
        return []
    if len(every) < MANY or workers == 1:
        # Typst lets go of the interpreter while it works, so threads help; they start at once.
        with ThreadPoolExecutor(MOST) as threads:
            return list(threads.map(draw, *zip(*every, strict=True)))
    # What is done beside Typst holds the interpreter: with many things processes take half the time that threads do.
    # They are started anew, because what Typst has begun in this process cannot be copied.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as processes:
        return list(processes.map(draw, *zip(*every, strict=True), chunksize=8))


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
