"""What scripts and styles of a site ask for in their turn: the modules that they import, and fonts by their letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# A static import or re-export, as it is written and as it is without spare room. What import() asks for comes later,
# when somebody wants it; tests/browser/test_weight.py sees to it that nothing else does.
_IMPORT = re.compile(
    r"""(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{},\s]+?\s*from\s*)?["']([^"'\n]+)["']""", re.MULTILINE
)
_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_RANGE = re.compile(r"U\+([0-9A-F?]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
_HEAD = re.compile(r"""--font-head\s*:\s*["']?([^"',;]+)""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Face:
    """A font of a style sheet. ranges: the first and the last code point of the letters for which it is fetched."""

    file: Path
    family: str
    italic: bool
    ranges: tuple[tuple[int, int], ...]

    def has(self, letters: Iterable[str]) -> bool:
        """Whether one of the letters is its own; white space asks for no font."""
        codes = [ord(letter) for letter in letters if not letter.isspace()]
        return any(first <= code <= last for code in codes for first, last in self.ranges)


def imported(modules: Iterable[Path]) -> frozenset[Path]:
    """The modules with everything that they import, and what that imports."""
    found: set[Path] = set()
    waiting = list(modules)
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += _imports(module)
    return frozenset(found)


@cache
def _imports(module: Path) -> tuple[Path, ...]:
    names = _IMPORT.findall(module.read_text("utf-8"))
    inner = ((module.parent / name).resolve() for name in names if name.startswith("."))
    return tuple(path for path in inner if path.is_file())


@cache
def faces(style: Path) -> tuple[Face, ...]:
    """The fonts of a style sheet that are fetched; those of the device are not."""
    return tuple(_faces(style, _COMMENT.sub("", style.read_text("utf-8"))))


@cache
def head_family(style: Path) -> str | None:
    """The typeface of headings, if the style sheet names it (the token `--font-head`)."""
    found = _HEAD.search(_COMMENT.sub("", style.read_text("utf-8")))
    return found[1].strip() if found else None


def _faces(style: Path, text: str) -> Iterator[Face]:
    for block in _FACE.findall(text):
        said = dict(part.split(":", 1) for part in block.split(";") if ":" in part and "url(" not in part)
        said = {name.strip(): value.strip() for name, value in said.items()}
        ranges = tuple(
            (int(first.replace("?", "0"), 16), int(last or first.replace("?", "F"), 16))
            for first, last in _RANGE.findall(said.get("unicode-range", "U+0-10FFFF"))
        )
        for address in _URL.findall(block)[:1]:
            file = (style.parent / address).resolve()
            if file.is_file():
                yield Face(file, said.get("font-family", "").strip("\"'"), said.get("font-style") == "italic", ranges)
