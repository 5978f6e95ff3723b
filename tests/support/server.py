"""Serves a folder over http, as a host of static files does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

Headers = Callable[[str], Mapping[str, str]]


class _Handler(SimpleHTTPRequestHandler):
    """Files below `under`; what is not there is the 404 page, as at GitHub Pages."""

    extensions_map = {  # noqa: RUF012 - declared so by the library
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".woff2": "font/woff2",
    }

    def __init__(self, *arguments: Any, under: str, directory: str, headers_of: Headers) -> None:
        self.under = under
        self.headers_of = headers_of
        super().__init__(*arguments, directory=directory)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.under):
            return str(Path(self.directory) / "outside" / "nothing")
        return super().translate_path("/" + path.removeprefix(self.under))

    def end_headers(self) -> None:
        for name, value in self.headers_of(urlsplit(self.path).path).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *values: Any) -> None:
        return


@contextmanager
def serving(folder: Path, under: str = "/", headers_of: Headers = lambda path: {}) -> Iterator[str]:
    """The address at which a folder is served, ending in `under`, for as long as the context lasts.

    headers_of: what is sent with the file at a path.
    """
    handler = partial(_Handler, under=under, directory=str(folder), headers_of=headers_of)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{under}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
