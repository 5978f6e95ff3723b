"""The changelog of the content: a feed in each language, and a line in the head of every page that leads to it."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import generated
import languages
from guide.changes.feed import feeds
from guide.changes.page import feed_url


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the feeds, once; the lists stand on a written page."""
    names, licence = languages.site_names(config), config.copyright or ""
    if "feeds" not in (kept := languages.state(config)):
        kept["feeds"] = feeds(languages.catalogue(config), names, licence, languages.only_language())
    for uri, content in kept["feeds"].items():
        generated.add_file(config, files, uri, content)
    return files


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """The address of the feed in the language of the page."""
    return context | {"feed": feed_url(languages.catalogue(config), languages.language_of(page, config))}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same on pages that no Markdown makes."""
    return context | {"feed": feed_url(languages.catalogue(config), languages.current(config))}
