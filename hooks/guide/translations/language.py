"""Sentences of a translation that are in another language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.util import find_spec

from guide.catalogue import Catalogue
from guide.problems import Problem
from guide.translations.interface import source_of, visitors
from guide.writing.names import Names, names_of
from guide.writing.passages import Passage
from guide.writing.rules import FILE
from guide.writing.style import sentences
from guide.writing.texts import Written, written

FEWEST = 5
"""Words, names not counted, below which nothing is said of a sentence."""
SURE = 0.3
"""How much likelier another language must be than the own one, of 1."""
_LIBRARY = "py3langid"
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+")
Guess = Callable[[str], dict[str, float]]


def available() -> bool:
    """Whether the library is installed."""
    return find_spec(_LIBRARY) is not None


def find_problems(catalogue: Catalogue) -> list[Problem]:
    """Every sentence of pages, sheets, partners, lists and interface that is not in the language of its file."""
    guide, names = catalogue.guide, names_of(catalogue)
    known = {*guide.vocabulary.languages, *guide.languages}
    wanted = sorted(known - {guide.source_language})
    guess = _guesser(tuple(sorted(known)))
    listed = f"{guide.docs.name}/{FILE}"
    problems: list[Problem] = []
    for one in (*written(catalogue, wanted), *_interface(wanted)):
        for line, sentence, other in foreign(one.passages, one.language, names, guess):
            near = sentence if len(sentence) <= 80 else sentence[:79] + "…"
            values = {"language": one.language, "other": other, "near": near, "listed": listed}
            problems.append(Problem(one.file, line, "wrong_language", values))
    return problems


def foreign(passages: Iterable[Passage], language: str, names: Names, guess: Guess) -> Iterator[tuple[int, str, str]]:
    """(line, sentence, the language that it seems to be in) for what is in another language.

    guess: the likelihood of every language for a text. A language that it does not know is not judged.
    """
    for passage in passages:
        for at, sentence in sentences(passage.text):
            text = _ADDRESS.sub("", " ".join(names.without(Passage(1, sentence)).text.split()))
            if len(_WORD.findall(text)) < FEWEST:
                continue
            likely = guess(text)
            other = max(likely, key=lambda code: likely[code])
            if language in likely and likely[other] - likely[language] > SURE:
                yield passage.line_at(at), " ".join(sentence.split()), other


def _interface(languages: Iterable[str]) -> Iterator[Written]:
    for language in languages:
        if source := source_of(language):
            yield Written(source.file, language, "list", tuple(visitors(source).values()))


@cache
def _guesser(languages: tuple[str, ...]) -> Guess:
    """Likelihoods of these languages only: the fewer it chooses from, the less it errs."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # large: only a release needs it

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in languages if code in identifier.labels])
    return cache(lambda text: dict(identifier.rank(text)))
