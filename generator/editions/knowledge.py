"""What had been published on the day of an edition: the documents read, and those that were known to exist."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.archive import RegisteredSource
from generator.model import Citation, Document, Source, SourceKind, is_registered
from generator.text import LANGUAGES

_REPORTING = (SourceKind.LETTER, SourceKind.ANNUAL_REPORT)
"""Kinds of documents that report on what was promised, so that it matters whether they mention it."""


@dataclass(frozen=True)
class Knowledge:
    """What had been published on one day."""

    as_of: date
    sources: dict[str, Source]
    """Those read or cited, by id, oldest first; all that the atlas judges by."""
    outside: dict[str, Source]
    """External sources, by id, oldest first: they add figures and dates, and decide nothing."""
    complete: frozenset[str]
    """Ids of the sources of which every passage is entered or out of scope."""
    registered: dict[str, RegisteredSource]
    """Documents that were not read, by id, of those whose date is known and not later than `as_of`."""
    references: tuple[Document, ...]
    """The same documents with those whose date is not known, as written."""

    def source_of(self, citations: Iterable[Citation]) -> Source | None:
        """The source of a report; None if it had not been published."""
        first = next(iter(citations))
        return self.registered.get(first.passage) if is_registered(first) else self.sources.get(first.source)

    def knows(self, citations: Iterable[Citation]) -> bool:
        """Whether every cited source is known: what cites two sources is known once the later one is published."""
        return all(citation.source in self.sources for citation in citations)

    def later_reporting(self, last: Source) -> tuple[Source, ...]:
        """Letters and annual reports entered completely and published on a later day than `last`, oldest first."""
        return tuple(
            source
            for source in self.sources.values()
            if source.kind in _REPORTING and source.id in self.complete and source.published.last > last.published.last
        )

    def unread_since(self, last: Source, terms: Iterable[str]) -> "Unread":
        """The documents published after `last` that were not read; `terms` are those of the theme, in lower case."""
        unread = [
            document
            for document in self.references
            if document.published and last.published.last < document.published.last <= self.as_of
        ]
        named = titled_by(unread, terms)
        return Unread(len(unread), tuple(document.id for document in named), last.published.last, self.as_of)


def titled_by(documents: Iterable[Document], terms: Iterable[str]) -> tuple[Document, ...]:
    """Those of the documents whose title has one of the terms, which are in lower case, at the start of a word."""
    pattern = re.compile("|".join(rf"\b{re.escape(term)}" for term in terms) or r"(?!)")
    return tuple(document for document in documents if pattern.search(document.title[LANGUAGES[0]].lower()))


@dataclass(frozen=True)
class Unread:
    """The documents that are known to exist within a span of time and were not read."""

    count: int
    of_theme: tuple[str, ...]
    """Ids of those whose title has a term of the theme, oldest first."""
    after: date
    until: date
    """The span: after the one day, up to and including the other."""
