"""From saving a sheet to its new page and PDF being served by `make serve LANGUAGE=…`, in a copy of the project."""

from __future__ import annotations

import io
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pikepdf

from guide.settings import guide_of
from guide.worksheets import read_all
from guide.worksheets.files import uri_of
from guide.worksheets.read import NAME

ROUNDS = 3
GOAL = 2.0
PATIENCE = 120
COPIED = ("mkdocs.yml", "package.json", "package-lock.json", "pyproject.toml", "docs", "hooks", "overrides")
_TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)


def run(root: Path, work: Path) -> None:
    """Print how long it takes, on the sheet with the most blocks."""
    project = work / "project"
    project.mkdir()
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (root / name).exists():
            shutil.copy2(root / name, project / name)
    (project / "node_modules").symlink_to(root / "node_modules")
    guide = guide_of(project)
    sheet = max(read_all(guide)[0].values(), key=lambda one: len(one.source.blocks))
    file = guide.docs / guide.vocabulary.kinds["worksheet"].folder / sheet.slug / f"{NAME}.yml"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = f"http://127.0.0.1:{port}/"
    pdf = home + uri_of(guide, sheet, f"{guide.source_language}.pdf")
    page = pdf.rpartition("/")[0] + "/"
    chosen = {"GUIDE_LANGUAGE": guide.source_language, "PYTHONPATH": str(project / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    log = work / "serve.log"
    with log.open("wb") as said:
        server = subprocess.Popen(command, cwd=project, env=os.environ | chosen, stdout=said, stderr=said)
    try:
        started = time.perf_counter()
        _until(lambda: _fetched(pdf) is not None, server)
        print(f"make serve LANGUAGE={guide.source_language}: served after {time.perf_counter() - started:.1f} s")
        times = [_change(file, f"Proef {number} {time.time_ns()}", page, pdf, server) for number in range(ROUNDS)]
    except (RuntimeError, TimeoutError) as error:
        print(f"make serve: {error}\n{log.read_text('utf-8')[-600:]}")
        return
    finally:
        server.terminate()
        server.wait(10)
    slowest = [max(one) for one in zip(*times, strict=True)]
    met = "met" if max(slowest) <= GOAL else "NOT met"
    print(f"  {sheet.slug} changed and saved: its new page {slowest[0]:.2f} s later, its new PDF {slowest[1]:.2f} s; "
          f"the slowest of {ROUNDS} (goal {GOAL:.0f} s: {met})")  # fmt: skip


def _change(file: Path, title: str, page: str, pdf: str, server: subprocess.Popen[bytes]) -> tuple[float, float]:
    """Gives the sheet another title; the seconds until its page and until its PDF say so."""
    file.write_text(_TITLE.sub(f"title: {title}", file.read_text("utf-8"), count=1), "utf-8")
    start = time.perf_counter()
    seen: dict[str, float] = {}

    def both() -> bool:
        if "page" not in seen and title.encode() in (_fetched(page) or b""):
            seen["page"] = time.perf_counter() - start
        if "pdf" not in seen and _titled(_fetched(pdf)) == title:
            seen["pdf"] = time.perf_counter() - start
        return len(seen) == 2

    _until(both, server)
    return seen["page"], seen["pdf"]


def _until(done: Callable[[], bool], server: subprocess.Popen[bytes]) -> None:
    """Waits. RuntimeError when the server has ended, TimeoutError when it takes too long."""
    end = time.perf_counter() + PATIENCE
    while not done():
        if server.poll() is not None:
            raise RuntimeError("mkdocs serve has ended")
        if time.perf_counter() > end:
            raise TimeoutError(f"not served within {PATIENCE} s")
        time.sleep(0.02)


def _fetched(address: str) -> bytes | None:
    with suppress(urllib.error.URLError, OSError), urllib.request.urlopen(address, timeout=30) as answer:
        data: bytes = answer.read()
        return data
    return None


def _titled(data: bytes | None) -> str | None:
    """The title in a PDF."""
    with (
        suppress(pikepdf.PdfError),
        pikepdf.open(io.BytesIO(data or b"")) as document,
        document.open_metadata() as known,
    ):
        return str(known["dc:title"])
    return None
