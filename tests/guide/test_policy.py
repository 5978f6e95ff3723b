"""The Content-Security-Policy: what is allowed, how it comes into a page, and which page it would break."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from pathlib import Path

import pytest

from guide import hosting
from guide.policy import MOST, PolicyError, inline_scripts, policy, strangers, with_policy
from guide.site import Guide
from guide.worksheets.pdf import SCALES
from tests.support.pages import Site
from tests.support.project import ROOT


def hashed(script: str) -> str:
    return "'sha256-" + b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


def test_everything_comes_from_the_site_and_scripts_stand_there_by_hash() -> None:
    both = sorted([hashed("é()"), hashed("b()")])
    assert policy(["b()", "é()", "b()"]) == policy(["é()", "b()"]) == (
        f"default-src 'none'; script-src 'self' {' '.join(both)}; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'self'; form-action 'self'"
    )  # fmt: skip
    assert "unsafe" not in policy()


def test_a_theme_with_many_scripts_is_refused() -> None:
    policy(str(number) for number in range(MOST))
    with pytest.raises(PolicyError, match=f"the theme puts {MOST + 1} scripts in its pages; at most {MOST}"):
        policy(str(number) for number in range(MOST + 1))


SCRIPTS = {
    "<script>a<b && c</script>": ["a<b && c"],
    "<SCRIPT Type=module>&amp;\r\nb</SCRIPT >": ["&amp;\nb"],
    "<script type='text/javascript'>'<!-- x'</script><script></script>": ["'<!-- x'", ""],
    '<script src="x.js">not run</script>': [],
    '<script type="application/ld+json">{"a": "b"}</script><script type="Application/JSON">{}</script>': [],
    "<script data-src='x.js'>later()</script>": ["later()"],
    "<!-- <script>no</script> --><p title='<script>no</script>'>&lt;script>no&lt;/script></p>": [],
}


@pytest.mark.parametrize(("html", "found"), SCRIPTS.items())
def test_scripts_are_read_as_a_browser_reads_them(html: str, found: list[str]) -> None:
    assert inline_scripts(html) == found
    assert strangers(html, set()) == found
    assert strangers(html, set(found)) == []
    assert strangers(f"{html}<script>other()</script>", set(found)) == ["other()"]


def test_the_policy_stands_before_all_that_it_governs() -> None:
    page = '<html><head><meta charset="utf-8"><script>a()</script></head><body><meta charset="x"></body></html>'
    assert with_policy(page, "default-src 'none'") == (
        '<html><head><meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><script>a()</script></head>'
        '<body><meta charset="x"></body></html>'
    )


def test_every_page_has_a_policy_that_lets_its_scripts_run(site: Site, real_guide: Guide) -> None:
    sent = (site.root / "_headers").read_text("utf-8")
    letters, scripts = {kind.letter for kind in real_guide.vocabulary.kinds.values()}, 0
    assert len(site.pages) > 1000
    for url, page in site.pages.items():
        html = page.path.read_text("utf-8")
        said = page.one("//head/meta[@http-equiv='Content-Security-Policy']/@content")
        before = html.partition("http-equiv=")[0]
        assert "<style" not in html and "<link" not in before, url
        assert page.all("//@style | //@*[starts-with(name(), 'on')]") == [], url
        found = inline_scripts(html)
        scripts += len(found)
        assert all(hashed(one) in said for one in found), url
        themed = bool(found) or url.partition("/")[0] in letters or "embed" in url.split("/")
        assert themed or page.all("//html/@data-moved"), url
        assert not found or f"  Content-Security-Policy: {said}\n" in sent, url
    assert scripts > 3000


def test_each_step_in_which_a_sheet_is_drawn_has_its_style(site: Site) -> None:
    styles = (ROOT / "overrides" / "assets" / "stylesheets" / "sheet.css").read_text("utf-8")
    for scale in SCALES[1:]:
        assert f'.ws[data-scale="{scale}"] {{ --scale: {scale}; }}' in styles
    drawn = {one for page in site.pages.values() for one in page.all("//article/@data-scale")}
    assert drawn and drawn <= {str(scale) for scale in SCALES[1:]}


def test_a_built_site_is_where_the_hashes_come_from(site: Site, real_guide: Guide, tmp_path: Path) -> None:
    first = (site.root / "404.html").read_text("utf-8")
    (tmp_path / "404.html").write_text(first.replace("</body>", "<script>newer()</script></body>"), "utf-8")
    assert hashed("newer()") in hosting.policy_of(real_guide, tmp_path)
    assert hashed("newer()") not in hosting.policy_of(real_guide, site.root)
    with pytest.raises(OSError):
        hosting.policy_of(real_guide, tmp_path / "nothing")
