"""Scripts and styles as they are published."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from guide.minify import smaller
from tests.support.project import ROOT

MODULES = ROOT / "node_modules"


def test_each_file_stays_a_file_and_keeps_what_it_does(tmp_path: Path) -> None:
    sources = {
        "a/one.mjs": '// A comment.\nimport { two } from "./two.mjs";\nexport const word = () => `${two} é`;\n',
        "a/worker.js": '// Classic.\nimportScripts("x.js");\nvar kept = 1;\n',
        "b/look.css": "/* A comment. */\n.a { color: #ff0000; }\n@media print { .a { color: black } }\n",
    }
    for name, text in sources.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    made = {name: data.decode() for name, data in smaller({n: tmp_path / n for n in sources}, MODULES).items()}
    assert made.keys() == sources.keys()
    assert made["a/one.mjs"] == 'import{two as o}from"./two.mjs";export const word=()=>`${o} é`;\n'
    assert made["a/worker.js"] == 'importScripts("x.js");var kept=1;\n'
    assert made["b/look.css"] == ".a{color:red}@media print{.a{color:#000}}\n"


def test_what_cannot_be_read_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "bad.mjs").write_text("const = ;", "utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        smaller({"bad.mjs": tmp_path / "bad.mjs"}, MODULES)
    assert smaller({}, tmp_path) == {}
