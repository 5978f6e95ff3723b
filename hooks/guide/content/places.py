"""The places on a page that no heading makes: figures, lists that are made from data, and ids in the text itself."""

from __future__ import annotations

import re

from guide.content.figures import anchor
from guide.markdown import figures_in, lists_in
from guide.site import Guide
from guide.worksheets.blocks import MODELS

_ATTRIBUTES = re.compile(r"\{:?[^}\n]*?#([\w-]+)[^}\n]*\}|\sid=[\"']?([\w-]+)")

_BY_RECOMMENDATION = ("method-search", "worksheet-search")


def made_places(guide: Guide, body: str) -> frozenset[str]:
    """The ids that a body gives its page, beside those of its headings, glossary and releases."""
    found = {one or other for one, other in _ATTRIBUTES.findall(body)}
    found |= {anchor(guide, identifier) for identifier in figures_in(body)}
    for name, _ in lists_in(body):
        if name in _BY_RECOMMENDATION:
            found |= set(guide.vocabulary.recommendations)
        elif name == "block-types":
            found |= set(MODELS)
        elif name == "translations":
            words = guide.editor_strings.words.items()
            found |= {text for key, text in words if key.startswith("translations.ids.")}
    return frozenset(found)
