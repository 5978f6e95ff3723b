"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.footer import Model
from guide.worksheets.design import design
from guide.worksheets.word import WordPage
from guide.worksheets.words import Words


def write(page: WordPage, block: Model) -> None:
    """Source, licence, version, who checked the translation, the address and its QR code."""
    view, soft = page.view, design()["soft_ink"]
    table = page.table(1, 2, borders=False)
    page.widths(table, [6, 1])
    text, code = table.rows[0].cells
    page.say(view.worksheet.source, text, size=8.5, color=soft)
    if view.status:
        page.say(view.status, text, size=8.5, bold=True, color=soft)
    licence, version = view.ui["licence"].texts, dict(view.ui["version"].texts)
    line = [(one, f"{word}: {view.worksheet.licence} · {version[one]}: {view.version}") for one, word in licence]
    page.say(Words(tuple(line)), text, size=8.5, color=soft)
    if view.others:
        page.say(view.ui["other_languages"], text, size=9, bold=True)
        paragraph = text.add_paragraph()
        paragraph.add_run("  ·  ".join(view.tongues[language].native for language in view.others))
    page.say(Words(((view.languages[0], view.address),)), text, size=9, color=view.colors["strong"])
    page.picture(page.qr, 20, " – ".join(words for _, words in view.ui["qr"].texts), code.paragraphs[0])
