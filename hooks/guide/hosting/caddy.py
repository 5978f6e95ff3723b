"""The site for Caddy 2.6 and later: https and the way there from http are its own work."""

from __future__ import annotations

from collections.abc import Mapping

from guide.hosting.setup import NOT_FOUND, REVALIDATE, SERVED_FROM, TEXT, TYPES, Setup

_TOP = """\
# {host}{root}, made with the site: the policy holds the hashes of its scripts, so use the two together.
# 1. Unpack the site, so that its first page is {folder}index.html, with the date of today (tar --touch, unzip -DD):
#    by its date and its size the server tells whether a file is another one.
# 2. Put this where Caddy reads it: /etc/caddy/Caddyfile, or a file that one imports.
# 3. caddy validate --config /etc/caddy/Caddyfile --adapter caddyfile && systemctl reload caddy
{host} {{
\troot * {served}
\t# Sends the .br and .gz that lie beside a file; what has none is compressed as it is sent.
\tencode gzip

\troute {{
"""
_HSTS = """\
\t\t# A choice for later, when the whole domain will be on https for good: browsers remember it for a year.
\t\t# header Strict-Transport-Security "max-age=31536000"
"""


def write(setup: Setup) -> str:
    """The Caddyfile."""
    folder = SERVED_FROM + setup.root
    lines = [_TOP.format(host=setup.host, root=setup.root, folder=folder, served=SERVED_FROM).rstrip("\n")]
    for number, (starts, headers) in enumerate(setup.groups()):
        lines += _headers(number, starts, headers)
    lines += [_HSTS.rstrip("\n"), *_caching(setup), *_types()]
    lines += ["\t\tfile_server {", "\t\t\tprecompressed br gzip", "\t\t}", "\t}", "", *_errors(setup), "}"]
    return "\n".join(lines) + "\n"


def _headers(number: int, starts: list[str], headers: Mapping[str, str]) -> list[str]:
    name = f"@rule{number}"
    return [
        f"\t\t{name} path {' '.join(f'{start}*' for start in starts)}",
        f"\t\theader {name} {{",
        *(f"\t\t\t{header} {_quoted(value)}" for header, value in headers.items()),
        "\t\t}",
    ]


def _caching(setup: Setup) -> list[str]:
    lines = [f"\t\theader Cache-Control {_quoted(REVALIDATE)}"]
    for number, (pattern, value) in enumerate(setup.kept().items()):
        name = f"@kept{number}"
        lines += [f"\t\t{name} path_regexp {pattern}", f"\t\theader {name} Cache-Control {_quoted(value)}"]
    return lines


def _types() -> list[str]:
    """Servers differ in the types that they know, and Caddy asks the machine; `defer`: after the server has spoken."""
    lines = []
    for number, (kind, endings) in enumerate(TYPES.items()):
        name, charset = f"@type{number}", "; charset=utf-8" if kind in TEXT and kind.startswith("text/") else ""
        lines += [
            f"\t\t{name} path {' '.join(f'*.{ending}' for ending in endings)}",
            f"\t\theader {name} {{",
            f"\t\t\tContent-Type {_quoted(kind + charset)}",
            "\t\t\tdefer",
            "\t\t}",
        ]
    return lines


def _errors(setup: Setup) -> list[str]:
    """The page for what is not there, in the language of its folder."""
    folders = [f"{setup.root}{prefix}" for prefix in setup.prefixes]
    lines = ["\thandle_errors {", f"\t\theader Cache-Control {_quoted(REVALIDATE)}"]
    for number, folder in enumerate(folders):
        lines += [f"\t\t@in{number} path {folder}*", f"\t\trewrite @in{number} {folder}{NOT_FOUND}"]
    elsewhere = f"not path {' '.join(f'{one}*' for one in folders)}" if folders else "path *"
    return [
        *lines, f"\t\t@elsewhere {elsewhere}", f"\t\trewrite @elsewhere {setup.root}{NOT_FOUND}",
        "\t\theader {", '\t\t\tContent-Type "text/html; charset=utf-8"', "\t\t\tdefer", "\t\t}",
        "\t\tfile_server", "\t}",
    ]  # fmt: skip


def _quoted(value: str) -> str:
    return f'"{value}"'
