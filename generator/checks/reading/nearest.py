"""The sentences of passages that a text is about."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.documents.search import stems_in

_SENTENCE = re.compile(r"(?<=[.;!?:])\s+|\n+")
_NEAR = 0.5
"""A sentence is near another if it has this share of the words that the nearest one has in common with that."""

_MOST = 0.3
"""The share of the words of a passage's sentence that a text has if it says what that says."""


def nearest(passages: tuple[str, ...], text: str, code: str) -> str:
    """The sentences of passages that are near a sentence of a text in the same language, in the order of the passages.

    Those that have most words in common with it, and at least one.
    """
    sentences = [sentence for passage in passages for sentence in _SENTENCE.split(passage) if sentence]
    near: set[int] = set()
    for part in _SENTENCE.split(text):
        shared = [len(_stems(part, code) & _stems(sentence, code)) for sentence in sentences]
        least = max(1.0, _NEAR * max(shared, default=0))
        near |= {i for i, count in enumerate(shared) if count >= least}
    return "\n".join(sentence for i, sentence in enumerate(sentences) if i in near)


def nearest_of_each(passages: tuple[str, ...], text: str, code: str) -> Iterator[tuple[str, str]]:
    """Each sentence of a text with the sentence of the passages that is nearest to it.

    Only where that has most of its own words in common with the sentence of the text.
    """
    sentences = [sentence for passage in passages for sentence in _SENTENCE.split(passage) if sentence]
    for part in _SENTENCE.split(text):
        stems = _stems(part, code)
        best = max(sentences, key=lambda sentence: len(stems & _stems(sentence, code)), default="")
        if best and len(stems & _stems(best, code)) >= _MOST * len(_stems(best, code)):
            yield part, best


@lru_cache(maxsize=65536)
def _stems(text: str, code: str) -> frozenset[str]:
    return stems_in(text, code)
