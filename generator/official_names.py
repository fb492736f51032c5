"""The names by which one paper is known in many places: official numbers, references, its title and day."""

import re
from collections.abc import Iterator

from generator.archive import LANGUAGES, Archive
from generator.periods import Period

_NAMES = (
    re.compile(r"\b(?P<series>kst|blg|ah-tk|h-tk)-(?P<number>[0-9a-z]+(?:-[0-9a-z]+)*)", re.IGNORECASE),
    re.compile(r"\b(?P<series>\d{4}D)(?P<number>\d{4,6})\b"),
)
_PRINTED = re.compile(r"\b(?P<dossier>\d{2} ?\d{3})(?:[ -](?P<chapter>[IVX]+[A-Z]?))?,? nr\. ?(?P<part>\d+)")
_SHORTEST_TITLE = 3
"""Words of a title that is rare enough to name a paper, with its day."""


def names_in(text: str) -> frozenset[str]:
    """The official numbers that stand in a text or a web address, in lower case: `kst-31934-36`, `2024d26567`."""
    return frozenset(name for pattern in _NAMES for name in _found(pattern, text)) | frozenset(_printed(text))


def name_of_part(dossier: str, part: str) -> str:
    """The official number of a paper in a dossier; empty if it has none, or is told as -1."""
    number = "".join(dossier.split())
    return f"kst-{number}-{part}".lower() if re.fullmatch(r"[1-9]\d*", part) and re.fullmatch(r"[\w-]+", number) else ""


def name_of_title(title: str, published: Period | None) -> frozenset[str]:
    """The title with its day as a name; none if the day is not known, or the title is too short to tell by."""
    words = re.findall(r"\w+", title.lower())
    if not published or len(words) < _SHORTEST_TITLE:
        return frozenset()
    return frozenset({f"{' '.join(words)} | {published.text}"})


def known_names(archive: Archive) -> frozenset[str]:
    """Every name of every document that the archive holds or refers to."""
    names: set[str] = set()
    for source in archive.sources.values():
        told = (source.id, source.reference or "", source.url or "")
        names |= names_in(" ".join(told)) | {(source.reference or "").lower()}
        names |= name_of_title(getattr(source.title, LANGUAGES[0]), source.published)
    for document in archive.references.values():
        names |= names_in(f"{document.id} {document.number or ''} {document.url or ''}")
        names |= name_of_title(getattr(document.title, LANGUAGES[0]), document.published)
    return frozenset(names - {""})


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for found in pattern.finditer(text):
        joined = "-" if found["series"].isalpha() or "-" in found["series"] else ""
        yield f"{found['series']}{joined}{found['number']}".lower()


def _printed(text: str) -> Iterator[str]:
    """As parliament prints them: `31 934, nr. 36`; `36 915 IX, nr. 3`."""
    for found in _PRINTED.finditer(text):
        chapter = f"-{found['chapter']}" if found["chapter"] else ""
        yield f"kst-{found['dossier'].replace(' ', '')}{chapter}-{found['part']}".lower()
