"""What MkDocs was called for.

It says so only when it starts, to hooks that ask; hooks/aside.py, the first of them, notes it.
"""

from __future__ import annotations

_said: dict[str, bool] = {}


def note(command: str, dirty: bool) -> None:
    """Keep what `on_startup` gets."""
    _said.update(serves=command == "serve", anew=command != "serve" and not dirty)


def serves() -> bool:
    """Whether `mkdocs serve` was called, which puts a script of its own in every page."""
    return _said.get("serves", False)


def builds_anew() -> bool:
    """Whether a whole site is built into an empty folder; not when a program builds without a command."""
    return _said.get("anew", False)
