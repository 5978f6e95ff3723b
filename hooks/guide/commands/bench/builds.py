"""The time of a build beside a bare MkDocs over as many pages, and how both grow."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guide.commands.bench.projects import bare, copied, grown

ROUNDS = 2
TIMES = 4
COLD_GOAL, CACHED_GOAL = 1.5, 0.8
DRAWN = ("worksheets", "cards", "codes")
"""What a build keeps of PDFs, Word files, pictures and codes, by its folder in the cache."""


@dataclass(frozen=True)
class Time:
    """Seconds of one build: by the clock, and of all processors together."""

    clock: float
    work: float


def run(root: Path, work: Path, site: Path) -> None:
    """Print the times; `site` is built then."""
    project = copied(root, work / "built")
    built(project, site)
    pages = bare(project, site, work / "bare")
    plain, cold, drawn, cached, alone = [], [], [], [], []
    for _ in range(ROUNDS):
        plain.append(built(work / "bare", work / "bare-site"))
        _forget(project)
        cold.append(built(project, site))
        _forget(project, but=DRAWN)
        drawn.append(built(project, site))
        cached.append(built(project, site))
        alone.append(built(project, site, GUIDE_PROCESSES="1"))
    base = min(one.clock for one in plain)
    print(f"builds of {pages} pages in all languages; clock, ratio to bare, seconds of all processors")
    _say("bare MkDocs, Material and static-i18n, no hooks", plain, base)
    _say("the guide, cold, with every PDF, Word file, card", cold, base, COLD_GOAL)
    _say("  PDFs, Word files and cards kept from before", drawn, base)
    _say("the guide, cached", cached, base, CACHED_GOAL)
    _say("  one language after the other", alone, base)
    _growth(root, work, min(one.clock for one in cached), base, pages)


def _growth(root: Path, work: Path, cached: float, base: float, pages: int) -> None:
    """The same with more in it, beside a bare build of as many pages."""
    project, site = grown(copied(root, work / "grown"), TIMES), work / "grown-site"
    first = built(project, site)
    more = bare(project, site, work / "grown-bare")
    ours = min(built(project, site).clock for _ in range(2))
    theirs = built(work / "grown-bare", work / "bare-site").clock
    rise = more / pages
    met = "met" if ours / cached <= rise else "NOT met"
    print(f"{TIMES} times the methods, cases, partners and sheets: {more} pages, {rise:.2f} times as many")
    print(f"  the guide, cached   {ours:7.2f} s, {ours / cached:.2f} times as long (goal at most {rise:.2f}: {met})")
    print(f"  the guide, first    {first.clock:7.2f} s")
    print(f"  bare                {theirs:7.2f} s, {theirs / base:.2f} times as long; the guide takes "
          f"{ours / theirs:.2f} of it")  # fmt: skip


def _say(what: str, times: Iterable[Time], base: float, goal: float | None = None) -> None:
    best = min(times, key=lambda one: one.clock)
    ratio = best.clock / base
    met = "" if goal is None else f"   (goal {goal}: {'met' if ratio <= goal else 'NOT met'})"
    print(f"  {what:50} {best.clock:6.2f} s {ratio:6.2f} {best.work:7.1f} s{met}")


def _forget(project: Path, but: Iterable[str] = ()) -> None:
    """Remove what builds keep, but for these folders."""
    for path in (project / ".cache").iterdir():
        if path.name not in but:
            shutil.rmtree(path)


def built(project: Path, site: Path, **more: str) -> Time:
    """The time of a build of a project into a folder that is not there yet. CalledProcessError when it fails."""
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-strict", "--site-dir", str(site)]
    chosen = {"PYTHONPATH": str(project / "hooks"), "NO_MKDOCS_2_WARNING": "1", **more}
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, cwd=project, env=os.environ | chosen, check=True, stdout=subprocess.DEVNULL)
    after, clock = os.times(), time.perf_counter() - start
    work = after.children_user + after.children_system - before.children_user - before.children_system
    return Time(clock, work)
