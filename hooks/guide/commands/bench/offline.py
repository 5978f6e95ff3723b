"""The offline copy: how large it is, and how long it takes to make it of a site that was built."""

from __future__ import annotations

import os
import time
import zipfile
from collections import Counter
from pathlib import Path, PurePosixPath

from guide import offline
from guide.settings import guide_of

GOAL = 60
"""Megabytes: what downloads over a slow line in a quarter of an hour, and goes on any stick."""


def run(root: Path, site: Path, work: Path) -> None:
    """Print size and time, and what weighs most."""
    before, start = os.times(), time.perf_counter()
    made = offline.make(guide_of(root), site, work)
    clock, after = time.perf_counter() - start, os.times()
    spent = sum(after[:4]) - sum(before[:4])
    weights: Counter[str] = Counter()
    with zipfile.ZipFile(made.path) as archive:
        for entry in archive.infolist():
            weights[PurePosixPath(entry.filename).suffix.lstrip(".")] += entry.compress_size
    size = made.path.stat().st_size / 1e6
    print(f"offline copy of {made.files} files, without {len(made.left_out)} that are of no use there")
    print(f"  {size:.1f} MB (goal {GOAL}), made in {clock:.1f} s, {spent:.1f} s of all processors")
    print("  " + ", ".join(f"{kind} {weight / 1e6:.1f}" for kind, weight in weights.most_common(5)))
