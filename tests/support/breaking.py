"""The whole small guide of `tests/support/whole`, and ways to spoil a copy of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

WHOLE = Path(__file__).parent / "whole"


def whole(target: Path) -> Path:
    """A copy of the whole guide: its settings, and docs with one of everything."""
    return Path(shutil.copytree(WHOLE, target, ignore=shutil.ignore_patterns(".cache", "site")))


def spoil(root: Path, changes: list[dict[str, Any]]) -> None:
    """Make the changes of a case in the guide at `root`. Each names a file, and below another key what becomes of it.

    AssertionError when a change finds no place.
    """
    for change in changes:
        path = root / change["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        for key, make in _WAYS.items():
            if key in change:
                make(path, change, root)
                break
        else:
            raise AssertionError(f"{change}: says nothing to do")


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def _replace(path: Path, change: dict[str, Any], _: Path) -> None:
    text = _text(path)
    assert text.count(change["old"]) == 1, f"{path.name}: {change['old']!r} stands there {text.count(change['old'])}×"
    _write(path, text.replace(change["old"], change["new"]))


def _remove(path: Path, _: dict[str, Any], __: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _instead(make: Callable[[Path, dict[str, Any]], None]) -> Callable[[Path, dict[str, Any], Path], None]:
    """Something else in place of what is there."""

    def made(path: Path, change: dict[str, Any], root: Path) -> None:
        _remove(path, change, root)
        make(path, change)

    return made


def _copy(path: Path, change: dict[str, Any], root: Path) -> None:
    shutil.copyfile(root / change["copy"], path)


def _repeat(change: dict[str, Any]) -> str:
    before, piece, times, after = change["repeat"]
    return str(before + piece * times + after)


_WAYS: dict[str, Callable[[Path, dict[str, Any], Path], None]] = {
    "old": _replace,
    "append": lambda path, change, _: _write(path, _text(path) + change["append"]),
    "longer": lambda path, change, _: _write(
        path, _text(path).replace(change["longer"], change["longer"] + "z" * change["letters"])
    ),
    "encode": lambda path, change, _: path.write_bytes(_text(path).encode(change["encode"])) and None,
    "ends": lambda path, change, _: path.write_bytes(_text(path).replace("\n", change["ends"]).encode()) and None,
    "copy": _copy,
    "remove": _remove,
    "locked": lambda path, _, __: path.chmod(0),
    "text": _instead(lambda path, change: _write(path, change["text"])),
    "repeat": _instead(lambda path, change: _write(path, _repeat(change))),
    "hex": _instead(lambda path, change: path.write_bytes(bytes.fromhex(change["hex"])) and None),
    "link": _instead(lambda path, change: path.symlink_to(change["link"])),
    "pipe": _instead(lambda path, _: os.mkfifo(path)),
    "folder": _instead(lambda path, _: path.mkdir(parents=True)),
}
"""By key, in the order in which they are looked for."""
