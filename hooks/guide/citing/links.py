"""A link to a page in the forms in which people need it: HTML, Markdown, a mail."""

from __future__ import annotations

import re
from urllib.parse import quote

from markupsafe import escape

from guide.strings import Strings

_MARKDOWN = re.compile(r"[\\`*_\[\]]")


def html_link(title: str, address: str) -> str:
    """The link as HTML."""
    return f'<a href="{escape(address)}">{escape(title)}</a>'


def markdown_link(title: str, address: str) -> str:
    """The link as Markdown: no sign in the title means anything there."""
    # A backslash before these is known to every kind of Markdown; the others are safe as HTML says them.
    text = _MARKDOWN.sub(r"\\\g<0>", re.sub(r"&(?=#?\w+;)", "&amp;", title))
    text = text.replace("<", "&lt;").replace(">", "&gt;").replace("~", "&#126;")
    return f"[{text}]({address.replace('(', '%28').replace(')', '%29')})"


def mail_link(title: str, address: str, site_name: str, strings: Strings) -> str:
    """The address that opens a mail about it, with its subject and its text."""
    # The title comes last: what looks like a name of a text in it stays as it is.
    subject = strings.text("share.mail_subject", site=site_name, title=title)
    body = strings.text("share.mail_body", site=site_name, address=address, title=title)
    lines = "\r\n".join(body.strip().splitlines())
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
