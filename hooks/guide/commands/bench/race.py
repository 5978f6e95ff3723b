"""The same sheets as PDF by Typst and by WeasyPrint, each in a process of its own.

Both make tagged PDF/UA-1 of the same words and blocks, warm, with all that comes after it (row headers). WeasyPrint
gets the sheet's own HTML with its pictograms and drawings in place, and a style sheet that it understands.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from guide.settings import guide_of
from guide.worksheets import pdf, read_all
from guide.worksheets.design import design
from guide.worksheets.html import html, symbols
from guide.worksheets.papers import MILLIMETRES
from guide.worksheets.view import View, view

ROUNDS = 2
GOAL = 5
_STYLE = Path(__file__).with_name("race.css")
_SYMBOL = re.compile(r'<symbol id="([^"]+)" ([^>]*)>(.*?)</symbol>', re.DOTALL)
_USE = re.compile(r'<use href="#([^"]+)"([^>]*)/>')


def missing() -> str | None:
    """What WeasyPrint lacks on this machine, in plain words; None when it runs."""
    done = subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, text=True)
    if done.returncode == 0:
        return None
    if "No module named" in done.stderr:
        return "WeasyPrint is not installed, so there is no ratio to it: `make bench` installs it."
    return (
        "WeasyPrint finds no pango on this machine, so there is no ratio to it. On Debian or Ubuntu:\n"
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )


def run(root: Path) -> None:
    """Print the ratio over all sheets, the lowest and the highest of a sheet, and what limits it."""
    ours, theirs = _measured("typst", root), _measured("weasyprint", root)
    ratios = {name: theirs[name]["all"] / ours[name]["all"] for name in ours}
    whole = sum(one["all"] for one in theirs.values()) / sum(one["all"] for one in ours.values())
    lowest, highest = min(ratios, key=ratios.__getitem__), max(ratios, key=ratios.__getitem__)

    def mean(of: dict[str, dict[str, float]], part: str) -> float:
        return 1000 * sum(one[part] for one in of.values()) / len(of)

    typst, text, rows = mean(ours, "all"), mean(ours, "text"), mean(ours, "rows")
    met = "met" if whole >= GOAL else "NOT met"
    print(
        f"Typst and WeasyPrint on the same {len(ours)} sheets: tagged PDF/UA-1, warm, one process each, processor time"
    )
    print(f"  Typst {typst:.0f} ms a sheet, WeasyPrint {mean(theirs, 'all'):.0f} ms")
    print(f"  Typst is {whole:.1f} times as fast (goal {GOAL}: {met}); median {median(ratios.values()):.1f}, "
          f"from {ratios[lowest]:.1f} ({lowest}) to {ratios[highest]:.1f} ({highest})")  # fmt: skip
    print(f"  its limits: Typst itself {typst - text - rows:.0f} ms, row headers in the tags (pikepdf) {rows:.0f} ms, "
          f"the sheet as data {text:.0f} ms")  # fmt: skip


def _measured(name: str, root: Path) -> dict[str, dict[str, float]]:
    command = [sys.executable, "-m", __name__, name, str(root)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found


def _seconds(make: Callable[[], Any]) -> float:
    start = time.process_time()  # of all threads: what else the machine does counts for neither
    make()
    return time.process_time() - start


def _typst(shown: View, modules: Path) -> dict[str, float]:
    made = b""

    def whole() -> None:
        nonlocal made
        made = pdf.pdf(shown, modules)

    return {
        "all": _seconds(whole),
        "text": _seconds(lambda: pdf.text(shown)),
        "rows": _seconds(lambda: pdf.with_row_headers(made)),
    }


def page(shown: View) -> str:
    """The sheet as a page of HTML, with what its symbols draw in place: WeasyPrint looks for them nowhere else."""
    drawn = {name: (frame, inside) for name, frame, inside in _SYMBOL.findall(str(symbols([shown])))}

    def in_place(match: re.Match[str]) -> str:
        frame, inside = drawn[match[1]]
        return f"<svg {frame}{match[2]}>{inside}</svg>"

    code = shown.languages[0]
    title = " – ".join(text for _, text in shown.worksheet.title.texts)
    return (
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body>{_USE.sub(in_place, html(shown))}</body></html>"
    )


def _weasyprint(root: Path) -> Callable[[View, Path], dict[str, float]]:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts, style = FontConfiguration(), _STYLE.read_text("utf-8")
    for package in design()["fonts"]:
        for path in sorted((root / "node_modules" / package).rglob("*.ttf")):
            weight = path.stem.rpartition("_")[2][:3]
            if weight in ("400", "700") and "Italic" not in path.stem:
                family = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", path.stem.partition("_")[0])
                style += (
                    f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{path.as_uri()}"); }}\n'
                )
    sheet = weasyprint.CSS(string=style, font_config=fonts)

    def measured(shown: View, modules: Path) -> dict[str, float]:
        width, height = MILLIMETRES[shown.worksheet.paper]
        paper = weasyprint.CSS(string=f"@page {{ size: {width}mm {height}mm; }}")
        return {"all": _seconds(lambda: weasyprint.HTML(string=page(shown)).write_pdf(
            stylesheets=[sheet, paper], font_config=fonts, pdf_variant="pdf/ua-1"))}  # fmt: skip

    return measured


def _child(name: str, root: Path) -> None:
    """Measures every sheet in the source language and prints the shortest seconds as JSON.

    Round after round through all sheets, not one sheet again and again: Typst remembers what it just laid out.
    """
    guide = guide_of(root)
    measure = _typst if name == "typst" else _weasyprint(root)
    views = {slug: view(guide, sheet) for slug, sheet in read_all(guide)[0].items()}
    rounds = [
        {slug: measure(shown, root / "node_modules") for slug, shown in views.items()} for _ in range(1 + ROUNDS)
    ][1:]  # the first one warms up
    shortest = {slug: min((one[slug] for one in rounds), key=lambda found: found["all"]) for slug in views}
    print(json.dumps(shortest))


if __name__ == "__main__":
    _child(sys.argv[1], Path(sys.argv[2]))
