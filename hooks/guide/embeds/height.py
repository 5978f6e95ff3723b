"""How high a card is: high enough for its text at every width of a frame, and not much higher.

A frame cannot grow with what it holds, so its height is said beforehand. The card is made for that (embed.css): what a
wide frame saves in lines it spends on larger letters and on a panel beside the text, so that the narrowest frame needs
the most. The lines that the texts take there are counted here. tests/browser/test_embeds.py opens every card at many
widths and finds one that scrolls, or stands half empty.
"""

from __future__ import annotations

from math import ceil
from textwrap import wrap

from guide.embeds.cards import EmbedCard

NARROWEST, WIDEST = 280, 700  # pixels, of a frame
_TEXT_WIDTH = 250  # pixels, in the narrowest frame
# The width of a letter, rather too wide (until ours comes, the typeface is one of the device), and the height of a
# line, in pixels, in the narrowest frame.
_TITLE, _TEXT, _FACT = (10.4, 22.1), (7.2, 22.1), (7.4, 20.9)
_REST = {"recommendation": 192, "method": 203, "worksheet": 360}  # pixels: borders, gaps, picture, links, foot
_STEP = 10


def height(shown: EmbedCard) -> int:
    """The height of the frame in pixels."""
    texts = [(_TITLE, shown.card.title), (_TEXT, shown.card.text)]
    texts += [(_FACT, f"{label} {text}") for label, text in shown.facts]
    lines = sum(len(wrap(text, int(_TEXT_WIDTH / letter))) * line for (letter, line), text in texts)
    return ceil((_REST[shown.card.kind] + lines) / _STEP) * _STEP
