"""The search: an index for each language, so that a reader finds and fetches only pages of that language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import languages
from guide import search


@event_priority(-300)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Read what a page says when all of it is there; the search plugin need not do it again."""
    if not (page.meta.get("search") or {}).get("exclude"):
        languages.state(config).setdefault("read", {})[page.url] = tuple(search.sections(html))
        page.meta["search"] = {"exclude": True}
    return html


@event_priority(-60)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Note what a page is, and give the search box its help."""
    kept, now = languages.state(config), languages.current(config)
    sections = kept.get("read", {}).pop(page.url, None)
    if sections is not None and context["language"] == now:
        lead, kind = page.meta.get("description", ""), context["view"].kind
        found = kept.setdefault("shown", {}).setdefault(now, {})
        found[page.url] = search.Shown(str(page.title), lead, kind, page.is_index, sections)
    return context | {"search_help": search.help_links(languages.catalogue(config), now)}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same help on pages that no Markdown makes."""
    return context | {"search_help": search.help_links(languages.catalogue(config), languages.current(config))}


@event_priority(-50)
def _keep(config: MkDocsConfig) -> None:
    """The language that was built just now; what the plugin wrote for it has no page in it."""
    kept, now = languages.state(config), languages.current(config)
    separator = config.plugins["material/search"].config.separator
    made = search.search_files(languages.catalogue(config), now, kept.get("shown", {}).get(now, {}), separator)
    prefix = languages.guide(config).prefix(now)
    kept.setdefault("indexes", {}).update({prefix + name: content for name, content in made.items()})
    _write(config)


@event_priority(-210)
def _at_the_end(config: MkDocsConfig) -> None:
    """The plugin writes one index of all languages over ours at its end."""
    if languages.last_build(config):
        _write(config)


on_post_build = CombinedEvent(_keep, _at_the_end)


def _write(config: MkDocsConfig) -> None:
    for name, content in languages.state(config).get("indexes", {}).items():
        target = Path(config.site_dir, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, "utf-8")
