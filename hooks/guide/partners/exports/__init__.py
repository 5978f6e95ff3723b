"""The partners as open data: JSON with its schema, GeoJSON, a table in each language, and address cards."""

from __future__ import annotations

from guide.open_data.base import dumped, written
from guide.partners.addresses import file_url, table_url, vcard_url
from guide.partners.exports.data import open_data
from guide.partners.exports.geo import features
from guide.partners.exports.links import data_html
from guide.partners.exports.shape import schema
from guide.partners.exports.table import table
from guide.partners.exports.vcard import has_vcard, vcard
from guide.partners.read import Directory
from guide.site import Guide

__all__ = ["data_html", "export_files", "has_vcard", "vcard_url"]


def export_files(guide: Guide, directory: Directory, licence: str = "") -> dict[str, bytes]:
    """Every file by its address from the site's root. Same partners, same bytes. licence: see `data.open_data`."""
    data = open_data(guide, directory, licence)
    address = file_url(guide, "schema.json")
    files = {
        file_url(guide, "json"): dumped(data),
        address: written(schema(guide.absolute(address))),
        file_url(guide, "geojson"): written(features(data)),
    }
    files |= {table_url(guide, code): table(guide, directory, code) for code in guide.languages}
    cards = [partner for partner in directory.partners if has_vcard(partner)]
    return files | {vcard_url(guide, partner): vcard(guide, directory, partner) for partner in cards}
