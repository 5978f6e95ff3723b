"""The typefaces of a page's own letters: a style sheet for each script but the Latin, which is there on every page."""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global

STYLES = "assets/stylesheets"
_URL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
_RARE = "-ext-"
"""In the name of a font whose letters few texts need, as @fontsource calls it."""


def letter_styles(language: str, overrides: Path) -> tuple[str, ...]:
    """Addresses, from the site's root, of the style sheets for a language: `fonts-arabic.css` where there is one.

    language: a code. overrides: the folder with what the guide adds to the theme.
    """
    try:
        known = Locale.parse(language, sep="-").script or get_global("likely_subtags").get(language, "").split("_")[1:2]
    except (UnknownLocaleError, ValueError):
        return ()
    scripts = [known] if isinstance(known, str) else known
    names = [Locale("en").scripts.get(script, script).lower() for script in scripts]
    found = (f"{STYLES}/fonts-{name}.css" for name in names)
    return tuple(address for address in found if (overrides / address).is_file())


def letter_fonts(styles: tuple[str, ...], overrides: Path) -> tuple[str, ...]:
    """The fonts, from the site's root, that a page with these styles needs at once."""
    names = [
        name.rpartition("/")[2] for style in styles for name in _URL.findall((overrides / style).read_text("utf-8"))
    ]
    return tuple(f"assets/vendor/fonts/{name}" for name in names if _RARE not in name)
