"""Other ways to build the guide: again, by make, with ProperDocs, elsewhere, and in one language."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.test_links import broken, elsewhere
from tests.support.browsing import visiting
from tests.support.pages import Site
from tests.support.project import ROOT, built, copy_project, files_of, once, run

ELSEWHERE = "https://x.test/gids/"
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def _differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_make_build_makes_the_same_bytes_as_mkdocs(site: Site, tmp_path: Path) -> None:
    """Nothing is kept from the one for the other, and here one language is built after the other, not side by side."""
    project = copy_project(tmp_path / "made")
    (project / ".venv").symlink_to(ROOT / ".venv")
    # -o: what `make setup` installs is there already.
    done = run(project, "make", "build", "-o", "overrides/assets/vendor/.ready", GUIDE_PROCESSES="1")
    assert done.returncode == 0, done.stdout + done.stderr
    first, second = files_of(site.root), files_of(project / "site")
    assert len(first) > 250
    assert {Path(name).suffix for name in first} >= {
        ".html",
        ".pdf",
        ".docx",
        ".png",
        ".css",
        ".mjs",
        ".woff2",
        ".json",
    }
    assert _differing(first, second) == []


def test_properdocs_makes_the_same_pages(site: Site, project: Path, tmp_path: Path) -> None:
    """The way out when MkDocs 1.x ends: only the name of the generator differs."""
    copy = copy_project(tmp_path / "proper", like=project)
    made = files_of(built(copy, "-f", "mkdocs.yml", tool="properdocs"))
    ours = files_of(site.root)

    def named(pages: dict[str, bytes]) -> dict[str, bytes]:
        return {
            name: GENERATOR.sub(b"", content) if name.endswith(".html") else content for name, content in pages.items()
        }

    assert sum(GENERATOR.search(made[name]) is not None for name in made if name.endswith(".html")) > 100
    assert _differing(named(ours), named(made)) == []


@pytest.fixture(scope="session")
def moved(shared: Path, project: Path) -> Site:
    """The guide built for a folder of another address, with what is kept from a build for its own."""

    def make(target: Path) -> None:
        built(copy_project(target, like=project), SITE_URL=ELSEWHERE)

    return Site(once(shared, "guide-elsewhere", make) / "site", "/gids/")


def test_under_a_folder_every_link_stays_inside_it(moved: Site) -> None:
    assert broken(moved) == {}
    assert elsewhere(moved) == {}


def test_site_url_is_the_only_place_of_the_address(site: Site, moved: Site) -> None:
    ours, theirs = files_of(site.root), files_of(moved.root)
    assert set(ours) == set(theirs)
    assert [name for name, content in theirs.items() if b"samen-school-maken.example" in content] == []
    page = moved.pages["fr/over/"]
    assert page.one("//link[@rel='canonical']/@href") == f"{ELSEWHERE}fr/over/"
    assert f"<loc>{ELSEWHERE}fr/over/</loc>".encode() in theirs["sitemap.xml"]
    # On paper it stands as text and as a QR code.
    sheets = [name for name in ours if name.endswith((".pdf", ".docx"))]
    assert sheets
    assert [name for name in sheets if ours[name] == theirs[name]] == []


@pytest.mark.xdist_group("browser-0")
def test_under_a_folder_the_guide_works(moved: Site, served: Callable[..., str], browser: Browser) -> None:
    home = served(moved.root, "/gids/")
    with visiting(browser, home, locale="fr-BE") as visit:
        page = visit.go("")
        assert page.title() == "Samen school maken"
        page.locator(".entrance").first.click()
        page.wait_for_url("**/gids/visie/")
        page = visit.go("fr/werkbladen/gesprekstool/")
        assert page.locator("html").get_attribute("lang") == "fr"
        sheets = page.eval_on_selector_all("a[href$='-nl-ar.pdf']", "links => links.map((link) => link.href)")
        assert sheets and page.request.get(sheets[0]).body().startswith(b"%PDF")
        page = visit.go("a/communicatie/")
        page.wait_for_url("**/gids/fr/aanbevelingen/communicatie/")
        page = visit.go("nergens/")
        assert page.locator("h1").text_content() == "Deze pagina bestaat niet"
        page.locator("article a.button").click()
        page.wait_for_url(re.compile(r"/gids/(\./)?$"))
        assert visit.elsewhere() == []
        assert [one for one in visit.failed if "/nergens/" not in one] == []


def test_one_language_can_be_built_alone(project: Path, tmp_path: Path) -> None:
    site = Site(built(copy_project(tmp_path / "one", like=project), GUIDE_LANGUAGE="nl"))
    assert {page.one("/html/@lang") for page in site.pages.values()} == {"nl"}
    assert not (site.root / "fr" / "index.html").exists()
    assert "aanbevelingen/communicatie/" in site.pages
    assert (site.root / "search" / "search_index.json").exists()


def test_another_language_can_be_built_alone(project: Path, tmp_path: Path) -> None:
    site = Site(built(copy_project(tmp_path / "one", like=project), GUIDE_LANGUAGE="fr"))
    pages = [page for url, page in site.pages.items() if url.startswith("fr/")]
    assert len(pages) > 30
    assert {page.one("/html/@lang") for page in pages} == {"fr"}
    assert not (site.root / "aanbevelingen" / "communicatie" / "index.html").exists()


def test_the_language_of_the_shell_chooses_nothing(tmp_path: Path) -> None:
    """LANGUAGE is gettext's: a Belgian desktop sets it to nl_BE:nl. Only the command line of make chooses."""
    project = copy_project(tmp_path / "shell")
    environment = {"LANGUAGE": "nl_BE:nl"}
    said = run(project, "make", "-n", "serve", "-o", "overrides/assets/vendor/.ready", **environment)
    assert said.returncode == 0, said.stderr
    shown = run(project, "make", "-p", "-n", "serve", "-o", "overrides/assets/vendor/.ready", **environment)
    assert "GUIDE_LANGUAGE" not in "\n".join(line for line in shown.stdout.splitlines() if ":=" in line)
    chosen = run(project, "make", "-p", "-n", "serve", "LANGUAGE=fr", "-o", "overrides/assets/vendor/.ready")
    assert "GUIDE_LANGUAGE := fr" in chosen.stdout
