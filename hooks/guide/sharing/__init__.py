"""Pictures for sharing: what a chat program shows of a page when somebody sends its address.

Every page has a card of 1200 by 630 pixels with its title (`picture`), and says in its head what there is to see
(`head`). What stands on a card follows from the page and the vocabulary alone (`content`).
"""

from guide.sharing.content import Card, card_of, card_uri
from guide.sharing.head import Head, head_of, head_of_error
from guide.sharing.picture import write

__all__ = ["Card", "Head", "card_of", "card_uri", "head_of", "head_of_error", "write"]
