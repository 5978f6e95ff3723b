"""The templates of the theme are corrected as they are read."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from guide.theme import CorrectingLoader


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """MkDocs makes a new environment for each language; `mkdocs serve` keeps the one that was corrected."""
    if env.loader and not isinstance(env.loader, CorrectingLoader):
        env.loader = CorrectingLoader(env.loader)
    return env
