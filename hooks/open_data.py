"""Open data: the guide as JSON, and schema.org in the head of every page."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import generated
import languages
import watching
from guide.open_data.files import open_data_files
from guide.open_data.linked import Linked


@event_priority(-240)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the JSON and its schemas with the first language; the editor who saves a page does not wait for them."""
    kept, catalogue = languages.state(config), languages.catalogue(config)
    if "linked" not in kept:
        names, licence = languages.site_names(config), config.copyright or ""
        kept["linked"] = Linked(catalogue, names, licence)
        made = {} if watching.partial(config) else open_data_files(catalogue, names, licence)
        for uri, content in made.items():
            generated.add_file(config, files, uri, content)
    return files


@event_priority(-70)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What the page says to machines."""
    uri, language = getattr(page.file, "norm_src_uri", page.file.src_uri), languages.language_of(page, config)
    title, about = str(page.title or ""), page.meta.get("description", "")
    return context | {"structured_data": languages.state(config)["linked"].script(uri, language, title, about)}
