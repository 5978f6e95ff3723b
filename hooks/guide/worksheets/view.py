"""A sheet as all renderers see it: its texts, the words of the interface, its addresses, its languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from guide.site import Guide
from guide.strings import load
from guide.worksheets.blocks.base import Block
from guide.worksheets.blocks.footer import Model as Footer
from guide.worksheets.blocks.header import FillIn, Shared
from guide.worksheets.blocks.header import Model as Header
from guide.worksheets.design import Faces, accent, faces
from guide.worksheets.home import home
from guide.worksheets.model import Sheet, Translation, Variant, Worksheet
from guide.worksheets.once import once
from guide.worksheets.words import Words

ORNAMENTS = ("clock", "cut")
"""Pictograms that the sheet itself uses."""

UI = ("translation", "other_languages", "licence", "version", "qr", "ten_minutes")


@dataclass(frozen=True)
class Tongue:
    """A language on a sheet. name: in the source language. native: in its own."""

    code: str
    native: str
    name: str
    direction: str
    faces: Faces


@dataclass(frozen=True)
class View:
    """One sheet, ready to be drawn.

    worksheet: in one language or two, with the interface's own words where a field has none. variant: its id and name,
    when the sheet has only the blocks of that variant. guide: the name of the guide, on every sheet.
    tongues: every language named on it. ui: words of the interface in the sheet's languages. address: what the QR code
    holds. home: the address of the sheet itself. others: languages to which the address leads. status: who looked at
    the translation, or None for the source.
    """

    slug: str
    guide: str
    worksheet: Worksheet
    tongues: Mapping[str, Tongue]
    ui: Mapping[str, Words]
    address: str
    home: str
    others: tuple[str, ...]
    status: Words | None
    color: str
    variant: Variant | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the text, in order."""
        return self.worksheet.languages

    @property
    def bilingual(self) -> bool:
        """Two languages beside each other?"""
        return len(self.languages) > 1

    @property
    def version(self) -> str:
        """The date of the text, in figures that read the same in every language."""
        return self.worksheet.version.strftime("%d/%m/%Y")

    @property
    def name(self) -> str:
        """The file name without its end: gesprekstool-nl-ar."""
        return "-".join([self.slug, *self.languages, *([self.variant.id] if self.variant else [])])

    @property
    def colors(self) -> dict[str, str]:
        """The strong and soft tone of the sheet's recommendation."""
        return accent(self.color)


@once
def view(
    guide: Guide, sheet: Sheet, language: str | None = None, *, bilingual: bool = False, variant: str | None = None
) -> View:
    """The sheet in the source language, in another one, or with that one beside the source.

    variant: the id of the variant that is wanted instead of the whole sheet. ValueError when the sheet has no usable
    text in that language.
    """
    source = guide.source_language
    translation = sheet.translations.get(language) if language and language != source else None
    if language in (None, source):
        worksheet = sheet.source
    elif translation is None or translation.worksheet is None:
        raise ValueError(f"{sheet.slug} has no text in {language}")
    else:
        worksheet = sheet.bilingual(translation.language) if bilingual else translation.worksheet
    short = guide.absolute(f"{guide.vocabulary.kinds['worksheet'].letter}/{sheet.slug}/")
    others = sheet.offered if sheet.source.for_parents and translation is None else ()
    vocabulary = guide.vocabulary
    tongues = {
        code: Tongue(code, known.native, known.name[source], known.direction, faces(known.native))
        for code in {*worksheet.languages, *others, source}
        for known in [vocabulary.languages[code]]
    }
    chosen = next(one for one in worksheet.variants if one.id == variant) if variant else None
    return View(
        slug=sheet.slug,
        guide=home(guide, worksheet.languages[0] if worksheet.languages[0] in guide.languages else source)[0],
        worksheet=_with_shared_labels(_only(worksheet, chosen)),
        tongues=dict(sorted(tongues.items())),
        ui=interface(worksheet.languages, UI),
        address=f"{short}{guide.editor_strings['permalinks.languages']}/" if others else short,
        home=short,
        others=others,
        status=_status(translation, worksheet.languages) if translation else None,
        color=vocabulary.recommendations[worksheet.recommendations[0]].color,
        variant=chosen,
    )


def offered(guide: Guide, sheet: Sheet, language: str) -> View:
    """The sheet in a language as it is offered: for parents another language stands beside the source."""
    return view(guide, sheet, language, bilingual=sheet.source.for_parents and language != guide.source_language)


def _only(worksheet: Worksheet, variant: Variant | None) -> Worksheet:
    """The sheet with the blocks of a variant; its head and its foot always stay."""
    if variant is None:
        return worksheet
    kept: list[Block] = []
    neighbour = False
    for block in worksheet.blocks:
        stays = block.id in variant.blocks or isinstance(block, Header | Footer)
        if stays:
            kept.append(block if neighbour else block.model_copy(update={"beside": False}))
        neighbour = stays
    if variant.running:
        kept = [block.model_copy(update={"page_break": False}) for block in kept]
    return worksheet.model_copy(update={"blocks": tuple(kept)})


def _with_shared_labels(worksheet: Worksheet) -> Worksheet:
    """The sheet with a word before every line at its head; the shared ones have that of the interface."""
    names = interface(worksheet.languages, [f"shared.{name}" for name in get_args(Shared)])

    def named(field: FillIn) -> FillIn:
        return field if field.label else field.model_copy(update={"label": names[f"shared.{field.shared}"]})

    blocks = tuple(
        block.model_copy(update={"fields": tuple(map(named, block.fields))}) if isinstance(block, Header) else block
        for block in worksheet.blocks
    )
    return worksheet.model_copy(update={"blocks": blocks})


def interface(languages: Iterable[str], names: Iterable[str]) -> dict[str, Words]:
    """Words of the interface that stand on the sheet, in each of its languages."""
    languages = tuple(languages)
    return {
        name: Words(tuple((code, load(code).text(f"worksheet.sheet.{name}")) for code in languages)) for name in names
    }


def _status(translation: Translation, languages: tuple[str, ...]) -> Words:
    """Who looked at the translation, and whether it follows an older text."""
    words = interface(languages, [f"checked_{translation.checked}", "outdated"])
    checked = words[f"checked_{translation.checked}"]
    if translation.state == "current":
        return checked
    joined = zip(checked.texts, words["outdated"].texts, strict=True)
    return Words(tuple((code, f"{text} {old}") for (code, text), (_, old) in joined))


def icons_of(value: Any) -> set[str]:
    """The meanings of every pictogram in plain data."""
    if isinstance(value, dict):
        own = {value["icon"]} if isinstance(value.get("icon"), str) else set()
        return own.union(*(icons_of(part) for part in value.values())) if value else own
    if isinstance(value, list):
        return set().union(*(icons_of(part) for part in value)) if value else set()
    return set()
