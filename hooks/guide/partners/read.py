"""Reads and checks the partners, `docs/partners/*.yml`: every fault at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from guide.partners.contacts import is_personal_mailbox, is_personal_number, is_there
from guide.partners.model import Partner, PartnerFile
from guide.partners.places import Region, find_map, read_region
from guide.problems import Problem
from guide.site import Guide
from guide.source import Source, read_yaml, validate
from guide.strings import load
from guide.wording import SUMMARY, first_sentence, sort_key

MOST = 1000  # each has a page in every language; the list and the search could do with more
NOT_A_PARTNER = frozenset({"places"})


@dataclass(frozen=True)
class Directory:
    """All partners, by name, and the region that they work in."""

    partners: tuple[Partner, ...]
    region: Region

    def get(self, partner: str) -> Partner:
        """The partner with that id. KeyError when there is none."""
        return next(p for p in self.partners if p.id == partner)

    def has(self, partner: str) -> bool:
        """Whether a partner with that id is in order."""
        return any(p.id == partner for p in self.partners)

    def successor(self, partner: Partner) -> Partner | None:
        """What a merged partner is part of today, at the end of the chain. None when that is not known."""
        seen, found = {partner.id}, partner
        while found.status == "merged" and found.succeeded_by:
            if found.succeeded_by in seen or not self.has(found.succeeded_by):
                return None
            seen.add(found.succeeded_by)
            found = self.get(found.succeeded_by)
        return found if found is not partner else None

    @property
    def listed(self) -> tuple[Partner, ...]:
        """The partners with a place of their own in the list: all but those that stand under their successor."""
        return tuple(p for p in self.partners if self.successor(p) is None)

    def merged_into(self, partner: Partner) -> list[Partner]:
        """The partners that went into this one."""
        return self._merged.get(partner.id, [])

    @cached_property
    def _merged(self) -> dict[str, list[Partner]]:
        found: dict[str, list[Partner]] = {}
        for partner in self.partners:
            if successor := self.successor(partner):
                found.setdefault(successor.id, []).append(partner)
        return found


@dataclass(frozen=True)
class _Read:
    """A guide that compares by what its partner files are, for the cache."""

    stamp: tuple[Any, ...]
    guide: Guide = field(compare=False)


def read_all(guide: Guide) -> tuple[tuple[Partner, ...], tuple[Problem, ...]]:
    """The partners that are in order, by name, and every fault of those that are not."""
    directory, problems = read_directory(guide)
    return directory.partners, problems


def read_directory(guide: Guide) -> tuple[Directory, tuple[Problem, ...]]:
    """The same with the region, for those who show partners."""
    return _read(_Read(_stamp(guide), guide))


@lru_cache(maxsize=4)
def _read(key: _Read) -> tuple[Directory, tuple[Problem, ...]]:
    guide, problems = key.guide, list[Problem]()
    region = read_region(guide, problems)
    paths = _files(guide)
    context = guide.context(
        partner=frozenset(path.stem for path in paths),
        municipality=frozenset(region.places),
        area=frozenset(region.places) | frozenset(guide.vocabulary.regions),
    )
    partners = []
    successors: dict[str, tuple[str, Source]] = {}
    for path in paths:
        source = read_yaml(path, guide.root, problems)
        if source is None:
            continue
        file = validate(PartnerFile, source, problems, context)
        faults = [*_faults(source), *_places_and_persons(source, region, guide)]
        problems += faults
        if file is not None and file.succeeded_by:
            successors[path.stem] = file.succeeded_by, source
        if file is not None and not faults:
            partners.append(Partner.model_construct(id=path.stem, **dict(file)))
    problems += _circles(successors)
    if len(paths) > MOST:
        folder = paths[0].parent.relative_to(guide.root).as_posix()
        problems.append(Problem(folder, 1, "partner_too_many", {"number": len(paths), "most": MOST}))
    partners.sort(key=lambda p: (sort_key(p.name[guide.source_language]), p.id))
    return Directory(tuple(partners), region), tuple(problems)


def folder_of(guide: Guide) -> str:
    """The folder under docs, and in addresses, where the partners are."""
    return guide.vocabulary.kinds["partner"].folder


def partner_ids(guide: Guide) -> frozenset[str]:
    """The ids that have a file, in order or not."""
    return frozenset(path.stem for path in _files(guide))


def _files(guide: Guide) -> list[Path]:
    return sorted(p for p in (guide.docs / folder_of(guide)).glob("*.yml") if p.stem not in NOT_A_PARTNER)


def _stamp(guide: Guide) -> tuple[Any, ...]:
    folder = guide.docs / folder_of(guide)
    outlines = find_map(folder)
    paths = [
        *sorted(folder.glob("*.yml")),
        *(sorted(outlines.glob("*")) if outlines else []),
        guide.docs / "vocabulary.yml",
    ]
    files = tuple((str(p), p.lstat().st_mtime_ns, p.lstat().st_size) for p in paths if p.exists() or p.is_symlink())
    return (str(guide.root), guide.languages, guide.site_url, files)


def _circles(successors: Mapping[str, tuple[str, Source]]) -> Iterator[Problem]:
    """Mergers that lead back to where they began; each circle once. One into itself is told with its own key."""
    told: set[str] = set()
    for start in successors:
        path = [start]
        while path[-1] in successors and successors[path[-1]][0] not in path:
            path.append(successors[path[-1]][0])
        last = successors.get(path[-1])
        circle = path[path.index(last[0]) :] if last else []
        if last and len(circle) > 1 and not told & set(circle):
            told |= set(circle)
            source = successors[circle[0]][1]
            values = {"circle": " → ".join([*circle, circle[0]])}
            yield Problem(source.file, source.line("succeeded_by"), "partner_circle", values)


def _faults(source: Source) -> Iterator[Problem]:
    """What single keys cannot tell. Works on the plain data, so that it also speaks when the model refuses."""
    data: dict[str, Any] = source.data if isinstance(source.data, dict) else {}

    def fault(code: str, *location: str | int, **values: Any) -> Problem:
        return Problem(source.file, source.line(*location), f"partner_{code}", values)

    if data.get("status") == "merged" and not data.get("succeeded_by"):
        yield fault("merged", "status")
    if data.get("status") != "merged" and "succeeded_by" in data:
        yield fault("succeeded_by", "succeeded_by", status=data.get("status", "–"))
    if data.get("succeeded_by") == Path(source.file).stem:
        yield fault("own_successor", "succeeded_by")
    if data.get("kind") == "generic":
        if "seat" in data:
            yield fault("generic_seat", "seat")
        if "how_to_find" not in data:
            yield fault("how_to_find", "kind")
    elif data.get("kind") == "organisation":
        for key in ("how_to_find", "members"):
            if key in data:
                yield fault("only_generic", key, key=key)
    for language, text in _mapping(data.get("description")).items():
        if (number := len(first_sentence(str(text)))) > SUMMARY:
            yield fault("first_sentence", "description", language, number=number, most=SUMMARY)
    sources = data.get("sources")
    listed = sources if isinstance(sources, list) else []
    seat = data.get("seat")
    if isinstance(seat, dict) and "municipality" in seat:
        index = seat.get("source")
        if index is None:
            yield fault("seat_source", "seat")
        elif isinstance(index, int) and not 0 <= index < len(listed):
            yield fault("source_index", "seat", "source", index=index, number=len(listed))
    for number, item in enumerate(listed):
        if isinstance(item, dict) and not ("url" in item or "document" in item):
            yield fault("source_address", "sources", number)
    verification = data.get("verification")
    if (
        isinstance(verification, dict)
        and verification.get("checked") == "page"
        and not any(isinstance(item, dict) and "url" in item for item in listed)
    ):
        yield fault("page_without_url", "verification", "checked")


def _places_and_persons(source: Source, region: Region, guide: Guide) -> Iterator[Problem]:
    """An address that lies elsewhere, and what reaches a person instead of the organisation."""
    data: dict[str, Any] = source.data if isinstance(source.data, dict) else {}
    seat, contact = _mapping(data.get("seat")), _mapping(data.get("contact"))
    place = region.places.get(str(seat.get("municipality")))
    names = [*place.name.values()] if place else []
    address, email, phone = (
        str(one or "") for one in (seat.get("address"), contact.get("email"), contact.get("phone"))
    )
    if address and place and not is_there(address, names, region):
        values = {"address": address, "place": place.name[guide.source_language]}
        yield Problem(source.file, source.line("seat", "address"), "partner_address", values)
    own = [load(code)["partner.mailboxes"] for code in guide.languages]
    own += [str(one) for one in _mapping(data.get("name")).values()] + names
    if email and is_personal_mailbox(email, own):
        yield Problem(source.file, source.line("contact", "email"), "partner_person_email", {"email": email})
    if phone and is_personal_number(phone, region):
        yield Problem(source.file, source.line("contact", "phone"), "partner_person_phone", {"phone": phone})


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
