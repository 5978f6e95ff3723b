"""The built site against one that is published, in a folder or on the web: nothing of it may be lost."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from guide.__main__ import main
from guide.permalinks.published import Site, UnreadableError
from tests.guide.commands.test_commands import SETTINGS
from tests.support.guides import small_guide, write
from tests.support.server import serving

LINK = '<link rel="icon" href="x.svg">'
PUBLISHED = {
    "index.html": f'{LINK}<a href="raad/rust/#kern">r</a><a href="https://elders.test/x/">e</a><a href="./#a?b">x</a>',
    "fr/index.html": LINK,
    "raad/rust/index.html": f'{LINK}<h2 id="kern">K</h2><a href="rust-nl.pdf?x=1">p</a><img src="x.png">'
    '<a href="../../los">l</a><a href="../../r/rust/">kort</a>',
    "raad/rust/rust-nl.pdf": "pdf",
    "raad/rust/x.png": "png",
    "r/rust/index.html": f'{LINK}<a href="../../raad/rust/" hreflang="nl">n</a>',
    "alleen-in-de-sitemap/index.html": LINK,
    "oud/index.html": f"<html data-moved>{LINK}<base href='../raad/rust/'>",
    "sitemap.xml": "<urlset>" + "".join(
        f"<url><loc> https://klein.test/{path}</loc></url>"
        for path in ("", "raad/rust/", "alleen-in-de-sitemap/", "oud/")
    ) + "</urlset>",
}  # fmt: skip
REGISTER = """\
pages:
  raad/rust/: {languages: [nl], anchors: [kern, nieuw]}
  los/: {languages: [nl], anchors: [a]}
  nergens/: {languages: [nl, fr]}
files: [nergens.pdf]
"""


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A site that is published, with a page to which nothing leads."""
    write(tmp_path / "published", {**PUBLISHED, "los/index.html": f"{LINK}<h2 id=a>A</h2>"})
    return tmp_path / "published"


@pytest.fixture
def root(tmp_path: Path, published: Path) -> Path:
    """A project with a site that is the same."""
    small_guide(tmp_path / "project")
    (tmp_path / "project" / "mkdocs.yml").write_text(SETTINGS.format(url="https://klein.test/"), "utf-8")
    shutil.copytree(published, tmp_path / "project" / "site")
    return tmp_path / "project"


def _compare(root: Path, against: str) -> int:
    return main(["--root", str(root), "addresses", "--against", against])


def test_a_site_on_the_web_is_read_whole(published: Path) -> None:
    with serving(published, "/gids/") as home:
        built = Site(home.rstrip("/")).read()
    assert built.pages == {
        "./": frozenset(), "raad/rust/": frozenset({"kern"}), "r/rust/": frozenset(),
        "alleen-in-de-sitemap/": frozenset(),
    }  # fmt: skip
    assert built.files == {"raad/rust/rust-nl.pdf"}
    assert built.stand_ins == {"oud/"}


def test_a_site_in_parts_is_read_too(published: Path) -> None:
    pages = (published / "sitemap.xml").rename(published / "sitemap-1.xml").name
    write(published, {"sitemap.xml": f"<sitemapindex><loc>https://klein.test/{pages}</loc></sitemapindex>"})
    with serving(published) as home:
        assert "alleen-in-de-sitemap/" in Site(home).read().pages


@pytest.mark.parametrize("web", [False, True])
def test_a_site_of_which_all_is_there_is_fine(
    web: bool, root: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(published) as home:
        against = home if web else str(published)
        assert _compare(root, against) == 0
    number = 4 + 1 if web else 6 + 1
    assert capsys.readouterr().out == (
        f"Alles van {against} is er nog, of kreeg een opvolger: {number} pagina's, 1 bestanden.\n"
    )


@pytest.mark.parametrize("web", [False, True])
def test_what_would_be_lost_is_told_and_what_is_new_as_well(
    web: bool, root: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root / "docs", {"permalinks.yml": REGISTER})
    shutil.rmtree(root / "site" / "oud")
    (root / "site" / "raad" / "rust" / "index.html").write_text("<h2 id='x'>", "utf-8")
    (root / "site" / "raad" / "rust" / "rust-nl.pdf").unlink()
    with serving(published) as home:
        against = home if web else str(published)
        assert _compare(root, against) == 1
    said = capsys.readouterr().out
    # The page that nothing leads to is asked for, because the register promises it.
    assert said.startswith(
        f"In het register, maar niet op {against}: 4\n  raad/rust/ #nieuw\n  nergens/\n  fr/nergens/\n  nergens.pdf\n"
    )
    found = [line.strip() for line in said.splitlines() if "Gevonden" in line]
    assert found == [
        "Gevonden: het gepubliceerde adres raad/rust/rust-nl.pdf bestaat niet meer",
        "Gevonden: op raad/rust/ bestaan deze plaatsen niet meer: #kern",
        "Gevonden: de gepubliceerde pagina oud/ is weg (nl). Zoveel adressen gaan mee weg (tussentitels, bestanden, "
        "korte adressen): 0",
    ]
    assert said.splitlines()[5] == f"{against}:1" and "schrijf in docs/permalinks.yml bij moved" in said
    moved = "moved: {oud/: raad/rust/, raad/rust/#kern: raad/rust/#x, raad/rust/rust-nl.pdf: a.pdf}\n"
    write(root / "docs", {"permalinks.yml": moved})
    write(root / "site", {"a.pdf": "pdf", "raad/rust/index.html": '<h2 id="x">'})
    with serving(published) as home:
        assert _compare(root, home if web else str(published)) == 0


def test_a_site_that_cannot_be_read_is_told(root: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert _compare(root, str(tmp_path / "niets")) == 1
    assert capsys.readouterr().out == f"In {tmp_path / 'niets'} staat geen site. Bouw ze eerst, met make build.\n"
    with serving(tmp_path) as home:
        pass
    assert _compare(root, home) == 1
    assert capsys.readouterr().out == f"{home}sitemap.xml is niet te lezen: Connection refused\n"
    shutil.rmtree(root / "site")
    assert _compare(root, "") == 1
    assert capsys.readouterr().out == f"In {root / 'site'} staat geen site. Bouw ze eerst, met make build.\n"


def test_a_site_without_a_sitemap_is_read_along_its_links(
    root: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (published / "sitemap.xml").unlink()
    with serving(published) as home:
        assert _compare(root, home) == 0
    assert capsys.readouterr().out.startswith(
        f"{home}sitemap.xml is er niet. Alleen pagina's waar een link naartoe leidt, zijn bekeken.\n"
    )


@contextmanager
def _answering(code: int, body: bytes = b"") -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *values: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("code", "body", "detail"), [(503, b"", "HTTP 503"), (404, b"", "404"), (200, b"<h1>x", "404")]
)
def test_a_host_that_answers_otherwise_is_told(code: int, body: bytes, detail: str) -> None:
    with _answering(code, body) as home, pytest.raises(UnreadableError) as raised:
        Site(home).read()
    assert raised.value.detail == detail
