"""A typing error mended in the source text makes no translation old: this says so, for those that were of today."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from guide import worksheets
from guide.catalogue import Catalogue
from guide.content.read import digest
from guide.site import Guide
from guide.source import read_markdown
from guide.translations.ledger import read_ledger, stamped, write_ledger
from guide.translations.stamps import stamp_page
from guide.translations.units import Unit, units


@dataclass(frozen=True)
class Result:
    """What became of a source file. name: of the page, sheet or unit.

    stamped: the languages that follow it again. older: those that were of an older text already, and stay so.
    """

    name: str
    stamped: tuple[str, ...]
    older: tuple[str, ...]


class NoHistoryError(Exception):
    """The project has no history in which to find what the text was before."""


def keep_translations(catalogue: Catalogue, path: Path) -> list[Result] | None:
    """Write down that what changed last in a source file does not change its meaning.

    Only translations of the text as it was just before follow the new one; those that were outdated stay so.
    None when the file holds no source text. NoHistoryError without git.
    """
    guide = catalogue.guide
    inside = path.resolve().relative_to(guide.docs.resolve()).as_posix() if _is_inside(guide, path) else ""
    if inside in catalogue.pages:
        return [_page(catalogue, inside, path)]
    if inside.endswith(f"/{worksheets.SOURCE_NAME}"):
        return [_sheet(guide, path)]
    found = [unit for unit in units(guide) if guide.root / unit.file == path.resolve()]
    return _units(guide, path, found) if found else None


def _is_inside(guide: Guide, path: Path) -> bool:
    return path.resolve().is_relative_to(guide.docs.resolve())


def _page(catalogue: Catalogue, uri: str, path: Path) -> Result:
    guide, pages = catalogue.guide, catalogue.pages[uri]
    now = pages[guide.source_language].digest
    old = {code: page.front for code, page in pages.items() if not page.current}
    before = _before(guide, path, lambda older: _page_digest(older.docs / uri, older), now) if old else None
    same = tuple(code for code, front in old.items() if _recorded(front) == before)
    for code in same:
        stamp_page(guide.source_file(uri, code), now, None)
    return Result(uri.removesuffix(".md"), same, tuple(code for code in old if code not in same))


def _recorded(front: object) -> str | None:
    state = getattr(front, "translation", None)
    return state.source if state else ""


def _page_digest(path: Path, guide: Guide) -> str | None:
    source = read_markdown(path, guide.root, [])
    return digest(source) if source else None


def _sheet(guide: Guide, path: Path) -> Result:
    slug = path.resolve().parent.name
    same, older = list[str](), list[str]()
    for code, recorded in worksheets.recorded(guide, slug).items():
        now = worksheets.source_digest(guide, slug, code)
        if recorded != now:
            before = _before(guide, path, partial(worksheets.source_digest, slug=slug, language=code), now)
            (same if recorded == before else older).append(code)
    for code in same:
        worksheets.stamp(guide, slug, code)
    return Result(slug, tuple(same), tuple(older))


def _units(guide: Guide, path: Path, found: list[Unit]) -> list[Result]:
    ledger, results = read_ledger(guide, []), []
    for unit in found:
        same, older = list[str](), list[str]()
        for code in unit.languages:
            if ledger.state(unit, code) == "outdated":
                before = _before(guide, path, partial(_unit_digest, name=unit.name, language=code), unit.digests[code])
                (same if before and ledger.follows(unit, code, before) else older).append(code)
        ledger = stamped(ledger, [unit], same, None)
        results.append(Result(unit.name, tuple(same), tuple(older)))
    write_ledger(guide, ledger, units(guide))
    return results


def _unit_digest(guide: Guide, name: str, language: str) -> str | None:
    found = next((unit for unit in units(guide) if unit.name == name), None)
    return found.digest(language) if found else None


def _before(guide: Guide, path: Path, digest_of: Callable[[Guide], str | None], now: str | None) -> str | None:
    """The digest of the text as it was before it became what it is; None when it never was anything else.

    digest_of: gets a guide that holds nothing but the file, as it was.
    """
    name = path.resolve().relative_to(guide.root.resolve())
    for text in _versions(guide, name):
        with tempfile.TemporaryDirectory() as place:
            root = Path(place).resolve()
            (root / name).parent.mkdir(parents=True)
            (root / name).write_text(text, "utf-8")
            docs = root / guide.docs.resolve().relative_to(guide.root.resolve())
            found = digest_of(replace(guide, root=root, docs=docs))
        if found and found != now:
            return found
    return None


def _versions(guide: Guide, name: Path) -> Iterator[str]:
    """The file as it was committed, the newest first."""
    for commit in _git(guide, "log", "--format=%H", "--", name.as_posix()).split():
        yield _git(guide, "show", f"{commit}:./{name.as_posix()}")


def _git(guide: Guide, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=guide.root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoHistoryError from error
    return done.stdout.decode("utf-8")
