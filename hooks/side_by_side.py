"""`mkdocs build` builds the languages at the same time, each in a process of its own.

The one owner of what that asks of MkDocs 1.6.1 and mkdocs-static-i18n 1.3.1, which build one after the other. The
first language reads and makes what all share; there the others branch off with everything in memory (fork), each into a
folder of its own, and end where their language is done. The first waits for them and goes on with the whole site.

Not while a site is served (threads run then), not with one core, and not where a process cannot branch off; then the
languages follow one another and the same bytes come out. GUIDE_PROCESSES=1 asks for that.
"""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import typst
from click import ClickException
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files

import invocation
import languages
from guide import sitemaps
from guide.worksheets.at_once import cores, keep_processes, let_go

KEPT = ("cards",)
"""What the hooks keep of a language for the end of the whole build, by its name in their state."""


@dataclass(frozen=True)
class Branch:
    """A process and the languages that it builds. folders: where the site of each grows."""

    process: int
    folders: dict[str, Path]


_branches: list[Branch] = []


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """What draws a whole site is started once before its pages are made, and once after."""
    if invocation.builds_anew():
        keep_processes()
    return config


@event_priority(-500)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Branch off when the first language has all that the languages share."""
    others = languages.languages(config)[1:]
    if not invocation.builds_anew() or languages.i18n(config).building or (number := _processes()) < 2:
        return files
    let_go()  # a thread watches those who draw
    if threading.active_count() > 1:
        return files
    for some in filter(None, (others[start::number] for start in range(number))):
        folders = {code: Path(config.site_dir).with_name(code) for code in some}
        _branches.append(Branch(_branch_off(lambda folders=folders: _build(config, folders)), folders))
    return files


def _processes() -> int:
    """How many processes may build beside this one. PluginError for a number that is none."""
    asked = os.environ.get("GUIDE_PROCESSES", "").strip()
    if asked and not (asked.isascii() and asked.isdigit() and int(asked)):
        raise PluginError(f"GUIDE_PROCESSES={asked}: 1, 2, 3 …")
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return 0
    return min(cores(), int(asked or cores()))


def _branch_off(work: Callable[[], None]) -> int:
    """The number of a process that does this and ends. Its status: 0 when all is well, or what the machine refused."""
    sys.stdout.flush()
    sys.stderr.flush()
    signal.pthread_sigmask(
        signal.SIG_BLOCK, [signal.SIGINT]
    )  # whoever stops the build here stops both, and not halfway
    process = os.fork()
    if process:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        return process
    status = 1
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        work()
        status = 0
    except OSError as error:
        status = error.errno or status
        traceback.print_exc()
    except BaseException:  # nothing may go on in this process as if it were the first
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _build(config: MkDocsConfig, folders: dict[str, Path]) -> None:
    """Build these languages one after the other; what they say and what they keep goes to files beside them."""
    plugin, kept = languages.i18n(config), languages.state(config)
    plugin.building = True  # makes the plugin believe that another process sees to the other languages
    typst.Compiler = _no_typst  # type: ignore[assignment,misc]  # its threads did not come along
    for code, folder in folders.items():
        with _file(folder, "log").open("wb", buffering=0) as log:
            os.dup2(log.fileno(), sys.stdout.fileno())
            os.dup2(log.fileno(), sys.stderr.fileno())
        for name in KEPT:
            kept.pop(name, None)
        plugin.i18n_files_per_language.clear()
        plugin.current_language = code
        config.site_dir = str(folder)
        failed = ""
        try:
            build(config)
        except ClickException as error:  # what MkDocs would tell and end with
            failed = error.format_message()
        _file(folder, "kept").write_bytes(pickle.dumps((failed, {name: kept.get(name, {}) for name in KEPT})))
        if failed:
            break


def _no_typst(*_arguments: Any, **_options: Any) -> NoReturn:
    raise RuntimeError("Typst would wait for ever in a process that branched off: draw before, or when all have joined")


def _file(folder: Path, what: str) -> Path:
    return folder.with_name(f"{folder.name}.{what}")


@event_priority(-60)
def _join(config: MkDocsConfig) -> None:
    """Wait for the other languages and take over what they made, in their order."""
    if not _branches or languages.i18n(config).building:
        return
    folders = {code: folder for one in _branches for code, folder in one.folders.items()}
    while _branches:
        _, status = os.waitpid(_branches[-1].process, 0)
        branch = _branches.pop()
        if (refused := os.waitstatus_to_exitcode(status)) > 1:  # a full disk has no room for a message either
            raise OSError(refused, os.strerror(refused), str(next(iter(branch.folders.values()))))
    site, kept = Path(config.site_dir), languages.state(config)
    made = [folders[code] for code in languages.languages(config) if code in folders]
    for folder in made:
        sys.stderr.write(_file(folder, "log").read_text("utf-8") if _file(folder, "log").exists() else "")
        if not _file(folder, "kept").exists():
            raise Abort(f"{folder.name}: the process that built this language has ended too soon")
        failed, found = pickle.loads(_file(folder, "kept").read_bytes())
        if failed:
            raise Abort(failed)
        for name in KEPT:
            kept.setdefault(name, {}).update(found[name])
    sitemaps.join(site, made)
    for folder in made:
        _move(folder, site)
    languages.i18n(config).building = True  # the plugin need not build them once more


@event_priority(-110)
def _go_on(config: MkDocsConfig) -> None:
    """The end of the whole build is near: as when the plugin has built the last language."""
    if (
        invocation.builds_anew()
        and not languages.only_language()
        and languages.current(config) == languages.languages(config)[0]
    ):
        languages.i18n(config).building = False


on_post_build = CombinedEvent(_join, _go_on)


def _move(folder: Path, site: Path) -> None:
    """Put what a language made where it belongs; what all make is the same."""
    for path in sorted(folder.rglob("*")):
        target = site / path.relative_to(folder)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        else:
            path.replace(target)
    shutil.rmtree(folder)


def on_shutdown() -> None:
    """A build that fails or is stopped leaves no process behind."""
    try:
        for one in _branches:
            with suppress(ProcessLookupError):
                os.kill(one.process, signal.SIGTERM)
            with suppress(ChildProcessError):
                os.waitpid(one.process, 0)
        _branches.clear()
    finally:
        let_go()
