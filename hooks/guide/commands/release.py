"""`make release-check` and `make release`: what must be true before the guide is published."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

from guide import faults
from guide.catalogue import Catalogue
from guide.permalinks.built import scan
from guide.permalinks.check import check
from guide.permalinks.register import read_register, registered, write
from guide.problems import Problem, report
from guide.settings import Settings
from guide.site import Guide
from guide.translations import language, whole
from guide.weight import find_problems as find_weights

_PLACEHOLDERS = (".example", ".test", ".invalid", ".localhost")


def is_placeholder(url: str) -> bool:
    """True for an address that nobody can own: those reserved by RFC 2606, a number, or none at all."""
    host = urlsplit(url).hostname or ""
    if host.replace(".", "").isdigit() or ":" in host:
        return True
    return not host or host == "localhost" or host.endswith(_PLACEHOLDERS) or host.removeprefix("www.") in {
        "example.com", "example.net", "example.org",
    }  # fmt: skip


def check_addresses(guide: Guide, settings: Settings) -> int:
    """1 when an address is a placeholder: what is printed or linked with it would lead nowhere."""
    wrong = {"site_url": settings.site_url, "repo_url": settings.repo_url}
    wrong = {key: url for key, url in wrong.items() if is_placeholder(url)}
    for key, url in wrong.items():
        print(guide.editor_strings.text("release.placeholder", key=key, url=url), file=sys.stderr)
    return int(bool(wrong))


def register(guide: Guide, site: Path) -> int:
    """Add everything that the built site holds to the register."""
    problems: list[Problem] = []
    before, _ = read_register(guide, problems)
    if problems:
        print(report(problems, guide.editor_strings))
        return 1
    after = registered(guide, scan(site), before)
    write(guide, after)
    print(guide.editor_strings.text("release.registered", pages=str(len(after.pages)), files=str(len(after.files))))
    return 0


def run(guide: Guide, site: Path) -> int:
    """Is every translation whole and in its own language, and is every published address there?

    Everything that is wrong is told at once. Outdated translations are only mentioned, because the site says so itself;
    so are new addresses: an editor may add a page without knowing of the register, and `make release` adds them.
    """
    strings, catalogue = guide.editor_strings, Catalogue(guide)
    problems = [*faults.find_problems(catalogue), *whole.find_problems(catalogue)]
    judged = language.available()
    if judged:
        problems += language.find_problems(catalogue)
    before, _ = read_register(guide, [])  # its faults are among those of the content
    built = scan(site)
    check(guide, built, problems)
    problems += find_weights(guide, site)
    if problems:
        print(report(problems, strings))
    for row in whole.find_outdated(catalogue):
        print(strings.text("release.outdated", file=row.file, language=row.language, original=row.name))
    if not judged:
        print(strings["release.not_read"], file=sys.stderr)
    if registered(guide, built, before) != before:
        print(strings["release.unregistered"])
    if is_placeholder(guide.site_url):
        print(strings.text("release.placeholder", key="site_url", url=guide.site_url))
    if problems or not judged:
        return 1
    print(strings["release.fine"])
    return 0
