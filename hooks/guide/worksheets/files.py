"""The files of the sheets: which there are, what they are called, and making them once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from guide.site import Guide
from guide.worksheets import docx, pdf
from guide.worksheets.at_once import at_once, begin, finish
from guide.worksheets.cache import is_kept, kept, key
from guide.worksheets.model import Sheet
from guide.worksheets.once import once
from guide.worksheets.papers import HALVES, MILLIMETRES, PICTURE_WIDTH, papers
from guide.worksheets.view import View, view

_made: dict[tuple[Path, str], str] = {}
"""Under which name in the cache this process last put or found a file, by the guide's folder and the file's address."""

Job = tuple[Guide, Sheet, "Output", str]
"""A file to make: of which sheet, which one, and its name in the cache."""

Kind = Literal["sheet", "word", "picture", "paper", "large", "halves", "variant"]


@dataclass(frozen=True)
class Output:
    """A file of a sheet.

    end: its name after the slug. language: of the text, beside the source when bilingual. paper: a smaller one than the
    sheet's own. variant: the id of the variant that it is.
    kind: "sheet": the PDF itself; "word"; "picture"; "paper": the PDF on a smaller paper; "large": in large print;
    "halves": each A3 page as two A4 pages, to glue together; "variant". A page that lists the files finds the words
    for the last three in the strings, `worksheet.file_<kind>`: {language}, and for a variant {name}.
    """

    end: str
    language: str
    bilingual: bool = False
    paper: str | None = None
    kind: Kind = "sheet"
    variant: str | None = None

    @property
    def form(self) -> str:
        """pdf, docx or png."""
        return self.end.rpartition(".")[2]

    @property
    def layout(self) -> pdf.Layout:
        """How the pages are laid out."""
        return self.kind if self.kind in ("large", "halves") else "sheet"


def outputs(guide: Guide, sheet: Sheet) -> list[Output]:
    """Every file of a sheet: the source alone, and each translation, for parents always beside the source."""
    source, parents = guide.source_language, sheet.source.for_parents
    names = {source: source} | {code: f"{source}-{code}" if parents else code for code in sheet.offered}

    def all_languages(kind: Kind, end: str, variant: str | None = None) -> list[Output]:
        return [Output(name + end, code, parents and code != source, None, kind, variant)
                for code, name in names.items()]  # fmt: skip

    found = [*all_languages("sheet", ".pdf"), *all_languages("word", ".docx")]
    for paper in sheet.source.sizes:
        codes = [source] if parents else list(names)
        found += [Output(f"{code}-{paper}.pdf", code, paper=paper, kind="paper") for code in codes]
    if parents:
        found += all_languages("large", f"-{large_word(guide)}.pdf")
    if any(paper.startswith("a3") for paper in papers(sheet.source)):
        found += all_languages("halves", f"-{HALVES}.pdf")
    for variant in sheet.source.variants:
        found += all_languages("variant", f"-{variant.id}.pdf", variant.id)
    found += [Output(picture_end(guide, sheet, code), code, parents and code != source, kind="picture")
              for code in guide.languages if code in names]  # fmt: skip
    return found


def large_word(guide: Guide) -> str:
    """What says in a file's name that it is in large print."""
    return guide.editor_strings["worksheet.files.large"]


def picture_end(guide: Guide, sheet: Sheet, language: str) -> str:
    """The end of the picture's name on pages in a language: the sheet as those pages show it."""
    source = guide.source_language
    if language == source or not sheet.usable(language):
        return f"{source}.png"
    return f"{source}-{language}.png" if sheet.source.for_parents else f"{language}.png"


def picture(guide: Guide, sheet: Sheet, language: str) -> bytes:
    """The picture in a language that the sheet has: a parents' sheet with that language beside the source."""
    [path] = picture_files(guide, [(sheet, language)])
    return path.read_bytes()


def picture_files(guide: Guide, wanted: Iterable[tuple[Sheet, str]]) -> list[Path]:
    """Files in the cache, each with the `picture` of a sheet in a language; its name follows from all that is on it.

    PdfError.
    """
    finish()
    names, missing = _pictures(guide, wanted)
    at_once(_keep, missing)
    return [_folder(guide) / name for name in names]


def begin_pictures(guide: Guide, sheets: Iterable[Sheet]) -> None:
    """Begin to draw the pictures of these sheets in all their languages; `picture_files` waits for them."""
    every = [(sheet, language) for sheet in sheets for language in (guide.source_language, *sheet.offered)]
    begin(_keep, _pictures(guide, every)[1])


def _pictures(guide: Guide, wanted: Iterable[tuple[Sheet, str]]) -> tuple[list[str], Collection[Job]]:
    """The names of pictures in the cache, and what is to be drawn of them."""
    source, jobs = guide.source_language, list[tuple[Sheet, Output]]()
    for sheet, language in wanted:
        beside = sheet.source.for_parents and language != source
        jobs.append((sheet, Output(f"{language}.png", language, beside, kind="picture")))
    names = _names(guide, jobs)
    missing = {name: (guide, *job, name) for job, name in zip(jobs, names, strict=True)
               if not is_kept(_folder(guide) / name)}  # fmt: skip
    return names, missing.values()


def uri_of(guide: Guide, sheet: Sheet, end: str) -> str:
    """The address of a file from the site's root: werkbladen/gesprekstool/gesprekstool-nl.pdf."""
    return f"{guide.vocabulary.kinds['worksheet'].folder}/{sheet.slug}/{sheet.slug}-{end}"


def make_files(guide: Guide, sheets: list[Sheet], only: str | None = None) -> dict[str, bytes]:
    """Every file of these sheets by address; those that were made before come from the cache. PdfError.

    only: the language of who changes a sheet and looks at it at once. Files in other languages that this process made
    before are left as they are then, for they would cost most of the time; a build of every language makes them anew.
    """
    every = [(sheet, output) for sheet in sheets for output in outputs(guide, sheet)]
    uris = [uri_of(guide, sheet, output.end) for sheet, output in every]
    left = {uri for uri, (_, output) in zip(uris, every, strict=True)
            if only and output.language != only and (guide.root, uri) in _made}  # fmt: skip
    jobs = [job for uri, job in zip(uris, every, strict=True) if uri not in left]
    names = _names(guide, jobs)
    missing = [(guide, *job, name) for job, name in zip(jobs, names, strict=True) if not is_kept(_folder(guide) / name)]
    at_once(_keep, missing)
    fresh = (uri for uri in uris if uri not in left)
    _made.update(((guide.root, uri), name) for uri, name in zip(fresh, names, strict=True))
    return {uri: (_folder(guide) / _made[guide.root, uri]).read_bytes() for uri in uris}


def _keep(guide: Guide, sheet: Sheet, output: Output, name: str) -> None:
    """Makes the file for the cache only: to send its bytes from a process would cost time."""
    _make(guide, sheet, output, name)


def _folder(guide: Guide) -> Path:
    return guide.cache / "worksheets"


def _shown(guide: Guide, sheet: Sheet, output: Output) -> View:
    return view(guide, sheet, output.language, bilingual=output.bilingual, variant=output.variant)


def _names(guide: Guide, jobs: list[tuple[Sheet, Output]]) -> list[str]:
    """For each file a name that follows from everything that goes into it."""
    found = []
    for sheet, output in jobs:
        text = _text_key(guide, sheet, output.language, output.bilingual, output.variant)
        name = key(text, output.form, output.paper or "", output.layout, str(PICTURE_WIDTH))
        found.append(f"{name}.{output.form}")
    return found


@once
def _text_key(guide: Guide, sheet: Sheet, language: str, bilingual: bool, variant: str | None) -> str:
    shown = view(guide, sheet, language, bilingual=bilingual, variant=variant)
    # What Typst reads lacks vowel marks, which Word keeps.
    return key(pdf.ingredients(_modules(guide)), pdf.text(shown), repr(shown.worksheet))


def _modules(guide: Guide) -> Path:
    return guide.root / "node_modules"


def _make(guide: Guide, sheet: Sheet, output: Output, name: str) -> bytes:
    """The file, also kept under its name."""
    shown, modules = _shown(guide, sheet, output), _modules(guide)
    make: dict[str, Callable[[], bytes]] = {
        "pdf": lambda: pdf.pdf(shown, modules, output.paper, output.layout, _folder(guide)),
        "png": lambda: pdf.png(shown, modules, _ppi(sheet), _folder(guide)),
        "docx": lambda: docx.docx(shown, modules),
    }
    return kept(_folder(guide), name, make[output.form])


def _ppi(sheet: Sheet) -> float:
    return PICTURE_WIDTH / (MILLIMETRES[sheet.source.paper][0] / 25.4)
