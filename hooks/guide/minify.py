"""The guide's own scripts and styles without comments and spare room, for what is published.

Each script stays a file by itself, under the name that it has in overrides/. A style sheet takes in those that it
imports.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

ENDINGS = frozenset({".css", ".js", ".mjs"})
DRAWN = (".woff2", ".svg", ".png")
"""Endings of what style sheets refer to and the site has as it is."""
OPTIONS = ("--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning")


def smaller(files: Mapping[str, Path], modules: Path) -> dict[str, bytes]:
    """The files by their names, made smaller by esbuild from `modules` (node_modules).

    FileNotFoundError without esbuild; subprocess.CalledProcessError, with what esbuild says of it, for a file that it
    cannot read.
    """
    if not files:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        esbuild = [str(modules.resolve() / ".bin" / "esbuild"), *OPTIONS, f"--outdir={folder}"]
        for more, styles in ((["--bundle", *(f"--external:*{ending}" for ending in DRAWN)], True), ([], False)):
            # The name of what is made gets the ending of its language once more: a module ends in .js here.
            wanted = [f"{name}={path.resolve()}" for name, path in files.items() if name.endswith(".css") == styles]
            if wanted:
                subprocess.run([*esbuild, *more, *wanted], check=True, cwd=folder)
        made = {name: Path(folder, f"{name}.{'css' if name.endswith('.css') else 'js'}") for name in files}
        return {name: path.read_bytes() for name, path in made.items()}
