"""The list for other sites, in a frame on a page of another host."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browsing import visiting
from tests.support.pages import Site

pytestmark = pytest.mark.xdist_group("browser-0")
QUERY = "?help=tolken&where=brussel"


@pytest.fixture
def elsewhere(tmp_path: Path, home: str, served: Callable[..., str]) -> str:
    """A page of another site that shows the list in a frame."""
    frame = f'<iframe src="{home}partners/embed/{QUERY}" title="list" width="400" height="600"></iframe>'
    head = '<!doctype html><link rel="icon" href="data:,"><title>school</title>'
    (tmp_path / "index.html").write_text(head + frame, "utf-8")
    return served(tmp_path)


def test_it_works_in_a_frame_of_another_site(elsewhere: str, home: str, browser: Browser) -> None:
    with visiting(browser, elsewhere) as visit:
        page = visit.go("")
        frame = page.frame_locator("iframe")
        expect(frame.locator("[data-embed][data-ready]")).to_have_count(1)
        expect(frame.locator("[data-chosen]")).to_have_text("Tolken en vertalen · Brussel")
        rows = frame.locator("[data-list] > li:visible")
        total = frame.locator("[data-list] > li").count()
        assert 0 < rows.count() < total
        expect(frame.locator("[data-status]")).to_have_text(f"{rows.count()} van {total} partners en diensten")
        expect(frame.locator("[data-snippet]")).not_to_be_visible()
        links = frame.locator("a").evaluate_all("all => all.map((one) => [one.target, one.rel])")
        assert links and {tuple(link) for link in links} == {("_blank", "noopener")}
        frame.locator("#find").fill("zzqqx")
        expect(frame.locator("[data-status]")).to_have_text("Geen partner gevonden")
        expect(frame.locator("[data-note]")).to_be_hidden()  # nothing is near
        frame.locator("#find").fill("sosiaal tolk")  # with a typing error
        expect(rows.first).to_contain_text("ociaal tolk")
        whole = frame.locator("[data-whole]")
        expect(whole).to_have_attribute("href", "../?find=sosiaal+tolk&help=tolken&where=brussel")
        with page.context.expect_page() as opened:
            whole.click()
        other = opened.value
        expect(other.locator("[data-partners][data-ready]")).to_have_count(1)
        assert other.evaluate("() => window.opener") is None
        assert other.locator("#partners-find").input_value() == "sosiaal tolk"
        hosts = {urlsplit(one).netloc for one in visit.requests}
        assert hosts == {urlsplit(elsewhere).netloc, urlsplit(home).netloc}
        assert page.context.cookies() == [] and visit.complaints == []


def test_on_its_own_it_gives_the_code_for_ones_own_page(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = visit.go("fr/partners/embed/")
        expect(page.locator("[data-embed][data-ready]")).to_have_count(1)
        expect(page.locator("[data-list] > li:visible")).to_have_count(20)
        page.locator("[data-more]").click()
        expect(page.locator("[data-list] > li:visible")).to_have_count(40)
        page.locator("[data-snippet] summary").click()
        page.locator("select[name=help]").select_option("huiswerk")
        page.locator("select[name=where]").select_option("gent")
        code = page.locator("[data-code]").input_value()
        assert f'src="{home}fr/partners/embed/?help=huiswerk&amp;where=gent"' in code
        page.set_content(code)
        expect(page.frame_locator("iframe").locator("[data-chosen]")).to_contain_text("Gand")


def test_without_a_script_it_lists_everybody(home: str, browser: Browser) -> None:
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.go("en/partners/embed/")
        rows = page.locator("[data-list] > li")
        assert rows.count() > 100
        expect(rows.last).to_be_visible()
        expect(page.locator("form, details")).to_have_count(2)
        expect(page.locator("[data-form]")).not_to_be_visible()


def test_search_engines_and_the_guide_itself_leave_it_out(site: Site) -> None:
    page = site.pages["partners/embed/"]
    assert page.one("//meta[@name='robots']/@content") == "noindex"
    assert page.path.stat().st_size < 150_000 and page.all("//header | //nav") == []
    assert "embed" not in (site.root / "sitemap.xml").read_text("utf-8")
    assert "partners/embed" not in (site.root / "search/search_index.json").read_text("utf-8")
