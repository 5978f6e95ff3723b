"""The page about a sheet: the sheet itself, to print or fill in, and below it what it is for and its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from guide.pages import GeneratedPage, island
from guide.site import Guide, relative_url
from guide.source import read_markdown
from guide.strings import Strings, load
from guide.templates import script_json
from guide.wording import summary
from guide.worksheets.blocks.header import Shared
from guide.worksheets.content import UNSEARCHED, key_of, sheet_html, sheet_symbols, unsearched
from guide.worksheets.fields import known_fields
from guide.worksheets.files import Output, outputs, uri_of
from guide.worksheets.html import environment
from guide.worksheets.model import Sheet

TEMPLATE = "worksheet.html"
SECTIONS = ("purpose", "how", "downloads", "languages", "method", "others")
"""The parts of the page below the sheet; one without content is left out."""
OTHERS = 6
"""How many other sheets a page names."""


@dataclass(frozen=True)
class Variant:
    """The sheet in a language, on its page. key: "nl", or "nl-ar" beside the source.

    pdf, word, content: links from the page; content is the file that holds the sheet for the page's script.
    files: name and link of every file in that language. page: the link to its own page for parents, "" for none.
    """

    key: str
    label: str
    native: str
    language: str
    direction: str
    pdf: str
    word: str
    content: str
    files: tuple[tuple[str, str], ...]
    page: str = ""


def make_pages(
    guide: Guide, sheets: Mapping[str, Sheet], languages: Sequence[str], wanted: Iterable[Sheet]
) -> dict[str, dict[str, GeneratedPage]]:
    """The page of each sheet that is wanted, by uri and language; languages: those of the site that are built."""
    known = {
        language: script_json({"known": known_fields(guide, sheets, language), "words": _script_words(load(language))})
        for language in languages
    }
    return {
        page_uri(guide, sheet): {
            language: _page(guide, sheet, language, sheets, known[language]) for language in languages
        }
        for sheet in wanted
    }


def in_order(guide: Guide, languages: Iterable[str]) -> list[str]:
    """Languages in the order in which visitors choose: those of the site first, then as the vocabulary has them."""
    every = list(dict.fromkeys((*guide.languages, *guide.vocabulary.languages)))
    return sorted(languages, key=every.index)


def page_uri(guide: Guide, sheet: Sheet) -> str:
    """The path of a sheet's page below docs."""
    return f"{guide.vocabulary.kinds['worksheet'].folder}/{sheet.slug}.md"


def _page(guide: Guide, sheet: Sheet, language: str, sheets: Mapping[str, Sheet], known: Markup) -> GeneratedPage:
    words, ids = load(language), load(guide.source_language)
    shown, parents = sheet.usable(language) or sheet.source, sheet.source.for_parents
    kinds = guide.vocabulary.kinds
    url = guide.page_url(page_uri(guide, sheet), language)
    variants = _variants(guide, sheet, language, url)
    first = _first(guide, sheet, language, variants)
    content = sheet_html(guide, sheet, first.language)
    # A sheet for the team stands on the page in one language, a parents' sheet in any that one chooses.
    here = variants if parents else [first]
    method, others = _method(guide, sheet, language, url), _others(guide, sheet, language, sheets, url)
    values = {
        "t": words.text, "guide": guide, "sheet": sheet, "shown": shown, "variants": variants, "here": here,
        "first": first, "language": language, "method": method, "others": others,
        "states": {code: translation.state for code, translation in sheet.translations.items()},
        "sizes": _sizes(guide, sheet, url, first.language),
        "shown_language": shown.languages[0],
        "directions": {code: one.direction for code, one in guide.vocabulary.languages.items()},
        "size": sheet.source.paper.partition("-")[0].upper(),
        "paper": words[f"worksheet.paper.{sheet.source.paper}"],
        "symbols": sheet_symbols(guide, sheet),
        "content": Markup(content) if first.language == language else unsearched(content),
        "short": guide.absolute(f"{kinds['worksheet'].letter}/{sheet.slug}/"),
        "shared": get_args(Shared), "ids": {name: ids[f"worksheet.ids.{name}"] for name in SECTIONS},
        "known": known, "exclude": Markup("" if shown.languages[0] == language else UNSEARCHED),
    }  # fmt: skip
    empty = {name for name, content in (("method", method), ("others", others)) if not content}
    sections = [name for name in SECTIONS if name not in empty]
    islands = {
        f"worksheet-{name}": environment().get_template(f"templates/page-{name}.html").render(values)
        for name in ("sheet", *sections)
    }
    return GeneratedPage(
        title=str(shown.title),
        description=summary(str(shown.purpose)),
        markdown=_markdown(words, ids, sections),
        islands=islands,
        template=TEMPLATE,
        source=f"{kinds['worksheet'].folder}/{sheet.slug}/werkblad.yml",
        data={"worksheet": sheet.slug, "worksheet_kind": words["worksheet.parents" if parents else "worksheet.team"]},
    )


def _markdown(words: Strings, ids: Strings, sections: list[str]) -> str:
    """The sheet, then a section for each part. Ids are those of the source language, because links rely on them."""
    parts = [island("worksheet-sheet")]
    for name in sections:
        anchor = ids[f"worksheet.ids.{name}"]
        parts += [f"\n## {words[f'worksheet.headings.{name}']} {{#{anchor}}}\n", island(f"worksheet-{name}")]
    return "".join(parts)


def _variants(guide: Guide, sheet: Sheet, language: str, url: str) -> list[Variant]:
    """Every language in which the sheet is offered, the source first."""
    found, source = [], guide.source_language
    files = outputs(guide, sheet)
    for code in in_order(guide, (source, *sheet.offered)):
        known, key = guide.vocabulary.languages[code], key_of(guide, sheet, code)
        found.append(Variant(
            key=key, label=known.name[language], native=known.native, language=code,
            direction=known.direction,
            pdf=relative_url(uri_of(guide, sheet, f"{key}.pdf"), url),
            word=relative_url(uri_of(guide, sheet, f"{key}.docx"), url),
            content=relative_url(uri_of(guide, sheet, f"{key}.json"), url),
            files=tuple(_file(guide, sheet, one, language, known.name[language], url)
                        for one in files if one.language == code and one.kind not in ("picture", "paper")),
            page="" if code in guide.languages else relative_url(guide.page_url(page_uri(guide, sheet), code), url),
        ))  # fmt: skip
    return found


def _file(guide: Guide, sheet: Sheet, output: Output, language: str, name: str, url: str) -> tuple[str, str]:
    """What a file is called in a language of the site, and its link."""
    values = {"language": name}
    if output.kind == "sheet":
        values["language"] += f" ({sheet.source.paper.partition('-')[0].upper()})"
    if output.variant:
        shown = sheet.usable(language) or sheet.source
        values["name"] = next(str(one.name) for one in shown.variants if one.id == output.variant)
    key = {"sheet": "pdf"}.get(output.kind, output.kind)
    return load(language).text(f"worksheet.file_{key}", **values), relative_url(uri_of(guide, sheet, output.end), url)


def _first(guide: Guide, sheet: Sheet, language: str, variants: list[Variant]) -> Variant:
    """What the page shows at first: its own language, beside the source for parents; else the source."""
    return next((variant for variant in variants if variant.language == language), variants[0])


def _sizes(guide: Guide, sheet: Sheet, url: str, language: str) -> list[tuple[str, str]]:
    """The sheet on smaller papers: name of the paper and link."""
    own = [output for output in outputs(guide, sheet) if output.kind == "paper" and output.language == language]
    ends = {output.paper: output.end for output in own}
    return [(str(paper), relative_url(uri_of(guide, sheet, end), url)) for paper, end in ends.items()]


def _method(guide: Guide, sheet: Sheet, language: str, url: str) -> tuple[str, str, str] | None:
    """Title, link and language of the page of the method; in the source language where it is not translated."""
    if not sheet.source.method:
        return None
    uri = f"{sheet.source.method}.md"
    there = guide.source_file(uri, language).exists()
    shown = language if there else guide.source_language
    source = read_markdown(guide.source_file(uri, shown), guide.root, [])
    title = str(source.data.get("title", "")) if source and isinstance(source.data, dict) else ""
    return title or sheet.source.method, relative_url(guide.page_url(uri, shown), url), shown


def _others(
    guide: Guide, sheet: Sheet, language: str, sheets: Mapping[str, Sheet], url: str
) -> list[tuple[str, str, str]]:
    """Title, link and language of other sheets for the same recommendation; those for the same people first."""
    main = sheet.source.recommendations[0]
    same = [one for one in sheets.values() if one.slug != sheet.slug and main in one.source.recommendations]
    same.sort(
        key=lambda one: (one.source.for_parents != sheet.source.for_parents, one.source.recommendations[0] != main)
    )
    found = []
    for one in same[:OTHERS]:
        shown = one.usable(language) or one.source
        found.append(
            (str(shown.title), relative_url(guide.page_url(page_uri(guide, one), language), url), shown.languages[0])
        )
    return found


def _script_words(words: Strings) -> dict[str, str]:
    """What the script of the page says, by the rest of the key."""
    start = "worksheet.fill.script."
    return {key.removeprefix(start): text for key, text in words.words.items() if key.startswith(start)}
