"""A reference as BibTeX, for who keeps a list of sources in a program."""

from __future__ import annotations

import re
import unicodedata

from babel import Locale
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from guide.citing.work import ADDRESS, ANCHOR, TITLE, Work

_LATEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
})  # fmt: skip


def latex(text: str) -> str:
    """A text as LaTeX says it. No brace is left alone: BibTeX counts those behind a backslash too."""
    return text.translate(_LATEX)


def reference(work: Work) -> str:
    """The entry of a page."""
    return _entry(work, _key(work), latex(work.title), work.address)


def section_reference(work: Work) -> str:
    """The entry of a section of a page, with marks for its title, its address and its anchor."""
    return _entry(work, f"{_key(work)}-{ANCHOR}", TITLE, ADDRESS, ("titleaddon", latex(work.title)))


def _entry(work: Work, key: str, title: str, address: str, *more: tuple[str, str]) -> str:
    fields = [
        ("author", f"{{{latex(work.author)}}}"),  # in braces of its own: no first name and surname
        ("title", title),
        *more,
        *([("type", latex(work.genre))] if work.genre and not more else []),
        *([("year", str(work.year))] if work.year else []),
        ("url", address),  # as it is: BibLaTeX reads this field without LaTeX's signs
        ("langid", _language(work.language)),
    ]
    library = Library([Entry("online", key, [Field(name, value) for name, value in fields])])
    return write_string(library).strip().replace("\t", "  ")


def _key(work: Work) -> str:
    """A name without spaces and accents, the same for ever: samen-school-maken-a-communicatie-nl."""
    plain = unicodedata.normalize("NFKD", f"{work.author} {work.path} {work.language}").encode("ascii", "ignore")
    return "-".join(re.findall(r"[a-z0-9]+", plain.decode().lower()))


def _language(code: str) -> str:
    """A language as LaTeX names it: dutch; its code when nobody named it."""
    return str(Locale("en").languages.get(code.partition("-")[0], code)).lower()
