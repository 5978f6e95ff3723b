"""A search index for each language: a reader finds pages in the language of the page, and fetches only that index."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority

import languages
from guide.search import INDEX, localized_index


@event_priority(-50)
def _keep(config: MkDocsConfig) -> None:
    """Material wrote an index of the language that was built just now: keep it."""
    path = Path(config.site_dir, INDEX)
    if path.exists():
        prefix = languages.guide(config).prefix(languages.current(config))
        kept = languages.state(config).setdefault("indexes", {})
        kept[prefix] = localized_index(path.read_text("utf-8"), prefix)
        path.unlink()
        _write(config)


@event_priority(-210)
def _at_the_end(config: MkDocsConfig) -> None:
    """The plugin writes one index of all languages over ours at its end."""
    if languages.last_build(config):
        _write(config)


on_post_build = CombinedEvent(_keep, _at_the_end)


def _write(config: MkDocsConfig) -> None:
    for prefix, index in languages.state(config).get("indexes", {}).items():
        target = Path(config.site_dir, prefix, INDEX)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(index, "utf-8")
