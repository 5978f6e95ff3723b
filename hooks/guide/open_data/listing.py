"""The block that names the files of open data on a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guide.catalogue import Catalogue
from guide.open_data.files import INDEX, VERSIONS, listed, url_of
from guide.partners.words import day
from guide.site import relative_url
from guide.strings import load
from guide.templates import templates
from guide.wording import number

FOLDER = Path(__file__).parent / "templates"
LIST = "open-data"
"""The block, as pages ask for it."""
EXAMPLE = "open-data-example"
"""The block with a few lines of code that use the first file with many records."""


@dataclass(frozen=True)
class Line:
    """A file. url, schema: links from the page. address: the whole address. facts: version, size and day, in words."""

    name: str
    holds: str
    url: str
    schema: str
    address: str
    facts: tuple[str, ...]


def open_data_html(catalogue: Catalogue, language: str, url: str) -> str:
    """The block for the page at `url`, from the site's root: the list of all files first, then each of them."""
    guide, words = catalogue.guide, load(language)

    def line(name: str, holds: str, at: str, schema: str, facts: list[str]) -> Line:
        links = relative_url(at, url), relative_url(schema, url)
        return Line(words[name], words[holds], *links, guide.absolute(at), tuple(facts))

    def version(said: str) -> str:
        return words.text("open_data.version", number=said)

    lines = [
        line("open_data.index", "open_data.index_holds", url_of(INDEX), url_of(INDEX, "schema.json"),
             [version(VERSIONS[INDEX])])
    ]  # fmt: skip
    for one in listed(catalogue):
        facts = [number(words, "open_data.count", one.count), version(one.version)]
        facts += [words.text("open_data.date", date=day(words, one.date))] if one.date else []
        lines.append(line(f"open_data.names.{one.id}", f"open_data.holds.{one.id}", one.url, one.schema, facts))
    return templates(FOLDER).get_template("list.html").render(lines=lines, schema=words["open_data.schema"])


def example_html(catalogue: Catalogue, language: str) -> str:
    """Lines of code that make a list of links on another site; they run as they stand."""
    name = "methods" if "method" in catalogue.guide.vocabulary.kinds else "recommendations"
    address = catalogue.guide.absolute(url_of(name))
    return templates(FOLDER).get_template("example.html").render(name=name, address=address, language=language)
