"""The headers that a host sends with the site, as rules by address; from one list come the formats that hosts read.

Only cards made for it may stand in a frame on another site. Hosts differ in what they do with two rules that match one
address: Cloudflare Pages joins the values of a header that both set (two policies then hold at once, and the strictest
wins), others keep the last. So no two rules set the same header, but one. Nothing may be framed by another site: that
is said with X-Frame-Options for every address. The cards have a policy with frame-ancestors beside it, and where there
is one a browser must ignore X-Frame-Options (HTML standard, "check a navigation response's adherence to
X-Frame-Options").

The Content-Security-Policy is the one header that two rules set: without frame-ancestors for every address, and with it
for the cards. Whether a host joins the two or keeps the last, the cards can be framed and the rest holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from guide.embeds import embed_folder
from guide.open_data.files import FOLDER
from guide.partners.addresses import data_folder
from guide.partners.embed import embed_url, has_embed
from guide.policy import HEADER
from guide.site import Guide

FILE = "_headers"
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{one}=()" for one in (
            "accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
            "microphone", "midi", "payment", "usb",
        )
    ),
}  # fmt: skip
FRAMED = "frame-ancestors *"
READ = {"Access-Control-Allow-Origin": "*"}
"""Of open data: a script on another site may read them."""


@dataclass(frozen=True)
class Rule:
    """Headers for every address that begins with `start`, a path from the host's root."""

    start: str
    headers: Mapping[str, str]


def rules(guide: Guide, policy: str) -> list[Rule]:
    """The rules of a guide, the most general first; they hold at the address of the site, also below a folder.

    policy: the Content-Security-Policy of its pages.
    """
    root = urlsplit(guide.site_url).path or "/"
    folders = [embed_folder(guide, language) for language in guide.languages]
    folders += [embed_url(guide, language) for language in guide.languages if has_embed(guide)]
    everywhere = Rule(root, EVERYWHERE | {HEADER: policy})
    framed = (Rule(root + one, {HEADER: f"{policy}; {FRAMED}"}) for one in folders)
    return [everywhere, *framed, *(Rule(root + one, READ) for one in (FOLDER, data_folder(guide)))]


def headers_file(found: Iterable[Rule]) -> str:
    """The rules as Netlify, Cloudflare Pages and others read them from a file `_headers` at the root of the host."""
    blocks = (
        "\n".join([f"{rule.start}*", *(f"  {name}: {value}" for name, value in rule.headers.items())]) for rule in found
    )
    return "\n\n".join(blocks) + "\n"
