"""Which files of an installed package are sent to visitors: the same bytes lie at the same place in the site."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution
from pathlib import Path

ENDINGS = frozenset({".css", ".js", ".mjs", ".wasm", ".woff2"})
"""What a browser loads and runs. A package may hold thousands of pictograms, of which pages take the drawing only."""

_BUNDLED = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")


def digests(site: Path) -> dict[str, str]:
    """What lies in a built site, by its address."""
    files = (path for path in sorted(site.rglob("*")) if path.suffix in ENDINGS and path.is_file())
    return {path.relative_to(site).as_posix(): _digest(path) for path in files}


def of(installed: Distribution, published: Mapping[str, str]) -> list[Path]:
    """The files of a package that are in a site; published: what `digests` gave of it."""
    found = []
    for file in installed.files or ():
        if file.suffix in ENDINGS and (there := {published[tail] for tail in _tails(file.parts) if tail in published}):
            path = Path(str(file.locate()))
            if path.is_file() and _digest(path) in there:
                found.append(path)
    return sorted(found)


def bundled(files: Iterable[Path]) -> tuple[str, ...]:
    """The libraries from npm that were bundled into files, as the source maps beside them tell."""
    names = set[str]()
    for file in files:
        source_map = file.with_name(file.name + ".map")
        if source_map.is_file():
            sources = json.loads(source_map.read_text("utf-8"))["sources"]
            names |= {found[1] for source in sources if (found := _BUNDLED.search(source))}
    return tuple(sorted(names))


def _tails(parts: tuple[str, ...]) -> Iterator[str]:
    """Where a file can have landed: "theme/assets/x.js", "assets/x.js", "x.js"."""
    return ("/".join(parts[start:]) for start in range(len(parts)))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
