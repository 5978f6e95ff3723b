"""What a reader needs to link to a page: its address as a code, in a text, in a list of sources."""

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
from guide import citing


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pictures of the codes once, and note how old the pages are."""
    kept, catalogue = languages.state(config), languages.catalogue(config)
    if "years" not in kept:
        kept["years"] = citing.years(catalogue)
        if not watching.partial(config):
            for uri, content in citing.code_files(catalogue).items():
                generated.add_file(config, files, uri, content)
    return files


@event_priority(-60)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """The panel with the links to a page; not on what parents get, whose pages have few words."""
    catalogue, view, language = languages.catalogue(config), context["view"], context["language"]
    if context["for_home"]:
        return context | {"share": None}
    uri = getattr(page.file, "norm_src_uri", page.file.src_uri)
    made = citing.panel(
        catalogue, uri, language, str(page.title), view.short, view.kind, config.site_name,
        languages.state(config)["years"],
    )  # fmt: skip
    return context | {"share": made}
