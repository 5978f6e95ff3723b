"""`make bench`: builds, PDFs, Word files, a changed sheet and both searches in figures; weights of pages."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from guide.commands.bench import builds, offline, partners, race, search, serving, sheets, weight


def run(root: Path) -> int:
    """Print the figures; 0 always: a time is no test."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(f"{cores} cores; of several rounds the shortest counts")
    missing = race.missing()
    if missing:
        print(f"\n{missing}\n")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        sheets.run(root, work)
        if not missing:
            race.run(root)
        serving.run(root, work)
        site = builds.run(root, work)
        weight.run(site)
        offline.run(root, site, work)
        if lacking := partners.missing():
            print(lacking)
        else:
            search.run(root, site)
            partners.run(root, site)  # last: it writes pages of the site anew
    return 0
