"""How high a card is: high enough for its text at every width of a frame, and not much higher.

A frame cannot grow with what it holds, so its height is known beforehand. The card is made for that (embed.css): what a
wide frame saves in lines it spends on larger letters and on a picture beside the text, so that the narrowest frame needs
the most. The lines that the text takes there are counted here; tests/browser/test_embeds.py measures every card at many
widths and finds one that scrolls or stands half empty.
"""

from __future__ import annotations

from textwrap import wrap

from guide.embeds.cards import EmbedCard

NARROWEST, WIDEST = 280, 700  # pixels, of a frame
_INNER = 250  # the width of the text in the narrowest frame
_LETTER = {"title": 10.2, "text": 7.9, "small": 7.4}  # the mean width of a letter there, on the wide side
_LINE = {"title": 22.5, "text": 22.0, "small": 20.0}
_FRAME = {"recommendation": 172, "method": 172, "worksheet": 320}  # all but the text: head, picture, links, foot


def height(shown: EmbedCard) -> int:
    """The height of the frame in pixels, a multiple of ten."""
    card = shown.card
    texts = (("title", card.title), ("text", card.text), ("small", " · ".join(card.tags)))
    lines = sum(len(wrap(text, int(_INNER / _LETTER[size]))) * _LINE[size] for size, text in texts)
    return -int(-(_FRAME[card.kind] + lines) // 10) * 10
