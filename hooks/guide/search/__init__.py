"""The search of one language: what each page is and says, and where to look when nothing is found."""

from guide.search.helping import HelpLink, help_links
from guide.search.index import INDEX, SETTINGS, STEMMERS, Shown, search_files
from guide.search.sections import Section, sections

__all__ = [
    "INDEX",
    "SETTINGS",
    "STEMMERS",
    "HelpLink",
    "Section",
    "Shown",
    "help_links",
    "search_files",
    "sections",
]
