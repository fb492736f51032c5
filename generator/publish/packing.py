"""Zip files whose members are taken from an earlier one as they are packed there: packing takes most of the time."""

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

_LOCAL_HEADER = struct.Struct("<26xHH")
"""What stands before the bytes of a member: at its end how long its name and its further fields are, which follow."""


@dataclass(frozen=True)
class Member:
    """A file in a zip, as it is packed there."""

    entry: ZipInfo
    packed: bytes
    digest: str
    """The SHA-256 of the file itself."""


def members_of(file: Path, sums: str) -> dict[str, Member]:
    """Return the members of a zip with one folder, by path inside it, of which the member `sums` has the digest.

    Empty if there is no zip that can be read.
    """
    try:
        with ZipFile(file) as packed, file.open("rb") as raw:
            entries = {entry.filename.partition("/")[2]: entry for entry in packed.infolist()}
            lines = (line.partition("  ") for line in packed.read(entries[sums]).decode().splitlines())
            digests = {path: digest for digest, _, path in lines}
            found = {}
            for path in entries.keys() & digests.keys():
                entry = entries[path]
                raw.seek(entry.header_offset)
                lengths = _LOCAL_HEADER.unpack(raw.read(_LOCAL_HEADER.size))
                raw.seek(sum(lengths), 1)
                found[path] = Member(entry, raw.read(entry.compress_size), digests[path])
            return found
    except (OSError, BadZipFile, KeyError, ValueError, struct.error):
        return {}


def pack(file: Path, folder: str, contents: Mapping[str, bytes | Member], day: date, comment: bytes) -> None:
    """Write a zip with one folder: the contents by path inside it, in order. Everything in it is of that day.

    The same contents give the same bytes, whether they are taken from another zip that this function wrote or not.
    """
    with ZipFile(file, "w") as packed:
        packed.comment = comment
        for path, content in contents.items():
            entry = ZipInfo(f"{folder}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            if isinstance(content, bytes):
                packed.writestr(entry, content, compresslevel=6)
            else:
                _take(packed, entry, content)


def digest_of(content: bytes | Member) -> str:
    """The SHA-256 of what a member of a zip holds."""
    return hashlib.sha256(content).hexdigest() if isinstance(content, bytes) else content.digest


def _take(packed: ZipFile, entry: ZipInfo, member: Member) -> None:
    """Writes a member as it is packed, as `ZipFile.writestr` does after packing; the library has no function for it."""
    entry.CRC, entry.file_size = member.entry.CRC, member.entry.file_size
    entry.compress_size, entry.flag_bits = member.entry.compress_size, member.entry.flag_bits
    assert packed.fp is not None, "it is open"
    entry.header_offset = packed.fp.tell()
    packed.fp.write(entry.FileHeader(False) + member.packed)
    packed.filelist.append(entry)
    packed.NameToInfo[entry.filename] = entry
    packed.start_dir = packed.fp.tell()
    packed._didModify = True  # type: ignore[attr-defined]
