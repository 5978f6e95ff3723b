"""Fixtures that every test may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from guide.settings import guide_of
from guide.site import Guide
from tests.support.browsing import launch
from tests.support.pages import Site
from tests.support.project import ROOT, built, copy_project, once
from tests.support.server import serving


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


@pytest.fixture(scope="session")
def project(shared: Path) -> Path:
    """A copy of this project that is built; nobody changes it."""

    def make(target: Path) -> None:
        built(copy_project(target))

    return once(shared, "guide-project", make)


@pytest.fixture(scope="session")
def site(project: Path) -> Site:
    """The real guide, built once for all processes."""
    return Site(project / "site")


@pytest.fixture(scope="session")
def real_guide() -> Guide:
    """The guide of this project."""
    return guide_of(ROOT)


@pytest.fixture(scope="session")
def built_guide(project: Path, real_guide: Guide) -> Guide:
    """The guide of this project, with what the build of `project` keeps in its cache: nothing is made twice."""
    return replace(real_guide, cache=project / ".cache")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of this project that a test may change and build."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[..., str]]:
    """A function that serves a folder on a free port and gives its address; under="/gids/" serves it below that."""
    with ExitStack() as stack:
        known: dict[tuple[Path, str], str] = {}

        def serve(folder: Path, under: str = "/") -> str:
            if (folder, under) not in known:
                known[folder, under] = stack.enter_context(serving(folder, under))
            return known[folder, under]

        yield serve


@pytest.fixture(scope="session")
def home(site: Site, served: Callable[..., str]) -> str:
    """The address at which the real guide is served."""
    return served(site.root)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, one a process."""
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()
