"""A page brings the typefaces of its own letters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from guide.letters import letter_fonts, letter_styles


@event_priority(-60)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """After the languages, which say in what language the page is."""
    overrides = Path(str(config.theme.custom_dir))
    styles = letter_styles(context["language"], overrides)
    return context | {"letter_styles": styles, "letter_fonts": letter_fonts(styles, overrides)}
