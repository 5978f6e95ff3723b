"""The catalogue: every sheet with its picture, and choices over them. All of it is there without a script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guide.site import Guide, relative_url
from guide.strings import Strings, load
from guide.templates import templates
from guide.vocabulary import QuickEntry
from guide.wording import first_sentence, number, sort_key
from guide.worksheets.files import picture_end, uri_of
from guide.worksheets.model import Sheet
from guide.worksheets.papers import picture_size
from guide.worksheets.read import read_sheets

TEMPLATE = "worksheets.html"
FOLDER = Path(__file__).parent / "templates"
CHIPS = ("recommendation", "audience")
"""Choices of which a visitor may take several; the others are one of a list."""
SELECTS = ("time", "people", "language", "phase", "paper")
MINUTES = (10, 15, 20, 30, 45, 60, 90)
PEOPLE = ((1, 1), (2, 4), (5, 12), (13, None))
HOME = "home"
"""Stands for any language that the site itself does not have."""
# What the script says by itself.
SCRIPT_WORDS = ("count.one", "count.other", "none", "nothing", "show_all.one", "show_all.other")


@dataclass(frozen=True)
class Item:
    """A sheet in the list. facts: name and text of each. values: by key, the choices that find it."""

    id: str
    url: str
    title: str
    text: str
    image: str
    image_size: tuple[int, int]
    facts: Mapping[str, str]
    languages: str
    color: str
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Group:
    """The sheets whose first recommendation this is. url: "" when its page is not written."""

    id: str
    number: int
    name: str
    url: str
    color: str
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class Option:
    """A value that the visitor can choose. count: the sheets that it finds when nothing else is chosen."""

    value: str
    name: str
    count: int
    number: int = 0
    color: str = ""


@dataclass(frozen=True)
class Entry:
    """A quick entry: a link that makes several choices at once."""

    name: str
    query: str
    count: int


def _place(guide: Guide) -> str:
    return guide.vocabulary.kinds["worksheet"].folder


def index_uri(guide: Guide) -> str:
    """The Markdown file of the catalogue, under docs."""
    return f"{_place(guide)}/index.md"


def search_html(guide: Guide, language: str) -> str:
    """The block `worksheet-search` of a language."""
    sheets, _ = read_sheets(guide)
    strings = load(language)
    minutes = sorted({*MINUTES, *(one.time for one in guide.vocabulary.quick_entries if one.time)})
    items = {slug: _item(guide, sheet, strings, minutes) for slug, sheet in sheets.items()}
    names = _names(guide, strings, minutes)
    options = {key: _options(guide, key, names[key], list(items.values())) for key in (*CHIPS, *SELECTS)}
    options["time"] = _without_repeats(options["time"], guide.vocabulary.quick_entries)
    return templates(FOLDER).get_template("catalogue.html").render(
        t=strings,
        language=language,
        count=number(strings, "catalogue.count", len(items)),
        entries=_entries(guide, language, list(items.values())),
        chips=[(key, options[key]) for key in CHIPS],
        selects=[(key, options[key]) for key in SELECTS if len(options[key]) > 1],
        groups=_groups(guide, sheets, items, language),
        words={key: strings[f"catalogue.{key}"] for key in SCRIPT_WORDS},
    )  # fmt: skip


def _item(guide: Guide, sheet: Sheet, strings: Strings, minutes: Iterable[int]) -> Item:
    language, source, vocabulary = strings.language, sheet.source, guide.vocabulary
    shown = sheet.usable(language) or source
    page = guide.page_url(index_uri(guide), language)
    return Item(
        id=sheet.slug,
        url=relative_url(guide.page_url(f"{_place(guide)}/{sheet.slug}.md", language), page),
        title=str(shown.title),
        text=first_sentence(str(shown.purpose)),
        image=relative_url(uri_of(guide, sheet, picture_end(guide, sheet, language)), page),
        image_size=picture_size(source.paper),
        facts={
            "duration": str(shown.duration),
            "group": str(shown.group),
            "paper": ", ".join(strings[f"worksheet.paper.{paper}"] for paper in (source.paper, *source.sizes)),
        },
        languages=_languages(guide, sheet, strings),
        color=vocabulary.recommendations[source.recommendations[0]].color,
        values={
            "recommendation": source.recommendations,
            "audience": source.audience,
            "phase": source.phases,
            "time": tuple(str(most) for most in minutes if source.minutes[-1] <= most),
            "people": tuple(_people(least, most) for least, most in PEOPLE if _fits(source.people, least, most)),
            "paper": _papers(sheet),
            "language": _codes(guide, sheet),
        },
    )


def _fits(people: tuple[int, ...], least: int, most: int | None) -> bool:
    """Whether a sheet for so many people is one for a group of this size."""
    return people[-1] >= least and (most is None or people[0] <= most)


def _people(least: int, most: int | None) -> str:
    return f"{least}-{most}" if most else f"{least}-"


def _papers(sheet: Sheet) -> tuple[str, ...]:
    """The papers on which all of the sheet can be printed: "a3", "a4"."""
    pages = {sheet.source.paper, *(block.paper for block in sheet.source.blocks if block.paper)}
    largest = min(paper.partition("-")[0] for paper in pages)  # a3 comes before a4
    return tuple(dict.fromkeys((largest, *sheet.source.sizes)))


def _codes(guide: Guide, sheet: Sheet) -> tuple[str, ...]:
    """The languages that a sheet has, the source language first."""
    home = (HOME,) if sheet.source.for_parents and set(sheet.offered) - set(guide.languages) else ()
    return (guide.source_language, *sheet.offered, *home)


def _languages(guide: Guide, sheet: Sheet, strings: Strings) -> str:
    """In which languages the sheet is there beside the source language, in words."""
    known = guide.vocabulary.languages
    names = [one.name[strings.language] for code, one in known.items() if code in sheet.offered]
    if not names:
        only = known[guide.source_language].name[strings.language]
        return strings.text("catalogue.only", languages=only)
    form = "bilingual" if sheet.source.for_parents else "also"
    return strings.text(f"catalogue.{form}", languages=", ".join(names))


def _names(guide: Guide, strings: Strings, minutes: Iterable[int]) -> dict[str, dict[str, str]]:
    """The name of every value that may be chosen, by key, in the order of the choices."""
    vocabulary, language = guide.vocabulary, strings.language
    home = {HOME: strings["catalogue.home"]}
    return {
        "recommendation": {key: one.name[language] for key, one in vocabulary.recommendations.items()},
        "audience": {key: one.name[language] for key, one in vocabulary.audiences.items()},
        "phase": {key: one.name[language] for key, one in vocabulary.phases.items()},
        "time": {str(most): strings.text("catalogue.at_most", number=str(most)) for most in minutes},
        "people": {_people(least, most): _people_words(strings, least, most) for least, most in PEOPLE},
        "paper": {size: size.upper() for size in ("a4", "a3")},
        "language": home | {key: one.name[language] for key, one in vocabulary.languages.items()},
    }


def _people_words(strings: Strings, least: int, most: int | None) -> str:
    if most is None:
        return strings.text("catalogue.or_more", low=str(least))
    return (
        strings["catalogue.alone"] if most == 1 else strings.text("catalogue.between", low=str(least), high=str(most))
    )


def _options(guide: Guide, key: str, names: Mapping[str, str], items: list[Item]) -> list[Option]:
    """The values of a key that some sheet has."""
    counts = {value: sum(value in item.values[key] for item in items) for value in names}
    known = guide.vocabulary.recommendations if key == "recommendation" else {}
    return [
        Option(value, name, counts[value], known[value].number, known[value].color)
        if value in known
        else Option(value, name, counts[value])
        for value, name in names.items()
        if counts[value]
    ]


def _without_repeats(options: list[Option], entries: Iterable[QuickEntry]) -> list[Option]:
    """Without the times that find no more than the time before them, but for those of a quick entry."""
    kept, asked, before = [], {str(entry.time) for entry in entries}, 0
    for option in options:
        if option.count > before or option.value in asked:
            kept.append(option)
        before = option.count
    return kept


def _entries(guide: Guide, language: str, items: list[Item]) -> list[Entry]:
    """The quick entries that find something."""
    found = []
    for entry in guide.vocabulary.quick_entries:
        choices = entry.choices()
        count = sum(all(value in item.values[key] for key, value in choices.items()) for item in items)
        query = "&".join(f"{key}={value}" for key, value in choices.items())
        found.append(Entry(entry.name[language], f"?{query}", count))
    return [entry for entry in found if entry.count]


def _groups(guide: Guide, sheets: Mapping[str, Sheet], items: Mapping[str, Item], language: str) -> list[Group]:
    """The sheets by their first recommendation, in the order of the recommendations, then by title."""
    folder, page = guide.vocabulary.kinds["recommendation"].folder, guide.page_url(index_uri(guide), language)
    groups = {}
    for key, one in sorted(guide.vocabulary.recommendations.items(), key=lambda pair: pair[1].number):
        uri = f"{folder}/{key}.md"
        written = guide.source_file(uri, language).exists()
        url = relative_url(guide.page_url(uri, language), page) if written else ""
        groups[key] = Group(key, one.number, one.name[language], url, one.color)
    for slug, item in sorted(items.items(), key=lambda pair: (sort_key(pair[1].title), pair[0])):
        groups[sheets[slug].source.recommendations[0]].items.append(item)
    return [group for group in groups.values() if group.items]
