"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.choice import Model
from guide.worksheets.word import WordPage
from guide.worksheets.words import Words


def write(page: WordPage, block: Model) -> None:
    """The options in columns, each behind an empty box."""
    page.heading(block.prompt, None, block.hint)
    options = [(option.icon, option.label) for option in block.options]
    if block.other:
        options.append((None, Words(tuple((code, f"{text} …") for code, text in block.other.texts))))
    rows = -(-len(options) // block.columns)
    table = page.table(rows, block.columns, borders=False)
    for place, (icon, label) in enumerate(options):
        cell = table.cell(place // block.columns, place % block.columns)
        paragraph = cell.paragraphs[0]
        paragraph.add_run("☐ ")
        page.icon(icon, paragraph)
        page.write(paragraph, label.texts[0])
        for part in label.texts[1:]:
            page.write(cell.add_paragraph(), part)
