"""The whole site as a zip that works from a USB stick: no internet, no server, nothing to install.

It is made of the finished site rather than by a second build. A second build would make every page anew, and again
whenever a plugin changes its mind about `use_directory_urls`; here each page is the one that is published, with only
what a file cannot do changed: a link leads to a file, a module becomes a classic script, and what scripts ask for
comes as a script. The addresses in a page (to share, in QR codes, in PDFs) stay those of the site.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlsplit

from guide.offline.archive import write_zip
from guide.offline.files import all_files, kept
from guide.offline.links import Links
from guide.offline.pages import Page, offline_page
from guide.offline.scripts import classic_scripts, data_scripts
from guide.offline.start import START, start_files
from guide.search import INDEX, SETTINGS
from guide.site import Guide
from guide.worksheets.at_once import cores

_OPTIONAL = re.compile(rb"font-display:\s*optional")

__all__ = ["START", "Copy", "copy_name", "make", "offline_files"]


@dataclass(frozen=True)
class Copy:
    """A copy that was made. path: the zip. files: how many are in it. left_out: those of the site that are not."""

    path: Path
    files: int
    left_out: tuple[str, ...]


def copy_name(guide: Guide) -> str:
    """The name of the copy: of the project in pyproject.toml, else the host of the site."""
    file = guide.root / "pyproject.toml"
    data = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    return str(data.get("project", {}).get("name") or urlsplit(guide.site_url).hostname or "site")


def make(guide: Guide, site: Path, folder: Path) -> Copy:
    """Write the copy of a built site to `<name>-offline.zip` in `folder`.

    FileNotFoundError when there is no site, or no esbuild; subprocess.CalledProcessError when it refuses a script.
    """
    name = copy_name(guide)
    files, left_out = offline_files(guide, site)
    inside = {f"{name}/{path}": content for path, content in files.items()}
    target = folder / f"{name}-offline.zip"
    write_zip(target, inside | start_files(guide, name))
    return Copy(target, len(files), left_out)


def offline_files(guide: Guide, site: Path) -> tuple[dict[str, bytes | Path], tuple[str, ...]]:
    """The files of the copy by their path, and those of the site that are left out."""
    there = all_files(site)
    if "index.html" not in there:
        raise FileNotFoundError(site / "index.html")
    wanted = kept(guide, there)
    links = Links(wanted, set(there) - set(wanted), guide.site_url)
    urls = [one for one in wanted if one.endswith(".html")]
    pages = dict(zip(urls, _pages(site, urls, links), strict=True))
    modules = {one for page in pages.values() for one in page.modules}
    classic = {one for page in pages.values() for one in page.classic}
    fetched = {file: folder for _, page in sorted(pages.items()) for file, folder in page.fetched.items()}
    files: dict[str, bytes | Path] = {one: site / one for one in wanted if _stays(one, classic, fetched)}
    files |= {one: _waiting((site / one).read_bytes()) for one in files if one.endswith(".css")}
    files |= {url: page.html.encode() for url, page in pages.items()}
    files |= classic_scripts(guide, site, modules) | data_scripts(guide, site, links, fetched)
    return files, tuple(sorted(links.left_out))


def _stays(file: str, classic: Iterable[str], fetched: Iterable[str]) -> bool:
    """Whether a file is in the copy as it is: of the scripts those that a page names, and no file that became one."""
    if file.endswith((".js", ".mjs")):
        return file in classic
    return file not in fetched and not file.endswith((".html", INDEX, SETTINGS))


def _waiting(style: bytes) -> bytes:
    """A style sheet that shows its typefaces when they come: read from a file, none comes in time to be `optional`."""
    return _OPTIONAL.sub(b"font-display:swap", style)


def _pages(site: Path, urls: list[str], links: Links) -> list[Page]:
    """The pages of the copy, on all cores."""
    work = partial(_page, site, links)
    with ProcessPoolExecutor(cores(), get_context("forkserver")) as pool:
        return list(pool.map(work, urls, chunksize=32))


def _page(site: Path, links: Links, url: str) -> Page:
    return offline_page((site / url).read_text("utf-8"), url, links)
