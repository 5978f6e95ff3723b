"""`mkdocs build` makes the site aside and puts it in its place at the very end; a failed build leaves it as it was."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

import invocation
import languages
from guide import aside
from guide.problems import ProblemsError
from guide.strings import load
from guide.worksheets.cache import clear

_made: dict[str, Path] = {}
"""The folder that is made, by the site that it will be; empty under `mkdocs serve` and for a build onto an old one."""
_language: dict[str, str] = {}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """MkDocs says only here what it was called for."""
    invocation.note(command, dirty)


@event_priority(200)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Point the build to a folder aside, once."""
    _language["of_editors"] = languages.i18n(config).default_language
    if invocation.builds_anew() and not _made:
        site = Path(config.site_dir).resolve()
        _made[config.site_dir] = aside.open_aside(site)
        config.site_dir = str(_made[config.site_dir])
    return config


@event_priority(-1000)
def on_post_build(config: MkDocsConfig) -> None:
    """The site is whole, unless a warning will stop a strict build now."""
    if not _made or not (languages.last_build(config) or languages.only_language()):
        return
    if config.strict and _warned():
        return
    site, made = _made.popitem()
    aside.put_in_place(made, Path(site).resolve())
    config.site_dir = site
    clear(languages.guide(config).cache)


def on_build_error(error: Exception) -> None:
    """What the machine refuses to write is told as other faults are."""
    problem = aside.refused(error, Path.cwd())
    if problem:
        raise PluginError("\n\n" + str(ProblemsError([problem], load(_language["of_editors"])))) from None


@event_priority(-1000)
def on_shutdown() -> None:
    """Whatever happened: nothing stays that is not whole. After side_by_side ended who still writes there."""
    for made in _made.values():
        aside.drop(made)
    _made.clear()


def _warned() -> bool:
    """Whether MkDocs counted a warning."""
    counters: list[Any] = [one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler)]
    return any(one.get_counts() for one in counters)
