"""Pages and files that no editor wrote as such: hooks add them to the build of a language through these functions.

The owner of what mkdocs-static-i18n does with files that do not lie under docs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import languages
from guide.pages import GeneratedPage
from guide.site import Guide


def add_page(config: MkDocsConfig, files: Files, uri: str, pages: Mapping[str, GeneratedPage]) -> None:
    """Add a generated page in the language that is being built; it knows its other languages.

    A file that does not lie under docs is dropped by the plugin (#263), so it comes after it, dressed as its own.
    """
    book, now = languages.guide(config), languages.current(config)
    if now not in pages:
        return
    made = _files(config, book, uri, pages)
    files.append(made[now])
    languages.state(config).setdefault("islands", {})[made[now].src_uri] = pages[now].islands


def add_home_pages(config: MkDocsConfig, files: Files, uri: str, pages: Mapping[str, GeneratedPage]) -> None:
    """Add a page in home languages, once; the page that is there in the languages of the site knows of them."""
    made = _files(config, languages.guide(config), uri, pages)
    for file in files:
        if getattr(file, "norm_src_uri", None) == uri:
            file.alternates = {**file.alternates, **made}  # type: ignore[attr-defined]
            for one in made.values():
                one.alternates = file.alternates  # type: ignore[attr-defined]
    if languages.current(config) == languages.guide(config).source_language:
        for code, file in made.items():
            files.append(file)
            languages.state(config).setdefault("islands", {})[file.src_uri] = pages[code].islands


def _files(config: MkDocsConfig, book: Guide, uri: str, pages: Mapping[str, GeneratedPage]) -> dict[str, File]:
    """The files of a generated page by language, each with what the plugin writes on its own."""
    made: dict[str, File] = {}
    for language in pages:
        suffix = "" if language == book.source_language else f".{language}"
        file = File.generated(config, f"{uri.removesuffix('.md')}{suffix}.md", content=_front(pages[language]))
        file.dest_uri = book.page_url(uri, language) + "index.html"
        for derived in ("abs_dest_path", "url"):
            file.__dict__.pop(derived, None)
        file.name = uri.removesuffix(".md").rpartition("/")[2]
        localization = None if language == book.source_language else language
        vars(file).update(
            locale=language, locale_alternate_of=language, localization=localization, norm_src_uri=uri, alternates=made,
            edit_uri=pages[language].source or None,
        )  # fmt: skip
        made[language] = file
    return made


def add_file(config: MkDocsConfig, files: Files, uri: str, content: bytes | str) -> None:
    """Add a file that all languages share: once, with the language that is built first."""
    if languages.current(config) == (languages.only_language() or languages.guide(config).source_language):
        files.append(File.generated(config, uri, content=content))


def _front(page: GeneratedPage) -> str:
    """The page as Markdown with front matter; JSON is YAML, so nothing in a text can break out."""
    meta = {"title": page.title, "description": page.description, "template": page.template, "generated": True}
    return "---\n" + json.dumps(meta | dict(page.data), ensure_ascii=False) + "\n---\n" + page.markdown
