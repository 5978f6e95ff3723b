"""Partners: their search page, a page each, and all of them as open data."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import generated
import languages
import watching
from guide import partners


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every partner, the data that the search reads, open data, and the list for other sites."""
    guide = languages.guide(config)
    report, only = config.extra.get("report_url", ""), languages.only_language()
    for uri, page in partners.build(guide, partners.build_day(), report, only).items():
        generated.add_page(config, files, uri, page)
    names, licence = languages.site_names(config), config.copyright or ""
    if not watching.partial(config):
        data = partners.data_files(guide, licence)
        data = data | partners.embed_pages(guide, partners.build_day(), names, licence, only)
        for address, content in data.items():
            generated.add_file(config, files, address, content)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the search page its template, and the address at which one proposes a partner."""
    guide = languages.guide(config)
    if getattr(page.file, "norm_src_uri", page.file.src_uri) == partners.index_uri(guide):
        page.meta["template"] = partners.SEARCH_TEMPLATE
        report = config.extra.get("report_url", "")
        page.meta["proposal"] = partners.proposal(guide, languages.current(config), report)
    return markdown
