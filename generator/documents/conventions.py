"""What documents of this service and this country look like, from conventions.toml: another country is another file."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.text import table_in, typed


@dataclass(frozen=True)
class Letter:
    """The words by which a reader knows what belongs to a text. `printed_…` are those of a PDF."""

    opening: str
    """Name of the section before the first heading."""
    salutation: str
    printed_salutation: str
    contents: tuple[str, ...]
    """Headings of a table of contents, as slugs."""
    printed_contents: str
    page_number: str
    printed_page_number: str
    label: str
    """What stands before a line of the letterhead."""
    reference: str
    verbs: tuple[str, ...]
    """Words that no heading has."""
    stops: tuple[str, ...]
    """Words in which no heading ends."""
    keep_hyphen: str
    """What follows a hyphen at the end of a line that is no division of a word."""
    printed_keep_hyphen: str


@dataclass(frozen=True)
class Numbers:
    """The numbers of official papers."""

    series: tuple[str, ...]
    """Patterns with the groups `series` and `number`."""
    printed: str
    """As parliament prints them, with the groups `dossier`, `chapter` and `part`."""
    of_parliament: str
    """The series of what is printed so."""


@dataclass(frozen=True)
class Conventions:
    """Everything in conventions.toml."""

    download: str
    """Where a reader finds the XML or HTML of a paper."""
    letter: Letter
    numbers: Numbers
    elements: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By kind of service: the elements that hold the parts of a record."""


def _read() -> Conventions:
    table = table_in("generator.documents", "conventions.toml")
    file = "generator/documents/conventions.toml"
    letter, numbers = typed(table["letter"], Letter, file), typed(table["numbers"], Numbers, file)
    return typed({**table, "letter": letter, "numbers": numbers}, Conventions, file)


CONVENTIONS = _read()
LETTER = CONVENTIONS.letter
