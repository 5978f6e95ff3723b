"""`make release`, once the site is built and checked: what it leaves for servers and for those who take it over."""

from __future__ import annotations

import sys
from pathlib import Path

from guide.release import dist
from guide.release.packages import LockError
from guide.site import Guide


def run(guide: Guide, site: Path) -> int:
    """Fill dist/ and tell what is in it; 1 when there is no site, or when what is installed is not what is locked."""
    strings = guide.editor_strings
    if not (site / "index.html").exists():
        print(strings.text("permalinks.no_site", folder=str(site)), file=sys.stderr)
        return 1
    try:
        made = dist.make(guide, site)
    except LockError as error:
        values = {"package": error.name, "locked": error.locked, "installed": error.installed or "–"}
        print(strings.text("release.not_locked", **values), file=sys.stderr)
        return 1
    sizes = {ending: _megabytes(size) for ending, size in made.compressed.sizes.items()}
    print(
        strings.text(
            "release.compressed", files=str(made.compressed.files), size=_megabytes(made.compressed.size),
            brotli=sizes[".br"], gzip=sizes[".gz"],
        )
    )  # fmt: skip
    for path in made.files:
        print(f"{path.relative_to(guide.root)}: {_megabytes(path.stat().st_size)} MB")
    return 0


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.2f}"
