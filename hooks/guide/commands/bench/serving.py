"""From saving a file to its new page being served by `make serve LANGUAGE=…`, and by a bare `mkdocs serve`."""

from __future__ import annotations

import io
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from guide.catalogue import Catalogue
from guide.commands.bench.projects import bare, copied
from guide.partners import partner_ids
from guide.settings import guide_of
from guide.worksheets.files import uri_of
from guide.worksheets.read import NAME

ROUNDS = 3
GOAL = 2.0
TEXT_GOAL = 1.3
PATIENCE = 120
_TITLE = re.compile(r"^(title: |# )(.*)$", re.MULTILINE)
_NAME = re.compile(r"^(name:\n  \w+: )(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Edit:
    """What an editor changes. file: with a title that `where` finds. page: where it shows; pdf: there too."""

    what: str
    file: Path
    where: re.Pattern[str]
    page: str
    pdf: str | None = None


def run(root: Path, work: Path, site: Path) -> None:
    """Print how long it takes for a sheet (that with the most blocks), a partner and a page. site: a built one."""
    project = copied(root, work / "served")
    guide = guide_of(project)
    catalogue, language = Catalogue(guide), guide.source_language
    sheet = max(catalogue.sheets.values(), key=lambda one: len(one.source.blocks))
    pdf = uri_of(guide, sheet, f"{language}.pdf")
    folder = guide.docs / catalogue.folder("worksheet") / sheet.slug
    edits = [Edit(f"the sheet {sheet.slug}", folder / f"{NAME}.yml", _TITLE, f"{pdf.rpartition('/')[0]}/", pdf)]
    for partner in sorted(partner_ids(guide))[:1]:
        uri = f"{catalogue.folder('partner')}/{partner}"
        edits.append(Edit(f"the partner {partner}", guide.docs / f"{uri}.yml", _NAME, f"{uri}/"))
    written = max(catalogue.of_kind("recommendation"), key=lambda one: len(one.source.body))
    text = Edit(f"the page {written.uri}", guide.docs / written.uri, _TITLE, guide.page_url(written.uri, language))
    chosen = {"GUIDE_LANGUAGE": language, "PYTHONPATH": str(project / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    try:
        with _serving(project, chosen, pdf, work) as (home, seconds):
            print(f"make serve LANGUAGE={language}: served after {seconds:.1f} s; from saving to the new page, "
                  f"the slowest of {ROUNDS}")  # fmt: skip
            for edit in edits:
                slowest = _slowest(edit, home)
                met = "met" if max(slowest.values()) <= GOAL else "NOT met"
                shown = ", ".join(f"its {name} {taken:.2f} s" for name, taken in slowest.items())
                print(f"  {edit.what}: {shown} (goal {GOAL:.0f} s: {met})")
            ours = _slowest(text, home)["page"]
        pages = bare(project, site, work / "bare-served", language)
        same = next((work / "bare-served" / "docs" / text.page.rstrip("/")).parent.glob(f"{Path(text.page).name}*.md"))
        plain = Edit(text.what, same, _TITLE, text.page)
        with _serving(work / "bare-served", {"NO_MKDOCS_2_WARNING": "1"}, text.page, work) as (home, _):
            theirs = _slowest(plain, home)["page"]
    except (RuntimeError, TimeoutError) as error:
        print(f"make serve: {error}")
        return
    met = "met" if ours / theirs <= TEXT_GOAL else "NOT met"
    print(f"  {text.what}: {ours:.2f} s; bare mkdocs serve of {pages} pages in one language {theirs:.2f} s; "
          f"ratio {ours / theirs:.2f} (goal {TEXT_GOAL}: {met})")  # fmt: skip


@contextmanager
def _serving(project: Path, chosen: Mapping[str, str], first: str, work: Path) -> Iterator[tuple[str, float]]:
    """The address at which a project is served, and after how many seconds `first` was there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    log, start = work / "serve.log", time.perf_counter()
    with log.open("wb") as said:
        server = subprocess.Popen(command, cwd=project, env=os.environ | chosen, stdout=said, stderr=said)
    try:
        _until(lambda: server.poll() is not None or _fetched(home + first) is not None)
        if server.poll() is not None:
            raise RuntimeError(f"mkdocs serve has ended\n{log.read_text('utf-8')[-600:]}")
        yield home, time.perf_counter() - start
    finally:
        server.terminate()
        server.wait(10)


def _slowest(edit: Edit, home: str) -> dict[str, float]:
    times = [_change(edit, f"Proef {number} {time.time_ns()}", home) for number in range(ROUNDS)]
    return {name: max(one[name] for one in times) for name in times[0]}


def _change(edit: Edit, title: str, home: str) -> dict[str, float]:
    """Gives it another title; the seconds until its page, and its PDF, say so. Then waits until all is quiet."""
    text = edit.file.read_text("utf-8")
    changed = edit.where.sub(lambda found: found[1] + title, text, count=1)
    if changed == text:
        raise RuntimeError(f"no title in {edit.file}")
    edit.file.write_text(changed, "utf-8")
    start = time.perf_counter()
    seen: dict[str, float] = {}

    def shown() -> bool:
        if "page" not in seen and title.encode() in (_fetched(home + edit.page) or b""):
            seen["page"] = time.perf_counter() - start
        if edit.pdf and "PDF" not in seen and _titled(_fetched(home + edit.pdf)) == title:
            seen["PDF"] = time.perf_counter() - start
        return "page" in seen and ("PDF" in seen or not edit.pdf)

    _until(shown)
    time.sleep(3)  # the other pages follow
    return seen


def _until(done: Callable[[], bool]) -> None:
    """Waits. TimeoutError when it takes too long."""
    end = time.perf_counter() + PATIENCE
    while not done():
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
