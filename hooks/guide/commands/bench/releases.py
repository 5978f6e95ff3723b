"""A release: what the copies for servers save, the archive (its size, whether it comes out twice), what is in it."""

from __future__ import annotations

import os
import shutil
import time
from collections import Counter
from pathlib import Path

from guide.compressed import compress
from guide.release import archive, bill
from guide.release.packages import packages
from guide.release.project import read_project


def run(root: Path, site: Path, work: Path) -> None:
    """Print the figures of a site that was built."""
    folder = work / "release"
    shutil.copytree(site, folder, copy_function=os.link)
    project, start = read_project(root), time.perf_counter()
    made = compress(folder)
    spent = time.perf_counter() - start
    print(f"release of {project.title}")
    print(
        f"  copies of {made.files} files, {made.size / 1e6:.1f} MB: {made.sizes['.br'] / 1e6:.1f} MB with brotli,"
        f" {made.sizes['.gz'] / 1e6:.1f} MB with gzip, in {spent:.1f} s"
    )
    targets, start = [work / f"{number}.tar.gz" for number in range(2)], time.perf_counter()
    for target in targets:
        archive.pack(folder, target, project.title, project.moment)
    spent = (time.perf_counter() - start) / len(targets)
    again = targets[0].read_bytes() == targets[1].read_bytes()
    print(
        f"  archive {targets[0].stat().st_size / 1e6:.1f} MB in {spent:.1f} s;"
        f" a second one has {'the same bytes' if again else 'OTHER BYTES'}"
    )
    found = packages(root, folder)
    text = bill.write(project, found)
    roles = Counter(one.role.value for one in found)
    told = ", ".join(f"{number} {role}" for role, number in sorted(roles.items()))
    lacking = [one.name for one in found if not (one.licenses and one.hashes)]
    print(
        f"  bill of materials of {len(found)} packages ({told}), {len(text) / 1e3:.0f} KB;"
        f" without a licence or a hash: {', '.join(lacking) or 'none'}"
    )
