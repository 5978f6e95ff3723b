"""How a reader tells us of a mistake."""

from __future__ import annotations

from urllib.parse import quote


def report_link(address: str, title: str, page: str) -> str:
    """Where to report an error: the mailto: or https: address, with subject and page filled in. "" without one."""
    if not address.startswith(("mailto:", "https://")):
        return ""
    subject = "subject" if address.startswith("mailto:") else "title"
    mark = "&" if "?" in address else "?"
    return f"{address}{mark}{subject}={quote(title, safe='')}&body={quote(page, safe='')}"
