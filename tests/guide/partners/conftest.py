"""A tiny guide with three partners on a made-up island."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.site import Guide, open_guide

FIXTURE = Path(__file__).parent / "fixture"
Edit = Callable[..., Guide]


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """The guide, with pieces of files replaced: edit({"partners/x.yml": [("old", "new")]})."""

    def make(changes: dict[str, list[tuple[str, str]]] | None = None) -> Guide:
        shutil.copytree(FIXTURE, tmp_path, dirs_exist_ok=True)
        for name, pairs in (changes or {}).items():
            path = tmp_path / "docs" / name
            text = path.read_text("utf-8") if path.exists() else ""
            for old, new in pairs:
                assert old in text, old
                text = text.replace(old, new) if old else new
            path.write_text(text, "utf-8")
        return open_guide(tmp_path, tmp_path / "docs", ("nl", "fr", "en"), "https://guide.example/")

    return make


@pytest.fixture
def guide(edit: Edit) -> Guide:
    return edit()
