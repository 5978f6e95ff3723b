"""The site for nginx 1.18 and later, as one file for its folder `conf.d`.

Every header is sent from one place, with a value from a table: in nginx a place that sends one header forgets all that
were to be sent with it, and a header of which the value is empty is not sent.
"""

from __future__ import annotations

import re

from guide.hosting.setup import NOT_FOUND, REVALIDATE, SERVED_FROM, TEXT, TYPES, Setup

_TOP = """\
# {host}{root}, made with the site: the policy holds the hashes of its scripts, so use the two together.
# 1. Unpack the site, so that its first page is {folder}index.html, with the date of today (tar --touch, unzip -DD):
#    by its date and its size the server tells whether a file is another one.
# 2. Put this file in /etc/nginx/conf.d/ as guide.conf; then: nginx -t && systemctl reload nginx
# 3. For https, and the way there from http: certbot --nginx -d {host}, which adds it below.
"""
_SERVER = """
server {{
    listen 80;
    listen [::]:80;
    server_name {host};
    root {served};
    index index.html;
    autoindex off;
    absolute_redirect off;
    server_tokens off;
    charset utf-8;
    charset_types {text};
"""
_COMPRESSION = """
    # Sends the .gz that lies beside a file; what has none is compressed as it is sent.
    gzip_static on;
    gzip on;
    gzip_vary on;
    gzip_types {text};
    # The .br beside it is smaller still, but asks for a module (Debian: libnginx-mod-http-brotli-static). With that:
    # brotli_static on;
"""
_HSTS = """\
    # A choice for later, when the whole domain will be on https for good: browsers remember it for a year.
    # add_header Strict-Transport-Security "max-age=31536000" always;
"""


def write(setup: Setup) -> str:
    """The file for nginx."""
    folder = SERVED_FROM + setup.root
    headers = {f"$guide_{name.lower().replace('-', '_')}": name for name in setup.names}
    host = setup.host.partition(":")[0]  # in a name nginx knows no port: that one is for `listen`, below
    parts = [_TOP.format(host=host, root=setup.root, folder=folder)]
    for variable, name in headers.items():
        found = {_starts(starts): values[name] for starts, values in reversed(setup.groups()) if name in values}
        parts.append(_map(variable, found, ""))
    parts.append(_map("$guide_cache_control", {f"~{one}": value for one, value in setup.kept().items()}, REVALIDATE))
    text = " ".join(kind for kind in TEXT if kind != "text/html")
    parts.append(_SERVER.format(host=host, served=SERVED_FROM, text=text))
    parts.append("    types {\n" + "".join(f"        {kind} {' '.join(TYPES[kind])};\n" for kind in TYPES) + "    }\n")
    parts.append("    default_type application/octet-stream;\n" + _COMPRESSION.format(text=text) + "\n")
    parts += [f"    add_header {name} {variable} always;\n" for variable, name in headers.items()]
    parts += ["    add_header Cache-Control $guide_cache_control always;\n", _HSTS, "\n"]
    # What is not there, and a folder without a page, has the page for that in the language of its folder.
    parts += [_location("/", f"{setup.root}{NOT_FOUND}")]
    parts += [_location(setup.root + one, f"{setup.root}{one}{NOT_FOUND}") for one in setup.prefixes]
    return "".join(parts) + "}\n"


def _starts(starts: list[str]) -> str:
    """A pattern for addresses that begin so."""
    escaped = [re.escape(start) for start in starts]
    return f"~^{escaped[0]}" if len(escaped) == 1 else f"~^(?:{'|'.join(escaped)})"


def _map(variable: str, found: dict[str, str], otherwise: str) -> str:
    """A variable by the address, decoded and without dots; a 404 page has those of its own."""
    lines = [f'    default "{otherwise}";', *(f'    "{pattern}" "{value}";' for pattern, value in found.items())]
    return f"\nmap $uri {variable} {{\n" + "\n".join(lines) + "\n}\n"


def _location(start: str, page: str) -> str:
    return f"    location {start} {{ error_page 403 404 =404 {page}; }}\n"
