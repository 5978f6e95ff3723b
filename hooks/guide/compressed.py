"""Copies of the site's files for servers that send them as they are: `x.html.br` and `x.html.gz` beside `x.html`.

They are no files of the site: nobody links to them, and what reads a site passes over them (`is_copy`).
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli

ENDINGS = frozenset(
    {".atom", ".css", ".csv", ".geojson", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".vcf", ".xml"}
)
"""Text. Pictures, fonts, PDFs and Word files are compressed already."""

SMALLEST = 1024
"""Bytes. What is smaller goes in one packet of the network anyhow."""

WORTH = 0.95
"""A copy that is not smaller than this part of the file is not kept: unpacking it costs more than it saves."""


def _brotli(text: bytes) -> bytes:
    packed: bytes = brotli.compress(text, quality=11)
    return packed


def _gzip(text: bytes) -> bytes:
    return gzip.compress(text, 9, mtime=0)


COPIES: Mapping[str, Callable[[bytes], bytes]] = {".br": _brotli, ".gz": _gzip}


@dataclass(frozen=True)
class Compressed:
    """What was made. files: with a copy of either kind. size: their bytes. sizes: those of the copies, by ending."""

    files: int
    size: int
    sizes: dict[str, int]


def is_copy(path: Path) -> bool:
    """Whether a file is the compressed copy of the one beside it."""
    return path.suffix in COPIES and path.with_suffix("").is_file()


def compress(site: Path) -> Compressed:
    """Make the copies of a built site anew, and remove those that are not worth it. Same files, same bytes."""
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    for path in files:
        if is_copy(path):
            path.unlink()
    wanted = [path for path in files if path.suffix in ENDINGS and path.stat().st_size >= SMALLEST]
    # Both compressors let go of Python's lock while they work, so threads use every core.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = [one for one in pool.map(_copies, wanted) if one[1]]
    sizes = {ending: sum(found.get(ending, 0) for _, found in made) for ending in COPIES}
    return Compressed(len(made), sum(size for size, _ in made), sizes)


def _copies(path: Path) -> tuple[int, dict[str, int]]:
    """Write the copies of one file; its size and theirs."""
    text, sizes = path.read_bytes(), {}
    moment = path.stat()
    for ending, pack in COPIES.items():
        packed = pack(text)
        if len(packed) >= WORTH * len(text):
            continue
        copy = path.with_name(path.name + ending)
        copy.write_bytes(packed)
        # nginx tells a browser the age of what it sends: that of the copy.
        os.utime(copy, ns=(moment.st_atime_ns, moment.st_mtime_ns))
        sizes[ending] = len(packed)
    return len(text), sizes
