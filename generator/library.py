"""The archive opened once: its editions, the changes between them, and a volume for any address."""

from dataclasses import dataclass
from pathlib import Path

from generator.addresses import Address
from generator.archive import LANGUAGES, Archive, read_archive
from generator.changes import Change, changes_between
from generator.checks import check
from generator.editions import Edition, editions_of
from generator.pages import Volume
from generator.words import Words

KEPT = ".atlas/drawings"
"""Folder of finished drawings, inside the project."""


@dataclass(frozen=True)
class Library:
    """Everything that can be built."""

    root: Path
    archive: Archive
    editions: tuple[Edition, ...]
    """Oldest first; never empty."""

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Every build of the site: each edition in each language, and the newest once more without a date."""
        dated = [Address(language, edition.id, False) for edition in self.editions for language in LANGUAGES]
        return (*dated, *(Address(language, self.editions[-1].id, True) for language in LANGUAGES))

    def changes(self, edition: Edition) -> tuple[Change, ...]:
        """What `edition` knows that the one before it did not."""
        i = self.editions.index(edition)
        return changes_between(self.editions[i - 1] if i else None, edition)

    def volume(self, address: Address) -> Volume:
        """The edition of that address in its language. Raises KeyError if there is no such edition."""
        edition = {edition.id: edition for edition in self.editions}[address.edition]
        words = Words(address.language, self.archive.words[address.language])
        return Volume(self.archive, edition, self.changes(edition), words, address, self.root, self.root / KEPT)


def open_library(root: Path) -> Library:
    """The library under `root`. Raises InvalidData if anything in data/ is wrong."""
    archive = check(read_archive(root))
    return Library(root, archive, editions_of(archive))
