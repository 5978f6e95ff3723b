"""The offline copy, opened as a file with the network off: everything in it works, and it asks for nothing."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import url2pathname

import pypdfium2
import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from guide import offline
from guide.site import Guide
from guide.strings import load
from tests.browser.kinds import LANGUAGES, addresses
from tests.browser.test_search import ASK, QUESTIONS
from tests.support.browsing import PHONE, Visit, until, visiting
from tests.support.pages import LOADING, Site
from tests.support.project import ROOT, once

pytestmark = pytest.mark.xdist_group("browser-1")
FOLDER = "Stick één #1"
"""A name such as people give: an address in it must be written with care."""
NOT_THERE = re.compile(r"embed|404\.html")
# The theme makes its worker when the page loads; this counts the answers of whatever it makes.
WATCH = """window.answers = 0;
let made = Worker;
Object.defineProperty(window, "Worker", {
  get: () => made,
  set: (Kind) => {
    made = class extends Kind {
      constructor(...all) {
        super(...all);
        this.addEventListener("message", ({ data }) => { window.answers += data.type === 3; });
      }
    };
  },
});
window.Worker = Worker;"""
FONTS = "document.fonts.ready.then((all) => [...all].filter((one) => one.status === 'loaded').length)"
REFUSE = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });"""


@pytest.fixture(scope="session")
def unpacked(shared: Path, site: Site, real_guide: Guide) -> Path:
    """The copy of the real guide, as it comes out of its zip."""

    def make(target: Path) -> None:
        target.mkdir()
        made = offline.make(real_guide, site.root, target.parent / "offline-zip")
        with zipfile.ZipFile(made.path) as archive:
            archive.extractall(target / FOLDER)

    return once(shared, "offline", make) / FOLDER


@pytest.fixture(scope="session")
def copy(unpacked: Path, real_guide: Guide) -> Path:
    """The folder of the guide in the copy."""
    return unpacked / offline.copy_name(real_guide)


@contextmanager
def opened(browser: Browser, copy: Path, **options: Any) -> Iterator[Visit]:
    """A window on the copy without a network. In the end it asked for files only, found each, and had no complaint."""
    with visiting(browser, f"{copy.as_uri()}/", accept_downloads=True, **options) as visit:
        visit.page.context.set_offline(True)
        lost: list[str] = []
        visit.page.on("requestfailed", lambda request: lost.append(f"{request.url} {request.failure}"))
        yield visit
        lost = [one for one in lost if not one.endswith("ERR_ABORTED")]  # on its way when the reader went elsewhere
        asked = [one for one in visit.requests if not one.startswith(("file:", "data:", "blob:"))]
        assert (asked, lost, visit.complaints) == ([], [], [])


def _file(url: str) -> str:
    """The file in the copy for an address of the site."""
    path, mark, query = url.partition("?")
    return f"{path}index.html{mark}{query}" if not path or path.endswith("/") else url


def _go(visit: Visit, url: str) -> Page:
    return visit.go(_file(url))


def _here(visit: Visit) -> str:
    return unquote(visit.page.url).removeprefix(unquote(visit.home))


def test_each_kind_of_page_opens_quietly(copy: Path, browser: Browser) -> None:
    pages = {name: url for name, url in addresses().items() if not NOT_THERE.search(url)}
    assert len(pages) > 60
    with opened(browser, copy) as visit:
        for name, url in pages.items():
            page = _go(visit, url)
            assert page.locator("h1").count() >= 1, name
            assert page.evaluate(FONTS), name
            assert visit.complaints == [], name


def test_a_page_waits_for_its_typefaces(copy: Path, site: Site) -> None:
    """On the web one that is late is left for the next page; from a file every one is late."""
    name = "assets/stylesheets/fonts.css"
    assert b"font-display:optional" in (site.root / name).read_bytes()
    made = (copy / name).read_bytes()
    assert b"font-display:swap" in made and b"optional" not in made


def test_the_start_page_opens_the_guide_in_each_language(unpacked: Path, real_guide: Guide, browser: Browser) -> None:
    with opened(browser, unpacked, size=PHONE) as visit:
        for language in real_guide.languages:
            page = visit.go(offline.START)
            page.locator(f"a[hreflang={language}]").click()
            expect(page.locator("html")).to_have_attribute("lang", language)
            assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE[0]
    words = (unpacked / "LEESMIJ.txt").read_text("utf-8")
    assert all(load(language)["offline.title"] in words for language in real_guide.languages)
    assert "{" not in words and offline.START in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_walks_from_the_menu_to_a_worksheet(language: str, copy: Path, browser: Browser) -> None:
    prefix = LANGUAGES[language]
    with opened(browser, copy) as visit:
        page = _go(visit, prefix)
        for link in (
            ".head__nav a[href$='aanbevelingen/index.html']", ".page a[href$='communicatie/index.html']",
            ".page a[href$='methodieken/gesprekstool/index.html']",
            ".page a[href$='werkbladen/gesprekstool/index.html']",
        ):  # fmt: skip
            page.locator(f"{link} >> visible=true").first.click()
            visit.settle()
        assert _here(visit) == f"{prefix}werkbladen/gesprekstool/index.html"


def test_what_is_typed_on_a_sheet_stays_is_printed_and_is_erased(copy: Path, browser: Browser, tmp_path: Path) -> None:
    with opened(browser, copy) as visit:
        page = _go(visit, "werkbladen/gesprekstool/")
        page.locator("[data-field]:is(textarea, [type=text])").first.fill("Zij leest graag voor.")
        page.locator("[data-keep]").check()
        visit.go("index.html")
        page = _go(visit, "werkbladen/gesprekstool/")
        field = page.locator("[data-field]:is(textarea, [type=text])").first
        expect(field).to_have_value("Zij leest graag voor.")
        # In another language it is there too: that sheet comes from a script of its own.
        page.locator("[data-choose] select").select_option("nl-ar")
        expect(page.locator("[data-stage] [lang=ar]").first).to_be_visible()
        expect(field).to_have_value("Zij leest graag voor.")
        expect(page).to_have_url(re.compile(r"index\.html\?sheet=nl-ar$"))
        pdf = tmp_path / "sheet.pdf"
        page.pdf(path=pdf, prefer_css_page_size=True)
        printed = pypdfium2.PdfDocument(pdf)
        assert "Zij leest graag voor." in printed[0].get_textpage().get_text_range()
        with page.expect_download() as download:
            page.locator("[data-open]").click()
            page.locator("[data-export]").click()
        assert "Zij leest graag voor." in Path(download.value.path()).read_text("utf-8")
        page.on("dialog", lambda dialog: dialog.accept())
        page.locator("[data-erase]").click()
        expect(field).to_have_value("")
        assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('worksheet:'))") == []


def test_where_the_browser_keeps_nothing_of_a_file_the_sheet_says_so(copy: Path, browser: Browser) -> None:
    with visiting(browser, f"{copy.as_uri()}/") as visit:
        visit.page.add_init_script(REFUSE)
        page = _go(visit, "werkbladen/gesprekstool/")
        page.locator("[data-field]:is(textarea, [type=text])").first.fill("Kort")
        words = json.loads(page.locator("[data-known]").text_content() or "")["words"]
        expect(page.locator("[data-where]")).to_have_text(words["where.nowhere"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_finds_the_same_as_on_the_site(language: str, copy: Path, home: str, browser: Browser) -> None:
    """Every question that the search was judged by, in the same order of answers."""
    prefix, found = LANGUAGES[language], {}
    for place, folder in (("site", home), ("copy", f"{copy.as_uri()}/")):
        with visiting(browser, folder) as visit:
            visit.page.add_init_script(WATCH)
            page = visit.go(prefix if place == "site" else _file(prefix))
            page.locator("[data-md-component=search-query]").focus()
            page.keyboard.type("a")
            until(page, "() => window.answers > 0")
            answers = [page.evaluate(ASK, question["ask"]) for question in QUESTIONS[language]]
            start = unquote(folder)
            found[place] = [
                [re.sub(r"index\.html(?=[?#]|$)", "", unquote(one).removeprefix(start)) for one in links]
                for links in answers
            ]
            assert visit.complaints == []
    assert len(found["site"]) > 20 and sum(map(bool, found["site"])) > 20
    assert found["copy"] == found["site"]


def test_a_result_of_the_search_opens_its_place(copy: Path, browser: Browser) -> None:
    with opened(browser, copy) as visit:
        page = _go(visit, "fr/")
        page.locator("[data-md-component=search-query]").click()
        page.keyboard.type("interprétation")
        page.locator(".md-search-result__link").first.click()
        page.wait_for_url(re.compile(r"/fr/.+index\.html\?h="))
        expect(page.locator("mark").first).to_be_visible()


def test_the_partner_map_is_filtered_and_searched_with_a_typing_error(copy: Path, browser: Browser) -> None:
    with opened(browser, copy) as visit:
        page = _go(visit, "partners/")
        page.locator("[data-partners][data-ready]").wait_for(state="attached")
        page.locator("#partners-find").fill("tolkk Molenbeek")
        expect(page.locator(".partners-card:visible").first).to_have_attribute("data-id", "brussel-onthaal")
        page.locator("select[name=where]").select_option("sint-jans-molenbeek")
        expect(page).to_have_url(re.compile(r"index\.html\?find=tolkk\+Molenbeek&where=sint-jans-molenbeek$"))
        page.reload()
        page.locator("[data-partners][data-ready]").wait_for(state="attached")
        expect(page.locator("#partners-find")).to_have_value("tolkk Molenbeek")
        page.mouse.move(1, 1)  # the reader has begun, so the map fetches what it needs
        expect(page.locator("[data-map][data-ready]")).to_be_attached()
        page.locator("[data-zoom] [data-by=in]").click()
        expect(page.locator("[data-map]")).not_to_have_attribute("data-zoom", "1.00")
        # Onto the list of one's own, and from there to the partner.
        page.locator("[data-ranked] .partners-card[data-id=brussel-onthaal] .picks-button").click()
        page.locator("[data-picks] a").first.click()
        item = page.locator(".picks-item[data-id=brussel-onthaal]")
        expect(item).to_be_visible()
        expect(page.locator("[data-copy-link]")).to_have_attribute(
            "data-address", re.compile(r"^https://.*\?p=brussel-onthaal$")
        )
        code = page.locator(".picks-paper__code img").first
        code.evaluate("(image) => image.decode()")
        item.locator(".picks-name a").click()
        page.wait_for_url("**/partners/brussel-onthaal/index.html")


def test_the_language_switch_keeps_the_place(copy: Path, browser: Browser) -> None:
    with opened(browser, copy) as visit:
        page = visit.go("aanbevelingen/communicatie/index.html#tolken")
        page.locator(".head__tools > .head__languages a[hreflang=fr]").click()
        page.wait_for_url("**/fr/aanbevelingen/communicatie/index.html#tolken")
        page = _go(visit, "ar/werkbladen/gesprekstool/")
        expect(page.locator("body")).to_have_attribute("dir", "rtl")
        page = _go(visit, "a/communicatie/")  # a short address sends on
        page.wait_for_url("**/aanbevelingen/communicatie/index.html")


def test_the_dialog_to_share_gives_the_address_on_the_site(copy: Path, real_guide: Guide, browser: Browser) -> None:
    with opened(browser, copy) as visit:
        page = _go(visit, "aanbevelingen/communicatie/")
        page.locator("#tolken a.headerlink").click()
        dialog = page.locator("dialog[open]")
        expect(dialog.locator("svg[data-share=code]")).to_be_visible()
        assert real_guide.site_url in (dialog.locator("[data-share=address]").text_content() or "")


def test_every_link_leads_to_a_file_and_every_anchor_to_a_place(copy: Path, unpacked: Path) -> None:
    ids: dict[Path, set[str]] = {}
    links: list[tuple[Path, Path, str]] = []
    for path in sorted(unpacked.rglob("*.html")):
        tree = html.document_fromstring(path.read_bytes())
        base = urljoin(path.as_uri(), next(iter(tree.xpath("//base/@href")), ""))
        ids[path] = set(tree.xpath("//*/@id | //a/@name"))
        assert not tree.xpath("//script[@type='module'] | //link[@rel='preload' or @rel='modulepreload']"), path
        asked = tree.xpath("//@data-content | //@data-index | //@data-list | //@data-source[contains(., '.json')]")
        found = tree.xpath("//a/@href | //area/@href | //link/@href") + tree.xpath(LOADING)
        for link in {*found, *(f"{one}.js" for one in asked if one)}:
            whole, anchor = urldefrag(urljoin(base, link))
            if urlsplit(whole).scheme == "file":
                links.append((path, Path(url2pathname(urlsplit(whole).path)), anchor))
    assert len(ids) > 1300 and len(links) > 60_000
    there = {path for path in unpacked.rglob("*") if path.is_file()}
    lost = [(path, target) for path, target, _ in links if target not in there]
    assert lost == []
    places = [(path, target, unquote(one)) for path, target, one in links if one and target in ids]
    assert [link for link in places if link[2] not in ids[link[1]]] == []


def test_the_names_suit_every_computer_and_nothing_is_there_twice(unpacked: Path) -> None:
    names = [path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*")]
    assert len({name.casefold() for name in names}) == len(names) > 3000
    reserved = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
    parts = {part for name in names for part in name.split("/")}
    assert [one for one in parts if reserved.match(one) or re.search(r'[<>:"|?*\\]|[. ]$', one)] == []
    assert max(map(len, names)) < 160  # Windows knows paths of 260
    kinds = {Path(name).suffix for name in names if Path(name).suffix}
    assert kinds == {".css", ".docx", ".html", ".js", ".pdf", ".png", ".svg", ".txt", ".vcf", ".woff2"}


def test_the_same_site_gives_the_same_bytes(unpacked: Path, site: Site, real_guide: Guide, tmp_path: Path) -> None:
    first = unpacked.parent.parent / "offline-zip"
    again = offline.make(replace(real_guide, cache=tmp_path), site.root, tmp_path)
    for path in (first / again.path.name, again.path):
        assert path.stat().st_size < 62e6
    digests = [file_digest(path.open("rb"), "sha256").hexdigest() for path in (first / again.path.name, again.path)]
    assert digests[0] == digests[1]
    assert again.path.name == "samen-school-maken-offline.zip" and (ROOT / "pyproject.toml").exists()
    with zipfile.ZipFile(again.path) as archive:
        assert archive.testzip() is None
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
