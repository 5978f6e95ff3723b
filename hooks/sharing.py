"""Pictures for sharing: every page gets a card, and says in its head what there is to see on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import invocation
import languages
from guide import sharing
from guide.worksheets.files import begin_pictures
from guide.worksheets.pdf import PdfError


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Many cards show a sheet: begin to draw those while the pages are made. Not in a process that branched off."""
    if invocation.builds_anew() and languages.current(config) == languages.languages(config)[0]:
        begin_pictures(languages.guide(config), languages.catalogue(config).sheets.values())
    return env


@event_priority(-100)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What the page says of itself; its card is drawn when all pages are there."""
    catalogue, language = languages.catalogue(config), languages.language_of(page, config)
    uri, names = getattr(page.file, "norm_src_uri", page.file.src_uri), (config.site_name, config.site_description)
    title = str(page.meta.get("title") or page.title)
    source = (page.file.generated_by and page.file.edit_uri) or page.file.src_uri
    card = sharing.card_of(catalogue, uri, language, context["view"], page.meta, title, names, source)
    languages.state(config).setdefault("cards", {})[card.uri] = card
    texts = title, str(page.meta.get("description") or config.site_description)
    others = getattr(page.file, "alternates", {})
    return context | {"shared": sharing.head_of(catalogue, uri, card, texts, config.site_name, others)}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The page for addresses where nothing is has the card of the home page."""
    guide, now = languages.guide(config), languages.current(config)
    return context | {"shared": sharing.head_of_error(guide, now, config.site_name, config.site_description or "")}


@event_priority(-220)
def on_post_build(config: MkDocsConfig) -> None:
    """Draw the cards at the end: of all pages in all languages, or of those that an editor saved.

    In the first process of a build, never in one that branched off: Typst's own threads are not there.
    """
    if not (languages.last_build(config) or languages.only_language()):
        return
    cards = languages.state(config).pop("cards", {})
    try:
        problems = sharing.write(languages.guide(config), cards.values(), Path(config.site_dir))
    except PdfError as error:
        raise PluginError(str(error)) from None
    languages.fail(problems, config)
