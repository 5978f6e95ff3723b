"""The pages for parents in the languages that the guide itself does not speak."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

import generated
import languages
from guide import parents


@event_priority(-220)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add them after the pages that they translate; not while one language is watched."""
    if not languages.only_language():
        kept = languages.state(config)
        if "parents" not in kept:
            kept["parents"] = parents.build(languages.catalogue(config))
        for uri, pages in kept["parents"].items():
            generated.add_home_pages(config, files, uri, pages)
    return files
