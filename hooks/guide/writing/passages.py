"""The running text of a page, a worksheet or a partner, passage by passage, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from guide.nodes import Location
from guide.source import Source

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"((?<!`)`++).+?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\(\s*(?:<[^>\n]*>|[^)\s]*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)|\[[^\]]*\])"
)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s")
_ADDRESS = re.compile(r"<?https?://[^\s<>]*[^\s<>.,;:!?)’”»]>?")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ATTRIBUTES = re.compile(r"\{[^}\n]*\}")
_FENCE = re.compile(r"^\s*(```|~~~)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
_OPTION = re.compile(r"^ {4}[a-z]+: ")
_BLOCK = re.compile(r"^/// *(\w+)? *(?:\| *(.*))?$")
_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_BREAK = re.compile(r"[ \t]{2,}$", re.MULTILINE)
_PLACEHOLDERS = ("list", "figure")
_IDENTIFIER = re.compile(r"^[a-z0-9_./:#=&?-]*$|^https?://|^[A-Z][A-Z0-9.]*(-[A-Z]+)?-\d{2}$")


@dataclass(frozen=True)
class Passage:
    """Text that belongs together: a paragraph, an item, a cell, a value. line: in the file; line breaks are kept."""

    line: int
    text: str

    def line_at(self, position: int) -> int:
        """The line of a place in the text."""
        return self.line + self.text.count("\n", 0, position)


def of_markdown(source: Source) -> Iterator[Passage]:
    """The passages of a body, without comments, code, addresses and marks; * and _ of italics stay."""
    text = _COMMENT.sub(_lines, source.body)
    fenced, start, block = False, 0, list[str]()
    for number, raw in enumerate([*text.split("\n"), ""], source.body_line):
        fence = bool(_FENCE.match(raw))
        begins = bool(_ITEM.match(raw) or raw.startswith(("#", "///", "|")))
        if block and (fence or fenced or begins or not raw.strip()):
            yield Passage(start, _plain("\n".join(block)).rstrip())
            block = []
        fenced ^= fence
        if fence or fenced or not raw.strip() or _RULE.match(raw) or _OPTION.match(raw) or _DEFINITION.match(raw):
            continue
        if found := _BLOCK.match(raw):
            if found[2] and found[1] not in _PLACEHOLDERS:
                yield Passage(number, _plain(found[2]))
        elif raw.startswith("|"):
            yield from (Passage(number, _plain(cell).strip()) for cell in raw.strip().strip("|").split("|"))
        elif raw.startswith("#"):
            yield Passage(number, _plain(raw.lstrip("#")).strip())
        else:
            start = start if block else number
            block.append(_ITEM.sub("", raw).strip())


def of_data(
    source: Source, language: str, languages: Mapping[str, object]
) -> Iterator[tuple[tuple[str, ...], str, Passage]]:
    """The texts of YAML or front matter as (keys, language, passage): what is no id, address or number.

    Below a key that is the code of one of the languages stands a text in that language.
    """
    yield from _values(source, source.data, (), language, languages)


def _values(
    source: Source, value: object, at: Location, language: str, languages: Mapping[str, object]
) -> Iterator[tuple[tuple[str, ...], str, Passage]]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from _values(source, below, (*at, key), key if key in languages else language, languages)
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from _values(source, below, (*at, number), language, languages)
    elif isinstance(value, str) and not _IDENTIFIER.match(value):
        keys = tuple(part for part in at if isinstance(part, str))
        yield (keys, language, Passage(source.line(*at), _ADDRESS.sub("", value.strip())))


def _plain(text: str) -> str:
    text = _LINK.sub(r"\1", _CODE.sub(_lines, text))
    text = _TAG.sub(_lines, _ADDRESS.sub("", text))
    return unescape(_BREAK.sub("", _ATTRIBUTES.sub("", text)).replace("**", "")).replace("\u00ad", "")


def _lines(found: re.Match[str]) -> str:
    """What is left of what is no text: its ends of lines."""
    return "\n" * found[0].count("\n")
