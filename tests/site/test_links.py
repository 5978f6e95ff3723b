"""Every link of the built site leads somewhere, and nothing is fetched from elsewhere."""

from __future__ import annotations

import re

import pytest

from tests.support.pages import Site

_CSS = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)|@import\s+[\"']([^\"']+)[\"']")
# Not the word in quotes: find('import').addEventListener('change', …
_SCRIPT = re.compile(r"""(?<!["'])(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']|\bfetch\(\s*["'`]([^"'`]+)["'`]""")


def broken(site: Site) -> dict[str, list[str]]:
    """What does not lead to a file or an anchor of the site, by page."""
    faults: dict[str, list[str]] = {}
    for url, page in site.pages.items():
        for link in page.links():
            target = site.target(url, link)
            if target is None:
                continue
            path, anchor = target
            there = site.file(path).is_file()
            inside = site.pages.get(path)
            if not there or (anchor and (inside is None or anchor not in inside.ids)):
                faults.setdefault(url, []).append(link)
    return faults


def elsewhere(site: Site) -> dict[str, list[str]]:
    """What is fetched from another host or is not there, by file."""
    faults: dict[str, list[str]] = {}
    for url, page in site.pages.items():
        inline = " ".join(page.all("//style/text() | //@style"))
        for address in [*page.loaded(), *(one[0] or one[1] for one in _CSS.findall(inline))]:
            target = site.target(url, address)
            if target is None or not site.file(target[0]).is_file():
                faults.setdefault(url, []).append(address)
        for address in page.all("//@data-content"):  # the script of a worksheet fetches it
            target = site.target(url, address)
            if target is None or not site.file(target[0]).is_file():
                faults.setdefault(url, []).append(address)
    for sheet in sorted(site.root.rglob("*.css")):
        name = sheet.relative_to(site.root).as_posix()
        for one in _CSS.findall(sheet.read_text("utf-8")):
            address = one[0] or one[1]
            target = site.target(name, address)
            if not address.startswith(("data:", "#")) and (target is None or not site.file(target[0]).is_file()):
                faults.setdefault(name, []).append(address)
    for script in sorted((site.root / "assets").rglob("*.mjs")):
        name = script.relative_to(site.root).as_posix()
        for one in _SCRIPT.findall(script.read_text("utf-8")):
            target = site.target(name, one[0] or one[1])
            if target is None or not site.file(target[0]).is_file():
                faults.setdefault(name, []).append(one[0] or one[1])
    return faults


def test_every_link_and_anchor_leads_somewhere(site: Site) -> None:
    assert sum(len(page.links()) for page in site.pages.values()) > 5000
    assert broken(site) == {}


def test_nothing_is_fetched_from_another_host_or_from_nowhere(site: Site) -> None:
    assert elsewhere(site) == {}


@pytest.mark.parametrize("attribute", ["preconnect", "dns-prefetch", "prefetch", "alternate"])
def test_no_page_hints_at_other_addresses(attribute: str, site: Site) -> None:
    """Material's script fetches a sitemap for every link rel=alternate, so there are none."""
    found = {url: page.all(f"//link[@rel='{attribute}']/@href") for url, page in site.pages.items()}
    assert {url: links for url, links in found.items() if links} == {}


def test_a_link_to_another_host_is_one_that_a_reader_follows(site: Site) -> None:
    """Forms and refreshes would send readers away by themselves."""
    for url, page in site.pages.items():
        assert [one for one in page.all("//form/@action") if "://" in one] == [], url
        assert [one for one in page.all("//meta[@http-equiv='refresh']/@content") if "://" in one] == [], url


def test_links_use_http_only_where_they_must(site: Site) -> None:
    schemes = {link.partition(":")[0] for page in site.pages.values() for link in page.links() if ":" in link}
    assert schemes <= {"https", "http", "mailto", "tel"}


def test_what_editors_write_is_not_published(site: Site) -> None:
    kinds = {".yml", ".yaml", ".md", ".py", ".j2", ".typ", ".topo.json"}
    published = [path.name for path in site.root.rglob("*") if path.is_file() and path.name.endswith(tuple(kinds))]
    assert published == []
    assert not (site.root / "figuren").exists()
