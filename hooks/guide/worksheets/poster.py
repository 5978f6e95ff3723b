"""The poster: every recommendation on one A3, with the address of the guide."""

from __future__ import annotations

from guide.site import Guide
from guide.strings import load
from guide.worksheets.documents import frame, made, recommendations
from guide.worksheets.home import home

SOURCE = b'#import "typst/poster.typ": poster\n#poster(json(bytes(sys.inputs.data)))'


def poster_uri(guide: Guide, language: str) -> str:
    """The address of the file from the site's root."""
    name = guide.editor_strings["worksheet.bundles.names.poster"]
    return f"{guide.vocabulary.kinds['worksheet'].folder}/{name}-{language}.pdf"


def poster_title(guide: Guide, language: str) -> str:
    """The name of the poster in its language."""
    return load(language).text("worksheet.bundles.poster", title=home(guide, language)[0])


def poster_pdf(guide: Guide, language: str) -> bytes:
    """The file. PdfError."""
    title, lead = home(guide, language)
    values = frame(guide, language) | {
        "document": poster_title(guide, language),
        "title": title,
        "lead": lead,
        "rows": list(recommendations(guide, language).values()),
    }
    return made(guide, poster_uri(guide, language), SOURCE, values)
