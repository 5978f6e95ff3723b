"""The panel as HTML: what its texts say, and nothing more."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from lxml import html

from guide.catalogue import Catalogue
from guide.citing import panel
from guide.strings import load
from tests.support.guides import small_guide
from tests.support.project import ROOT


def test_no_address_or_title_becomes_markup(tmp_path: Path) -> None:
    catalogue = Catalogue(small_guide(tmp_path, {}))
    short, title = 'a/"b" & <i>/', 'A "title" & <b>'
    share = panel(catalogue, "page.md", "nl", title, short, "page", 'The "guide" & <u>', {})
    overrides = Environment(loader=FileSystemLoader(ROOT / "overrides"))  # MkDocs escapes nothing either
    made = overrides.get_template("partials/share.html").render(share=share, t=load("nl").text)
    tree = html.fragment_fromstring(made, create_parent="div")
    assert tree.xpath("//b | //u | //i[not(ancestor::*[@data-share='apa'] | ancestor::template)]") == []
    names = {name for one in tree.iter() for name in one.attrib}
    assert [name for name in names if not name.replace("-", "").isalpha()] == []
    (details,) = tree.xpath("//details")
    address = catalogue.guide.absolute(short)
    assert details.get("data-address") == address
    assert tree.xpath("string(//*[@data-share='address'])") == address
    assert tree.xpath("string(//img/@alt)") == f"QR-code met het adres {address}"
    for name in ("svg", "png"):
        (link,) = tree.xpath(f"//a[@data-share='{name}']")
        assert (link.get("href"), link.get("download")) == (f"../{short}qr.{name}", f"{share.file}.{name}")
    assert tree.xpath("string(//*[@id='__share-title'])") == title
