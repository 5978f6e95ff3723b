"""Atom feeds against the schema of RFC 4287 and what the RFC asks for in words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import rnc2rng
from lxml import etree, html

SCHEMA = Path(__file__).parents[1] / "cases" / "atom.rnc"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@cache
def schema() -> etree.RelaxNG:
    """The schema. The library declares a prefix for no namespace, which XML does not allow."""
    made: str = rnc2rng.dumps(rnc2rng.load(str(SCHEMA)))
    return etree.RelaxNG(etree.fromstring(made.replace('xmlns:local=""', "").encode()))


def faults(feed: bytes) -> list[str]:
    """What is wrong with a feed: against the schema, or else against the words of the RFC; nothing when all is well."""
    try:
        root = etree.fromstring(feed)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    known = schema()
    if not known.validate(root):
        return [str(one) for one in known.error_log]
    return [*_without_author(root), *_addresses(root), *_content(root)]


def _without_author(root: etree._Element) -> list[str]:
    """The Schematron rules of the appendix."""
    found = root.xpath("//a:entry[not(a:author) and not(../a:author) and not(a:source/a:author)]", namespaces=ATOM)
    return ["an entry has no author"] * len(found)


def _addresses(root: etree._Element) -> list[str]:
    """Ids are whole addresses, each stands there once (4.2.6); one alternate link, and one of the feed to itself."""
    ids = root.xpath("//a:id/text()", namespaces=ATOM)
    wrong = [f"no whole address: {one}" for one in ids if not urlsplit(one).scheme]
    wrong += [f"an id twice: {one}" for one in {one for one in ids if ids.count(one) > 1}]
    for holder in root.xpath("//a:feed | //a:entry", namespaces=ATOM):
        links = holder.findall("a:link", ATOM)
        if len([one for one in links if one.get("rel", "alternate") == "alternate"]) != 1:
            wrong.append(f"not one alternate link in {holder.findtext('a:id', namespaces=ATOM)}")
    if root.find("a:link[@rel='self']", ATOM) is None:
        wrong.append("no link to itself")
    return wrong


def _content(root: etree._Element) -> list[str]:
    """Content of the type html is a fragment that can stand in a div (4.1.3.3), with whole addresses only."""
    texts = root.xpath("//a:content[@type='html']/text()", namespaces=ATOM)
    read = [html.fragment_fromstring(text, create_parent="div") for text in texts]
    links = [link for one in read for link in one.xpath("//@href | //@src")]
    return [f"a link without its host: {link}" for link in links if not urlsplit(link).scheme]
