"""Papers as services list them, as values that are the same for every kind of service."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from xml.etree.ElementTree import Element

from generator.documents import Unreadable, attribute, is_page, said, tree_of, visible
from generator.model import ElementNames, Period, Service, Watch, parse_period
from generator.watch.http import Answer, ServiceFailed, Validators
from generator.watch.identifiers import Identity, name_of_part, name_of_title, names_in

FORMATS = ("xml", "pdf", "docx")
"""Formats that are fetched, in order of preference; they arrive in the other order."""
_MAX_TITLE = 500
_MAX_NAME = 100


@dataclass(frozen=True)
class Announcement:
    """One paper as a service lists it."""

    mark: str
    """`service:id`, with the id that the paper has there."""
    identity: Identity
    """All of its names, the mark included."""
    number: str = ""
    """Its official number; empty if it has none yet."""
    title: str = ""
    published: Period | None = None
    is_filed: bool = False
    """Whether it carries the number of the dossier."""
    page: str = ""
    """The address of its web page."""
    files: tuple[tuple[str, str], ...] = ()
    """(format, address) of each file that can be fetched, in order of preference."""
    is_withdrawn: bool = False
    reference: str = ""
    """The reference of the sender."""
    sort: str = ""
    """What sort of paper it is, as the service says: a letter of the government, a motion, the report of a debate."""
    version: str = ""
    """What changes when the service changes the paper."""


@dataclass(frozen=True)
class Bookmark:
    """Where a visit ended."""

    next: str = ""
    """The address at which the next visit starts; empty for the start."""
    validators: Validators = field(default_factory=Validators)


@dataclass(frozen=True)
class Visit:
    """The papers that a service listed in one visit."""

    announcements: tuple[Announcement, ...]
    bookmark: Bookmark
    is_complete: bool = True
    """False if there is more, which the next visit reads."""
    failures: tuple[ServiceFailed, ...] = ()
    """Of papers that cannot be made sense of; the others are among the announcements."""


T = TypeVar("T")


def each_alone(records: Iterable[Element], read: Callable[[Element], T]) -> tuple[list[T], list[ServiceFailed]]:
    """What is read of each record, and the failures of those of which nothing can be: none hides another."""
    found, failures = [], []
    for record in records:
        try:
            found.append(read(record))
        except ServiceFailed as error:
            failures.append(error)
    return found, failures


def root_of(answer: Answer, expected: str) -> Element:
    """The root element of an answer. Raises ServiceFailed if it is not an element named `expected`."""
    try:
        page = is_page(answer.content)
        root = None if page else tree_of(answer.content, "answer")
    except Unreadable as error:
        raise ServiceFailed(answer.address, f"its answer is incomplete: {reason_of(error)}", _LATER) from None
    if root is None or root.tag != expected:
        found = "a web page" if root is None else f"<{root.tag}>"
        raise ServiceFailed(answer.address, f"it answered {found} instead of <{expected}>", _LATER)
    return root


def values(element: Element, names: Iterable[str]) -> Iterator[str]:
    """The text of the elements with those names, or else the id in their `ref`; in the order of the names."""
    for name in names:
        for found in element.iter(name):
            value = said(found) or attribute(found, "ref")
            if value:
                yield value


@dataclass(frozen=True)
class Dossier:
    """The dossier that is looked for."""

    number: str
    reference: str
    """The id that the service has for it."""


def dossier_of(watch: Watch, service: Service) -> Dossier:
    """The dossier with the id that this service has for it."""
    return Dossier(watch.dossier, service.dossier or watch.dossier)


def announced(record: Element, names: Mapping[str, Sequence[str]], dossier: Dossier, mark: str) -> Announcement:
    """The paper described by a record, without page and files.

    `names` gives, for each field, the names of the elements that may hold it; the first that has a text counts.
    """
    number = next(values(record, names["number"]), "")
    title = visible(next(values(record, names["title"]), ""))[:_MAX_TITLE]
    published = next(filter(None, map(_day, values(record, names["published"]))), None)
    is_filed = "".join(dossier.reference.split()) in {"".join(d.split()) for d in values(record, names["dossier"])}
    part = next(values(record, names["part"]), "")
    own = name_of_part(dossier.number, part) if is_filed else ""
    official = names_in(" ".join([*values(record, names["number"]), own]))
    references = {reference.lower() for reference in values(record, names["reference"])}
    return Announcement(
        mark,
        Identity(official | references | {mark}, name_of_title(title, published)),
        visible(own or number),
        title,
        published,
        is_filed,
        reference=visible(next(values(record, names["reference"]), ""))[:_MAX_NAME],
        sort=visible(next(values(record, names["sort"]), ""))[:_MAX_NAME],
    )


def element_names(configured: ElementNames, usual: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """The names of elements by field: as configured for the service, else the usual ones."""
    return {field: getattr(configured, field) or names for field, names in usual.items()}


def in_order(files: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Of files by format, those that can be read, in order of preference."""
    return tuple((kind, files[kind]) for kind in FORMATS if kind in files)


def reason_of(error: Unreadable) -> str:
    """Why something cannot be read, without the advice that is meant for files downloaded by hand."""
    return re.split("; |: download", str(error), maxsplit=1)[0]


def _day(written: str) -> Period | None:
    try:
        return parse_period(written[:10])
    except ValueError:
        return None


_LATER = "Open the address in a browser; if the service works there, check its settings in data/atlas.yaml."
