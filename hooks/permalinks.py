"""Short and old addresses are added; a build that loses a published address fails."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import generated
import languages
import watching
from guide.permalinks.built import scan
from guide.permalinks.check import check
from guide.permalinks.old import Old
from guide.permalinks.register import read_register
from guide.permalinks.short import short_pages
from guide.problems import Problem


@event_priority(-250)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages behind short addresses, once."""
    problems: list[Problem] = []
    register, _ = read_register(languages.guide(config), problems)
    languages.fail(problems, config)
    languages.state(config)["old"] = Old(languages.catalogue(config), register)
    if languages.current(config) == languages.guide(config).source_language and not watching.partial(config):
        for uri, html in short_pages(languages.catalogue(config), register, config.site_name).items():
            generated.add_file(config, files, uri, html)
    return files


@event_priority(-150)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The old places of a page that is still there stay good."""
    with_places: str = languages.state(config)["old"].with_places(html, page.url or "./")
    return with_places


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Who asks for a place that is on another page now is sent there."""
    with_script: str = languages.state(config)["old"].with_script(output, page.url or "./")
    return with_script


@event_priority(-250)
def on_post_build(config: MkDocsConfig) -> None:
    """When the last language is there, compare the site with the register; then put in what stands at old addresses."""
    site = Path(config.site_dir)
    if languages.last_build(config):
        problems: list[Problem] = []
        check(languages.guide(config), scan(site), problems)
        languages.fail(problems, config)
        languages.state(config)["old"].write(site)
    elif languages.only_language() and not watching.partial(config):
        languages.state(config)["old"].write(site, languages.only_language())
