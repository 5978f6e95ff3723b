"""What the commands need of mkdocs.yml, read without MkDocs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from guide.site import Guide, open_guide


@dataclass(frozen=True)
class Settings:
    """docs, site: folders. languages: the source language first.

    site_url: the site's own address. repo_url: where texts are improved.
    """

    docs: Path
    site: Path
    languages: tuple[str, ...]
    site_url: str
    repo_url: str


class _Loader(yaml.SafeLoader):
    """Knows `!ENV`, the only tag of MkDocs that mkdocs.yml uses."""


def _env(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
        return next((os.environ[name] for name in names if name in os.environ), default)
    assert isinstance(node, yaml.ScalarNode)
    return os.environ.get(node.value)


_Loader.add_constructor("!ENV", _env)


def read_settings(root: Path) -> Settings:
    """The settings of the project in `root`. FileNotFoundError, KeyError or yaml.YAMLError when mkdocs.yml is wrong."""
    config = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=_Loader)
    i18n = next(plugin["i18n"] for plugin in config["plugins"] if isinstance(plugin, dict) and "i18n" in plugin)
    languages = sorted(i18n["languages"], key=lambda language: not language.get("default", False))
    codes = tuple(language["locale"] for language in languages if language.get("build", True))
    docs, site = root / config.get("docs_dir", "docs"), root / config.get("site_dir", "site")
    return Settings(docs, site, codes, config["site_url"], config.get("repo_url", ""))


def guide_of(root: Path) -> Guide:
    """The guide of the project in `root`. ProblemsError when its vocabulary is wrong."""
    settings = read_settings(root)
    return open_guide(root, settings.docs, settings.languages, settings.site_url)
