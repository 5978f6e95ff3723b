"""The copies of a site for servers that send files compressed."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import brotli

from guide.compressed import compress, is_copy
from guide.permalinks.built import scan
from tests.support.project import files_of

PAGE = "<h2 id=kern>Kern</h2>" + "<p>Rust en lucht.</p>" * 200
NOISE = random.Random(8).randbytes(4000)  # nothing makes it smaller


def _site(folder: Path) -> Path:
    files = {
        "index.html": PAGE, "raad/index.html": PAGE, "klein.html": "<p>Kort</p>", "data.json": f"[{'1,' * 2000}1]",
        "prent.png": "x" * 4000, "blad.pdf": "y" * 4000, "f.woff2": "z" * 4000,
    }  # fmt: skip
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "ruis.txt").write_bytes(NOISE)
    return folder


def test_text_that_becomes_smaller_has_both_copies(tmp_path: Path) -> None:
    site = _site(tmp_path)
    before = files_of(site)
    made = compress(site)
    after = files_of(site)
    new = {name: content for name, content in after.items() if name not in before}
    assert {name: after[name] for name in before} == before
    assert set(new) == {
        f"{name}{end}" for name in ("index.html", "raad/index.html", "data.json") for end in (".br", ".gz")
    }
    for name, content in new.items():
        unpack = brotli.decompress if name.endswith(".br") else gzip.decompress
        assert unpack(content) == before[name.rpartition(".")[0]]
    assert made.files == 3
    assert made.size == sum(len(before[name]) for name in ("index.html", "raad/index.html", "data.json"))
    assert made.sizes == {
        end: sum(len(content) for name, content in new.items() if name.endswith(end)) for end in (".br", ".gz")
    }


def test_a_copy_is_as_old_as_its_file(tmp_path: Path) -> None:
    compress(_site(tmp_path))
    ages = {(tmp_path / f"index.html{end}").stat().st_mtime_ns for end in ("", ".br", ".gz")}
    assert len(ages) == 1


def test_the_same_files_give_the_same_bytes_and_old_copies_go(tmp_path: Path) -> None:
    first, second = _site(tmp_path / "a"), _site(tmp_path / "b")
    compress(first)
    (second / "klein.html.br").write_bytes(b"of a longer page")
    (second / "index.html.gz").write_bytes(b"of another page")
    (second / "lijst.gz").write_bytes(b"no copy: there is no such file")
    compress(second)
    compress(second)
    assert files_of(second) == files_of(first) | {"lijst.gz": b"no copy: there is no such file"}


def test_copies_are_no_files_of_the_site(tmp_path: Path) -> None:
    site = _site(tmp_path)
    before = scan(site)
    compress(site)
    assert scan(site) == before
    assert is_copy(site / "data.json.br") and not is_copy(site / "data.json")
