"""What documents of this service and this country look like, from conventions.toml: another country is another file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
class Paper:
    """The elements of the official XML of a parliamentary paper."""

    roots: tuple[str, ...]
    """The first is that of today."""
    roots_with_headings: tuple[str, ...]
    """Whose own headings are printed above the text."""
    left_out: tuple[str, ...]
    """What is no text."""
    calls: tuple[str, ...]
    """What calls a note."""
    words: tuple[str, ...]
    """Elements that are words of their own even where nothing stands between them and the next."""
    phrases: tuple[str, ...]
    """Other parts of a sentence."""
    blocks: tuple[str, ...]
    titles: tuple[str, ...]
    """A paper that holds nothing else has no text."""
    styles: tuple[str, ...]
    """Of headings without a number of their own, the weightiest first."""
    style_attributes: tuple[str, ...]
    heading: str
    unnumbered_headings: tuple[str, ...]
    items: tuple[str, ...]
    """Entries of lists."""
    row: str
    paragraph: str
    group: str
    list: str
    item: str
    table: str
    cell: str
    title: str
    note: str
    note_apart: str
    """A note that stands apart from its call."""
    note_names: tuple[str, ...]
    """Attributes by which a note is known."""
    call: str
    call_names: tuple[str, ...]
    """Attributes by which a call names its note."""
    mark: str
    emphasis: str
    bold: str
    italic: str
    aside: str
    """What is left out."""


@dataclass(frozen=True)
class WebPage:
    """The classes on the web page of a paper."""

    text_id: str
    """The id of the text."""
    text: tuple[str, ...]
    """Classes of the text."""
    paper: str
    """The class of the whole paper."""
    notes: tuple[str, ...]
    note_mark: str
    """Of the number of a note, and of what calls it."""
    marks: tuple[str, ...]
    """Of numbers and signs that are no text."""
    titles: tuple[str, ...]
    contents: tuple[str, ...]
    unnumbered_heading: str
    """What such a class begins with."""
    printed: str
    """A pattern whose group is how a heading is printed."""


@dataclass(frozen=True)
class Conventions:
    """Everything in conventions.toml."""

    download: str
    """Where a reader finds the XML or HTML of a paper."""
    letter: Letter
    numbers: Numbers
    paper: Paper
    page: WebPage
    elements: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By kind of service: the elements that hold the parts of a record."""


def _read() -> Conventions:
    table = table_in("generator.documents", "conventions.toml")
    file = "generator/documents/conventions.toml"
    kinds: dict[str, type[Any]] = {"letter": Letter, "numbers": Numbers, "paper": Paper, "page": WebPage}
    parts: dict[str, Any] = {name: typed(table.get(name, {}), kind, file) for name, kind in kinds.items()}
    return typed({**table, **parts}, Conventions, file)


CONVENTIONS = _read()
LETTER = CONVENTIONS.letter
