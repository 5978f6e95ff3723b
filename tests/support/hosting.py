"""Reads a file `_headers` as hosts of static files do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping


def headers_for(text: str, path: str, *, joined: bool) -> Mapping[str, str]:
    """The headers that `_headers` sends with a path.

    A rule may end in *, which stands for anything. joined: when more rules set the same header, its values are joined
    with a comma, as Cloudflare Pages does; else the last rule wins.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    matches = False
    for line in text.splitlines():
        if line.startswith("/"):
            start, star, rest = line.partition("*")
            assert not rest, f"nothing may follow the star: {line}"
            matches = path.startswith(start) if star else path == line
        elif line.strip() and matches:
            name, _, value = line.strip().partition(": ")
            found[name].append(value)
    return {name: ", ".join(values) if joined else values[-1] for name, values in found.items()}
