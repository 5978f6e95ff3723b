"""Which files of the site are in the offline copy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from guide.changes.page import FEED
from guide.embeds import embed_folder
from guide.headers import FILE as HEADERS
from guide.open_data.files import FOLDER as OPEN_DATA
from guide.partners.addresses import data_folder
from guide.partners.embed import embed_url, has_embed
from guide.sharing.content import FOLDER as CARDS
from guide.site import Guide
from guide.sitemaps import NAME as SITEMAP

ERROR = "404.html"
"""Only a server shows it."""
_NAMES = frozenset({ERROR, FEED, HEADERS, SITEMAP})
_SUFFIXES = frozenset({".map", ".br", ".gz"})


def all_files(site: Path) -> list[str]:
    """Every file of a site, sorted, from its root."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def kept(guide: Guide, files: Iterable[str]) -> list[str]:
    """The files that are of use where there is no internet and no server.

    Not: pictures for other programs that show a link, feeds, open data, what stands in frames on other sites, and what
    only servers, search engines and developers read.
    """
    folders = [f"{CARDS}/", OPEN_DATA, data_folder(guide)]
    folders += [embed_folder(guide, language) for language in guide.languages]
    folders += [embed_url(guide, language) for language in guide.languages if has_embed(guide)]
    return [one for one in files if not one.startswith(tuple(folders)) and not _is_for_servers(PurePosixPath(one))]


def _is_for_servers(path: PurePosixPath) -> bool:
    return path.name in _NAMES or path.suffix in _SUFFIXES or path.name.startswith(".")
