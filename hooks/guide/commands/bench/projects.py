"""Projects to measure with: a copy of this one, one with more in it, and one without any hook."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

from guide.catalogue import Catalogue
from guide.partners import partner_ids
from guide.permalinks.built import scan
from guide.permalinks.register import FILE
from guide.settings import guide_of
from guide.worksheets.read import slugs

COPIED = ("mkdocs.yml", "package.json", "package-lock.json", "pyproject.toml", "docs", "hooks", "overrides")


class _Text(HTMLParser):
    """Collects the text of an article, a paragraph an element."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.depth and data.strip():
            self.parts.append(re.sub(r"[<>{}\[\]#*_`]", " ", data.strip()))


def copied(root: Path, target: Path) -> Path:
    """This project in another folder, without what it keeps."""
    target.mkdir(parents=True)
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (root / name).exists():
            shutil.copy2(root / name, target / name)
    (target / "node_modules").symlink_to(root / "node_modules")
    return target


def grown(project: Path, times: int) -> Path:
    """The project, changed: everything of which there can be more is there `times` times, under other names."""
    guide = guide_of(project)
    catalogue = Catalogue(guide)
    pages = [page.uri.removesuffix(".md") for kind in ("method", "case") for page in catalogue.of_kind(kind)]
    pages += [f"{catalogue.folder('partner')}/{one}" for one in partner_ids(guide)]
    for uri in pages:
        for path in (guide.docs / uri).parent.glob(f"{Path(uri).name}.*"):
            for number in range(2, times + 1):
                shutil.copy2(path, path.with_name(f"{Path(uri).name}-{number}{''.join(path.suffixes)}"))
    for slug in slugs(guide):
        folder = guide.docs / catalogue.folder("worksheet") / slug
        for number in range(2, times + 1):
            shutil.copytree(folder, folder.with_name(f"{slug}-{number}"))
    # With so many partners other sites get no list of them, and the register would miss its address.
    (guide.docs / FILE).unlink(missing_ok=True)
    return project


def bare(project: Path, site: Path, target: Path, only: str | None = None) -> int:
    """A project without hooks that has every page of a built site as Markdown; returns how many.

    only: the language of which it has pages; None: all of the site's.
    """
    guide = guide_of(project)
    letters = {kind.letter for kind in guide.vocabulary.kinds.values()}
    pages = [url for url in scan(site).pages if url.partition("/")[0] not in letters]
    number = 0
    for url in pages:
        language = next((code for code in guide.languages[1:] if url.startswith(f"{code}/")), guide.source_language)
        if only not in (None, language):
            continue
        stem = url.removeprefix(guide.prefix(language)).removesuffix("/").removeprefix(".")
        suffix = "" if language == guide.source_language else f".{language}"
        children = any(other != url and other.startswith(url) for other in pages)
        path = target / "docs" / (f"{stem}/index{suffix}.md" if children or not stem else f"{stem}{suffix}.md")
        text = _Text()
        text.feed((site / url / "index.html").read_text("utf-8"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {stem or 'index'}\n\n" + "\n\n".join(text.parts) + "\n", "utf-8")
        number += 1
    codes = [only] if only else list(guide.languages)
    languages = "".join(
        f"        - {{locale: {code}, name: {code}, default: {str(code == codes[0]).lower()}}}\n" for code in codes
    )
    (target / "mkdocs.yml").write_text(
        "site_name: bare\nsite_url: https://bare.example/\ntheme: {name: material, font: false}\nplugins:\n  - search\n"
        f"  - i18n:\n      docs_structure: suffix\n      languages:\n{languages}",
        "utf-8",
    )
    return number
