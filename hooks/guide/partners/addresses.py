"""Where the open data are published: addresses that others rely on."""

from __future__ import annotations

from guide.partners.model import Partner
from guide.partners.read import folder_of
from guide.site import Guide

NAME = "partners"


def data_folder(guide: Guide) -> str:
    """The folder of the open data, from the site's root, with a slash at the end."""
    return f"{folder_of(guide)}/data/"


def file_url(guide: Guide, suffix: str) -> str:
    """A file of the open data, from the site's root: "json", "schema.json", "geojson"."""
    return f"{data_folder(guide)}{NAME}.{suffix}"


def table_url(guide: Guide, language: str) -> str:
    """The table in a language, from the site's root."""
    return f"{data_folder(guide)}{NAME}-{language}.csv"


def vcard_url(guide: Guide, partner: Partner) -> str:
    """The address card of a partner, from the site's root: beside its page in the source language."""
    return f"{folder_of(guide)}/{partner.id}/{partner.id}.vcf"
