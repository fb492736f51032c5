"""What a service tells of papers, as values that are alike for every kind of service."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from generator.documents import Unreadable, attribute, is_page, said, tree_of, visible
from generator.model import ElementNames, Period, Service, Watch, parse_period
from generator.watch.http import Answer, ServiceFailed, Validators
from generator.watch.identifiers import Identity, name_of_part, name_of_title, names_in

FORMATS = ("xml", "pdf")
"""Of the files that are fetched, the one preferred first."""
_MAX_TITLE = 500


@dataclass(frozen=True)
class Announcement:
    """One paper as a service tells of it."""

    mark: str
    """The service and the id that the paper has there."""
    identity: Identity
    """All that it is called, the mark among it."""
    number: str = ""
    """Its official number; empty if it has none yet."""
    title: str = ""
    published: Period | None = None
    is_filed: bool = False
    """Whether it bears the number of the dossier."""
    page: str = ""
    """Where a reader finds it."""
    files: tuple[tuple[str, str], ...] = ()
    """Format and address of each file of it that can be fetched, the one preferred first."""
    is_withdrawn: bool = False


@dataclass(frozen=True)
class Bookmark:
    """Where a visit ended."""

    next: str = ""
    """The address at which the next visit begins; empty if it begins anew."""
    validators: Validators = field(default_factory=Validators)


@dataclass(frozen=True)
class Visit:
    """What a service told in one visit."""

    announcements: tuple[Announcement, ...]
    bookmark: Bookmark
    is_complete: bool = True
    """False if there is more, which is for the next visit."""


def root_of(answer: Answer, expected: str) -> Element:
    """The root element of an answer. Raises ServiceFailed if it is a web page, or anything but an `expected`."""
    try:
        page = is_page(answer.content)
        root = None if page else tree_of(answer.content, "answer")
    except Unreadable as error:
        raise ServiceFailed(answer.address, f"its answer is not whole: {reason_of(error)}", _LATER) from None
    if root is None or root.tag != expected:
        found = "a web page" if root is None else f"<{root.tag}>"
        raise ServiceFailed(answer.address, f"it answered {found} where <{expected}> belongs", _LATER)
    return root


def values(element: Element, names: Iterable[str]) -> Iterator[str]:
    """What stands in the elements of those names, or the id that they refer to; in the order of the names."""
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
    """How the service refers to it."""


def dossier_of(watch: Watch, service: Service) -> Dossier:
    """The dossier as this service calls it."""
    return Dossier(watch.dossier, service.dossier or watch.dossier)


def announced(record: Element, names: Mapping[str, Sequence[str]], dossier: Dossier, mark: str) -> Announcement:
    """The paper of a record, without page and files."""
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
    )


def called(told: ElementNames, usual: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """The names of elements: as told in the settings, else as the public service has them."""
    return {field: getattr(told, field) or names for field, names in usual.items()}


def in_order(files: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Of files by format, those that can be read, the one preferred first."""
    return tuple((kind, files[kind]) for kind in FORMATS if kind in files)


def reason_of(error: Unreadable) -> str:
    """Why something cannot be read, without what to do about a file that was downloaded by hand."""
    return re.split("; |: download", str(error), maxsplit=1)[0]


def _day(written: str) -> Period | None:
    try:
        return parse_period(written[:10])
    except ValueError:
        return None


_LATER = "Open the address in a browser; if the service works there, look at its settings in data/atlas.yaml."
