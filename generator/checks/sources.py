"""Rules for sources, their passages and citations of them."""

from collections.abc import Iterable, Iterator

from generator.archive import Archive, Entry, citing, entries
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Location, Rule, did_you_mean
from generator.documents import seal_of
from generator.model import (
    Break,
    Citation,
    Document,
    Held,
    Observation,
    PassageIndex,
    Report,
    Source,
    SourceKind,
    Tension,
    file_of,
    is_registered,
)

_SOURCES = "The files in data/sources/ are named by their ids."


@enforces(Rule.UNKNOWN_SOURCE, Rule.UNKNOWN_PASSAGE)
def citations_exist(archive: Archive) -> Iterator[Diagnostic]:
    """Rule 1: every citation leads to an existing passage."""
    for cited in citing(entries(archive)):
        for i, citation in enumerate(cited.cites):
            source, passage = citation.source, citation.passage
            place = cited.record.place("cites", i)
            if is_registered(citation):
                yield from _unregistered(archive, cited, citation, place)
            elif source not in archive.sources:
                what = f"{cited.name} cites {source!r}, which is not in data/sources/"
                yield Diagnostic(
                    place, what, did_you_mean(source, archive.sources) or _SOURCES, rule=Rule.UNKNOWN_SOURCE
                )
            elif archive.sources[source].has_passages and passage not in archive.passages.get(source, (passage,)):
                what = f"{cited.name} cites {str(citation)!r}, but that source has no such passage"
                yield Diagnostic(
                    place,
                    what,
                    _nearest_passage(source, passage, archive.passages.get(source, {})),
                    rule=Rule.UNKNOWN_PASSAGE,
                )


def _unregistered(archive: Archive, cited: Entry, citation: Citation, place: Location) -> Iterator[Diagnostic]:
    document = archive.references.get(citation.passage)
    if document is None:
        what = f"{cited.name} cites {str(citation)!r}, which is not in {file_of(Document).path()}"
        hint = did_you_mean(citation.passage, archive.references) or "Add the document there."
        yield Diagnostic(place, what, hint, rule=Rule.UNKNOWN_SOURCE)
    elif document.published is None:
        what = f"{cited.name} cites {str(citation)!r}, whose date is not known"
        hint = "Write `published` there: without it no edition knows that the document exists."
        yield Diagnostic(place, what, hint, rule=Rule.UNKNOWN_SOURCE)


def _nearest_passage(source: str, passage: str, known: Iterable[str]) -> str:
    stem = passage.rpartition("-")[0]
    same = sorted(
        int(number) for head, _, number in (id.rpartition("-") for id in known) if head == stem and number.isdigit()
    )
    if stem and same:
        if len(same) == 1:
            return f"Its section has only {stem}-{same[0]}."
        return f"Its section has {stem}-{same[0]} to {stem}-{same[-1]}."
    return did_you_mean(passage, known) or f"{file_of(PassageIndex).path(source)} lists its passages by section."


@enforces(
    Rule.LISTED_TWICE,
    Rule.UNKNOWN_PASSAGE,
    Rule.NO_EDITION,
    Rule.HELD_WITHOUT_PASSAGES,
    Rule.READ_AS_OF,
    Rule.PASSAGES_WITHOUT_SOURCE,
)
def sources_are_whole(archive: Archive) -> Iterator[Diagnostic]:
    """A held source has passages, passages have a source, and passages out of scope exist."""
    if not any(source.makes_edition for source in archive.sources.values()):
        what = "no letter or report in data/sources/ makes an edition, so there is nothing to build"
        hint = "Write data/sources/<id>.yaml; a fragment (`held: partial`) makes none."
        yield Diagnostic(archive.atlas.place(), what, hint, rule=Rule.NO_EDITION)
    for source in archive.sources.values():
        known = archive.passages.get(source.id)
        if source.has_passages and known is None:
            what = f"{source.id} is held, but {file_of(PassageIndex).path(source.id)} is missing"
            hint = "Run `atlas ingest`, or write `held: false`."
            yield Diagnostic(source.place("id"), what, hint, rule=Rule.HELD_WITHOUT_PASSAGES)
        if known is not None and archive.indexes[source.id].published != source.published:
            what = f"{source.id} was published {source.published}, but its passages were read with "
            what += f"{archive.indexes[source.id].published}"
            hint = "If the date is right, run `atlas ingest` again."
            yield Diagnostic(source.place("published"), what, hint, rule=Rule.READ_AS_OF)
        if known is not None and (read := archive.indexes[source.id].language) != source.language:
            what = f"the language of {source.id} is {source.language}, but its passages were read in {read}"
            hint = "If the language is right, run `atlas ingest` again."
            yield Diagnostic(source.place("language"), what, hint, rule=Rule.READ_AS_OF)
        yield from _out_of_scope_problems(source, known)
    for id in archive.passages:
        if id not in archive.sources:
            yield Diagnostic(
                archive.indexes[id].place("source"),
                f"{id!r} is not in data/sources/",
                "Write its file there, or delete these passages.",
                rule=Rule.PASSAGES_WITHOUT_SOURCE,
            )


def _out_of_scope_problems(source: Source, known: Iterable[str] | None) -> Iterator[Diagnostic]:
    listed = [entry.passage for entry in source.out_of_scope]
    for i, entry in enumerate(source.out_of_scope):
        if entry.passage in listed[:i]:
            line = source.out_of_scope[listed.index(entry.passage)].place("passage").line
            yield Diagnostic(
                entry.place("passage"),
                f"the passage {entry.passage!r} is repeated; it first occurs on line {line}",
                "Delete one.",
                rule=Rule.LISTED_TWICE,
            )
        if source.has_passages and known is not None and entry.passage not in known:
            what = f"{source.id} has no passage {entry.passage!r}"
            yield Diagnostic(
                entry.place("passage"),
                what,
                _nearest_passage(source.id, entry.passage, known),
                rule=Rule.UNKNOWN_PASSAGE,
            )


@enforces(Rule.SEAL)
def indexes_are_sealed(archive: Archive) -> Iterator[Diagnostic]:
    """The passages of a source are those that `atlas ingest` wrote: nobody changed their file by hand."""
    for source, index in archive.indexes.items():
        document = archive.documents.get(index.file)
        if document and index.seal != seal_of(document.value):
            what = f"the passages of {source!r} are not as `atlas ingest` wrote them: their seal "
            what += "does not fit" if index.seal else "is missing"
            hint = f"Restore {index.file}, or read the document again: `atlas ingest FILE --id {source}`."
            yield Diagnostic(index.place("seal"), what, hint, rule=Rule.SEAL)


@enforces(Rule.EXTERNAL_SOURCE)
def external_sources_say_so(archive: Archive) -> Iterator[Diagnostic]:
    """An external source has a publisher, a standing and a day on which it was seen; others have a sender."""
    for source in archive.sources.values():
        is_external = source.kind is SourceKind.EXTERNAL
        for name in ("publisher", "standing", "seen"):
            if is_external and getattr(source, name) is None:
                what = f"{source.id} is of kind external, but has no `{name}`"
                yield Diagnostic(source.place("kind"), what, _WRITE[name], rule=Rule.EXTERNAL_SOURCE)
            elif not is_external and getattr(source, name) is not None:
                what = f"{source.id} has a `{name}`, but is of kind {source.kind.value}"
                hint = "Remove it, or write `kind: external`."
                yield Diagnostic(source.place(name), what, hint, rule=Rule.EXTERNAL_SOURCE)
        if not is_external and source.sender is None:
            what, hint = f"{source.id} has no `sender`", "Write who signed it, in both languages."
            yield Diagnostic(source.place("id"), what, hint, rule=Rule.MISSING_KEY)
        if is_external and source.held is Held.WHOLE:
            what = f"{source.id} is of kind external, but has `held: true`"
            hint = "Write `held: partial`: an external source proves what was read of it, and never a silence."
            yield Diagnostic(source.place("held"), what, hint, rule=Rule.EXTERNAL_SOURCE)
        if source.seen and source.seen.last < source.published.first:
            what = f"{source.id} was seen on {source.seen}, before it was published ({source.published})"
            yield Diagnostic(source.place("seen"), what, "Correct one of the two.", rule=Rule.EXTERNAL_SOURCE)


_WRITE = {
    "publisher": "Write who published it, in both languages.",
    "standing": "Write official, if the body itself published it, or relayed.",
    "seen": "Write the day on which it was read.",
}
_MAY_CITE_OUTSIDE = (Observation, Report, Break, Tension)


@enforces(Rule.OUTSIDE_CITED)
def external_sources_decide_nothing(archive: Archive) -> Iterator[Diagnostic]:
    """Only values, breaks between them, reports and tensions cite an external source."""
    for cited in citing(entries(archive)):
        for i, citation in enumerate(cited.cites):
            source = archive.sources.get(citation.source)
            if source and source.is_outside and not isinstance(cited.record, _MAY_CITE_OUTSIDE):
                what = f"{cited.name} cites {citation.source!r}, which is external"
                hint = "Write a value, a report or a tension instead: what the atlas says itself is of documents to "
                hint += "parliament."
                yield Diagnostic(cited.record.place("cites", i), what, hint, rule=Rule.OUTSIDE_CITED)


@enforces(Rule.OUT_OF_SCOPE)
def nothing_cited_is_out_of_scope(archive: Archive) -> Iterator[Diagnostic]:
    """No cited passage is out of scope."""
    out = {Citation(s.id, entry.passage) for s in archive.sources.values() for entry in s.out_of_scope}
    for cited in citing(entries(archive)):
        for i, citation in enumerate(cited.cites):
            if citation in out:
                what = f"{cited.name} cites {str(citation)!r}, which its source lists as out of scope"
                hint = f"Remove it from `out_of_scope` in {citation.source}.yaml, or do not cite it."
                yield Diagnostic(cited.record.place("cites", i), what, hint, rule=Rule.OUT_OF_SCOPE)
