"""Compares the passages in the repository with the documents, and looks for sentences copied from them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.archive import Archive
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.documents.block import Unreadable
from generator.documents.files import within_limits
from generator.documents.ingest import Ingestion, read_source
from generator.documents.overlap import copied
from generator.documents.passages import ExtractedPassage, figures_of, passages_of
from generator.documents.reader import SUFFIXES, blocks_of
from generator.documents.search import hashed
from generator.fingerprint import FETCHED
from generator.model import Citation, Passage, PassageIndex, file_of

Readings = Mapping[str, Ingestion | Diagnostic]
"""By the id of each source of which any text was read: what is in its file, or why that cannot be read."""


def readings(archive: Archive, folders: Sequence[Path]) -> Readings:
    """Every source of which any text was read, read again from its file in the first of the folders that has it.

    The file is `<source>` with one of the endings in `SUFFIXES`.
    """
    sources = (source.id for source in archive.sources.values() if source.has_passages)
    return {source: read_again(archive, source, *folders) for source in sources}


def texts_of(read: Readings) -> dict[Citation, str]:
    """The passages of documents by their citation, each under its heading, but those that cannot be read."""
    ingested = (found for found in read.values() if isinstance(found, Ingestion))
    return {
        Citation(found.source, passage.id): f"{passage.section}\n{passage.text}"
        for found in ingested
        for passage in found.passages
    }


def differences(archive: Archive, root: Path, read: Readings) -> Iterator[Diagnostic]:
    """A diagnostic for each difference, source by source, then for each text that repeats a sentence of a source."""
    texts: dict[str, tuple[str, ...]] = {}
    for source, found in read.items():
        if isinstance(found, Diagnostic):
            yield found
        else:
            yield from _differences(archive, found)
            texts[source] = tuple(passage.text for passage in found.passages)
    yield from copied(root, texts, archive.names)


def quoted(archive: Archive, folder: Path) -> dict[Citation, str]:
    """The text of every passage by its citation. Raises InvalidData if a document is missing or has changed.

    From a folder that was fetched, only those passages whose text is the one that was read, and no error: an
    address may have another version of the document, or none. An external source may be missing.
    """
    if (folder / FETCHED).is_file():
        return {key: text for source in archive.passages for key, text in quotable_in(folder, archive, source).items()}
    texts, diagnostics = {}, []
    for source in archive.sources.values():
        missing = source.is_outside and text_of_source(source.id, folder) is None
        found = read_again(archive, source.id, folder) if source.has_passages and not missing else None
        if isinstance(found, Diagnostic):
            diagnostics.append(found)
        elif found:
            diagnostics += _differences(archive, found)
            texts.update({Citation(source.id, passage.id): passage.text for passage in found.passages})
    if diagnostics:
        raise InvalidData(diagnostics)
    return texts


def quotable(archive: Archive, source: str, content: bytes) -> dict[Citation, str]:
    """The text in a file of each passage of the source that is in it with the same letters, digits and figures.

    Where it is in the file, and under which heading, does not count. Raises Unreadable if the file has no text, or none
    that can be read within limits of time and memory.
    """
    known = archive.sources[source]
    read = within_limits(lambda: passages_of(blocks_of(content), known.published.last, known.language))
    found = {_identity(passage): passage.text for passage in read}
    kept = archive.passages.get(source, {})
    return {Citation(source, id): found[key] for id, passage in kept.items() if (key := _identity(passage)) in found}


def _identity(passage: Passage | ExtractedPassage) -> tuple[object, ...]:
    """The figures too: the hash is the same whatever the punctuation, also that inside a number."""
    return passage.hash, *figures_of(passage)


def quotable_in(folder: Path, archive: Archive, source: str) -> dict[Citation, str]:
    """The same of the file of the source in a folder; nothing if there is none, or none with text."""
    file = text_of_source(source, folder)
    try:
        return quotable(archive, source, file.read_bytes()) if file else {}
    except Unreadable:
        return {}


def text_of_source(source: str, *folders: Path) -> Path | None:
    """The file of a source in the first of the folders of documents that has one; None if there is none."""
    files = (folder / f"{source}{suffix}" for folder in folders for suffix in SUFFIXES)
    return next((file for file in files if file.is_file()), None)


def read_again(archive: Archive, source: str, *folders: Path) -> Ingestion | Diagnostic:
    """The source as read from its file, or why it cannot be read."""
    start, file = Location(file_of(PassageIndex).path(source), 1, 1), text_of_source(source, *folders)
    if file is None:
        return Diagnostic(
            start,
            f"{source}.txt is in no folder of documents",
            f"Endings: {', '.join(SUFFIXES)}.",
            rule=Rule.DOCUMENT,
        )
    try:
        known = archive.sources[source]
        return read_source(file, source, known.published, known.language)
    except Unreadable as error:
        return Diagnostic(start, f"{file.name}: {error}", rule=Rule.DOCUMENT)


def _differences(archive: Archive, read: Ingestion) -> Iterator[Diagnostic]:
    index = archive.indexes[read.source]
    kept, made = archive.passages[read.source], {passage.id: passage for passage in read.passages}
    found = False
    for id, passage in kept.items():
        words = _hashed_otherwise(read.source, passage, made.get(id)) if index.sha256 == read.sha256 else ()
        for what in (*_difference(id, passage, made.get(id)), *words):
            found = True
            yield Diagnostic(passage.place(), what, rule=Rule.DOCUMENT)
    for id in (id for id in made if id not in kept):
        found = True
        yield Diagnostic(index.place(), f"the passage {id!r} of the document is missing", rule=Rule.DOCUMENT)
    if not found and list(kept) != list(made):
        yield Diagnostic(index.place(), "the passages are in another order than in the document", rule=Rule.DOCUMENT)
    if not found and index.sha256 != read.sha256:
        what = f"the document is not the file that was ingested: its SHA-256 is {read.sha256}"
        yield Diagnostic(
            index.place("sha256"),
            what,
            "Its passages are the same: ingest it again to accept it.",
            rule=Rule.DOCUMENT,
        )


def _difference(id: str, kept: Passage, made: ExtractedPassage | None) -> Iterator[str]:
    if made is None:
        yield f"the document has no passage {id!r}"
    elif made.hash != kept.hash:
        yield f"the text of {id!r} differs from the document: its hash is {made.hash}, not {kept.hash}"
    elif figures_of(made) != figures_of(kept):
        yield f"the figures of {id!r} differ from those in the document"
    elif (made.section, str(made.words)) != (kept.section, str(kept.words)):
        yield f"the section or the number of words of {id!r} differ from the document"


def _hashed_otherwise(source: str, kept: Passage, made: ExtractedPassage | None) -> Iterator[str]:
    """Only of the very file that was ingested: another layout of the same letters can have other words."""
    if not (made and kept.stems):
        return
    if (kept.stems, kept.names or "") != (hashed(made.stems, source), hashed(made.names, source)):
        yield f"the words of {kept.id!r} are hashed otherwise than in the document"
    counts = tuple(int(count or 0) for count in (kept.negations, kept.rises, kept.falls))
    if (kept.said, *counts) != (made.said, made.negations, made.rises, made.falls):
        yield f"what {kept.id!r} says of its figures differs from the document"
