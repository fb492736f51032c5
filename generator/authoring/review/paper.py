"""The document that is reviewed, as it lies on this machine: the texts of its passages, and pictures of its pages."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from generator.archive import Archive
from generator.documents import (
    Box,
    ExtractedPassage,
    Ingestion,
    Picture,
    Unreadable,
    boxes_of,
    picture_of,
    read_source,
    text_of_source,
)
from generator.model import PassageIndex, file_of

_PDF = b"%PDF-"
_KEPT = 8
"""Pictures that are kept: those of the pages before and after the one that is looked at among them."""


@dataclass(frozen=True)
class Paper:
    """One document at hand. Its texts are shown and never written."""

    content: bytes
    reading: Ingestion

    @cached_property
    def passages(self) -> dict[str, ExtractedPassage]:
        """By id, in reading order."""
        return {passage.id: passage for passage in self.reading.passages}

    @property
    def has_pages(self) -> bool:
        """Whether there are pictures of its pages."""
        return _PDF in self.content[:1024]

    def picture(self, page: int) -> Picture:
        """The picture of a page, from 1. Raises IndexError if it has no such page."""
        return _picture(self.content, page)

    def boxes(self, passage: ExtractedPassage) -> tuple[Box, ...]:
        """Where a passage is printed; empty if it is not known."""
        return _boxes(self.content, passage.page, passage.text) if self.has_pages and passage.page else ()


@lru_cache(_KEPT)
def _picture(pdf: bytes, page: int) -> Picture:
    return picture_of(pdf, page)


@lru_cache(_KEPT)
def _boxes(pdf: bytes, page: int, text: str) -> tuple[Box, ...]:
    return boxes_of(pdf, page, text)


def paper_at_hand(archive: Archive, source: str, document: Path | None, folders: Sequence[Path]) -> Paper:
    """The document of a source: the file given, or else one in the folders that is named after it or was ingested.

    Raises LookupError, with a sentence for the user, if there is none, it cannot be read or has none of the passages.
    """
    index, file = archive.indexes.get(source), document
    if index is None:
        raise LookupError(f"{file_of(PassageIndex).path(source)} is missing: `atlas ingest` reads a document first.")
    file = file or text_of_source(source, *folders) or _ingested(index.sha256, folders)
    if file is None:
        where = " and ".join(map(str, folders))
        raise LookupError(f"the document is not in {where}: name the file, with --document.")
    try:
        known = archive.sources[source]
        paper = Paper(file.read_bytes(), read_source(file, source, known.published, known.language))
    except Unreadable as error:
        raise LookupError(f"{file.name}: {error}.") from None
    kept = archive.passages[source]
    if not any(passage.hash == kept[id].hash for id, passage in paper.passages.items() if id in kept):
        raise LookupError(f"{file.name} has none of the passages of {source}: is it another document?")
    return paper


def _ingested(sha256: str, folders: Sequence[Path]) -> Path | None:
    """The file in the folders that has that hash, whatever it is called."""
    files = (file for folder in folders if folder.is_dir() for file in sorted(folder.iterdir()) if file.is_file())
    return next((file for file in files if hashlib.sha256(file.read_bytes()).hexdigest() == sha256), None)
