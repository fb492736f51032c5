"""The archive opened once: its editions, the changes between them, and a volume for any address."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.archive import Archive, read_archive, strange_in
from generator.charts import places_astray
from generator.checks import check_records, open_archive
from generator.diagnostics import Diagnostic, InvalidData, Rule
from generator.documents import quoted
from generator.editions import Edition, Editions, History
from generator.fingerprint import KEPT_CHECKS
from generator.model import MOVED, Citation, Locale
from generator.pages.follow import followed_in
from generator.pages.page import MAPS, Volume
from generator.pages.urls import Address
from generator.settings import Site, read_site
from generator.text import LANGUAGES

DRAWINGS = ".atlas/drawings"
"""Folder of finished drawings, inside the project."""


@dataclass(frozen=True)
class Workspace:
    """Everything that can be built."""

    root: Path
    archive: Archive
    site: Site
    editions: Sequence[Edition]
    """Oldest first; never empty."""
    quotations: Mapping[Citation, str] = field(default_factory=dict)
    """Texts of passages by citation, where the documents are at hand."""

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Every build of the site: each edition in each language, and the newest once more without a date."""
        dated = [Address(language, edition.id, False) for edition in self.editions for language in LANGUAGES]
        return (*dated, *(Address(language, self.editions[-1].id, True) for language in LANGUAGES))

    @cached_property
    def past(self) -> History:
        """What each edition knows otherwise than those before it."""
        return History(self.editions)

    def quoted(self, edition: Edition) -> dict[Citation, str]:
        """The texts of passages of the sources that the edition knows."""
        known = edition.sources | edition.outside
        return {citation: text for citation, text in self.quotations.items() if citation.source in known}

    def volume(self, address: Address) -> Volume:
        """The edition of that address in its language. Raises KeyError if there is no such edition."""
        edition = next((known for known in reversed(self.editions) if known.id == address.edition), None)
        if edition is None:
            raise KeyError(address.edition)
        return Volume(
            archive=self.archive,
            site=self.site,
            edition=edition,
            past=self.past,
            locale=Locale(address.language, self.archive.words[address.language]),
            address=address,
            root=self.root,
            kept=self.root / DRAWINGS,
            quotations=self.quoted(edition),
            followed=frozenset(followed_in(edition)),
        )


def open_workspace(root: Path, sources: Path | None = None) -> Workspace:
    """The workspace under `root`, with the texts of its passages if the folder of the documents is given.

    Raises InvalidData if anything in data/ or mkdocs.yml is wrong, what lies in content/ is no plain file, or a
    document is not the one that was read.
    """
    diagnostics: list[Diagnostic] = []
    try:
        site = read_site(root)
    except InvalidData as error:
        diagnostics += error.diagnostics
    try:
        archive = open_archive(root)
    except InvalidData as error:
        raise type(error)([*diagnostics, *error.diagnostics]) from None
    diagnostics += strange_in(root / "content")
    diagnostics += _moved(archive)
    diagnostics += places_astray(archive.places.values(), root / MAPS, root / KEPT_CHECKS)
    if diagnostics:
        raise InvalidData(diagnostics)
    return Workspace(root, archive, site, Editions(archive), quoted(archive, sources) if sources else {})


def open_to_compare(root: Path, site: Site) -> Workspace:
    """The workspace under `root` to compare with another; its figures are not looked up in the passages again.

    `root` need hold no more than data, which may be that of an earlier commit. Raises InvalidData if anything in it is
    wrong but for those figures.
    """
    archive = check_records(read_archive(root))
    return Workspace(root, archive, site, Editions(archive))


def _moved(archive: Archive) -> Iterator[Diagnostic]:
    """The keys of data/atlas.yaml whose place is `mkdocs.yml`: written in both, one would be ignored."""
    document = archive.documents[archive.atlas.file]
    for key in MOVED.keys() & document.value if isinstance(document.value, dict) else ():
        what = f"the key {key!r} is not read here: mkdocs.yml has its place"
        yield Diagnostic(document.key_place(key), what, f"Write it there, as {MOVED[key]}.", rule=Rule.MKDOCS)
