"""The site behind Caddy and nginx, with the configurations as they are delivered: headers, caching, and no violation.

Every kind of page is opened and used in Chromium; a script that somebody plants in a page does not run.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route, expect

from guide import hosting
from guide.catalogue import Catalogue
from guide.compressed import COPIES
from guide.hosting.setup import LASTING, TYPES
from guide.permalinks.old import Old
from guide.permalinks.register import read_register
from guide.site import Guide
from tests.browser.kinds import HOME, KINDS, LANGUAGES, SHARED
from tests.support.browsing import Visit, visiting
from tests.support.pages import Site
from tests.support.project import once
from tests.support.servers import SERVERS, started

pytestmark = pytest.mark.xdist_group("browser-servers")
PACKED = ("index.html", "assets/stylesheets/guide.css", "assets/javascripts/guide.mjs")
OLD = "oud/adres/"
PLANTED = "planted/index.html"
PLANT = (
    "<script>window.ran = 1</script><img src='nothing.png' onerror='window.ran = 2'>"
    "<a id='planted' href='javascript:window.ran=3'>x</a><p style='color: red'>x</p>"
    "<script src='https://elsewhere.test/x.js'></script>"
)
HEARD = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`VIOLATION ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));"""


@pytest.fixture(scope="session")
def www(site: Site, built_guide: Guide, shared: Path) -> Path:
    """What lies at the server: the site at its root and below a folder, some copies, a page with planted scripts."""

    def make(target: Path) -> None:
        for folder in ("", "gids"):
            shutil.copytree(site.root, target / folder, copy_function=os.link, dirs_exist_ok=True)
        for name in PACKED:
            for ending, packed in COPIES.items():
                copy = target / (name + ending)
                copy.unlink(missing_ok=True)
                copy.write_bytes(packed((target / name).read_bytes()))
        page = (target / "over" / "index.html").read_text("utf-8")
        register, _ = read_register(built_guide, [])
        moved = register.model_copy(update={"moved": {OLD: "aanbevelingen/communicatie/"}})
        Old(Catalogue(built_guide), moved).write(target)
        for folder, html in (("planted", page), ("open", re.sub("<meta http-equiv[^>]*>", "", page))):
            (target / folder).mkdir()
            (target / folder / "index.html").write_text(html.replace("<h1", f"{PLANT}<h1", 1), "utf-8")

    return once(shared, "www", make)


@pytest.fixture(scope="session")
def files(site: Site, real_guide: Guide) -> dict[str, dict[str, bytes]]:
    """The configurations, for the site at the root of its host and below a folder."""
    guides = (replace(real_guide, site_url=f"https://guide.test{root}") for root in ("/", "/gids/"))
    return {urlsplit(guide.site_url).path: hosting.files(guide, site.root) for guide in guides}


@pytest.fixture(scope="session", params=SERVERS)
def server(
    request: pytest.FixtureRequest, files: dict[str, dict[str, bytes]], www: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:  # fmt: skip
    """The address of each server in turn."""
    with started(request.param, files["/"], "guide.test", www, tmp_path_factory.mktemp("server")) as address:
        yield address


class Answer:
    """What a server gives for an address, not unpacked and without following."""

    def __init__(self, home: str, path: str, **headers: str) -> None:
        connection = http.client.HTTPConnection(urlsplit(home).netloc, timeout=30)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers={"Accept-Encoding": "identity"} | given)
        answer = connection.getresponse()
        self.status, self.body, self.headers = answer.status, answer.read(), answer.headers
        connection.close()

    def __getitem__(self, name: str) -> str:
        found = self.headers.get_all(name, [])
        assert len(found) < 2, f"{name} twice: {found}"
        return found[0] if found else ""


def _answering(html: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=html, content_type="text/html")


def _heard(visit: Visit) -> None:
    visit.page.context.add_init_script(HEARD)


@pytest.mark.parametrize("turn", [0, 1])
def test_every_kind_of_page_breaks_no_rule(server: str, turn: int, browser: Browser) -> None:
    """Every other kind each turn, in the languages by turns."""
    prefixes = [*LANGUAGES.values()]
    kinds = [prefixes[at % 3] + url for at, url in enumerate(KINDS.values()) if "404" not in url]
    urls = [*kinds, *SHARED.values(), *HOME.values(), "embed/a/communicatie/", "en/embed/w/gesprekstool/"]
    with visiting(browser, server) as visit:
        _heard(visit)
        for url in urls[turn::2]:
            visit.go(url)
            assert visit.complaints == [] and visit.failed == [] and visit.elsewhere() == [], url


def test_what_readers_do_breaks_no_rule(server: str, browser: Browser) -> None:
    with visiting(browser, server, permissions=["clipboard-read", "clipboard-write"]) as visit:
        _heard(visit)
        page = visit.go("aanbevelingen/communicatie/")
        page.locator("#tolken > .headerlink").click()
        expect(page.locator("dialog[open] svg.share__code")).to_be_visible()
        page.keyboard.press("Escape")
        page.locator(".head__tools > .head__languages a[hreflang=fr]").click()
        page.wait_for_url("**/fr/aanbevelingen/communicatie/**")
        visit.go(f"{OLD}#tolken")
        page.wait_for_url("**/aanbevelingen/communicatie/#tolken")
        page = visit.go("?q=tolk")
        expect(page.locator(".md-search-result__link").first).to_be_attached()
        page = visit.go("partners/?find=foyer")
        page.locator("[data-frame]").scroll_into_view_if_needed()
        page.mouse.move(1, 1)  # the reader has begun, so the map fetches what it needs
        expect(page.locator("[data-map][data-ready]")).to_have_count(1)
        expect(page.locator("[data-ranked] .partners-card[data-id=foyer]")).to_be_visible()
        page.locator("[data-by=in]").click()
        page = visit.go("werkbladen/gesprekstool/")
        field = page.locator(".ws textarea, .ws input[type=text]").first
        field.fill("Een klas")
        expect(field).to_have_value("Een klas")
        visit.settle()
        assert visit.complaints == [] and visit.failed == [] and visit.elsewhere() == []


@pytest.mark.parametrize("folder", ["planted", "open"], ids=["in the page and in headers", "in headers only"])
def test_what_is_planted_in_a_page_does_not_run(server: str, folder: str, browser: Browser) -> None:
    with visiting(browser, server) as visit:
        _heard(visit)
        page = visit.go(f"{folder}/")
        page.locator("#planted").click()
        visit.settle()
        assert page.evaluate("() => window.ran") is None
        assert page.evaluate("() => getComputedStyle(document.querySelector('#planted + p')).color") != "rgb(255, 0, 0)"
        broken = {said.split()[1] for said in visit.complaints if said.startswith("VIOLATION")}
        assert broken == {"script-src-elem", "script-src-attr", "style-src-attr"}


def test_the_page_itself_says_it_where_a_host_sends_nothing(www: Path, home: str, browser: Browser) -> None:
    """As at GitHub Pages; and without the policy all of it would run, so that the test can fail."""
    page_html = (www / PLANTED).read_text("utf-8")
    for html, runs in ((page_html, None), (re.sub("<meta http-equiv[^>]*>", "", page_html), 3)):
        with visiting(browser, home) as visit:
            visit.page.route("https://elsewhere.test/**", lambda route: route.fulfill(body=""))
            visit.page.route("**/planted/", _answering(html))
            page = visit.go("planted/")
            page.locator("#planted").click()
            visit.settle()
            assert page.evaluate("() => window.ran") == runs


def test_headers_say_what_the_list_says(server: str, real_guide: Guide, site: Site) -> None:
    everywhere = (site.root / "_headers").read_text("utf-8").partition("\n\n")[0].splitlines()[1:]
    said = dict(line.strip().split(": ", 1) for line in everywhere)
    assert len(said) == 6
    for path in ("/", "/fr/", "/assets/stylesheets/guide.css", "/nothing", "/fr/nothing/", "/data/", "/fr"):
        answer = Answer(server, path)
        assert {name: answer[name] for name in said} == said, path
        if not path.startswith("/data/") or answer.status == 200:
            assert answer["Access-Control-Allow-Origin"] == ("*" if path.startswith("/data/") else ""), path
    for path in ("/embed/a/communicatie/", "/en/embed/m/gesprekstool/", "/partners/embed/", "/fr/partners/embed/"):
        answer = Answer(server, path)
        assert answer.status == 200
        assert answer["Content-Security-Policy"] == f"{said['Content-Security-Policy']}; frame-ancestors *"
    listed = next(site.root.glob("data/*.json")).relative_to(site.root).as_posix()
    assert Answer(server, f"/{listed}")["Access-Control-Allow-Origin"] == "*"
    assert Answer(server, "/partners/")["Access-Control-Allow-Origin"] == ""


@pytest.mark.parametrize(
    ("path", "language"), [("/nothing", "nl"), ("/assets/", "nl"), ("/x.pdf", "nl"), ("/fr/x/", "fr"), ("/en/x", "en")]
)
def test_what_is_not_there_is_said_in_the_language_of_its_folder(server: str, path: str, language: str) -> None:
    answer = Answer(server, path)
    assert answer.status == 404 and answer["Content-Type"] == "text/html; charset=utf-8"
    assert f'<html lang="{language}"'.encode() in answer.body
    assert answer["Cache-Control"] == "no-cache"


def test_each_file_has_its_type_and_is_kept_for_its_time(server: str, site: Site) -> None:
    by_ending: dict[str, str] = {}
    for path in sorted(site.root.rglob("*.*")):
        name = path.relative_to(site.root).as_posix()
        if path.is_file():
            assert sum(bool(re.fullmatch(pattern, name)) for pattern in LASTING) < 2, name
            by_ending.setdefault(path.suffix[1:], name)
    types = {ending: kind for kind, endings in TYPES.items() for ending in endings}
    for ending, name in by_ending.items():
        if ending == "gz":
            continue
        answer = Answer(server, f"/{name}")
        assert answer.status == 200 and answer["Content-Type"].partition(";")[0] == types[ending], name
    assert {"html", "mjs", "vcf", "geojson", "docx", "pdf", "woff2", "csv", "svg"} <= by_ending.keys()
    year, month, day = (f"public, max-age={days * 24 * 3600}" for days in (365, 30, 1))
    hashed = next(site.root.glob("assets/javascripts/bundle.*.js")).name
    font = next(site.root.glob("assets/vendor/fonts/*.woff2")).name
    for path, kept in (
        ("", "no-cache"), ("fr/", "no-cache"), ("assets/stylesheets/guide.css", "no-cache"), ("feed.xml", "no-cache"),
        (f"assets/javascripts/{hashed}", f"{year}, immutable"), (f"assets/vendor/fonts/{font}", month),
        ("werkbladen/gesprekstool/gesprekstool-nl.pdf", day), ("qr.png", day),
    ):  # fmt: skip
        assert Answer(server, f"/{path}")["Cache-Control"] == kept, path


def test_copies_are_sent_and_a_second_visit_costs_only_the_question(
    server: str, www: Path, request: pytest.FixtureRequest
) -> None:
    codings = {"gzip": ".gz"} if request.node.callspec.params["server"] == "nginx" else {"br": ".br", "gzip": ".gz"}
    for name in PACKED:
        path = "/" + name.removesuffix("index.html")
        for coding, ending in codings.items():
            answer = Answer(server, path, Accept_Encoding=f"{coding}, identity")
            assert answer["Content-Encoding"] == coding and answer.body == (www / (name + ending)).read_bytes(), name
            assert "accept-encoding" in answer["Vary"].lower()
            again = Answer(server, path, Accept_Encoding=f"{coding}, identity", If_None_Match=answer["ETag"])
            assert (again.status, again.body) == (304, b"")
        assert Answer(server, path).body == (www / name).read_bytes()
    # What has no copy is made smaller on its way.
    assert Answer(server, "/over/", Accept_Encoding="gzip")["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("name", SERVERS)
def test_below_a_folder_it_is_the_same(
    name: str, files: dict[str, dict[str, bytes]], www: Path, tmp_path: Path, site: Site
) -> None:
    with started(name, files["/gids/"], "guide.test", www, tmp_path) as address:
        page = Answer(address, "/gids/")
        assert page.status == 200 and page.body == (www / "index.html").read_bytes()
        assert page["Cache-Control"] == "no-cache" and page["X-Content-Type-Options"] == "nosniff"
        assert Answer(address, "/gids/fr")["Location"] == "/gids/fr/"
        assert "frame-ancestors *" in Answer(address, "/gids/embed/a/communicatie/")["Content-Security-Policy"]
        assert "frame-ancestors" not in Answer(address, "/gids/embedded")["Content-Security-Policy"]
        font = next(site.root.glob("assets/vendor/fonts/*.woff2")).name
        assert Answer(address, f"/gids/assets/vendor/fonts/{font}")["Cache-Control"].startswith("public, max-age=25")
        for path, language in (("/gids/x", "nl"), ("/gids/fr/x", "fr"), ("/elsewhere", "nl")):
            missing = Answer(address, path)
            assert missing.status == 404 and f'<html lang="{language}"'.encode() in missing.body, path
