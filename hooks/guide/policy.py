"""What a browser may run and load on a page of the guide: its Content-Security-Policy.

Everything comes from the site itself, and no script stands in a page but the few that the theme puts there. Those are
allowed by their hash, which is taken from the 404 page: the theme makes it as it makes every page, and nothing that an
editor writes is on it. So a new version of the theme brings its own hashes, and a script that comes from a text has
none. `strangers` finds a page whose scripts would not run.

The policy stands in the head of every page, for hosts that send no headers of one's own (GitHub Pages), and in the
headers for those that do. `frame-ancestors` counts in headers only. Pictures may be `data:`, for the icons in the
styles of the theme and of the guide.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Collection, Iterable
from html import escape
from html.parser import HTMLParser

HEADER = "Content-Security-Policy"
MOST = 8
"""Scripts that a theme may put in its pages. More is no frame any more, and headers have a size."""

_DATA = {"application/json", "application/ld+json"}
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>")


class PolicyError(Exception):
    """The theme puts more scripts in its pages than can be allowed one by one. found: how many."""

    def __init__(self, found: int) -> None:
        super().__init__(f"the theme puts {found} scripts in its pages; at most {MOST} can be allowed")
        self.found = found


class _Reader(HTMLParser):
    """Gathers the scripts that stand in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            given = dict(attrs)
            self._open = "src" not in given and (given.get("type") or "").strip().lower() not in _DATA
            if self._open:
                self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.scripts[-1] += data


def inline_scripts(html: str) -> list[str]:
    """The scripts that stand in a page, in order, as a browser hashes them; data in script elements is none."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [one.replace("\r\n", "\n").replace("\r", "\n") for one in reader.scripts]


def policy(scripts: Iterable[str] = ()) -> str:
    """The policy for pages on which these scripts stand, the same for any order of them. PolicyError."""
    hashes = sorted({f"'sha256-{b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in scripts})
    if len(hashes) > MOST:
        raise PolicyError(len(hashes))
    allowed = {
        "default-src": "'none'", "script-src": " ".join(["'self'", *hashes]), "style-src": "'self'",
        "img-src": "'self' data:", "font-src": "'self'", "connect-src": "'self'", "worker-src": "'self'",
        "frame-src": "'self'", "base-uri": "'self'", "form-action": "'self'",
    }  # fmt: skip
    return "; ".join(f"{what} {sources}" for what, sources in allowed.items())


def with_policy(html: str, rules: str) -> str:
    """A page with a policy in its head, before anything that it governs; as it is when it does not begin as ours do."""
    head, closing, rest = html.partition("</head>")
    meta = f'\n<meta http-equiv="{HEADER}" content="{escape(rules, quote=False)}">'
    return _CHARSET.sub(lambda found: found[0] + meta, head, count=1) + closing + rest


def strangers(html: str, known: Collection[str]) -> list[str]:
    """The scripts that stand in a page and are not among those known.

    Only a page with something that looks like one is read by the parser: that takes as long as to make the page.
    """
    for given, script in _SCRIPT.findall(html):
        if " src=" not in given and script not in known and not any(kind in given for kind in _DATA):
            return [one for one in inline_scripts(html) if one not in known]
    return []
