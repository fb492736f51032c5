"""The register of documents that were not read, as sources of reports: `register#id` proves that one exists."""

from generator.archive.archive import Archive
from generator.model import REGISTER, Citation, Document, Held, Source, SourceKind


class RegisteredSource(Source):
    """A document of the register in the place of a source. It has no passages, and its content proves nothing."""

    @property
    def is_outside(self) -> bool:
        return False


def registered(document: Document) -> RegisteredSource | None:
    """The document as a source; None if its date is not known, because then no edition knows it for certain."""
    if document.published is None:
        return None
    return RegisteredSource.model_construct(
        id=document.id,
        kind=SourceKind.EXTERNAL,
        title=document.title,
        published=document.published,
        sender=document.sender,
        reference=document.number,
        url=document.url,
        held=Held.NONE,
    )


def source_of(archive: Archive, citation: Citation) -> Source | None:
    """The source that is cited, or the document of the register; None if there is no such thing."""
    if citation.source == REGISTER:
        document = archive.references.get(citation.passage)
        return registered(document) if document else None
    return archive.sources.get(citation.source)
