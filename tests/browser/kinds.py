"""One page of each kind, in each language."""

from __future__ import annotations

from tests.support.browsing import EVERYTHING

LANGUAGES = {"nl": "", "fr": "fr/", "en": "en/"}

# A page of each kind, by its address in the source language.
KINDS = {
    "home": "",
    "overview": "aanbevelingen/",
    "recommendation": "aanbevelingen/communicatie/",
    "vision": "visie/zes-stappen/",
    "cases": "praktijkvoorbeelden/",
    "case": "praktijkvoorbeelden/vier-winden/",
    "methods": "methodieken/",
    "method": "methodieken/gesprekstool/",
    "worksheets": "werkbladen/",
    "sheet-parents": "werkbladen/gesprekstool/",
    "sheet-team": "werkbladen/thermometer/",
    "partners": "partners/",
    "partner": "partners/foyer/",
    "generic-partner": "partners/clb/",
    "embed": "partners/embed/",
    "theme": "partners/taal-en-tolken/",
    "my-list": "partners/mijn-lijst/?p=foyer,clb",
    "parents": "ouders/",
    "about": "over/",
    "glossary": "over/begrippenlijst/",
    "translations": "over/vertalingen/",
    "handbook": "over/werkblad-maken/",
    "not-found": "404.html",
}
# These are the same for all languages.
SHARED = {"short": "a/communicatie/", "sheet-languages": "w/gesprekstool/talen/"}
# What parents get in a language that the guide does not speak: from right to left, and in other letters.
HOME = {"parents-ar": "ar/ouders/", "sheet-ar": "ar/werkbladen/gesprekstool/", "sheet-uk": "uk/werkbladen/samen-lezen/"}


def addresses() -> dict[str, str]:
    """Every page to visit, by a name such as "home-fr"."""
    pages = {f"{kind}-{code}": prefix + url for kind, url in KINDS.items() for code, prefix in LANGUAGES.items()}
    return pages | SHARED | HOME


def schemes(number: int) -> list[str]:
    """The colour schemes in which to look at the page with this number: one by turns, or both."""
    return ["light", "dark"] if EVERYTHING else [("light", "dark")[number % 2]]


def visits() -> list[tuple[str, str, str]]:
    """(name, address, scheme) of every look at a page."""
    return [(name, url, scheme) for number, (name, url) in enumerate(addresses().items()) for scheme in schemes(number)]
