"""Copies and bundles what the site serves itself, from node_modules to overrides/assets/vendor.

The list stands in package.json under `vendor`: `files` maps a file to a folder; `fonts` maps a font to what is kept of
it (see guide/fonts.py); `bundles` maps an entry module to one file, and entries with the same file go into it together,
so that what they share is there once.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from guide.fonts import cut

FONTS = "fonts"


def make_vendor(root: Path) -> list[Path]:
    """Make the folder anew; returns the files. FileNotFoundError names what `npm ci` did not bring."""
    modules, target = root / "node_modules", root / "overrides" / "assets" / "vendor"
    wanted = json.loads((root / "package.json").read_text("utf-8"))["vendor"]
    shutil.rmtree(target, ignore_errors=True)
    made = []
    for source, folder in wanted["files"].items():
        destination = target / folder / Path(source).name
        destination.parent.mkdir(parents=True, exist_ok=True)
        made.append(Path(shutil.copyfile(modules / source, destination)))
    for source, kept in wanted.get("fonts", {}).items():
        made.append(target / FONTS / Path(source).name)
        cut(modules / source, made[-1], kept)
    bundles: dict[str, list[str]] = {}
    for entry, name in wanted["bundles"].items():
        bundles.setdefault(name, []).append(entry)
    for name, entries in bundles.items():
        command: list[str | Path] = [modules / ".bin" / "esbuild", "--bundle", "--minify", "--format=esm"]
        together = "".join(f'export * from "./{entry}";\n' for entry in entries) if len(entries) > 1 else None
        command += [f"--outfile={target / name}", "--log-level=warning"]
        command += [] if together else [modules / entries[0]]
        subprocess.run(command, check=True, cwd=modules, input=together, text=True)
        made.append(target / name)
    return made
