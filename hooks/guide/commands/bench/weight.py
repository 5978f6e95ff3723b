"""What the pages weigh, with the budgets, and the bare theme beside them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guide.settings import guide_of
from guide.weight import PARTS, Scale, Weight, brotli_size, gzip_size

KB = 1024
OWN = "overrides"


def run(root: Path, site: Path, bare: Path | None = None) -> None:
    """Print the heaviest page of each folder with its parts. bare: a site of the theme alone, to compare with."""
    limits = guide_of(root).vocabulary.budgets
    scale, dense = Scale(site, root / OWN), Scale(site, root / OWN, brotli_size)
    weights = {path: scale.weigh(path) for path in scale.pages()}
    heaviest = _heaviest(weights)
    print(f"first view of {len(weights)} pages, the heaviest of each folder, in KB:")
    print(f"  gzip -9, brotli -q 11; in gzip {', '.join(PARTS)}")
    for folder, path in sorted(heaviest.items()):
        weight = weights[path]
        parts = " ".join(f"{size / KB:5.1f}" for size in weight.parts.values())
        other = dense.weigh(path).first_view
        print(f"  {folder:22} {weight.first_view / KB:5.0f} {other / KB:5.0f}  {parts}  {weight.url}")
    _budget("first view", (one.first_view for one in weights.values()), limits.first_view)
    _budget("scripts of our own", (one.parts["own"] for one in weights.values()), limits.own_scripts)
    _budget("pictures at once", (one.pictures for one in weights.values()), limits.pictures)
    _budget("one picture", (one.heaviest[1] for one in weights.values()), limits.picture)
    home = weights[scale.site / "index.html"]
    if bare and (bare / "index.html").exists():
        theirs = Scale(bare, bare, gzip_size).weigh(bare.resolve() / "index.html")
        ours, bare_home = home.first_view / KB, theirs.first_view / KB
        print(
            f"  home of the guide {ours:.0f} KB, of the theme alone {bare_home:.0f} KB (without fonts): "
            f"{ours / bare_home:.2f}, without our fonts {(ours - home.parts['fonts'] / KB) / bare_home:.2f}"
        )


def _heaviest(weights: dict[Path, Weight]) -> dict[str, Path]:
    """The page with the largest first view in each folder of the site; the languages of the site as one."""
    found: dict[str, Path] = {}
    for path, weight in weights.items():
        folder = weight.url.split("/")[0] if "/" in weight.url else "home"
        if folder not in found or weight.first_view > weights[found[folder]].first_view:
            found[folder] = path
    return found


def _budget(name: str, sizes: Iterable[int], most: int) -> None:
    largest = max(sizes) / KB
    print(f"  {name}: at most {largest:.1f} KB of {most} ({'met' if largest <= most else 'NOT met'})")
