"""How much of each source has been read into the atlas, and with that what was known on a day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.archive import Archive, Entry, citing, entries_in, registered
from generator.editions.knowledge import Knowledge
from generator.model import Citation, Document, Lineage, Milestone, Source


@dataclass(frozen=True)
class Account:
    """How much of a source has been read into the atlas."""

    passages: int
    cited: int
    out_of_scope: int

    @property
    def accounted(self) -> int:
        return self.cited + self.out_of_scope

    @property
    def is_complete(self) -> bool:
        """Whether every passage is cited or out of scope. A source without passages is never complete."""
        return self.passages > 0 and self.accounted == self.passages


def knowledge_of(archive: Archive, as_of: date) -> Knowledge:
    """What had been published on the day `as_of`."""
    published = [source for source in archive.sources.values() if source.published.last <= as_of]
    sources = {source.id: source for source in published if not source.is_outside}
    outside = {source.id: source for source in published if source.is_outside}
    documents = _known_references(archive, sources, as_of)
    papers = [paper for paper in map(registered, documents) if paper and paper.published.last <= as_of]
    known = Knowledge(as_of, sources, outside, frozenset(), {paper.id: paper for paper in papers}, documents)
    complete = (id for id, account in accounts_of(archive, known).items() if account.is_complete)
    return replace(known, complete=frozenset(complete))


def _counts(cited: Entry, known: Knowledge) -> bool:
    """A lineage counts as soon as the milestone that has it is known."""
    if not isinstance(cited.record, Lineage) or not isinstance(cited.parent, Milestone):
        return True
    return any(known.source_of(report.cites) for report in cited.parent.reports)


def accounts_of(archive: Archive, known: Knowledge) -> dict[str, Account]:
    """How much of each known source that is held whole the known records cite, by its id, oldest first."""
    cited: dict[str, set[str]] = {}
    for citation in _citations(archive, known):
        cited.setdefault(citation.source, set()).add(citation.passage)
    whole = (source for source in known.sources.values() if source.is_whole)
    return {source.id: _account_of(source, archive, cited.get(source.id, set())) for source in whole}


def _account_of(source: Source, archive: Archive, cited: set[str]) -> Account:
    passages = archive.passages.get(source.id, {})
    out = {entry.passage for entry in source.out_of_scope} & set(passages)
    return Account(len(passages), len((cited & set(passages)) - out), len(out))


def _citations(archive: Archive, known: Knowledge) -> Iterator[Citation]:
    """Every citation of a record that is known."""
    for theme in archive.themes.values():
        for cited in citing(entries_in(theme)):
            if known.knows(cited.cites) and _counts(cited, known):
                yield from cited.cites
    for tension in archive.tensions.values():
        if known.knows(tension.cites):
            yield from tension.cites


def _is_published(document: Document, as_of: date) -> bool:
    return document.published is not None and document.published.last <= as_of


def _known_references(archive: Archive, sources: dict[str, Source], as_of: date) -> tuple[Document, ...]:
    """Those without a date come last. What a source names before it was published has no date or address yet."""
    known = [
        document if _is_published(document, as_of) else document.model_copy(update={"published": None, "url": None})
        for document in archive.references.values()
        if _is_published(document, as_of) or any(citation.source in sources for citation in document.cites)
    ]
    return tuple(sorted(known, key=lambda d: (d.published.last if d.published else date.max, d.id)))
