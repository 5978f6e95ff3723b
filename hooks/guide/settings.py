"""What the commands need of mkdocs.yml, read without MkDocs."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, Field

from guide.files import read_text
from guide.nodes import Location, plain
from guide.problems import Problem, ProblemsError, relative
from guide.site import Guide, open_guide
from guide.source import Source, validate
from guide.strings import FALLBACK, available, load
from guide.vocabulary import SETTINGS, line_in_settings


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


class _Language(BaseModel):
    locale: str = Field(pattern=r"^[a-z]{2,3}$")
    default: bool = False
    build: bool = True


class _I18n(BaseModel):
    languages: tuple[_Language, ...] = Field(min_length=1)


class _Written(BaseModel):
    """The part of the file that the guide reads; MkDocs judges the rest."""

    docs_dir: str = "docs"
    site_dir: str = "site"
    site_url: str | None = None
    repo_url: str | None = None
    plugins: list[Any] = Field(default_factory=list)


class _Loader(yaml.SafeLoader):
    """Knows `!ENV`; what only MkDocs can read (functions of its extensions) is left empty."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """As the library does, with the place of a date that does not exist."""
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from error


def _env(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
        return next((os.environ[name] for name in names if name in os.environ), default)
    assert isinstance(node, yaml.ScalarNode)
    return os.environ.get(node.value)


_Loader.add_constructor("!ENV", _env)
for _tag in ("!", "tag:yaml.org,2002:python/"):
    _Loader.add_multi_constructor(_tag, lambda loader, suffix, node: None)


def read_settings(root: Path) -> Settings:
    """The settings of the project in `root`. ProblemsError when mkdocs.yml is wrong."""
    problems: list[Problem] = []
    text = read_text(root / SETTINGS, SETTINGS, problems)
    source = None if text is None else _source(text, problems)
    written = validate(_Written, source, problems) if source else None
    codes = _languages(source, problems) if source else ()
    if written is None or source is None or not codes:
        raise ProblemsError(problems, load(_speaks(text or "")))
    docs, site = root / written.docs_dir, root / written.site_dir
    return Settings(docs, site, codes, written.site_url or "", written.repo_url or "")


def _source(text: str, problems: list[Problem]) -> Source | None:
    """The file as MkDocs understands it, where it can be understood at all."""
    found = plain(text, SETTINGS)
    faults = [one for one in found.faults if one.code not in {"yaml_alias", "key_twice"}]  # MkDocs takes those
    problems += faults
    if faults:
        return None
    lines: dict[Location, int] = dict(found.lines)
    try:
        return Source(SETTINGS, yaml.load(text, Loader=_Loader), lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, detail = mark.line if mark else 0, error.problem
    values = {"near": text.splitlines()[line].strip(), "detail": detail or ""}
    problems.append(Problem(SETTINGS, line + 1, "yaml", values))
    return None


def _languages(source: Source, problems: list[Problem]) -> tuple[str, ...]:
    """The languages of the site, the source language first; none after adding to `problems` what is wrong."""
    plugins = source.data.get("plugins") if isinstance(source.data, dict) else None
    for number, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            at = ("plugins", number, "i18n")
            lines = {place[3:]: line for place, line in source.lines.items() if place[:3] == at}
            i18n = validate(_I18n, Source(source.file, plugin["i18n"], lines), problems)
            languages = sorted(i18n.languages if i18n else (), key=lambda language: not language.default)
            return tuple(language.locale for language in languages if language.build)
    problems.append(Problem(source.file, source.line("plugins"), "settings_plugin"))
    return ()


def _speaks(text: str) -> str:
    """The language for messages about a file that cannot be read: the first one that it seems to name."""
    found = re.search(r"\blocale: *[\"']?([a-z]{2,3})\b", text)
    return found[1] if found and found[1] in available() else FALLBACK


def guide_of(root: Path) -> Guide:
    """The guide of the project in `root`. ProblemsError when its settings or its vocabulary are wrong."""
    settings = read_settings(root)
    if not settings.docs.is_dir():
        values = {"name": relative(settings.docs, root), "key": "docs_dir"}
        problem = Problem(SETTINGS, line_in_settings(root, "docs_dir:"), "folder_missing", values)
        raise ProblemsError([problem], load(settings.languages[0]))
    return open_guide(root, settings.docs, settings.languages, settings.site_url)
