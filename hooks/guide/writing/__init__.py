"""How texts are written: the words to avoid, the length of a sentence, the spelling (`docs/writing.yml`)."""
