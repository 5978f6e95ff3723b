"""`python -m guide offline`: the whole site as a zip that works without internet."""

from __future__ import annotations

import sys
from pathlib import Path

from guide import offline
from guide.site import Guide

FOLDER = "dist"


def run(guide: Guide, site: Path) -> int:
    """Make the copy of the built site in dist/ and tell its size; 1 when something that it needs is missing."""
    strings = guide.editor_strings
    try:
        made = offline.make(guide, site, guide.root / FOLDER)
    except FileNotFoundError as error:
        key = "offline.no_site" if Path(error.filename or str(error)).is_relative_to(site) else "offline.no_esbuild"
        print(strings.text(key, folder=str(site)), file=sys.stderr)
        return 1
    size = f"{made.path.stat().st_size / 1e6:.1f}"
    print(
        strings.text(
            "offline.made", file=str(made.path.relative_to(guide.root)), size=size, number=str(made.files),
            left=str(len(made.left_out)),
        )
    )  # fmt: skip
    return 0
