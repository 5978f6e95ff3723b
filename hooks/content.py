"""The written pages: checked before the build, their figures and lists filled in."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import languages
from guide.content import lists, view
from guide.faults import find_problems
from guide.pages import fill, islands_in
from guide.problems import Problem


@event_priority(-160)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stop with every fault of the whole content before anything is built."""
    catalogue = languages.catalogue(config)
    if languages.current(config) == catalogue.guide.source_language:
        languages.fail(find_problems(catalogue), config)
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A translation has the template of its original, unless it is generated and brings its own."""
    catalogue = languages.catalogue(config)
    uri = getattr(page.file, "norm_src_uri", "")
    if uri in catalogue.pages and (template := catalogue.template(uri) or lists.template(markdown)):
        page.meta["template"] = template
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the figures and lists of a written page."""
    catalogue, language = languages.catalogue(config), languages.language_of(page, config)
    written = catalogue.page(getattr(page.file, "norm_src_uri", ""), language)
    if written is None:
        return html
    problems: list[Problem] = []
    html = fill(html, lists.islands(catalogue, written, language, islands_in(html), problems))
    languages.fail(problems, config)
    return lists.with_terms(catalogue, html, language, page.url)


@event_priority(-50)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What the templates show around the text: number, colour, state of the translation, way to improve it."""
    catalogue, language = languages.catalogue(config), languages.language_of(page, config)
    uri = getattr(page.file, "norm_src_uri", page.file.src_uri)
    return context | {"view": view.of_page(catalogue, uri, language, page.url)}
