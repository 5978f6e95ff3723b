"""The block that names the files of open data on a page."""

from __future__ import annotations

from guide.partners.addresses import file_url, table_url
from guide.partners.embed import embed_url, has_embed
from guide.partners.render import render
from guide.site import Guide, relative_url
from guide.strings import load


def data_html(guide: Guide, language: str, url: str) -> str:
    """The block `partner-data` for the page at `url`: each file with its whole address, and what it is for."""
    strings = load(language)
    files = [(name, file_url(guide, suffix)) for name, suffix in (("json", "json"), ("schema", "schema.json"))]
    files.append(("geojson", file_url(guide, "geojson")))
    links = [(strings[f"partner.data.{name}"], address) for name, address in files]
    for code in guide.languages:
        words = strings.text("partner.data.csv", language=guide.vocabulary.languages[code].name[language])
        links.append((words, table_url(guide, code)))
    shown = [(words, relative_url(address, url), guide.absolute(address)) for words, address in links]
    embed = relative_url(embed_url(guide, language), url) if has_embed(guide) else ""
    return render("data.html", t=strings, links=shown, embed=embed)
