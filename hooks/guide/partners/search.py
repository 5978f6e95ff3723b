"""The search page: field, choices, list, map. All of it is there without a script; the script makes it move."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from guide.partners.addresses import file_url
from guide.partners.export import data_url, partner_url
from guide.partners.index import index_file, list_file
from guide.partners.map import map_view, seats
from guide.partners.model import Partner
from guide.partners.picks import picks_link
from guide.partners.read import Directory, folder_of, read_directory
from guide.partners.render import render
from guide.partners.words import Badge, badge, build_day
from guide.site import Guide, relative_url
from guide.strings import Strings, load
from guide.wording import first_sentence, number, sort_key

SEARCH_TEMPLATE = "partners.html"
# What the script says by itself.
SCRIPT_WORDS = """
    count.one count.other off_map.one off_map.other none nothing_for nothing_filters
    suggest without_filters.one without_filters.other without_one loose best_first seat_filter seat_none works_here
    remove loading_failed more_cards propose propose_lead
"""


LISTED = 500  # partners whose cards all stand in the HTML; of a longer list it holds the first ones
FIRST = 30  # of a longer list

# Who may not be reached comes last in a group.
RANK = {"unverified": 1, "merged": 2, "ended": 3}


@dataclass(frozen=True)
class Item:
    """A partner in the list. number: its place, as print shows it. areas, seat, help: names.

    text: its first sentence. merged: the partners that went into it, by id, with name and address.
    """

    id: str
    number: int
    url: str
    name: str
    text: str
    help: list[str]
    areas: list[str]
    seat: str
    badge: Badge | None
    partner: Partner
    merged: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Group:
    """Partners of one type."""

    id: str
    name: str
    items: list[Item]


@dataclass(frozen=True)
class Option:
    """A value that the visitor can choose. count: partners when nothing is chosen.

    matches: the areas that it finds. seats: the places of a seat that lie in it.
    """

    value: str
    name: str
    count: int
    matches: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeatLine:
    """A municipality with the partners that have their seat there."""

    id: str
    name: str
    items: list[Item]


def search_html(guide: Guide, language: str, today: date | None = None) -> str:
    """The block `partner-search` of a language. today: the day by which a check counts as old."""
    return directory_html(guide, read_directory(guide)[0], language, today)


def directory_html(guide: Guide, directory: Directory, language: str, today: date | None = None) -> str:
    """The same for these partners."""
    strings = load(language)
    groups = listed_groups(guide, directory, strings, today or build_day())
    items = {item.id: item for group in groups for item in group.items}
    long = len(items) > LISTED
    seated = {} if long else seats(directory.listed)
    page = index_url(guide, language)
    return render(
        "search.html",
        t=strings,
        language=language,
        groups=_first(groups) if long else groups,
        first=FIRST,
        pattern=_pattern(next(iter(items.values()))) if long else None,
        first_words=strings.text("partner.first_of", number=str(FIRST), all=str(len(items))) if long else "",
        count=number(strings, "partner.count", len(directory.listed)),
        examples=directory.region.map.examples if directory.region.map else None,
        off_map=[item for item in items.values() if item.partner.counts and not item.seat and not long],
        off_map_words=number(strings, "partner.off_map", _off_map(directory)),
        **choices_of(guide, directory, strings),
        map=map_view(directory.region, directory.listed, language),
        seats=_seat_lines(directory, seated, items, language),
        data=relative_url(data_url(guide), page),
        open_data=relative_url(file_url(guide, "json"), page),
        index=relative_url(index_file(guide), page),
        list=relative_url(list_file(guide, language), page) if long else "",
        picks=picks_link(guide, language, page),
        words={key: strings[f"partner.{key}"] for key in SCRIPT_WORDS.split()},
    )


def index_uri(guide: Guide) -> str:
    """The Markdown file of the search page, under docs."""
    return f"{folder_of(guide)}/index.md"


def index_url(guide: Guide, language: str) -> str:
    """The address of the search page, from the site's root."""
    return guide.page_url(index_uri(guide), language)


def listed_groups(guide: Guide, directory: Directory, strings: Strings, today: date) -> list[Group]:
    """The partners of the list by type, in the order in which the list shows them."""
    groups, place = [], 0
    for kind, term in guide.vocabulary.partner_types.items():
        found = [partner for partner in directory.listed if partner.type == kind]
        found.sort(key=lambda p: (RANK.get(p.status, 0), sort_key(p.name[strings.language]), p.id))
        items = []
        for partner in found:
            place += 1
            items.append(item(guide, directory, partner, strings, today, place))
        if items:
            groups.append(Group(kind, term.name[strings.language], items))
    return groups


def _first(groups: list[Group]) -> list[Group]:
    """Every group, with those of its items that stand among the first of the list."""
    return [replace(group, items=[item for item in group.items if item.number <= FIRST]) for group in groups]


def _pattern(item: Item) -> Item:
    """An item with everything that a card may show, for the script to fill in."""
    return replace(item, areas=["–"], seat="–", badge=Badge("old", "–"), merged=[("", "–", "")])


def item(guide: Guide, directory: Directory, partner: Partner, strings: Strings, today: date, place: int = 0) -> Item:
    """The partner as the list shows it on the search page."""
    language = strings.language
    target, page = partner_url(guide, partner, language), index_url(guide, language)
    return Item(
        id=partner.id,
        number=place,
        url=relative_url(target, page),
        name=partner.name[language],
        text=first_sentence(partner.description[language]),
        help=[guide.vocabulary.help_types[key].name[language] for key in partner.help],
        areas=[area_name(guide, directory, area, language) for area in partner.service_area],
        seat=area_name(guide, directory, partner.place, language) if partner.place else "",
        badge=badge(partner, directory, strings, today),
        partner=partner,
        merged=[
            (other.id, other.name[language], relative_url(partner_url(guide, other, language), page))
            for other in directory.merged_into(partner)
        ],
    )


def area_name(guide: Guide, directory: Directory, area: str, language: str) -> str:
    """The name of an area of the vocabulary or of a municipality."""
    region = guide.vocabulary.regions.get(area)
    return (region or directory.region.places[area]).name[language]


def _off_map(directory: Directory) -> int:
    return sum(partner.counts and not partner.seat for partner in directory.listed)


def choices_of(guide: Guide, directory: Directory, strings: Strings) -> dict[str, list[Option]]:
    """What a visitor can choose, by the kind of choice."""
    language = strings.language
    return {
        "help": _options(guide, directory, language, "help_types", "help"),
        "recommendations": _options(guide, directory, language, "recommendations", "recommendations"),
        "audiences": _options(guide, directory, language, "audiences", "audience"),
        "languages": _options(guide, directory, language, "languages", "languages"),
        "areas": _areas(guide, directory, language),
        "municipalities": _municipalities(guide, directory, strings),
    }


def _options(guide: Guide, directory: Directory, language: str, terms: str, key: str) -> list[Option]:
    """The values of a list of the vocabulary that some partner has, in the vocabulary's order."""
    names = getattr(guide.vocabulary, terms)
    counts = {value: sum(value in getattr(p, key) for p in directory.listed) for value in names}
    return [Option(value, names[value].name[language], count) for value, count in counts.items() if count]


def _areas(guide: Guide, directory: Directory, language: str) -> list[Option]:
    regions = guide.vocabulary.regions
    found = [_area(directory, area, regions[area].name[language]) for area in regions]
    return [option for option in found if option.count]


def _municipalities(guide: Guide, directory: Directory, strings: Strings) -> list[Option]:
    """Those that partners name, but those that the areas offer under the same id; the rest of the scheme as one."""
    language, scheme = strings.language, directory.region.map.scheme if directory.region.map else None
    named = {p.place for p in directory.listed if p.place}
    named |= {area for p in directory.listed for area in p.service_area}
    places = {key: place for key, place in directory.region.places.items() if key in named}
    found = [
        _area(directory, key, place.name[language])
        for key, place in places.items()
        if key not in guide.vocabulary.regions
    ]
    found.sort(key=lambda option: sort_key(option.name))
    others = [tile for tile in directory.region.tiles if tile not in named]
    if scheme and others:
        # No partner names them, so that the same partners work in each.
        other = _area(directory, others[0], strings.text("partner.other_place", area=scheme.name[language]))
        found.append(replace(other, value=f"{scheme.id}-other"))
    return found


def _area(directory: Directory, area: str, name: str) -> Option:
    own = sorted({a for partner in directory.listed for a in partner.service_area})
    matches = tuple(a for a in own if directory.region.touches(a, area))
    # A kind of service for which no area is named exists everywhere.
    count = sum(
        any(a in matches for a in partner.service_area) or not (partner.counts or partner.service_area)
        for partner in directory.listed
    )
    # A municipality may have the name of the area that it lies in: then who chooses it means the area.
    places = {partner.place for partner in directory.listed if partner.place}
    sits = tuple(sorted(place for place in places if area in directory.region.around(place)))
    return Option(area, name, count, matches, sits)


def _seat_lines(
    directory: Directory, seated: dict[str, list[Partner]], items: dict[str, Item], language: str
) -> list[SeatLine]:
    lines = [
        SeatLine(place, directory.region.places[place].name[language], [items[p.id] for p in found])
        for place, found in seated.items()
    ]
    return sorted(lines, key=lambda line: sort_key(line.name))
