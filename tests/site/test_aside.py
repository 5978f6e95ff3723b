"""A build that fails, is stopped or cannot write leaves the site as it was, and nothing beside it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from guide.aside import open_aside, put_in_place
from guide.worksheets.at_once import cores
from guide.worksheets.cache import key
from tests.site.test_other_guide import GUIDE
from tests.support.project import ROOT, build, built, copy_project, environment, files_of, once

BOTH = pytest.mark.parametrize("processes", ["1", "4"])
FAILS_IN_DUTCH = '{% if language == "nl" %}{{ nothing.at.all }}{% endif %}'
WARNS = """\
import logging, languages
def on_post_build(config):
    if languages.current(config) == "nl":
        logging.getLogger("mkdocs.plugins.warns").warning("this is not as it should be")
"""
FILLS = """\
import errno, languages, pathlib
def on_nav(nav, config, files):
    if languages.current(config) == "nl":
        write = pathlib.Path.write_bytes
        def full(path, data):
            if path.suffix == ".kept":
                write(path, b"")
                raise OSError(errno.ENOSPC, "No space left on device", str(path))
            return write(path, data)
        pathlib.Path.write_bytes = full
"""
WAITS = "import time\ndef on_page_context(context, page, config, nav):\n    time.sleep(60 if page.is_homepage else 0)\n"

WRITES_ON = """\
import languages, pathlib, time
def on_nav(nav, config, files):
    dutch, end = pathlib.Path(config.site_dir).with_name("nl"), time.monotonic() + 30
    if languages.current(config) != "nl":
        while not (dutch / "5").exists() and time.monotonic() < end:  # one core builds no other language meanwhile
            time.sleep(0.01)
        raise OSError("the first language has a fault")
    for number in range(10**9):
        (dutch / str(number % 100)).mkdir(parents=True, exist_ok=True)
        (dutch / str(number % 100) / str(number)).write_text("a page")
        if time.monotonic() > end:
            break
"""


@pytest.fixture(scope="session")
def before(shared: Path) -> Path:
    """The other guide, built."""

    def make(target: Path) -> None:
        copy_project(target, docs=False)
        shutil.copytree(GUIDE, target, dirs_exist_ok=True)
        built(target)

    return once(shared, "other-guide-aside", make)


@pytest.fixture
def project(before: Path, tmp_path: Path) -> Path:
    """A copy of it with another text, which a build would publish."""
    shutil.copytree(before, tmp_path / "project", symlinks=True)
    text = tmp_path / "project" / "docs" / "tips" / "soil.md"
    text.write_text(text.read_text("utf-8") + "\n## Something new {#new}\n\nA new text.\n", "utf-8")
    return tmp_path / "project"


def _left(project: Path) -> list[str]:
    """What lies beside the site that was not there before."""
    return sorted(path.name for path in project.glob(".site*"))


def _unchanged(project: Path, before: Path) -> bool:
    return files_of(project / "site") == files_of(before / "site") and _left(project) == []


@BOTH
def test_a_whole_build_takes_the_place_of_the_former(project: Path, before: Path, processes: str) -> None:
    stale = project / "site" / "gone.html"
    stale.write_text("of a page that is gone", "utf-8")
    built(project, GUIDE_PROCESSES=processes)
    assert "Something new" in (project / "site" / "tips" / "soil" / "index.html").read_text("utf-8")
    assert not stale.exists() and _left(project) == []


def test_a_whole_build_keeps_what_it_asked_for_and_clears_what_nobody_asks_for(project: Path) -> None:
    cache = project / ".cache"
    drawn = {path for path in cache.rglob("*") if path.is_file() and path.parent.name != "jinja"}
    forgotten = cache / "cards" / f"{key('a title that was changed')}.png"
    forgotten.write_bytes(b"of a title that was changed")
    for path in {forgotten, *drawn}:
        os.utime(path, (0, 0))
    built(project)
    assert not forgotten.exists() and all(path.exists() for path in drawn) and len(drawn) > 10


@BOTH
def test_a_fault_in_one_language_leaves_the_former_site(project: Path, before: Path, processes: str) -> None:
    page = project / "overrides" / "partials" / "page-foot.html"
    page.write_text(FAILS_IN_DUTCH + page.read_text("utf-8"), "utf-8")
    done = build(project, GUIDE_PROCESSES=processes)
    assert done.returncode == 1
    assert "'nothing' is undefined" in done.stdout + done.stderr
    assert _unchanged(project, before)


def test_a_fault_while_another_language_writes_leaves_nothing_beside_the_former_site(
    project: Path, before: Path
) -> None:
    _add_hook(project, "writes", WRITES_ON)
    done = build(project)
    assert done.returncode == 1
    assert "the first language has a fault" in done.stdout + done.stderr
    assert _unchanged(project, before)


@BOTH
def test_a_warning_in_one_language_leaves_the_former_site(project: Path, before: Path, processes: str) -> None:
    _add_hook(project, "warns", WARNS)
    done = build(project, GUIDE_PROCESSES=processes)
    assert done.returncode == 1
    assert "this is not as it should be" in done.stderr and "1 warning" in done.stdout + done.stderr
    assert _unchanged(project, before)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda sign: str(sign.name))
def test_a_build_that_is_stopped_leaves_the_former_site(project: Path, before: Path, sign: signal.Signals) -> None:
    """What a killed build could not clear away, the next one does."""
    config = project / "mkdocs.yml"
    plain = config.read_text("utf-8")
    _add_hook(project, "waits", WAITS)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    started = subprocess.Popen(
        command, cwd=project, env=environment(PYTHONPATH=str(project / "hooks")), start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # who starts the tests may ignore it
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    folders = 2 if cores() > 1 else 1  # with one core no language has a folder of its own
    _until(lambda: len(list(project.glob(".site.*/*"))) >= folders)
    _until(lambda: _stopped(started, sign))
    assert started.returncode != 0
    assert files_of(project / "site") == files_of(before / "site")
    if sign is signal.SIGINT:
        assert _left(project) == []
    config.write_text(plain, "utf-8")
    built(project)
    assert "Something new" in (project / "site" / "tips" / "soil" / "index.html").read_text("utf-8")
    assert _left(project) == []


def test_a_full_disk_is_told_and_leaves_the_former_site(project: Path, before: Path) -> None:
    """No file may grow beyond 100 KB in this shell: to the program that is a disk without room."""
    command = ["bash", "-c", f"ulimit -f 100; exec {sys.executable} -m mkdocs build --strict"]
    shutil.rmtree(project / ".cache")
    done = subprocess.run(
        command, cwd=project, env=environment(PYTHONPATH=str(project / "hooks")), capture_output=True, text=True,
        timeout=300,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "  Found: the disk is full: there is no room left for " in done.stderr
    assert "  How to mend it: make room and build again; the former site is as it was" in done.stderr
    assert _unchanged(project, before)


def test_a_build_that_died_while_it_renamed_gives_its_site_back(tmp_path: Path) -> None:
    died = subprocess.Popen(["true"])
    died.wait()
    old = tmp_path / f".site.{died.pid}" / "old"
    old.mkdir(parents=True)
    (old / "index.html").write_text("the former site", "utf-8")
    made = open_aside(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "the former site"
    (made / "index.html").write_text("the new one", "utf-8")
    put_in_place(made, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "the new one"
    assert _left(tmp_path) == []


def test_hidden_files_of_others_stay_in_the_site(tmp_path: Path) -> None:
    """A checkout of the branch that is published, or what proves that a domain is one's own; MkDocs leaves them too."""
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref: refs/heads/pages", "utf-8")
    (site / ".nojekyll").write_text("the former", "utf-8")
    made = open_aside(site)
    (made / ".nojekyll").write_text("the new one", "utf-8")
    put_in_place(made, site)
    assert files_of(site) == {".git/HEAD": b"ref: refs/heads/pages", ".nojekyll": b"the new one"}
    assert _left(tmp_path) == []


def test_a_folder_of_any_name_is_cleared(tmp_path: Path) -> None:
    died = subprocess.Popen(["true"])
    died.wait()
    left = tmp_path / f".site[1].{died.pid}"
    left.mkdir()
    open_aside(tmp_path / "site[1]")
    assert not left.exists()


def test_a_build_beside_another_one_leaves_its_folder_alone(tmp_path: Path) -> None:
    with subprocess.Popen(["sleep", "60"]) as other:
        theirs = tmp_path / f".site.{other.pid}"
        theirs.mkdir()
        open_aside(tmp_path / "site")
        assert theirs.is_dir()
        other.kill()


def test_a_hook_that_draws_in_a_process_that_branched_off_is_told_so(project: Path, before: Path) -> None:
    """Typst would wait there for ever."""
    _add_hook(
        project, "draws", "import typst\ndef on_nav(nav, config, files):\n    typst.Compiler(b'= A title').compile()\n"
    )
    done = build(project, GUIDE_PROCESSES="4")
    assert done.returncode == 1
    assert "Typst would wait for ever in a process that branched off" in done.stderr
    assert _unchanged(project, before)


def test_a_disk_that_is_full_where_a_language_ends_is_told(project: Path, before: Path) -> None:
    """Its process can write no message any more, and half of what it keeps."""
    _add_hook(project, "fills", FILLS)
    done = build(project, GUIDE_PROCESSES="4")
    assert done.returncode == 1
    assert "  Found: the disk is full: there is no room left for " in done.stderr
    assert "Ran out of input" not in done.stderr
    assert _unchanged(project, before)


def _add_hook(project: Path, name: str, source: str) -> None:
    (project / "hooks" / f"{name}.py").write_text(source, "utf-8")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("hooks:\n", f"hooks:\n  - hooks/{name}.py\n"), "utf-8")


def _stopped(started: subprocess.Popen[bytes], sign: signal.Signals) -> bool:
    """Whether it has ended. Who sees that it goes on asks again: Python may lose an interrupt in a callback."""
    with suppress(ProcessLookupError):
        os.killpg(started.pid, sign)
    with suppress(subprocess.TimeoutExpired):
        started.wait(10)
    return started.returncode is not None


def _until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


HELD = """\
import errno, pathlib
def on_config(config):
    move = pathlib.Path.rename
    def held(path, target):
        if path.name == "site":
            raise OSError(errno.EBUSY, "Device or resource busy", str(path), None, str(target))
        return move(path, target)
    pathlib.Path.rename = held
    return config
"""


def test_a_site_that_is_a_disk_of_its_own_is_told(project: Path, before: Path) -> None:
    """A folder on which something is mounted cannot be renamed."""
    _add_hook(project, "held", HELD)
    done = build(project)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "this folder cannot be renamed (Device or resource busy)" in said and "mkdocs build -d FOLDER" in said
    assert "Traceback" not in said and _unchanged(project, before)


@pytest.mark.parametrize("number", ["two", "0", "-1", "1.5"])
def test_a_number_of_processes_that_is_none_is_told(number: str, project: Path, before: Path) -> None:
    done = build(project, GUIDE_PROCESSES=number)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert f"GUIDE_PROCESSES={number}: 1, 2, 3" in said and "Traceback" not in said
    assert _unchanged(project, before)


def test_what_is_not_installed_is_told(project: Path, before: Path) -> None:
    modules = project / "node_modules"
    modules.unlink()
    modules.mkdir()
    for path in (ROOT / "node_modules").glob("[!.]*"):
        (modules / path.name).symlink_to(path)
    done = build(project)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "node_modules/.bin/esbuild: `make build` installs it" in said and "Traceback" not in said
    assert _unchanged(project, before)


def test_a_script_that_cannot_be_read_is_told(project: Path, before: Path) -> None:
    script = project / "overrides" / "assets" / "javascripts" / "guide.mjs"
    script.write_text("const = ;\n", "utf-8")
    done = build(project)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "a script or a style sheet cannot be read" in said and "guide.mjs:1:6" in said and "Traceback" not in said
    assert _unchanged(project, before)


def test_a_theme_with_too_many_scripts_is_told(project: Path, before: Path) -> None:
    scripts = "{% block libs %}{% for n in range(9) %}<script>f({{ n }})</script>{% endfor %}{% endblock %}"
    page = project / "overrides" / "404.html"
    page.write_text(page.read_text("utf-8") + scripts, "utf-8")
    done = build(project)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "at most 8 can be allowed" in said and "Traceback" not in said
    assert _unchanged(project, before)
