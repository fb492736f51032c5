"""The files of an edition as catalogues list them: size, hash and kind of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath


@dataclass(frozen=True)
class Kind:
    """A kind of file."""

    media_type: str
    eu: str
    """Its name in the list of file types of the Publications Office of the European Union."""


KINDS = {
    ".csv": Kind("text/csv", "CSV"),
    ".json": Kind("application/json", "JSON"),
    ".jsonld": Kind("application/ld+json", "JSON_LD"),
    ".parquet": Kind("application/vnd.apache.parquet", "PARQUET"),
    ".xlsx": Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    ".zip": Kind("application/zip", "ZIP"),
}
"""By the ending of the name."""


@dataclass(frozen=True)
class Described:
    """One file with what makes it possible to check that it arrived whole."""

    path: str
    """Inside the folder of its edition."""
    bytes: int
    sha256: str
    kind: Kind


def described(files: Mapping[str, bytes]) -> Iterator[Described]:
    """Each file, by path. Raises KeyError for a file whose ending is not in `KINDS`."""
    for path, content in sorted(files.items()):
        yield Described(path, len(content), sha256(content).hexdigest(), KINDS[PurePosixPath(path).suffix])
