"""Worksheets: a page each, with its PDFs, Word files and picture."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import generated
import languages
import watching
from guide import worksheets
from guide.worksheets.handbook import example_pictures
from guide.worksheets.pdf import PdfError


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every sheet, and its files once."""
    kept = languages.state(config)
    if "worksheets" not in kept:
        try:
            partial = watching.partial(config)
            kept["worksheets"] = worksheets.build(languages.guide(config), languages.only_language(), partial)
            if languages.catalogue(config).asks_for("block-types") and not partial:
                kept["worksheets"][1].update(example_pictures(languages.guide(config)))
        except PdfError as error:
            raise PluginError(str(error)) from None
    pages, made = kept["worksheets"]
    for uri, page in pages.items():
        generated.add_page(config, files, uri, page)
    for uri, content in made.items():
        generated.add_file(config, files, uri, content)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the sheets out of the search while one language is watched."""
    if languages.only_language() and page.meta.get("worksheet"):
        page.meta["search"] = {"exclude": True}  # to read them for the search takes a third of the build
    return markdown
