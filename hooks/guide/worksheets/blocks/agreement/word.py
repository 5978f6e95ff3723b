"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.agreement import Model
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """The sentences behind empty boxes, and room for names or signs."""
    page.heading(block.prompt)
    for sentence in block.sentences:
        for number, part in enumerate(sentence.text.texts):
            paragraph = page.document.add_paragraph()
            if number == 0:
                paragraph.add_run("☐ ")
            page.write(paragraph, part)
    table = page.table(1, len(block.signers))
    page.height(table.rows[0], 20)
    for cell, signer in zip(table.rows[0].cells, block.signers, strict=True):
        page.say(signer.label, cell, bold=True, color=page.view.colors["strong"])
    if block.change:
        page.beside(block.change)
