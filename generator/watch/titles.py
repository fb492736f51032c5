"""Titles as words, so that no spelling of the same title is missed: accents, capitals and hyphens do not count."""

import re
import unicodedata
from collections.abc import Callable

from generator.model import TitleWords


def words_in(text: str) -> str:
    """The words of a text in lower case and without accents, one space around each."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(["", *re.findall(r"[^\W_]+", letters), ""])


def is_titled(title: str, wanted: TitleWords) -> bool:
    """Whether a title has all words that are wanted and none that are not; the last of some in a row may go on."""
    said = words_in(title)
    return all(map(_in(said), wanted.words)) and not any(map(_in(said), wanted.without))


def _in(said: str) -> Callable[[str], bool]:
    return lambda words: bool(words_in(words).strip()) and words_in(words).rstrip() in said
