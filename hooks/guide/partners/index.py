"""What the search of the page reads: an index made by Node, with the very scripts that the page searches with.

Made with the site, because a browser reads an index in a fraction of the time that it takes to make one.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from guide.partners.read import folder_of
from guide.site import Guide
from guide.strings import load
from guide.worksheets.cache import kept, key

_SCRIPT = Path(__file__).with_name("make_index.mjs")
_ASSETS = Path(__file__).parents[3] / "overrides" / "assets"
_READS = ("javascripts/partner-index.mjs", "vendor/minisearch.mjs")


def index_file(guide: Guide) -> str:
    """The address of the index, from the site's root."""
    return f"{folder_of(guide)}/search.json"


def list_file(guide: Guide, language: str) -> str:
    """The address of the list, for a page that holds only its beginning."""
    return f"{folder_of(guide)}/list.{language}.json"


def search_index(guide: Guide, data: bytes) -> bytes:
    """The index over these open data, from the cache when it was made before. FileNotFoundError without Node."""
    scripts = [_SCRIPT.read_bytes(), *((_ASSETS / name).read_bytes() for name in _READS)]
    name = f"{key(_stop_words(guide), data, *scripts)}.json"
    return kept(guide.cache / "partners", name, lambda: make_index(guide, data))


def _stop_words(guide: Guide) -> str:
    return " ".join(load(language)["partner.stop_words"] for language in guide.languages)


def make_index(guide: Guide, data: bytes) -> bytes:
    """The same, made anew."""
    given = {"assets": _ASSETS.as_uri(), "stopWords": _stop_words(guide), "data": json.loads(data)}
    asked = json.dumps(given).encode()
    beside = Path(sys.executable).parent / "node"  # where `make` puts it on a machine without one
    node = shutil.which("node") or (str(beside) if beside.exists() else None)
    if node is None:
        raise FileNotFoundError("node makes the index of the partners, and is not there: `make setup` installs it")
    return subprocess.run([node, str(_SCRIPT)], input=asked, stdout=subprocess.PIPE, check=True).stdout
