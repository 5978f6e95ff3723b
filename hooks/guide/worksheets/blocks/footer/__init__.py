"""Source, short address with QR code, licence, version and translation status; all of it comes from the sheet."""

from __future__ import annotations

from typing import Literal

from guide.worksheets.blocks.base import Block


class Model(Block):
    """The foot of the sheet; it stands in the text, so that it is read aloud too."""

    type: Literal["footer"]
