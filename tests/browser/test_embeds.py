"""The cards for other sites: in a frame on a page of another host, at every width, with the headers of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from guide.catalogue import Catalogue
from guide.embeds import snippet
from guide.embeds.cards import embed_cards
from guide.site import Guide
from tests.browser.test_every_kind import faults
from tests.support.browsing import visiting
from tests.support.hosting import headers_for
from tests.support.pages import Site
from tests.support.server import serving

pytestmark = pytest.mark.xdist_group("browser-1")
CARDS = {"recommendation": "a/communicatie/", "method": "m/gesprekstool/", "worksheet": "w/gesprekstool/"}
HOST = '<!doctype html><link rel="icon" href="data:,"><title>school</title><body style="margin:0">'

# For every frame at a width: its height; how far its page scrolls; the height of the card when nothing stretches it;
# the width of its text; and what of the text lies outside.
MEASURE = """async (width) => {
  const frames = [...document.querySelectorAll("iframe")];
  for (const frame of frames) frame.style.width = `${width}px`;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return frames.map((frame) => {
    const page = frame.contentDocument, scroll = page.scrollingElement;
    const [high, wide] = [scroll.scrollHeight, scroll.scrollWidth];
    page.body.style.minHeight = 0;
    page.body.style.alignContent = "start";
    const natural = page.querySelector(".embed").getBoundingClientRect().height;
    page.body.removeAttribute("style");
    const text = page.querySelector(".body").getBoundingClientRect();
    const out = [...page.querySelectorAll(".body *")].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width && (box.right > text.right + 1 || box.left < text.left - 1 || box.bottom > text.bottom + 1);
    });
    return {url: frame.src, height: frame.clientHeight, high, wide, natural, text: text.width, out: out.map(String)};
  });
}"""


@pytest.fixture(scope="session")
def hosted(site: Site) -> Iterator[str]:
    """The site at a host that sends what stands in `_headers`, as Cloudflare Pages does."""
    text = (site.root / "_headers").read_text("utf-8")
    with serving(site.root, headers_of=lambda path: headers_for(text, path, joined=True)) as address:
        yield address


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_card_fits_its_frame(language: str, real_guide: Guide, home: str, browser: Browser) -> None:
    catalogue = Catalogue(real_guide)
    codes = [snippet(catalogue, one.card.kind, one.card.id, language) for one in embed_cards(catalogue, language)]
    page_html = HOST + "".join(codes).replace(real_guide.site_url, home).replace('loading="lazy"', "")
    with visiting(browser, home, size=(800, 800)) as visit:
        visit.page.route("**/host", lambda route: route.fulfill(body=page_html, content_type="text/html"))
        visit.page.goto(f"{home}host", wait_until="load")
        visit.page.evaluate(
            "() => Promise.all([...document.querySelectorAll('iframe')].map((one) => one.contentDocument.fonts.ready))"
            ".then(() => true)"
        )
        for width in (280, 375, 600):
            found: list[dict[str, Any]] = visit.page.evaluate(MEASURE, width)
            assert len(found) == len(codes) > 60
            tight = [one for one in found if one["high"] > one["height"] or one["wide"] > width or one["out"]]
            assert tight == [], width
            # Beside the text a panel fills the height, so what is empty is empty in the width of the text.
            empty = {
                one["url"]: share
                for one in found
                if (share := (1 - one["natural"] / one["height"]) * one["text"] / width) > 0.35
            }
            assert empty == {}, width
        assert visit.elsewhere() == [] and visit.failed == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", CARDS)
def test_a_card_is_accessible_and_plain(kind: str, scheme: str, home: str, browser: Browser) -> None:
    with visiting(browser, home, size=(375, 480), scheme=scheme) as visit:
        page = visit.go(f"fr/embed/{CARDS[kind]}")
        assert page.locator("script, [style]").count() == 0
        links = page.locator("a").evaluate_all("all => all.map((one) => [one.target, one.rel])")
        assert links and {tuple(link) for link in links} == {("_blank", "noopener")}
        for link in page.locator("a").all():
            expect(link).to_have_accessible_description("Les liens s’ouvrent dans une nouvelle fenêtre.")
        page.locator("a").first.focus()
        outline = page.locator("a").first.evaluate("(one) => getComputedStyle(one).outlineStyle")
        assert outline == "solid"
        assert faults(page) == []
        assert visit.elsewhere() == [] and visit.failed == [] and visit.complaints == []
        assert page.context.cookies() == []


def _host(folder: Path, served: Callable[..., str], *codes: str) -> str:
    """A page of another site with these frames."""
    (folder / "index.html").write_text(HOST + "".join(codes), "utf-8")
    return served(folder)


def test_another_site_can_show_cards(
    tmp_path: Path, served: Callable[..., str], hosted: str, real_guide: Guide, browser: Browser
) -> None:
    """The code as it is copied, but for the address: from another host, with the headers of the site."""
    catalogue = Catalogue(real_guide)
    codes = [snippet(catalogue, kind, url.split("/")[1], "nl") for kind, url in CARDS.items()]
    codes = [code.replace(real_guide.site_url, hosted) for code in codes]
    codes.append(f'<iframe src="{hosted}en/partners/embed/" title="partners"></iframe>')
    elsewhere = _host(tmp_path, served, *codes)
    with visiting(browser, elsewhere, size=(700, 2000)) as visit:
        page = visit.go("")
        titles = [page.frame_locator("iframe").nth(number).locator("h1") for number in range(4)]
        expect(titles[0]).to_have_text("Toegankelijk en op maat communiceren")
        expect(titles[1]).to_have_text("Gesprekstool: drie vragen in de driehoek")
        expect(titles[2]).to_have_text("Drie vragen in de driehoek")
        expect(titles[3]).to_contain_text("Partners")
        assert visit.complaints == []
        assert {urlsplit(one).netloc for one in visit.requests} == {urlsplit(one).netloc for one in (elsewhere, hosted)}
        with page.context.expect_page() as opened:
            page.frame_locator("iframe").nth(1).get_by_role("link", name="Bekijk de methodiek").click()
        other = opened.value
        expect(other.locator("h1")).to_have_text("Gesprekstool: drie vragen in de driehoek")
        assert other.url == f"{hosted}methodieken/gesprekstool/"
        assert other.evaluate("() => window.opener") is None


@pytest.mark.parametrize("url", ["", "aanbevelingen/communicatie/", "fr/partners/"])
def test_another_site_cannot_show_the_guide_itself(
    url: str, tmp_path: Path, served: Callable[..., str], hosted: str, browser: Browser
) -> None:
    elsewhere = _host(tmp_path, served, f'<iframe src="{escape(hosted + url)}" title="guide"></iframe>')
    with visiting(browser, elsewhere) as visit:
        page = visit.go("")
        (frame,) = page.main_frame.child_frames
        assert frame.url.startswith("chrome-error:")
        assert any("X-Frame-Options" in said for said in visit.complaints), visit.complaints


def test_the_site_itself_may_show_its_pages(hosted: str, browser: Browser) -> None:
    with visiting(browser, hosted) as visit:
        page = visit.go("over/")
        page.evaluate("() => document.body.append(Object.assign(document.createElement('iframe'), {src: '../visie/'}))")
        expect(page.frame_locator("iframe").last.locator("h1")).to_be_visible()


def test_search_engines_and_the_guide_itself_leave_cards_out(site: Site) -> None:
    starts = ("embed/", "fr/embed/", "en/embed/")
    cards = {url: page for url, page in site.pages.items() if url.startswith(starts)}
    assert len(cards) > 200
    for url, page in cards.items():
        assert page.one("//meta[@name='robots']/@content") == "noindex"
        canonical = page.one("//link[@rel='canonical']/@href")
        whole = page.one("//a[@class='whole']/@href")
        assert site.target(url, whole) == (urlsplit(canonical).path.lstrip("/"), "")
        assert page.all("//script | //style | //@style") == [] and page.path.stat().st_size < 4000
        assert all((site.root / target[0]).is_file() for one in page.loaded() if (target := site.target(url, one)))
    made = [site.root / "sitemap.xml", *site.root.rglob("search/*.json")]
    assert len(made) > 3 and [path for path in made if "embed/" in path.read_text("utf-8")] == []
