"""The files of the sheets: which there are, what they are called, and making them once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from guide.site import Guide
from guide.worksheets import docx, pdf
from guide.worksheets.cache import kept, key
from guide.worksheets.model import Sheet
from guide.worksheets.papers import MILLIMETRES, PICTURE_WIDTH
from guide.worksheets.view import view


@dataclass(frozen=True)
class Output:
    """A file of a sheet. end: its name after the slug. language: beside the source when bilingual."""

    end: str
    language: str
    bilingual: bool = False
    paper: str | None = None

    @property
    def form(self) -> str:
        """pdf, docx or png."""
        return self.end.rpartition(".")[2]


def outputs(guide: Guide, sheet: Sheet) -> list[Output]:
    """Every file of a sheet: the source alone, and each translation, for parents always beside the source."""
    source, found = guide.source_language, []
    for form in ("pdf", "docx"):
        found.append(Output(f"{source}.{form}", source))
        for language in sheet.offered:
            name = f"{source}-{language}" if sheet.source.for_parents else language
            found.append(Output(f"{name}.{form}", language, sheet.source.for_parents))
    for paper in sheet.source.sizes:
        names = [source] if sheet.source.for_parents else [source, *sheet.offered]
        found += [Output(f"{name}-{paper}.pdf", name, paper=paper) for name in names]
    found += [Output(picture_end(guide, sheet, code), code, sheet.source.for_parents and code != source)
              for code in guide.languages if code == source or sheet.usable(code)]  # fmt: skip
    return found


def picture_end(guide: Guide, sheet: Sheet, language: str) -> str:
    """The end of the picture's name on pages in a language: the sheet as those pages show it."""
    source = guide.source_language
    if language == source or not sheet.usable(language):
        return f"{source}.png"
    return f"{source}-{language}.png" if sheet.source.for_parents else f"{language}.png"


def picture(guide: Guide, sheet: Sheet, language: str) -> bytes:
    """The picture in a language that the sheet has: a parents' sheet with that language beside the source."""
    beside = sheet.source.for_parents and language != guide.source_language
    return _file(guide, sheet, Output(f"{language}.png", language, beside))


def uri_of(guide: Guide, sheet: Sheet, end: str) -> str:
    """The address of a file from the site's root: werkbladen/gesprekstool/gesprekstool-nl.pdf."""
    return f"{guide.vocabulary.kinds['worksheet'].folder}/{sheet.slug}/{sheet.slug}-{end}"


def make_files(guide: Guide, sheets: list[Sheet]) -> dict[str, bytes]:
    """Every file of these sheets by address; those that were made before come from the cache. PdfError."""
    jobs = [(uri_of(guide, sheet, output.end), sheet, output) for sheet in sheets for output in outputs(guide, sheet)]
    # Typst lets go of the interpreter while it works, so threads help.
    with ThreadPoolExecutor(4) as pool:
        made = pool.map(lambda job: _file(guide, job[1], job[2]), jobs)
        return {uri: data for (uri, _, _), data in zip(jobs, made, strict=True)}


def _file(guide: Guide, sheet: Sheet, output: Output) -> bytes:
    shown = view(guide, sheet, output.language, bilingual=output.bilingual)
    modules = guide.root / "node_modules"
    make: dict[str, Callable[[], bytes]] = {
        "pdf": lambda: pdf.pdf(shown, modules, output.paper),
        "png": lambda: pdf.png(shown, modules, _ppi(sheet)),
        "docx": lambda: docx.docx(shown, modules),
    }
    texts = (pdf.text(shown, output.paper), repr(shown.worksheet))  # the first lacks vowel marks, which Word keeps
    name = key(pdf.ingredients(modules), *texts, output.form, str(PICTURE_WIDTH))
    return kept(guide.cache / "worksheets", f"{name}.{output.form}", make[output.form])


def _ppi(sheet: Sheet) -> float:
    return PICTURE_WIDTH / (MILLIMETRES[sheet.source.paper][0] / 25.4)
