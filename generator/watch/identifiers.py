"""The names under which one paper is known in different places: official numbers, references, title and day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.archive import Archive
from generator.documents import CONVENTIONS
from generator.model import Bilingual, Period, Source, parse_period
from generator.text import LANGUAGES

_NUMBERS = CONVENTIONS.numbers
_NAMES = [re.compile(pattern, re.IGNORECASE) for pattern in _NUMBERS.series]
_PRINTED = re.compile(_NUMBERS.printed)
_SHORTEST_TITLE = 3
"""Fewest words of a title that, with its day, identifies a paper."""


@dataclass(frozen=True)
class Identity:
    """The names that one paper has in different places."""

    names: frozenset[str]
    """Official numbers, references and ids, in lower case: no two papers share one."""
    titles: frozenset[str] = frozenset()
    """Titles with their days, which two papers may share."""

    @property
    def is_numbered(self) -> bool:
        """Whether it has the number of a paper of parliament."""
        return any(name.startswith(f"{_NUMBERS.of_parliament}-") for name in self.names)

    def matches(self, other: "Identity") -> bool:
        """Whether both are one paper: by a name, or by title and day unless each has a number of its own."""
        are_distinct = self.is_numbered and other.is_numbered
        return bool(self.names & other.names or (self.titles & other.titles and not are_distinct))

    def joined(self, other: "Identity") -> "Identity":
        """The names from both."""
        return Identity(self.names | other.names, self.titles | other.titles)


def names_in(text: str) -> frozenset[str]:
    """The official numbers in a text or a web address, in lower case: `kst-31934-36`, `2024d26567`."""
    return frozenset(name for pattern in _NAMES for name in _found(pattern, text)) | frozenset(_printed(text))


def name_of_part(dossier: str, part: str) -> str:
    """The official number of a paper in a dossier; empty if `part` is none, such as -1."""
    number = "".join(dossier.split())
    is_numbered = re.fullmatch(r"[1-9]\d*", part) and re.fullmatch(r"[\w-]+", number)
    return f"{_NUMBERS.of_parliament}-{number}-{part}".lower() if is_numbered else ""


def name_of_title(title: str, published: Period | None) -> frozenset[str]:
    """The title with its day as a name; empty if the day is not known or the title is too short."""
    words = re.findall(r"\w+", title.lower())
    if not published or len(words) < _SHORTEST_TITLE:
        return frozenset()
    return frozenset({f"{' '.join(words)} | {published.text}"})


def known_papers(archive: Archive) -> tuple[Identity, ...]:
    """The identity of every document that the archive holds or refers to."""
    held = [_of_source(source) for source in archive.sources.values()]
    referred = [
        _identity(f"{d.id} {d.number or ''} {d.url or ''}", "", d.title, d.published)
        for d in archive.references.values()
    ]
    return (*held, *referred)


def day_of_newest(archive: Archive) -> date | None:
    """The day of the newest document to parliament that was entered; None if none was."""
    return max((source.published.first for source in archive.sources.values() if not source.is_outside), default=None)


def entered_as(archive: Archive, paper: Identity) -> str:
    """The id of the source that a paper was entered as; empty if it was not."""
    return next((id for id, source in archive.sources.items() if _of_source(source).matches(paper)), "")


def identity_of(number: str, reference: str, title: str, published: str) -> Identity:
    """The names of a paper of which that much is known; empty where it is not."""
    names = names_in(f"{number} {reference}") | ({reference.lower()} if reference else set())
    return Identity(names, name_of_title(title, parse_period(published) if published else None))


def _of_source(source: Source) -> Identity:
    named = f"{source.id} {source.reference or ''} {source.url or ''}"
    return _identity(named, source.reference or "", source.title, source.published)


def _identity(text: str, reference: str, title: Bilingual, published: Period | None) -> Identity:
    names = names_in(text) | ({reference.lower()} if reference else set())
    return Identity(names, name_of_title(title[LANGUAGES[0]], published))


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for found in pattern.finditer(text):
        joined = "-" if found["series"].isalpha() or "-" in found["series"] else ""
        yield f"{found['series']}{joined}{found['number']}".lower()


def _printed(text: str) -> Iterator[str]:
    """As parliament prints them: `31 934, nr. 36`; `36 915 IX, nr. 3`."""
    for found in _PRINTED.finditer(text):
        chapter = f"-{found['chapter']}" if found["chapter"] else ""
        yield f"{_NUMBERS.of_parliament}-{found['dossier'].replace(' ', '')}{chapter}-{found['part']}".lower()
