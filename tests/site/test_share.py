"""The panel with links on every page of the real guide: it is there, whole, and leads to what was built."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from lxml.html import HtmlElement
from PIL import Image
from pybtex.database import parse_string

from guide.site import Guide
from tests.support.pages import BuiltPage, Site

SHORT = {"a", "c", "m", "p", "w"}
IN = {"nl": "In", "fr": "Dans", "en": "In"}


@pytest.fixture(scope="module")
def panels(site: Site, real_guide: Guide) -> dict[str, BuiltPage]:
    """The pages that have a panel, by address."""
    pages = {one.url: one for one in site.guide_pages(SHORT) if one.elements("//*[@data-share-panel]")}
    written = {one.url for one in site.guide_pages(SHORT) if one.elements("//*[contains(@class, 'page__foot')]")}
    home = {code for code in real_guide.vocabulary.languages if code not in real_guide.languages}
    assert set(pages) == {url for url in written if url.partition("/")[0] not in home}
    assert len(pages) > 700
    return pages


def _part(page: BuiltPage, name: str) -> HtmlElement:
    (found,) = page.elements(f"//*[@data-share-panel]//*[@data-share='{name}']")
    return found


def _names(site: Site) -> dict[str, str]:
    """The name of the guide, by language."""
    return {
        code: site.pages[prefix].one("//footer//*[contains(@class, 'wordmark')]/span/text()")
        for code, prefix in (("nl", ""), ("fr", "fr/"), ("en", "en/"))
    }


def test_every_form_holds_the_address_and_the_title(panels: dict[str, BuiltPage], real_guide: Guide) -> None:
    for url, page in panels.items():
        address = _part(page, "address").text_content()
        title = page.one("//h1[1]/text()").strip()
        path = str(address).removeprefix(real_guide.site_url)
        language = page.one("/html/@lang")
        kind = url.removeprefix(real_guide.prefix(language))
        known = {f"{one.folder}/": one.letter for one in real_guide.vocabulary.kinds.values()}
        folder = next((one for one in known if kind.startswith(one) and kind != one), "")
        if not folder or path == url:
            assert path == url  # a page below the partners or worksheets that is neither
        else:
            assert path == f"{known[folder]}/{kind.removeprefix(folder)}"
            # Beside the one for everybody stands the one that always opens in this language.
            own = page.one("//*[@data-share='own']/text()")
            assert own == real_guide.absolute(url)
        for name in ("html", "markdown", "apa", "bibtex"):
            assert address in _part(page, name).text_content(), (url, name)
        assert title in _part(page, "mail").get("href", "") or "%" in _part(page, "mail").get("href", "")
        assert _part(page, "html").text_content().count("<") == 2, url


def test_the_references_are_of_the_page_in_its_language(panels: dict[str, BuiltPage], site: Site) -> None:
    names = _names(site)
    assert len(set(names.values())) == 3
    keys = set()
    for url, page in panels.items():
        language = page.one("/html/@lang")
        said = _part(page, "apa").text_content()
        assert re.match(rf"{re.escape(names[language])}\. \((?:20\d\d|z\.d\.|s\.\xa0d\.|n\.d\.)\)\. ", said), (
            url,
            said,
        )
        assert said.count(names[language]) == 1 or names[language] in page.one("//h1[1]/text()"), (url, said)
        bibtex = _part(page, "bibtex").text_content()
        key = bibtex.partition(",")[0]
        assert key not in keys, url
        keys.add(key)
        if len(keys) % 20 == 0:  # the library takes its time
            (entry,) = parse_string(bibtex, "bibtex").entries.values()
            assert entry.fields["langid"] == {"nl": "dutch", "fr": "french", "en": "english"}[language]
        (section,) = page.elements("//template[@data-section='apa']")
        assert f". {IN[language]} " in section.text_content()


def test_the_pictures_of_the_codes_are_there_and_say_the_address(panels: dict[str, BuiltPage], site: Site) -> None:
    read = set()
    for url, page in panels.items():
        drawing, svg, png = (_part(page, name) for name in ("code", "svg", "png"))
        assert drawing.get("src") == svg.get("href")
        assert _part(page, "address").text_content() in drawing.get("alt", "")
        for link in (svg, png):
            target = site.target(url, link.get("href", ""))
            assert target and site.file(target[0]).is_file(), (url, link.get("href"))
        target = site.target(url, png.get("href", ""))
        assert target
        if target[0] not in read and len(read) < 60:
            read.add(target[0])
            (found,) = zxingcpp.read_barcodes(Image.open(site.file(target[0])).convert("L"))
            assert found.text == _part(page, "address").text_content(), url
    assert len(read) == 60


def test_what_can_be_framed_offers_its_frame(panels: dict[str, BuiltPage], site: Site, real_guide: Guide) -> None:
    for url in ("aanbevelingen/communicatie/", "fr/methodieken/gesprekstool/", "en/werkbladen/gesprekstool/"):
        code = _part(panels[url], "embed").text_content()
        (source,) = re.findall(r'src="([^"]+)"', code)
        assert site.file(source.removeprefix(real_guide.site_url)).is_file()
    for url in ("partners/foyer/", "over/", "praktijkvoorbeelden/vier-winden/"):
        assert panels[url].elements("//*[@data-share='embed']") == []


def test_every_link_at_a_heading_is_named_after_it(panels: dict[str, BuiltPage]) -> None:
    words = {"nl": "Link naar dit onderdeel: ", "fr": "Lien vers cette partie\xa0: ", "en": "Link to this section: "}
    seen = 0
    for url, page in panels.items():
        for link in page.elements("//a[@class='headerlink']"):
            heading = link.getparent()
            assert heading is not None
            title = " ".join(
                "".join(str(one) for one in heading.xpath(".//text()[not(parent::a[@class='headerlink'])]")).split()
            )
            assert heading.get("aria-label") == title, url
            assert link.get("aria-label") == words[page.one("/html/@lang")] + title, url
            seen += 1
    assert seen > 3000


def test_pages_for_parents_keep_what_they_had(site: Site) -> None:
    page = site.pages["ar/ouders/"]
    assert page.elements("//*[@data-share-panel] | //dialog") == []
    assert page.elements("//a[@class='headerlink' and @title and not(@aria-label)]")
