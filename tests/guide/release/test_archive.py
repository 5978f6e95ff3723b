"""The archive of a site and the checksums."""

from __future__ import annotations

import os
import subprocess
import tarfile
from pathlib import Path

import pytest

from guide.release.archive import SUMS, pack, sums
from guide.release.project import EARLIEST, moment, read_project
from tests.support.project import files_of

MOMENT = 1_795_305_600


def _site(folder: Path, mode: int, age: int) -> Path:
    for name in ("z.txt", "index.html", f"{'lang-' * 25}/index.html", "é/ü.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {name}", "utf-8")
        path.chmod(mode)
        os.utime(path, (age, age))
    return folder


def test_the_archive_is_the_site(tmp_path: Path) -> None:
    site, target = _site(tmp_path / "site", 0o600, 5), tmp_path / "a.tar.gz"
    pack(site, target, "gids-1.0", MOMENT)
    # With the tool that people have, not with the library that wrote it.
    subprocess.run(["tar", "-xzf", target, "-C", tmp_path], check=True)
    assert files_of(tmp_path / "gids-1.0") == files_of(site)
    with tarfile.open(target) as archive:
        entries = archive.getmembers()
    assert {(one.uid, one.gid, one.uname, one.gname, one.mtime) for one in entries} == {(0, 0, "", "", MOMENT)}
    assert {one.mode for one in entries if one.isfile()} == {0o644}
    assert {one.mode for one in entries if one.isdir()} == {0o755}
    names = [one.name for one in entries]
    assert names == sorted(names, key=lambda name: Path(name).parts) and names[0] == "gids-1.0"


def test_the_same_site_gives_the_same_archive(tmp_path: Path) -> None:
    first, second = tmp_path / "first.tar.gz", tmp_path / "second.tar.gz"
    pack(_site(tmp_path / "a", 0o600, 5), first, "gids-1.0", MOMENT)
    pack(_site(tmp_path / "b", 0o664, 9), second, "gids-1.0", MOMENT)
    assert first.read_bytes() == second.read_bytes()
    pack(tmp_path / "b", second, "gids-1.0", MOMENT + 1)
    assert first.read_bytes() != second.read_bytes()


def test_the_checksums_are_those_of_sha256sum(tmp_path: Path) -> None:
    (tmp_path / "a b.zip").write_bytes(b"zip")
    (tmp_path / "Caddyfile").write_bytes(b"")
    (tmp_path / SUMS).write_text(sums(tmp_path), "utf-8")
    assert sums(tmp_path) == (tmp_path / SUMS).read_text("utf-8"), "they do not count themselves"
    check = ["sha256sum", "--check", "--strict", SUMS]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "Caddyfile: OK\na b.zip: OK\n")
    (tmp_path / "a b.zip").write_bytes(b"zap")
    assert subprocess.run(check, cwd=tmp_path, capture_output=True).returncode == 1


def test_a_project_has_a_name_and_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "gids"\nversion = "1.2.0"\n', "utf-8")
    project = read_project(tmp_path)
    assert (project.title, project.license, project.moment) == ("gids-1.2.0", "", EARLIEST)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    assert moment(tmp_path) == MOMENT
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert moment(tmp_path) == EARLIEST, "no archive can hold an earlier one"


def test_without_a_choice_the_moment_is_that_of_the_last_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "x")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "x@klein.be")
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{MOMENT} +0200")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "-C", tmp_path, "commit", "-q", "--allow-empty", "-m", "x"], check=True)
    assert moment(tmp_path) == MOMENT
