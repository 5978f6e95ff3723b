"""The one owner of every workaround for mkdocs-static-i18n; the other hooks ask it for the language.

Each note below names what goes wrong without it (measured with mkdocs-static-i18n 1.3.1).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from copy import copy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from guide import switching
from guide.catalogue import Catalogue
from guide.contact import report_link
from guide.pages import fill
from guide.problems import Problem, ProblemsError
from guide.site import Guide, open_guide
from guide.strings import load, load_home

STATE = "guide_state"  # on the plugin object: it lives exactly as long as one build of all languages


def i18n(config: MkDocsConfig) -> Any:
    """The static-i18n plugin."""
    return config.plugins["i18n"]


def current(config: MkDocsConfig) -> str:
    """The language that is being built (the plugin knows it only from its own on_config on)."""
    plugin = i18n(config)
    return str(plugin.current_language or plugin.default_language)


def language_of(page: Page, config: MkDocsConfig) -> str:
    """The language of a page: a home language has pages, but no build of its own."""
    return str(getattr(page.file, "locale", None) or current(config))


def languages(config: MkDocsConfig) -> tuple[str, ...]:
    """The languages of the site, the source language first."""
    plugin = i18n(config)
    return tuple(sorted(plugin.build_languages, key=lambda code: code != plugin.default_language))


def site_names(config: MkDocsConfig) -> dict[str, str]:
    """The name of the site in every language, while the source language is built."""
    return {one.locale: one.site_name or config.site_name for one in i18n(config).config.languages}


def state(config: MkDocsConfig) -> dict[str, Any]:
    """What the hooks keep for one build."""
    plugin = i18n(config)
    if not hasattr(plugin, STATE):
        setattr(plugin, STATE, {})
    kept: dict[str, Any] = getattr(plugin, STATE)
    return kept


def only_language() -> str | None:
    """The one language that `make serve LANGUAGE=nl` asks for."""
    return os.environ.get("GUIDE_LANGUAGE")


def last_build(config: MkDocsConfig) -> bool:
    """True in the on_post_build (priority below -100) that comes after all languages."""
    return not i18n(config).building


def guide(config: MkDocsConfig) -> Guide:
    """The guide that is being built."""
    opened: Guide = state(config)["guide"]
    return opened


def catalogue(config: MkDocsConfig) -> Catalogue:
    """Everything that lists and cards may show, read once for all languages."""
    opened: Catalogue = state(config)["catalogue"]
    return opened


def fail(problems: Iterable[Problem], config: MkDocsConfig) -> None:
    """Stop the build with every fault at once; nothing when there is none."""
    faults = list(problems)
    if faults:
        raise PluginError("\n\n" + str(ProblemsError(faults, load(languages(config)[0]))))


_search_words: dict[str, Any] = {}
"""How the theme tells words apart in a language; the search plugin compiles the theme's texts anew to find out."""


def _open(config: MkDocsConfig) -> MkDocsConfig:
    kept, plugin = state(config), i18n(config)
    if plugin.building and not only_language():
        return _speak(config)
    kept.clear()
    root = Path(config.config_file_path).resolve().parent
    try:
        kept["guide"] = open_guide(root, Path(config.docs_dir), languages(config), config.site_url or "/")
        kept["catalogue"] = Catalogue(kept["guide"])
    except ProblemsError as error:
        raise PluginError("\n\n" + str(error)) from None
    if only_language() not in (None, *languages(config)):
        raise PluginError(f"LANGUAGE={only_language()}: {', '.join(languages(config))}")
    # Every build begins with the source language, or with the only one that was asked for.
    plugin.current_language = only_language()
    plugin.building = bool(only_language())  # makes the plugin believe that the other languages are done
    plugin.i18n_files_per_language.clear()
    plugin.search_entries.clear()
    return _speak(config)


def _speak(config: MkDocsConfig) -> MkDocsConfig:
    """The theme's language comes before the search plugin reads from it how words are told apart."""
    config.theme["language"] = current(config)
    search = config.plugins["material/search"].config
    search.lang = [current(config)]
    search.separator, search.pipeline = _search_words.get(current(config), (None, None))
    return config


@event_priority(-150)
def _after_i18n(config: MkDocsConfig) -> MkDocsConfig:
    """Our Markdown speaks the language; the menu has what exists in it."""
    now, search = current(config), config.plugins["material/search"].config
    _search_words[now] = search.separator, search.pipeline
    _teach_markdown(config, now)
    config.extra["scope"] = urlsplit(guide(config).site_url).path
    config.nav = catalogue(config).navigation(now)
    return config


def _teach_markdown(config: MkDocsConfig, language: str) -> None:
    """Boxes, terms and links at headings speak a language."""
    glossary, home = catalogue(config).glossary, language not in languages(config)
    terms = glossary.forms(language) if glossary and not home else {}
    title = load_home(language)["parents.heading_link"] if home else load(language)["site.heading_link"]
    named = "" if home else load(language)["share.section_named"]
    config.mdx_configs["guide.markdown"] = {"language": language, "terms": terms, "heading_link": named}
    config.mdx_configs["toc"] |= {"permalink_title": title}


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A page in a home language is rendered among those of the source language."""
    _teach_markdown(config, language_of(page, config))
    return markdown


on_config = CombinedEvent(event_priority(100)(_open), _after_i18n)


@event_priority(100)
def _before_i18n(files: Files, config: MkDocsConfig) -> Files:
    """Keep the source language's pages: links of a page to one that is not translated lead there.

    A page in a home language is added anew by hooks/parents.py: the plugin takes "ar" in its name for a word.
    """
    book = guide(config)
    home = tuple(f".{code}.md" for code in book.vocabulary.languages if code not in book.languages)
    for file in [file for file in files if home and file.src_uri.endswith(home)]:
        files.remove(file)
    if current(config) == book.source_language:
        codes = {f".{code}" for code in book.languages[1:]}
        state(config)["originals"] = {
            file.src_uri: copy(file)
            for file in files.documentation_pages()
            if Path(file.src_uri.removesuffix(".md")).suffix not in codes
        }
    return files


@event_priority(-300)
def _after_all(files: Files, config: MkDocsConfig) -> Files:
    """The plugin made its list for the sitemap before the generated pages were there."""
    i18n(config).i18n_files_per_language[current(config)] = files.documentation_pages()
    return files


on_files = CombinedEvent(_before_i18n, _after_all)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Compiled templates are kept: MkDocs makes a new environment for each language, and compiles anew."""
    folder = guide(config).cache / "jinja"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """A link to a page that this language lacks leads to the source language instead of nowhere."""
    if current(config) != guide(config).source_language:
        found, originals = files.get_file_from_path, state(config).get("originals", {})
        files.get_file_from_path = lambda path: found(path) or originals.get(path)  # type: ignore[method-assign]
    return nav


@event_priority(-200)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the islands of generated pages in."""
    return fill(html, state(config).get("islands", {}).get(page.file.src_uri, {}))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Templates get the language, its words, and the same page in the other languages."""
    alternates = {code: file.url for code, file in getattr(page.file, "alternates", {}).items()}
    words = load(guide(config).source_language)  # editors read what it says
    title = words.text("site.report_title", title=str(page.title), language=language_of(page, config))
    address = config.extra.get("report_url", "")
    if language_of(page, config) not in languages(config) and not address.startswith("mailto:"):
        address = ""  # a parent has no account with a host of code: the page says to tell the school
    report = report_link(address, title, page.canonical_url or "")
    return context | _language_context(config, alternates, language_of(page, config)) | {"report": report}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Pages that no Markdown makes (404) switch to the home page of a language, and name those of all the others."""
    now, parents = current(config), catalogue(config).parents_pages()
    elsewhere = switching.homes(guide(config), parents, now)
    homes = {one.code: one.url for one in elsewhere if one.code in languages(config)} | {now: guide(config).prefix(now)}
    return context | _language_context(config, homes, now) | {"elsewhere": elsewhere, "suggestions": []}


def _language_context(config: MkDocsConfig, urls: Mapping[str, str], now: str) -> dict[str, Any]:
    book, parents, home = guide(config), catalogue(config).parents_pages(), now not in languages(config)
    return {
        "language": now, "for_home": home, "guide": book, "prefix": book.prefix(now),
        "direction": book.vocabulary.languages[now].direction, "t": (load_home(now) if home else load(now)).text,
        "switch": switching.of_the_site(book, urls), "home_switch": switching.for_parents(book, urls),
        "suggestions": [] if only_language() else switching.suggestions(book, parents, urls, now),
        "for_parents": parents.get(now) or parents.get(book.source_language),
        "theme_language": now if _theme_speaks(config, now) else "en",
    }  # fmt: skip


def _theme_speaks(config: MkDocsConfig, language: str) -> bool:
    """Whether the theme has words in a language."""
    return any(Path(folder, "partials", "languages", f"{language}.html").exists() for folder in config.theme.dirs)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Every language has a 404 page of its own; the plugin lets the last one overwrite the root's (#284 #326 #349)."""
    prefix = guide(config).prefix(current(config))
    if template_name != "404.html" or not prefix:
        return output_content
    target = Path(config.site_dir, prefix, "404.html")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(output_content, "utf-8")
    return ""
