"""The budgets: what a page may weigh. They stand in docs/vocabulary.yml under `budgets`, or are those of the model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.problems import Problem, relative
from guide.site import Guide
from guide.weight.scale import Scale, Weight

KB = 1024
OWN = "overrides"
_PICTURES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}
_SOURCES = ("hooks", OWN, "mkdocs.yml", "package.json")


def find_problems(guide: Guide, site: Path) -> list[Problem]:
    """A fault for every page of a built site that weighs more than it may, by size and never by time."""
    scale = Scale(site, guide.root / OWN)
    return [fault for path in scale.pages() for fault in _faults(guide, scale.weigh(path), relative(path, guide.root))]


def _faults(guide: Guide, weight: Weight, file: str) -> Iterator[Problem]:
    limits = guide.vocabulary.budgets
    if weight.first_view > limits.first_view * KB:
        sizes = {name: _kb(size) for name, size in weight.parts.items()}
        yield Problem(file, 1, "page_heavy", {"size": _kb(weight.first_view), "most": limits.first_view, **sizes})
    if weight.parts["own"] > limits.own_scripts * KB:
        yield Problem(file, 1, "scripts_heavy", {"size": _kb(weight.parts["own"]), "most": limits.own_scripts})
    if weight.pictures > limits.pictures * KB:
        yield Problem(file, 1, "pictures_heavy", {"size": _kb(weight.pictures), "most": limits.pictures})
    address, size = weight.heaviest
    if size > limits.picture * KB:
        yield Problem(file, 1, "picture_heavy", {"picture": address, "size": _kb(size), "most": limits.picture})


def heavy_pictures(guide: Guide) -> Iterator[Problem]:
    """A fault for every picture of an editor that weighs more than one may; it takes no build to see that."""
    most = guide.vocabulary.budgets.picture
    for path in sorted(guide.docs.rglob("*")):
        if path.suffix.lower() in _PICTURES and path.is_file() and (size := path.stat().st_size) > most * KB:
            values = {"picture": path.name, "size": _kb(size), "most": most}
            yield Problem(relative(path, guide.root), 1, "picture_heavy", values)


def _kb(size: int) -> str:
    """Whole KB, rounded up: what is too much never reads as the limit itself."""
    return str(-(-size // KB))


def is_current(guide: Guide, site: Path) -> bool | None:
    """Whether the build is of today's sources; None when there is none. A file that was touched counts as changed."""
    made = site / "404.html"
    if not made.exists():
        return None
    return made.stat().st_mtime >= max(map(_changed, (guide.docs, *(guide.root / name for name in _SOURCES))))


def _changed(path: Path) -> float:
    """When a file, or the newest file in a folder, was last written; 0 when there is none."""
    files = [path] if path.is_file() else path.rglob("*")
    kept = (one for one in files if one.is_file() and "__pycache__" not in one.parts)
    return max((one.stat().st_mtime for one in kept), default=0)
