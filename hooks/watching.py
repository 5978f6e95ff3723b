"""`make serve LANGUAGE=…`: what was saved is there first; the pages that it may touch follow while one looks at it.

The one owner of what MkDocs' server keeps to itself (MkDocs 1.6.1): its dirty build takes from the date of a file what
must be made again, which a generated page does not have; it holds back every request until a build is done; and it
cannot be told to stop building when the editor saves again.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer, _timestamp
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from watchdog.observers.polling import PollingObserver

import languages
from guide.search import INDEX

PASS = "guide_pass"  # on the i18n plugin, as the state of a build; put there before the build begins
INTERVAL = 0.1  # seconds between two looks at the files
REST = 0.7  # seconds without another save before the other pages follow


class Superseded(BaseException):
    """The editor saved again; not an Exception, which MkDocs would tell as a fault of the page."""


@dataclass
class Pass:
    """A build while one language is watched.

    known: a digest of what each file is made from, as the passes before left it; None makes every page again.
    shown: the site that is served meanwhile. superseded: whether the editor saved again. marks: the digests of this
    build. differs: whether a page is another one than that which is served. templates: those of the theme.
    """

    known: dict[str, str] | None = None
    shown: Path | None = None
    superseded: Callable[[], bool] = lambda: False
    marks: dict[str, str] = field(default_factory=dict)
    differs: bool = False
    templates: Environment | None = None


@event_priority(-400)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave to MkDocs' dirty build only what has other content than before."""
    now = _pass(config)
    if now is None:
        return files
    _stop(now)
    for file in files:
        if file.is_documentation_page() or file.generated_by:
            now.marks[file.dest_uri] = _mark(file, Path(config.docs_dir))
            made = now.known is not None and now.known.get(file.dest_uri) == now.marks[file.dest_uri]
            file.is_modified = lambda made=made: not made  # type: ignore[method-assign,misc]
    return files


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Stop before a page is read when the editor saved again."""
    _stop(_pass(config))
    return page


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Stop before a page is written when the editor saved again."""
    _stop(_pass(config))
    return context


@event_priority(-500)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Note whether the page is another one than before."""
    now = _pass(config)
    if now is not None and now.shown and not now.differs:
        path = now.shown / page.file.dest_uri
        now.differs = not path.exists() or path.read_text("utf-8") != output
    return output


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The first build while one language is watched is a pass too."""
    if languages.only_language() and _pass(config) is None:
        templates = _lasting(config.theme)
        config.theme.get_env = lambda: templates  # type: ignore[method-assign]
        setattr(languages.i18n(config), PASS, Pass(templates=templates))
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Build in two passes from now on."""
    first = _pass(config)
    if first is not None and first.templates:
        server.builder = Rebuild(server, config, first.marks, first.templates)
        _look_often(server)
        gc.freeze()  # what is kept for the next save need not be looked through at each
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.msg)
    return server


def _look_often(server: LiveReloadServer) -> None:
    """Watch what is watched already, at shorter intervals."""
    server.observer = PollingObserver(timeout=INTERVAL)
    for path in list(server._watched_paths):
        del server._watched_paths[path]
        server.watch(path)


def _lasting(theme: Theme) -> Environment:
    """The theme's templates, compiled and listed once: they are not watched, and the theme has 14,000 files."""
    env = theme.get_env()
    every, known = env.list_templates, list[str]()

    def listed(extensions: Any = None, filter_func: Any = None) -> list[str]:
        if not known:
            known.extend(every(extensions, filter_func))
        return known

    env.list_templates = listed  # type: ignore[method-assign]
    return env


class Rebuild:
    """What the server calls when a file has changed: a pass of what was saved, then one of everything.

    The second makes a site of its own, which the server shows when it is whole: a reader never meets half of one.
    """

    def __init__(
        self, server: LiveReloadServer, config: MkDocsConfig, known: dict[str, str], templates: Environment
    ) -> None:
        self.server, self.known, self.templates = server, known, templates
        self.options = {"config_file": config.config_file_path, "strict": config.strict}
        self.url = config.site_url
        self.index = languages.guide(config).prefix(languages.current(config)) + INDEX
        self.spare = tempfile.TemporaryDirectory(prefix="mkdocs_")
        self.next = self.spare.name

    def __call__(self) -> None:
        """One save. What MkDocs raises for a fault goes to the server, which tells it and waits for the next save."""
        index = Path(self.server.root, self.index)
        entries = index.read_bytes()
        try:
            self._build(self.server.root, Pass(self.known))
        finally:
            index.write_bytes(entries)  # a pass of some pages makes an index of those pages only
        self._show()
        if self._saved_within(REST):
            return
        every = Pass(None, Path(self.server.root), superseded=lambda: self.server._want_rebuild)
        try:
            self._build(self.next, every)
        except Superseded:
            return
        self.server.root, self.next = self.next, self.server.root
        if every.differs:
            self.server._wanted_epoch = _timestamp()  # browsers read it again when this call returns

    def _build(self, site: str, now: Pass) -> None:
        config = load_config(site_dir=site, **self.options)
        config.site_url = self.url
        config.theme.get_env = lambda: self.templates  # type: ignore[method-assign]
        setattr(languages.i18n(config), PASS, now)
        build(config, serve_url=self.url, dirty=now.known is not None)
        self.known = (now.known or {}) | now.marks

    def _show(self) -> None:
        with self.server._epoch_cond:
            self.server._visible_epoch = self.server._wanted_epoch
            self.server._epoch_cond.notify_all()

    def _saved_within(self, seconds: float) -> bool:
        with self.server._rebuild_cond:
            return self.server._rebuild_cond.wait_for(
                lambda: self.server._want_rebuild or self.server._shutdown, timeout=seconds
            )


def partial(config: MkDocsConfig) -> bool:
    """Is only what was saved made now? What no editor waits for can stay as it was until the next pass."""
    now = _pass(config)
    return now is not None and now.known is not None


def _pass(config: MkDocsConfig) -> Pass | None:
    found: Pass | None = getattr(languages.i18n(config), PASS, None)
    return found


def _stop(now: Pass | None) -> None:
    if now is not None and now.superseded():
        raise Superseded


def _mark(file: File, docs: Path) -> str:
    """A digest of what an editor writes to make the file; of the file itself when nobody writes it."""
    written = file.generated_by and file.edit_uri and docs / file.edit_uri
    sources = sorted(written.parent.glob(f"{written.stem}*{written.suffix}")) if written else []
    return hashlib.sha256(b"\0".join(one.read_bytes() for one in sources) or file.content_bytes).hexdigest()
