"""Pages that stand by themselves are valid HTML, by the checker that the W3C uses (Nu): not even a warning."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.support.pages import Site
from tests.support.project import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def _check(*paths: str) -> subprocess.CompletedProcess[str]:
    command = ["java", "-jar", str(CHECKER), "--Werror", "--also-check-css", *paths]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def test_cards_and_short_addresses_are_valid(site: Site) -> None:
    cards = [str(site.root / prefix / "embed") for prefix in ("", "fr", "en")]
    lists = [str(site.file(f"{prefix}partners/embed/")) for prefix in ("", "fr/", "en/")]
    short = [str(site.file(url)) for url in ("a/communicatie/", "m/gesprekstool/", "p/foyer/", "w/gesprekstool/talen/")]
    sheet = str(site.root / "assets/stylesheets/embed.css")
    done = _check(*cards, *lists, *short, sheet)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_checker_finds_faults(tmp_path: Path, site: Site) -> None:
    card = site.file("embed/a/communicatie/").read_text("utf-8")
    broken = tmp_path / "broken.html"
    broken.write_text(card.replace("<h1>", '<h1 dir="x">'), "utf-8")
    done = _check(str(broken))
    assert done.returncode == 1 and "Bad value “x” for attribute “dir”" in done.stderr
