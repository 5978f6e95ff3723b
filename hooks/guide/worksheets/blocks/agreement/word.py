"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.agreement import Model
from guide.worksheets.word import WordPage


def write(page: WordPage, block: Model) -> None:
    """The sentences behind boxes to tick, and room for names or signs."""
    page.heading(block)
    for sentence in block.sentences:
        page.say(sentence.text, before=[page.tick(str(sentence.text)), page.space], line=sentence.line)
    page.gap(1)
    table = page.table(1, len(block.signers))
    table.rows[0].least = 20 * page.scale
    page.give(table.rows)
    for cell, signer in zip(table.rows[0].cells, block.signers, strict=True):
        page.say(signer.label, cell, "Label")
    if block.change:
        page.gap(1.5)
        page.say(block.change)
