"""`make new language=so`: all that parents get in a new language, ready to be translated."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from babel import Locale, UnknownLocaleError

from guide import strings
from guide.catalogue import Catalogue
from guide.commands.drafts import add_entry, comment, count, draft, empty, flow, part_of
from guide.content.read import WrittenPage
from guide.problems import relative
from guide.site import Guide
from guide.source import read_lines, read_yaml, write_lines
from guide.translations.stamps import untranslated
from guide.vocabulary import read_vocabulary
from guide.worksheets import read_all
from guide.worksheets.model import Sheet, texts
from guide.worksheets.read import NAME, folder

Line = tuple[bool, str]
"""Whether something is to be done about a file, and what is said of it."""

_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_FACTS = re.compile(r"<!--.*?-->\n*", re.DOTALL)
_FRONT = ("title", "description")


def run(guide: Guide, code: str) -> int:
    """Write what is not there yet and say what is; 1 when the code is no language, or one of the site.

    What somebody wrote is never changed. New words are put below the others, what is new in a sheet is told.
    """
    said = guide.editor_strings
    if code in guide.languages:
        print(said.text("new.language.of_site", id=code), file=sys.stderr)
        return 1
    if code not in guide.vocabulary.languages:
        entry = _entry(code, guide.languages)
        if entry is None:
            print(said.text("new.language.unknown", id=code), file=sys.stderr)
            return 1
        path = guide.docs / "vocabulary.yml"
        line = add_entry(path, "languages", code, entry)
        print(said.text("new.language.added", file=relative(path, guide.root), line=line))
        guide = replace(guide, vocabulary=read_vocabulary(guide.docs, guide.root, guide.languages))
    found = [*_words(guide, code), *_page(guide, code), *_sheets(guide, code)]
    print("\n".join(line for _, line in found))
    if any(to_do for to_do, _ in found):
        print("\n" + _next(guide, code))
    return 0


def _next(guide: Guide, code: str) -> str:
    """How to go on."""
    page = guide.vocabulary.parents_page
    files = [relative(guide.source_file(page, code), guide.root)] if page else []
    files.append(f"{relative(folder(guide), guide.root)}/*/{NAME}.{code}.yml")
    words = relative(strings.FOLDER / f"{code}.yml", strings.FOLDER.parents[2])
    values = {"code": code, "words": words, "files": " ".join(files)}
    return guide.editor_strings.text("new.language.next", **values).rstrip()


def _entry(code: str, languages: tuple[str, ...]) -> dict[str, Any] | None:
    """The entry of a language in the vocabulary, from what Babel knows of it; None when it does not know it."""
    if not _CODE.fullmatch(code):
        return None
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    english = locale.get_display_name("en") or code
    native = locale.get_display_name() or english
    names = {one: locale.get_display_name(one) or english for one in languages}
    direction = {"direction": "rtl"} if locale.text_direction == "rtl" else {}
    return {"native": native[:1].upper() + native[1:], "name": names, **direction}


def _words(guide: Guide, code: str) -> Iterator[Line]:
    """The words that stand on the pages for parents and at the edge of their sheets."""
    said, path, project = guide.editor_strings, strings.FOLDER / f"{code}.yml", strings.FOLDER.parents[2]
    file, source = relative(path, project), strings.load(guide.source_language).words
    there = path.exists()
    if there and not isinstance(getattr(read_yaml(path, project, []), "data", None), dict):
        yield True, said.text("new.language.faulty", file=file)
        return
    known = strings.keys(code) if there else frozenset()
    new = [key for key in strings.home_keys() if key not in known]
    lines = [line for key in new for line in empty(key, source[key])]
    if not there:
        head = comment(said["new.language.words_head"])
        write_lines(path, "\n".join([*head, "", *lines]) + "\n", "\n")
        yield True, said.text("new.language.written", file=file, number=str(len(new)))
        return
    if new:
        text, end = read_lines(path)
        write_lines(path, text.rstrip("\n") + "\n" + "\n".join(lines) + "\n", end)
        yield True, said.text("new.language.words_new", file=file, keys=", ".join(new))
        return
    yield from _there(guide, file, len([key for key in strings.lacking(code) if key in known]))


def _page(guide: Guide, code: str) -> Iterator[Line]:
    """The page that explains the sheets to parents."""
    said, uri = guide.editor_strings, guide.vocabulary.parents_page
    pages = Catalogue(guide).written.get(uri or "")
    if uri is None or pages is None:
        return
    original, path = pages[guide.source_language], guide.source_file(uri, code)
    file, page = relative(path, guide.root), pages.get(code)
    if not path.exists():
        write_lines(path, _page_text(original, said["new.language.page_head"]), "\n")
        yield True, said.text("new.language.page", file=file)
    elif page is None:
        yield True, said.text("new.language.faulty", file=file)
    elif not page.draft and not page.current:
        yield True, said.text("new.language.outdated", file=file)
    else:
        yield from _there(guide, file, len(untranslated(original, page)) if page.draft else 0, page.draft)


def _page_text(original: WrittenPage, head: str) -> str:
    """The source text of a page as a draft, to be translated where it stands."""
    front = [f"{key}: {flow(str(getattr(original.front, key)))}" for key in _FRONT]
    body = _FACTS.sub("", original.source.body).strip("\n")
    return "\n".join(["---", *comment(head), *front, "---", "", body]) + "\n"


def _sheets(guide: Guide, code: str) -> Iterator[Line]:
    """The parents' sheets."""
    for sheet in read_all(guide)[0].values():
        if sheet.source.for_parents:
            yield from _sheet(guide, sheet, code)


def _sheet(guide: Guide, sheet: Sheet, code: str) -> Iterator[Line]:
    said, path = guide.editor_strings, folder(guide) / sheet.slug / f"{NAME}.{code}.yml"
    file, tree, found = relative(path, guide.root), texts(sheet.source, page=False), sheet.translations.get(code)
    if not path.exists():
        head = comment(said.text("new.language.sheet_head", file=f"{NAME}.yml"))
        write_lines(path, "\n".join([*head, "", *draft(tree)]) + "\n", "\n")
        yield True, said.text("new.language.written", file=file, number=str(count(tree)))
    elif found is None:
        yield True, said.text("new.language.faulty", file=file)
    elif found.lacks:
        yield True, said.text("new.language.sheet_new", file=file, keys=", ".join(found.lacks))
        yield from ((True, line) for lack in found.lacks for line in draft(part_of(tree, lack), "    "))
    elif found.state == "outdated":
        yield True, said.text("new.language.outdated", file=file)
    else:
        number = sum(count(part_of(tree, one)) for one in found.empty)
        yield from _there(guide, file, number, found.state == "draft")


def _there(guide: Guide, file: str, number: int, is_draft: bool = False) -> Iterator[Line]:
    """What to say of a file that is there; number: texts that are still to be translated."""
    key = "unfinished" if number else "unstamped" if is_draft else "there"
    yield key != "there", guide.editor_strings.text(f"new.language.{key}", file=file, number=str(number))
