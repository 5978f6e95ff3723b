"""Embeds: recommendations, methods and worksheets as small cards for other sites."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

import generated
import languages
import watching
from guide import embeds


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the cards."""
    catalogue, only = languages.catalogue(config), languages.only_language()
    if languages.current(config) == (only or catalogue.guide.source_language) and not watching.partial(config):
        pages = embeds.embed_pages(catalogue, languages.site_names(config), config.copyright or "", only)
        for address, content in pages.items():
            generated.add_file(config, files, address, content)
    return files
