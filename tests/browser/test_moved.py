"""An address once given works for ever: pages and headings of a published guide get other names, and all arrive."""

from __future__ import annotations

import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from guide import offline
from guide.settings import guide_of
from tests.browser.moved_guide import LANGUAGES, MOVED, PAGES, change, expected, old_guide
from tests.support.browsing import Visit, visiting
from tests.support.project import build, built, once, run

pytestmark = pytest.mark.xdist_group("browser-moved")
REGISTER = "docs/permalinks.yml"
SAID = Path(__file__).parent / "moved_said.txt"
STANDS_AT = """() => {
  const target = document.querySelector(":target");
  if (!target) return null;
  const found = target.matches("span:empty") ? target.nextElementSibling : target;
  const box = found.getBoundingClientRect();
  return {id: found.id, text: found.textContent, shown: box.height > 0 && box.top < innerHeight && box.bottom > 0};
}"""


@pytest.fixture(scope="session")
def moved(shared: Path) -> Path:
    """The project after the changes, built; `old` in it is the site as it was, `said` what the build said first."""

    def make(target: Path) -> None:
        built(old_guide(target))
        assert run(target, sys.executable, "-m", "guide", "register").returncode == 0
        register = target / REGISTER
        # A page of an even older build, that moved once already.
        text = register.read_text("utf-8").replace(
            "files:\n", "  raad/stil/: {languages: [nl, fr, en], anchors: [kern]}\nfiles:\n"
        )
        register.write_text(text.replace("moved: {}\n", "moved:\n  raad/stil/: raad/rust/\n"), "utf-8")
        shutil.move(target / "site", target / "old")
        change(target)
        (target / "said").write_text(build(target).stderr, "utf-8")
        text = register.read_text("utf-8")
        register.write_text(text[: text.index("moved:\n")] + MOVED, "utf-8")
        built(target)

    return once(shared, "moved-guide", make)


@pytest.fixture(scope="session")
def register(moved: Path) -> dict[str, dict[str, dict[str, list[str]]]]:
    """What the older build promised."""
    found: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load((moved / REGISTER).read_text("utf-8"))
    return found


def test_everything_that_is_gone_is_told_at_once(moved: Path) -> None:
    said = (moved / "said").read_text("utf-8")
    said = said[said.index("docs/permalinks.yml:") :]
    # The line, and how many files a sheet has, are for other tests.
    said = re.sub(r"yml:\d+\n", "yml:N\n", re.sub(r"korte adressen\): \d+\n", "korte adressen): N\n", said))
    assert said.strip() == SAID.read_text("utf-8").strip()


def _prefix(language: str) -> str:
    return "" if language == "nl" else f"{language}/"


def _without_trimmings(visit: Visit) -> None:
    """Fetch of each page only what decides where the reader arrives: it is opened many times."""
    session = visit.page.context.new_cdp_session(visit.page)
    session.send("Network.enable")
    names = ("*.css", "*.woff2", "*.png", "*.svg", "*.min.js", "*.json", "*guide.mjs", "*search.mjs", "*worksheet*.mjs")
    session.send("Network.setBlockedURLs", {"urls": list(names)})


def _addresses(register: dict[str, dict[str, dict[str, list[str]]]]) -> list[str]:
    """Every page and place of the older build that anything happened to, in the plain form."""
    found = []
    for page in PAGES:
        anchors = register["pages"][page].get("anchors", [])
        found += [page, *(f"{page}#{anchor}" for anchor in anchors)]
    assert len(found) > 20
    return found


@pytest.mark.parametrize(("language", "under"), [("nl", "/"), ("fr", "/gids/"), ("en", "/gids/")])
def test_every_old_place_arrives(
    language: str, under: str, moved: Path, register: dict[str, dict[str, dict[str, list[str]]]],
    served: Callable[..., str], browser: Browser,
) -> None:  # fmt: skip
    home = served(moved / "site", under)
    wrong = {}
    with visiting(browser, home, locale="de") as visit:
        _without_trimmings(visit)
        for address in _addresses(register):
            target = _prefix(language) + expected(address)
            visit.page.goto("about:blank")
            visit.page.goto(home + _prefix(language) + address, wait_until="commit")
            same = address.partition("#")[0] == expected(address).partition("#")[0]  # the old name stands there
            visit.page.wait_for_url(home + (_prefix(language) + address if same else target), wait_until="load")
            found = visit.page.evaluate(STANDS_AT)
            if "#" in target and (found is None or found["id"] != target.partition("#")[2] or not found["shown"]):
                wrong[address] = found
        assert visit.failed == []
    assert wrong == {}


@pytest.mark.parametrize(("language", "under"), [("nl", "/gids/"), ("fr", "/"), ("en", "/")])
def test_every_old_place_arrives_without_scripts(
    language: str, under: str, moved: Path, register: dict[str, dict[str, dict[str, list[str]]]],
    served: Callable[..., str], browser: Browser,
) -> None:  # fmt: skip
    home = served(moved / "site", under)
    wrong = {}
    with visiting(browser, home, locale="de", java_script_enabled=False) as visit:
        _without_trimmings(visit)
        for address in _addresses(register):
            target = _prefix(language) + expected(address)
            visit.page.goto("about:blank")
            visit.page.goto(home + _prefix(language) + address, wait_until="load")
            if found := _wrong_without_scripts(visit.page, home, target, "#" in address):
                wrong[address] = found
        assert visit.failed == []
    assert wrong == {}


def _wrong_without_scripts(page: Page, home: str, target: str, is_place: bool) -> object:
    """What is wrong with where the reader is; None when this is the place, or a link to it where one looks."""
    canonical = page.locator("link[rel=canonical]").get_attribute("href") or ""
    here, anchor = canonical.removeprefix("https://samen-school-maken.example/"), target.partition("#")[2]
    found = page.evaluate(STANDS_AT)
    if not is_place:  # the page itself; on one that became a place of another, the first link leads there
        link = page.locator(".moved a").first
        there = not anchor or link.evaluate("(one) => one.href") == home + target
        return None if here == target.partition("#")[0] and there else [here, page.url]
    if found is None or not found["shown"]:
        return [page.url, found]
    if here == target.partition("#")[0] and "moved-place" not in (page.locator(":target").get_attribute("class") or ""):
        return None if found["id"] == anchor else [here, found]
    leads = page.locator(":target a").evaluate("(one) => one.href")
    return None if leads == home + target else leads


def test_old_short_addresses_lead_straight_to_the_new_pages(
    moved: Path, served: Callable[..., str], browser: Browser
) -> None:
    home = served(moved / "site", "/gids/")
    ways = {
        "r/rust/": "raad/kalm/", "r/rust/#kern": "raad/kalm/#de-kern", "r/rust/#stilte": "doen/kijken/#stilte",
        "r/2/": "raad/kalm/", "r/2/#kern": "raad/kalm/#de-kern", "d/kijken/#in-het-kort": "doen/kijken/#kort",
        "d/kijken/#later": "raad/kalm/#later", "b/vragen/": "bladen/praten/", "b/vragen/#doel": "bladen/praten/#doel",
        "h/bib/": "helpers/bieb/", "h/bib/#nooit": "helpers/bieb/#nooit",
    }  # fmt: skip
    for locale, prefix in (("de", ""), ("fr-BE", "fr/"), ("en-GB", "en/")):
        with visiting(browser, home, locale=locale) as visit:
            _without_trimmings(visit)
            pages: list[str] = []
            visit.page.on("framenavigated", lambda frame, seen=pages: seen.append(frame.url))
            for short, target in ways.items():
                visit.page.goto("about:blank")
                pages.clear()
                visit.page.goto(home + short, wait_until="commit")
                visit.page.wait_for_url(home + prefix + target, wait_until="load")
                assert pages == [home + short, home + prefix + target], "a chain of redirects"
    with visiting(browser, home, java_script_enabled=False) as visit:
        for short, target in ways.items():
            if "nooit" in short:
                continue
            visit.page.goto("about:blank")
            visit.page.goto(home + short, wait_until="load")
            shown = [one for one in visit.page.locator(".choices a").all() if one.is_visible()]
            found = {one.get_attribute("hreflang"): one.evaluate("(link) => link.href") for one in shown}
            assert found == {code: home + _prefix(code) + target for code in LANGUAGES}
            assert visit.page.locator("link[rel=canonical]").count() == 1


def test_old_files_are_their_successors(
    moved: Path, register: dict[str, list[str]], served: Callable[..., str]
) -> None:
    site, successors = moved / "site", 0
    for uri in register["files"]:
        if not (moved / "old" / uri).exists():
            continue
        new = uri.replace("bundel-rust", "bundel-kalm")
        for old, now in (("vragen", "praten"), ("bib", "bieb"), ("r/rust", "r/kalm")):
            new = new.replace(old, now)
        successors += new != uri
        assert (site / uri).read_bytes() == (site / new).read_bytes(), uri
    assert successors > 15


def test_old_addresses_are_told_to_search_engines_and_are_in_no_list(moved: Path) -> None:
    site = moved / "site"
    listed = (site / "sitemap.xml").read_text("utf-8")
    for page in ("raad/rust/", "fr/raad/rust/", "over/extra/", "en/bladen/vragen/"):
        text = (site / page / "index.html").read_text("utf-8")
        language, _, plain = ("", "", page) if page[:3] not in ("fr/", "en/") else page.partition("/")
        new = (language and f"{language}/") + expected(plain).partition("#")[0]
        assert f'<link rel="canonical" href="https://samen-school-maken.example/{new}">' in text
        assert "noindex" not in text
        assert re.findall(r"<script\b[^>]*src=\"([^\"]+)", text) == [
            "../" * page.count("/") + "assets/javascripts/moved.js"
        ]
        assert f"/{page}</loc>" not in listed and f"/{new}</loc>" in listed


def test_a_filtered_list_stays_filtered_and_a_new_hash_is_followed(
    moved: Path, served: Callable[..., str], browser: Browser
) -> None:
    home = served(moved / "site")
    with visiting(browser, home) as visit:
        visit.page.goto(f"{home}raad/rust/?van=mail#kern", wait_until="commit")
        visit.page.wait_for_url(f"{home}raad/kalm/?van=mail#de-kern")
        visit.page.goto(f"{home}doen/kijken/")
        visit.page.evaluate("location.hash = 'later'")
        visit.page.wait_for_url(f"{home}raad/kalm/#later")
        visit.page.goto(f"{home}raad/rust/#100%", wait_until="commit")  # nothing that anybody encoded
        visit.page.wait_for_url(f"{home}raad/kalm/#100%")
        visit.page.goto(f"{home}raad/kalm/")
        assert visit.page.locator("[data-moved], .moved").count() == 0


def test_what_was_registered_stays_registered(moved: Path, register: dict[str, dict[str, object]]) -> None:
    assert run(moved, sys.executable, "-m", "guide", "addresses").returncode == 0
    path = moved / REGISTER
    before = path.read_text("utf-8")
    try:
        assert run(moved, sys.executable, "-m", "guide", "register").returncode == 0
        after = yaml.safe_load(path.read_text("utf-8"))
    finally:
        path.write_text(before, "utf-8")
    assert register["pages"].keys() < after["pages"].keys() and set(register["files"]) < set(after["files"])
    assert "raad/kalm/" in after["pages"] and "de-kern" in after["pages"]["raad/kalm/"]["anchors"]
    # What stands at an old address has none of the places of the new page.
    assert after["pages"]["raad/rust/"] == register["pages"]["raad/rust/"]
    assert after["moved"] == register["moved"]


def test_in_the_offline_copy_old_addresses_lead_on_as_well(moved: Path, tmp_path: Path, browser: Browser) -> None:
    """With scripts at once; without them the copy at the old address has links that count from the new one."""
    made = offline.make(guide_of(moved), moved / "site", tmp_path)
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(tmp_path)
    home = f"{(tmp_path / offline.copy_name(guide_of(moved))).as_uri()}/"

    def file(address: str) -> str:
        page, mark, anchor = address.partition("#")
        return f"{home}{page}index.html{mark}{anchor}"

    with visiting(browser, home) as visit:
        for old in ("raad/rust/", "fr/raad/rust/#kern", "raad/rust/#stilte", "en/bladen/vragen/", "over/extra/#meer"):
            language, plain = (old[:2], old[3:]) if old.startswith(("fr/", "en/")) else ("nl", old)
            visit.page.goto("about:blank")
            visit.page.goto(file(old), wait_until="commit")
            visit.page.wait_for_url(file(_prefix(language) + expected(plain)), wait_until="load")
        assert visit.complaints == []
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(file("raad/rust/"))
        assert page.locator(".moved a").first.evaluate("(link) => link.href") == file("raad/kalm/")
        page.locator("a.skip").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{home}raad/kalm/index.html#*")
