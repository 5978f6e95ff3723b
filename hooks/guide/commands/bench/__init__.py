"""`make bench`: every figure that the guide promises, each beside what it is compared with, in one run."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from guide.commands.bench import builds, offline, partners, race, search, serving, sheets, speed, weight
from guide.commands.bench.projects import copied
from guide.worksheets.at_once import cores

PARTS = ("sheets", "race", "builds", "serving", "weight", "speed", "offline", "releases", "search", "partners")


def run(root: Path, parts: Sequence[str] = PARTS) -> int:
    """Print the figures of these parts (none: of all); 0 always: a time is no test."""
    wanted = set(parts or PARTS)
    print(f"{cores()} cores; of several rounds the shortest counts")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if "sheets" in wanted:
            sheets.run(root, work)
        if "race" in wanted:
            race.run(root) if not race.missing() else print(f"\n{race.missing()}\n")
        if not wanted - {"sheets", "race"}:
            return 0
        site = work / "site"
        if "builds" in wanted:
            builds.run(root, work, site)
        else:
            builds.built(copied(root, work / "built"), site)
        if "serving" in wanted:
            serving.run(root, work, site)
        if "weight" in wanted:
            weight.run(root, site, work / "bare-site")
        if "speed" in wanted:
            speed.run(root, site) if not speed.missing(root) else print(speed.missing(root))
        if "offline" in wanted:
            offline.run(root, site, work)
        if "releases" in wanted:
            from guide.commands.bench import releases  # what it needs is installed for a release and the bench only

            releases.run(root, site, work)
        if wanted & {"search", "partners"} and partners.missing():
            print(partners.missing())
            return 0
        if "search" in wanted:
            search.run(root, site)
        if "partners" in wanted:
            partners.run(root, site)  # last: it writes pages of the site anew
    return 0
