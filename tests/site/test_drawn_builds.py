"""Drawn mistakes through a whole build: it gives messages or a site, and one that fails leaves the former site."""

from __future__ import annotations

import os
import re
import shutil
import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.guide.test_mistakes import FILES, mistakes
from tests.support.breaking import WHOLE
from tests.support.project import build, built, copy_project, files_of

MORE = "GUIDE_TEST_ALL" in os.environ
# Where it stands, and how to mend it; or what MkDocs itself says of its settings.
TOLD = re.compile(
    r"^(?:docs|mkdocs\.yml).*:\d+\n  Gevonden: .+\n  Verwacht: .+\n  Zo herstel je het: |^Error: ", re.MULTILINE
)


def _append(path: Path, text: str) -> None:
    path.write_text(f"{path.read_text('utf-8')}\n\n{text}\n", "utf-8")


# What reading finds no fault in reaches the pages; so does much of this.
odd_texts = st.tuples(
    st.just(_append),
    st.sampled_from([name for name in FILES if name.endswith(".md")]),
    st.text(string.ascii_letters + " \n*_`#>|~^+=:;!?'\"()[]{}<&/\\-.é", min_size=1, max_size=60),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole small guide with all that builds it, built once."""
    root = copy_project(tmp_path_factory.mktemp("drawn") / "project", docs=False)
    shutil.copytree(WHOLE, root, dirs_exist_ok=True)
    built(root)
    (root / "site" / "stale.html").write_text("of a page that is gone", "utf-8")
    shutil.copytree(root / "site", root / "former")
    return root


def _as_it_was(root: Path) -> None:
    shutil.rmtree(root / "docs")
    shutil.copytree(WHOLE / "docs", root / "docs")
    shutil.copyfile(WHOLE / "mkdocs.yml", root / "mkdocs.yml")
    shutil.rmtree(root / "site")
    shutil.copytree(root / "former", root / "site")


@settings(
    max_examples=60 if MORE else 8,
    deadline=None,
    derandomize=not MORE,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(drawn=st.one_of(st.lists(mistakes, min_size=1, max_size=3), st.lists(odd_texts, min_size=1, max_size=3)))
def test_a_build_of_a_guide_with_mistakes_says_so(drawn: list[tuple[Any, ...]], project: Path) -> None:
    _as_it_was(project)
    for make, name, *rest in drawn:
        if (project / name).is_file():
            make(project / name, *rest)
    done = build(project)
    said = done.stdout + done.stderr
    assert "Traceback" not in said, said
    assert sorted(path.name for path in project.glob(".site*")) == []
    if done.returncode:
        assert done.returncode == 1 and TOLD.search(said), said
        assert files_of(project / "site") == files_of(project / "former")
    else:
        assert "WARNING" not in said and "ERROR" not in said, said
        assert (project / "site" / "index.html").is_file() and not (project / "site" / "stale.html").exists()
