"""Lists with choices over them: worksheets, methods. All of it is there without a script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guide.site import Guide, relative_url
from guide.strings import Strings, load
from guide.templates import templates
from guide.vocabulary import QuickEntry
from guide.wording import number, sort_key

TEMPLATE = "choices.html"
"""The template of a page that holds such a list."""
FOLDER = Path(__file__).parent / "templates"
MINUTES = (10, 15, 20, 30, 45, 60, 90)
PEOPLE = ((1, 1), (2, 4), (5, 12), (13, None))
# What the script says by itself.
_SCRIPT_WORDS = ("count.one", "count.other", "none", "nothing", "show_all.one", "show_all.other")


@dataclass(frozen=True)
class Item:
    """What stands in the list. recommendation: the group in which it stands. url, image: from the site's root.

    facts: (kind, name, text) of each line below it. values: by key, the choices that find it.
    shown_in: the languages in which its page can show it beside the source language.
    """

    id: str
    recommendation: str
    url: str
    title: str
    text: str
    facts: tuple[tuple[str, str, str], ...]
    values: Mapping[str, tuple[str, ...]]
    image: str = ""
    image_size: tuple[int, int] = (0, 0)
    shown_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """The items of a recommendation. url: "" when its page is not written."""

    id: str
    number: int
    name: str
    url: str
    color: str
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class Option:
    """A value that the visitor can choose. count: the items that it finds when nothing else is chosen."""

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


def search_html(
    guide: Guide,
    language: str,
    items: list[Item],
    *,
    of: str,
    page: str,
    chips: Iterable[str],
    selects: Iterable[str],
    names: Mapping[str, Mapping[str, str]],
    entries: Iterable[QuickEntry] = (),
) -> str:
    """The list with its choices.

    of: the part of the interface words that names the things. page: its address, from the site's root.
    chips: keys of which a visitor may take several; selects: keys of which only one.
    names: by key, the name of every value, in their order.
    """
    strings, entries = load(language), list(entries)
    options = {key: _options(guide, key, names[key], items) for key in (*chips, *selects)}
    if "time" in options:
        options["time"] = _without_repeats(options["time"], entries)
    return templates(FOLDER).get_template("choices.html").render(
        t=strings,
        of=of,
        language=language,
        source=guide.source_language,
        link=lambda target: relative_url(target, page),
        count=number(strings, f"{of}.count", len(items)),
        entries=_entries(language, entries, items),
        chips=[(key, options[key]) for key in chips],
        selects=[(key, options[key]) for key in selects if len(options[key]) > 1],
        groups=_groups(guide, items, language),
        words={key: strings[f"{of}.{key}"] for key in _SCRIPT_WORDS},
    )  # fmt: skip


def times(quick: Iterable[QuickEntry]) -> list[int]:
    """The numbers of minutes that may be chosen: those of every list, and those of the quick entries."""
    return sorted({*MINUTES, *(one.time for one in quick if one.time)})


def time_values(minutes: tuple[int, ...], offered: Iterable[int]) -> tuple[str, ...]:
    """The offered times in which something of so many minutes fits; none when it does not say how long it takes."""
    return tuple(str(most) for most in offered if minutes and minutes[-1] <= most)


def people_values(people: tuple[int, ...]) -> tuple[str, ...]:
    """The sizes of a group that something for so many people is for."""
    return tuple(
        _people(least, most)
        for least, most in PEOPLE
        if people and people[-1] >= least and (most is None or people[0] <= most)
    )


def value_names(guide: Guide, strings: Strings, minutes: Iterable[int]) -> dict[str, dict[str, str]]:
    """The names of the values that every list may offer: recommendation, audience, phase, time, people."""
    vocabulary, language = guide.vocabulary, strings.language
    return {
        "recommendation": {key: one.name[language] for key, one in vocabulary.recommendations.items()},
        "audience": {key: one.name[language] for key, one in vocabulary.audiences.items()},
        "phase": {key: one.name[language] for key, one in vocabulary.phases.items()},
        "time": {str(most): strings.text("choices.at_most", number=str(most)) for most in minutes},
        "people": {_people(least, most): _people_words(strings, least, most) for least, most in PEOPLE},
    }


def _people(least: int, most: int | None) -> str:
    return f"{least}-{most}" if most else f"{least}-"


def _people_words(strings: Strings, least: int, most: int | None) -> str:
    if most is None:
        return strings.text("choices.or_more", low=str(least))
    return strings["choices.alone"] if most == 1 else strings.text("choices.between", low=str(least), high=str(most))


def _options(guide: Guide, key: str, names: Mapping[str, str], items: list[Item]) -> list[Option]:
    """The values of a key that some item has."""
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


def _entries(language: str, entries: Iterable[QuickEntry], items: list[Item]) -> list[Entry]:
    """The quick entries that find something."""
    found = []
    for entry in entries:
        choices = entry.choices()
        count = sum(all(value in item.values.get(key, ()) for key, value in choices.items()) for item in items)
        query = "&".join(f"{key}={value}" for key, value in choices.items())
        found.append(Entry(entry.name[language], f"?{query}", count))
    return [entry for entry in found if entry.count]


def _groups(guide: Guide, items: list[Item], language: str) -> list[Group]:
    """The items by recommendation, in the order of the recommendations, then by title."""
    folder = guide.vocabulary.kinds["recommendation"].folder
    groups = {}
    for key, one in sorted(guide.vocabulary.recommendations.items(), key=lambda pair: pair[1].number):
        uri = f"{folder}/{key}.md"
        url = guide.page_url(uri, language) if guide.source_file(uri, language).exists() else ""
        groups[key] = Group(key, one.number, one.name[language], url, one.color)
    for item in sorted(items, key=lambda one: (sort_key(one.title), one.id)):
        groups[item.recommendation].items.append(item)
    return [group for group in groups.values() if group.items]
