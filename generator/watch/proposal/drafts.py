"""What the stub of a new source says before anybody has read it: in the style of the latest source of its kind."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from generator.archive import Archive
from generator.documents import CONVENTIONS
from generator.model import Source, SourceKind
from generator.text import LANGUAGES
from generator.watch.titles import words_in

_LONGEST_ID = 60
_ID = re.compile(r"(?P<stem>[a-z][a-z-]*[a-z])-(?P<year>\d{4})(?:-(?P<n>\d{1,2}))?")
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class SourceDraft:
    """The id of a new source, and what is known of it."""

    id: str
    given: Mapping[str, str]
    """By the names of the options of `atlas ingest`: `title-nl`, `sender-en` …"""
    model: str = ""
    """The id of the source whose style it follows; empty if none is like it."""


def draft_of(archive: Archive, title: str, published: str, taken: Container[str]) -> SourceDraft:
    """The draft of a paper with that title, published on a day; its id is not among those `taken`.

    If its title has the words of the ids of earlier sources (`stand-van-zakenbrief-2026-1`), it follows the latest of
    them: the next id, titles with the next number and year, and the same sender and kind. An editor checks them.
    """
    family = list(_family(archive, title))
    if not family:
        return SourceDraft(_id_of(title, published, taken), {f"title-{LANGUAGES[0]}": title} if title else {})
    found, model = family[-1]
    stem = found["stem"]
    year = published[:4] if found["n"] else next(iter(_YEAR.findall(title)), published[:4])
    n = next(n for n in count(1) if f"{stem}-{year}-{n}" not in taken)
    id = f"{stem}-{year}-{n}" if found["n"] or f"{stem}-{year}" in taken else f"{stem}-{year}"
    return SourceDraft(id, _given(model, n, year), model.id)


def _family(archive: Archive, title: str) -> Iterator[tuple[re.Match[str], Source]]:
    """The sources whose ids are made of words that are in the title: those with the longest, the oldest first."""
    said = words_in(title)
    found = [(_ID.fullmatch(source.id), source) for source in archive.sources.values() if not source.is_outside]
    alike = [(match, source) for match, source in found if match and words_in(match["stem"]).rstrip() in said]
    longest = max((len(match["stem"]) for match, _ in alike), default=0)
    yield from (pair for pair in alike if len(pair[0]["stem"]) == longest)


def _given(model: Source, n: int, year: str) -> dict[str, str]:
    """What a new source has in common with the one whose style it follows."""
    given = {f"title-{code}": _YEAR.sub(year, _counted(model.title[code], n)) for code in LANGUAGES}
    given |= {f"sender-{code}": model.sender[code] for code in LANGUAGES if model.sender}
    return given | ({} if model.kind is SourceKind.LETTER else {"kind": model.kind.value})


def _counted(title: str, n: int) -> str:
    """A title with the word for `n` in place of the one that it begins with."""
    first, _, rest = title.partition(" ")
    for words in CONVENTIONS.ordinals.values():
        if first in words and n <= len(words):
            return f"{words[n - 1]} {rest}"
    return title


def _id_of(title: str, published: str, taken: Container[str]) -> str:
    """The words of a title and the day; with a number if that id is taken."""
    words = re.findall(r"[a-z0-9]+", words_in(title)) or ["paper"]
    while len("-".join(words)) > _LONGEST_ID and len(words) > 1:
        words.pop()
    id = "-".join([*words, published])[: _LONGEST_ID + 20].strip("-")
    return next(name for n in count(1) if (name := id if n == 1 else f"{id}-{n}") not in taken)
