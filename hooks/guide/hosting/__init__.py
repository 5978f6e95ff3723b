"""What hosts need to serve the site as it is meant: one list of headers and caching, in the formats that hosts read.

`_headers` lies in the site (Netlify, Cloudflare Pages). For a server of one's own there are a `Caddyfile` and an
`nginx.conf`, made for a site that is built, because they hold the hashes of its theme's scripts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from guide import headers, policy
from guide.hosting import caddy, nginx
from guide.hosting.setup import NOT_FOUND, Setup
from guide.site import Guide


def policy_of(guide: Guide, site: Path) -> str:
    """The Content-Security-Policy for all pages of a built site. OSError when it has no 404 page; PolicyError."""
    return policy.policy(script for page in _frames(guide, site) for script in policy.inline_scripts(page))


def headers_file(guide: Guide, site: Path) -> bytes:
    """The file `_headers` for a built site, which lies in it as `headers.FILE`."""
    return headers.headers_file(headers.rules(guide, policy_of(guide, site))).encode()


def files(guide: Guide, site: Path) -> dict[str, bytes]:
    """What servers need to know of a built site, by the name of the file; these do not lie in the site."""
    parts = urlsplit(guide.site_url)
    made = Setup(
        host=parts.netloc, root=parts.path or "/", rules=tuple(headers.rules(guide, policy_of(guide, site))),
        prefixes=tuple(filter(None, map(guide.prefix, guide.languages))),
    )  # fmt: skip
    return {"Caddyfile": caddy.write(made).encode(), "nginx.conf": nginx.write(made).encode()}


def _frames(guide: Guide, site: Path) -> Iterator[str]:
    """The 404 pages: what the theme makes, and nothing else. One language may be all that was built."""
    found = [path for code in guide.languages if (path := site / guide.prefix(code) / NOT_FOUND).exists()]
    for path in found or [site / NOT_FOUND]:
        yield path.read_text("utf-8")
