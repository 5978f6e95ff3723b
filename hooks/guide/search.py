"""The search index of one language."""

from __future__ import annotations

import json

INDEX = "search/search_index.json"

# The languages for which Material brings a stemmer; another one is searched without.
STEMMERS = (
    *("ar", "da", "de", "en", "es", "fi", "fr", "hi", "hu", "it", "ja", "ko"),
    *("nl", "no", "pt", "ro", "ru", "sv", "th", "tr", "vi"),
)


def localized_index(index: str, prefix: str) -> str:
    """The index (JSON) with only the pages below `prefix` ("" for the source language, "fr/"), seen from there.

    A build of one language indexes only that language; what else stands in it is left out.
    """
    data = json.loads(index)
    language = data["config"]["lang"][0]
    data["config"]["lang"] = [language if language in STEMMERS else "en"]
    data["docs"] = [
        entry | {"location": entry["location"].removeprefix(prefix)}
        for entry in data["docs"]
        if entry["location"].startswith(prefix)
    ]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
