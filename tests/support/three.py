"""A small guide in Dutch, French and English with one of everything, to build in seconds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from tests.guide.translations.small import FILES
from tests.support.guides import SMALL, write
from tests.support.project import copy_project, run

MORE = "en"


def three_languages(target: Path) -> Path:
    """A project with the machinery of the real one and the content of the small guide.

    English says what French says. There is a sheet for parents, in Arabic too.
    """
    copy_project(target, docs=False)
    made = {}
    for name, text in {**FILES, "vocabulary.yml": SMALL.read_text("utf-8")}.items():
        if name.endswith((".fr.md", ".fr.yml")):
            made[name.replace(".fr.", f".{MORE}.")] = text
        elif name.endswith(".yml"):
            data = _with_english(yaml.load(text, Loader=yaml.CSafeLoader))
            if name == "vocabulary.yml":
                data["languages"][MORE] = {"native": "English", "name": dict.fromkeys(("nl", "fr", MORE), "English")}
            text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        made[name] = text
    write(target / "docs", made)
    stamped = run(target, sys.executable, "-m", "guide", "stamp")
    assert stamped.returncode == 0, stamped.stderr
    return target


def _with_english(data: Any) -> Any:
    """The same data; whatever is there in Dutch and French is there in English too."""
    if isinstance(data, list):
        return [_with_english(one) for one in data]
    if not isinstance(data, dict):
        return data
    found = {key: _with_english(one) for key, one in data.items()}
    return found | {MORE: found["fr"]} if isinstance(found.get("fr"), str) else found
