"""Short sentences to say yes to together, without an obligation to sign."""

from __future__ import annotations

from typing import Annotated, Literal

from guide.texts import Record, Slug
from guide.worksheets.blocks.base import Block, Icon, count
from guide.worksheets.words import Words


class Sentence(Record):
    """One sentence with a box to tick. line: a line behind it, to finish the sentence."""

    text: Words
    line: bool = False


class Signer(Record):
    """A place for a name or a sign."""

    id: Slug
    label: Words


class Model(Block):
    """change: the line that says that one may come back on it."""

    type: Literal["agreement"]
    prompt: Words
    hint: Words | None = None
    icon: Icon | None = None
    sentences: Annotated[tuple[Sentence, ...], count(1, 6)]
    signers: Annotated[tuple[Signer, ...], count(1, 4)]
    change: Words | None = None
