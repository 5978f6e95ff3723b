"""Keeps in memory what was made of a sheet, until the sheet or the guide around it is another.

A build asks for the same thing in each language of the site, and `make serve` builds again at each save. Sheets that
did not change are the same objects then (see `read_sheets`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar, cast

from guide.site import Guide
from guide.worksheets.home import home
from guide.worksheets.model import Sheet

P = ParamSpec("P")
R = TypeVar("R")


class _Kept(NamedTuple):
    guide: Guide
    names: tuple[Any, ...]
    sheet: Sheet
    made: Any


_compared: list[tuple[Guide, Guide, bool]] = []
"""The last two guides that were compared: all that an earlier build kept has the same one."""


def once(make: Callable[Concatenate[Guide, Sheet, P], R]) -> Callable[Concatenate[Guide, Sheet, P], R]:
    """`make`, called once for a guide, a sheet and what else it is given (which must have a hash)."""
    kept: dict[Any, _Kept] = {}

    def made(guide: Guide, sheet: Sheet, *rest: P.args, **more: P.kwargs) -> R:
        name = (guide.root, sheet.slug, rest, tuple(sorted(more.items())))
        # The only thing on a sheet that stands neither in the sheet nor in the vocabulary.
        names = tuple(home(guide, language) for language in guide.languages)
        found = kept.get(name)
        if found is None or found.sheet is not sheet or found.names != names or not _same(found.guide, guide):
            found = kept[name] = _Kept(guide, names, sheet, make(guide, sheet, *rest, **more))
        result: R = found.made
        return result

    # What `wraps` gives names its parameters, which a plain callable does not.
    return cast(Callable[Concatenate[Guide, Sheet, P], R], wraps(make)(made))


def _same(one: Guide, other: Guide) -> bool:
    """Do two builds see the same vocabulary, languages and address?"""
    if one is other:
        return True
    if not _compared or _compared[0][0] is not one or _compared[0][1] is not other:
        _compared[:] = [(one, other, one == other)]
    return _compared[0][2]
