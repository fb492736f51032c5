"""The conventions of documents of one service and country, read from conventions.toml: data for each country."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from generator.text import table_in, typed

MAX_TITLE_WORDS = 15
"""Words from which a paragraph above the text of a paper is text, unless it looks like a title."""


@dataclass(frozen=True)
class Letter:
    """Patterns that separate the text of a letter from what surrounds it. `printed_…` apply to PDF."""

    opening: str
    """The name of the section before the first heading."""
    salutation: str
    printed_salutation: str
    contents: tuple[str, ...]
    """Headings of a table of contents, as slugs."""
    printed_contents: str
    page_number: str
    printed_page_number: str
    printed_official: tuple[str, ...]
    """Patterns of what parliament prints at the head and foot of its papers, the first page included."""
    titles: tuple[str, ...]
    """Patterns of what stands above the text of a paper and is no heading of it: title, number, addressee, day."""
    label: str
    """A pattern for the label of a line of the letterhead."""
    reference: str
    verbs: tuple[str, ...]
    """Words that do not occur in headings."""
    stops: tuple[str, ...]
    """Words with which no heading ends."""
    keep_hyphen: str
    """A pattern for what follows a hyphen at the end of a line that does not divide a word."""
    printed_abbreviation: str
    """A pattern for the end of a line whose full stop does not end a sentence."""
    printed_keep_hyphen: str

    def end_of_title(self, texts: Sequence[str]) -> int:
        """How many of the first texts of a paper are its title, number, addressee and day, or stand above one."""
        title = re.compile("|".join(self.titles))
        above = takewhile(lambda text: len(text.split()) < MAX_TITLE_WORDS or title.search(text), texts)
        return max((i for i, text in enumerate(above, 1) if title.search(text)), default=0)


@dataclass(frozen=True)
class Scope:
    """Patterns of the passages of a letter that carry nothing for an atlas, whatever their case."""

    salutation: str
    """What is above it is letterhead."""
    closing: str
    """What is below it is a signature."""
    reasons: Mapping[str, str]
    """Other such passages, by the reason that is given."""


@dataclass(frozen=True)
class Claims:
    """Patterns of what a sentence says of a promise; the first that is found counts, in this order."""

    dropped: str
    stalled: str
    done: str
    under_way: str
    announced: str


@dataclass(frozen=True)
class Numbers:
    """The numbers of official papers."""

    series: tuple[str, ...]
    """Patterns with the groups `series` and `number`."""
    printed: str
    """A pattern for their printed form in parliament, with the groups `dossier`, `chapter` and `part`."""
    of_parliament: str
    """The series of papers with the printed form."""


@dataclass(frozen=True)
class Paper:
    """The elements of the official XML of a parliamentary paper."""

    roots: tuple[str, ...]
    """Names of the root element, the current one first."""
    roots_with_headings: tuple[str, ...]
    """Roots whose own headings are printed above the text and are not part of it."""
    left_out: tuple[str, ...]
    """Elements that are not text."""
    calls: tuple[str, ...]
    """Elements that refer to a note."""
    words: tuple[str, ...]
    """Elements that are separate words even without a space between them."""
    phrases: tuple[str, ...]
    """Other inline elements."""
    blocks: tuple[str, ...]
    titles: tuple[str, ...]
    """Elements of the title; a paper with nothing else has no text."""
    styles: tuple[str, ...]
    """Print styles of headings without number, the highest rank first."""
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
    """A note that is separate from its reference."""
    note_names: tuple[str, ...]
    """Attributes that identify a note."""
    call: str
    call_names: tuple[str, ...]
    """Attributes by which a reference names its note."""
    mark: str
    raised: str
    """Letters or figures above the line."""
    emphasis: str
    bold: str
    italic: str
    aside: str
    """The element for parts of a page that are left out."""


@dataclass(frozen=True)
class WebPage:
    """CSS classes on the web page of a paper."""

    text_id: str
    """The id of the text."""
    text: tuple[str, ...]
    """Classes of the text."""
    main_ids: tuple[str, ...]
    """Ids of the main part of any page."""
    paper: str
    """The class of the whole paper."""
    notes: tuple[str, ...]
    note_mark: str
    """Class of the number of a note and of references to it."""
    marks: tuple[str, ...]
    """Classes of numbers and signs that are not text."""
    titles: tuple[str, ...]
    contents: tuple[str, ...]
    around: str
    """A pattern for classes and ids of what is around the text, whatever their case."""
    spoken: tuple[str, ...]
    """Classes of what is not shown and only read aloud to whoever does not see the page."""
    unnumbered_heading: str
    """The prefix of the class of an unnumbered heading."""
    printed: str
    """A pattern whose group is the print style of a heading."""
    errors: tuple[str, ...]
    """Patterns for lines on the page that a server sends where it has no document."""


@dataclass(frozen=True)
class Styles:
    """Patterns for the names of styles of a docx, whatever their case."""

    heading: str
    """Its group is the rank."""
    contents: str
    """Of lines of a table of contents."""


@dataclass(frozen=True)
class Message:
    """Patterns for lines that stand above an e-mail message; all three are needed."""

    sender: str
    sent: str
    subject: str


@dataclass(frozen=True)
class Conventions:
    """Everything in conventions.toml."""

    download: str
    """The site from which the XML or HTML of a paper can be downloaded."""
    letter: Letter
    scope: Scope
    claims: Claims
    numbers: Numbers
    paper: Paper
    page: WebPage
    styles: Styles
    message: Message
    ordinals: Mapping[str, tuple[str, ...]]
    """By language: the words for first, second … with which titles of one year begin."""
    elements: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By kind of service: the elements that hold the parts of a record."""


def _read() -> Conventions:
    table = table_in("generator.documents", "conventions.toml")
    file = "generator/documents/conventions.toml"
    kinds: dict[str, type[Any]] = {
        "letter": Letter,
        "scope": Scope,
        "claims": Claims,
        "numbers": Numbers,
        "paper": Paper,
        "page": WebPage,
        "styles": Styles,
        "message": Message,
    }
    parts: dict[str, Any] = {name: typed(table.get(name, {}), kind, file) for name, kind in kinds.items()}
    return typed({**table, **parts}, Conventions, file)


CONVENTIONS = _read()
LETTER = CONVENTIONS.letter
