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


def test_a_style_sheet_takes_in_what_it_imports(tmp_path: Path) -> None:
    texts = {
        "all.css": '@import "first.css";\n@import "second.css";\n.a { color: black; }\n',
        "first.css": ".a { color: red; }\n",
        "second.css": '.b { background: url("../images/b.svg"); }\n',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    made = smaller({f"styles/{name}": tmp_path / name for name in texts}, MODULES)
    assert made["styles/all.css"].decode() == ".a{color:red}.b{background:url(../images/b.svg)}.a{color:#000}\n"
    assert made["styles/first.css"].decode() == ".a{color:red}\n"


def test_what_cannot_be_read_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "bad.mjs").write_text("const = ;", "utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        smaller({"bad.mjs": tmp_path / "bad.mjs"}, MODULES)
    assert smaller({}, tmp_path) == {}
