"""The servers for which a configuration is delivered: started with that, and with nothing else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from guide.hosting.setup import SERVED_FROM
from tests.support.browsing import PATIENCE

_CADDY = "{\n\tadmin off\n\tauto_https off\n}\n"
_NGINX = """
{user}
daemon off;
pid nginx.pid;
error_log errors.log;
events {}
http {
    access_log off;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include guide.conf;
}
"""


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _once(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in:\n{text}"
    return text.replace(old, new)


def _caddy(text: str, host: str, www: Path, port: int, work: Path) -> list[str]:
    text = _once(text, f"\n{host} {{\n", f"\nhttp://127.0.0.1:{port} {{\n")
    (work / "Caddyfile").write_text(_CADDY + _once(text, f"root * {SERVED_FROM}\n", f"root * {www}\n"), "utf-8")
    return [_found("caddy"), "run", "--config", "Caddyfile", "--adapter", "caddyfile"]


def _nginx(text: str, host: str, www: Path, port: int, work: Path) -> list[str]:
    text = _once(_once(text, "    listen 80;\n", f"    listen 127.0.0.1:{port};\n"), "    listen [::]:80;\n", "")
    text = _once(text, f"    root {SERVED_FROM};\n", f"    root {www};\n")
    (work / "guide.conf").write_text(text, "utf-8")
    # Who tests as root has files that only root may read.
    (work / "nginx.conf").write_text(_NGINX.replace("{user}", "" if os.geteuid() else "user root;"), "utf-8")
    return [_found("nginx"), "-p", f"{work}/", "-c", "nginx.conf", "-e", "errors.log"]


SERVERS: Mapping[str, tuple[str, Callable[[str, str, Path, int, Path], list[str]]]] = {
    "caddy": ("Caddyfile", _caddy),
    "nginx": ("nginx.conf", _nginx),
}


@contextmanager
def started(server: str, files: Mapping[str, bytes], host: str, www: Path, work: Path) -> Iterator[str]:
    """The address, ending in a slash, at which a server gives what lies in `www`.

    files: the configurations as they are delivered, for `host`; only that, the port and the folder become others.
    work: an empty folder. AssertionError with what the server said when it does not start.
    """
    name, prepare = SERVERS[server]
    port = free_port()
    command = prepare(files[name].decode(), host, www, port, work)
    with (work / "said").open("wb") as said:
        home = {"HOME": str(work), "XDG_CONFIG_HOME": str(work), "XDG_DATA_HOME": str(work)}
        process = subprocess.Popen(command, cwd=work, stdout=said, stderr=said, env=os.environ | home)
    try:
        end = time.monotonic() + PATIENCE / 1000
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                alive = process.poll() is None and time.monotonic() < end
                assert alive, (work / "said").read_text("utf-8")
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(20)


def _found(name: str) -> str:
    path = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    assert path, f"{name} is needed (make test installs it)"
    return path
