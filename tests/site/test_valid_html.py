"""Every page and stylesheet is valid, by the checker that the W3C uses (Nu): not even a warning."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.support.pages import Site
from tests.support.project import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
ALLOWED = Path(__file__).with_name("valid_html.txt")


def _check(*paths: Path, allowed: Path | None = ALLOWED) -> list[str]:
    """All that the checker says of files, and of the pages and stylesheets in folders."""
    command = ["java", "-jar", str(CHECKER), "--Werror", "--also-check-css", "--skip-non-html"]
    options = ["--filterfile", str(allowed)] if allowed else []
    done = subprocess.run([*command, *options, *map(str, paths)], capture_output=True, text=True, timeout=600)
    said = (done.stdout + done.stderr).splitlines()
    assert bool(said) == bool(done.returncode), said
    return said


def test_every_page_and_stylesheet_is_valid(site: Site) -> None:
    assert _check(site.root) == []


def test_the_checker_finds_faults_in_pages_and_stylesheets(tmp_path: Path, site: Site) -> None:
    card = site.file("embed/a/communicatie/").read_text("utf-8")
    broken = card.replace("<h1>", '<h1 dir="x">').replace("</body>", "<section><p>x</p></section></body>")
    (tmp_path / "card.html").write_text(broken, "utf-8")
    (tmp_path / "style.css").write_text("p { colour: red; }", "utf-8")
    said = "\n".join(_check(tmp_path))
    assert "Bad value “x” for attribute “dir”" in said
    assert "Section lacks heading" in said
    assert "“colour”: Property “colour” doesn't exist" in said


def test_what_is_allowed_is_still_said(site: Site) -> None:
    some = site.root / "assets" / "stylesheets", site.file("aanbevelingen/communicatie/")
    said = [re.split("(?:error|warning): ", line, maxsplit=1)[1] for line in _check(*some, allowed=None)]
    rules = [line for line in ALLOWED.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert [rule for rule in rules if not any(re.fullmatch(rule, line) for line in said)] == []
