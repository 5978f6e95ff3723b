"""Short and old addresses are added; a build that loses a published address fails."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import languages
import watching
from guide.pages import with_aliases
from guide.permalinks.built import scan
from guide.permalinks.check import check
from guide.permalinks.register import read_register
from guide.permalinks.short import aliases, copy_moved_files, moved_pages, short_pages
from guide.problems import Problem


@event_priority(-250)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages behind short and old addresses, once."""
    problems: list[Problem] = []
    register, _ = read_register(languages.guide(config), problems)
    languages.fail(problems, config)
    languages.state(config)["register"] = register
    if languages.current(config) == languages.guide(config).source_language and not watching.partial(config):
        pages = short_pages(languages.catalogue(config), register, config.site_name) | moved_pages(register)
        for uri, html in pages.items():
            languages.add_file(config, files, uri, html)
    return files


@event_priority(-150)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """An old anchor of a page that is still there stays in front of the heading that took its place."""
    return with_aliases(html, aliases(languages.state(config)["register"], page.url))


@event_priority(-250)
def on_post_build(config: MkDocsConfig) -> None:
    """Compare the site with the register when the last language is there."""
    if languages.last_build(config):
        problems: list[Problem] = []
        site = Path(config.site_dir)
        copy_moved_files(languages.state(config)["register"], site)
        check(languages.guide(config), scan(site), problems)
        languages.fail(problems, config)
