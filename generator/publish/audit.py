"""Is a published site what was built? Compares its files with the hashes that it publishes, for any reader."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from generator.fingerprint import MANIFEST, SUMS

LARGEST = 200_000_000
"""Bytes of one file."""
_LINE = re.compile(r"(?P<sum>[0-9a-f]{64})  (?P<path>[^\\\n]+)")
Read = Callable[[str], bytes | None]
"""The content of a file of the site by its path; None if it is not there."""


class NoManifest(Exception):
    """There is no list of hashes to compare with, or it is none; the message says why."""


def audited_folder(site: Path) -> Iterator[str]:
    """A line for each file in a folder that is missing, changed or extra. Raises NoManifest."""

    def read(path: str) -> bytes | None:
        file = site / path
        return file.read_bytes() if file.is_file() else None

    sums = _sums(read)
    there = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file() or file.is_symlink()}
    yield from _compared(sums, read)
    yield from (f"extra: {path}" for path in sorted(there - sums.keys() - {SUMS, MANIFEST}))


def audited_address(address: str, agent: str) -> Iterator[str]:
    """A line for each file at an address that is missing or changed; what is there besides cannot be seen.

    `agent` is how it introduces itself. Raises NoManifest.
    """
    from generator.watch import Downloads, ServiceFailed

    home = f"{address.rstrip('/')}/"
    downloads = Downloads(home, agent, lambda _: None)

    def read(path: str) -> bytes | None:
        try:
            return downloads.get(home + quote(path), LARGEST).content
        except ServiceFailed:
            return None

    yield from _compared(_sums(read), read)


def _sums(read: Read) -> dict[str, str]:
    """The hash of each file by its path, as the site lists them."""
    content = read(SUMS)
    if content is None:
        raise NoManifest(f"there is no {SUMS}")
    lines = [_LINE.fullmatch(line) for line in content.decode("utf-8", "replace").splitlines()]
    found = {line["path"]: line["sum"] for line in lines if line and _is_inside(line["path"])}
    if not found or len(found) != len(lines):
        raise NoManifest(f"{SUMS} is not a list of hashes with paths inside the site")
    return found


def _is_inside(path: str) -> bool:
    return not path.startswith("/") and ".." not in PurePosixPath(path).parts


def _compared(sums: Mapping[str, str], read: Read) -> Iterator[str]:
    if _vouched(read(MANIFEST)) != hashlib.sha256(read(SUMS) or b"").hexdigest():
        yield f"changed: {SUMS}"
    for path, known in sums.items():
        content = read(path)
        if content is None:
            yield f"missing: {path}"
        elif hashlib.sha256(content).hexdigest() != known:
            yield f"changed: {path}"


def _vouched(content: bytes | None) -> object:
    """The hash of the list that the record of the build has; None if there is none."""
    try:
        record = json.loads(content or b"")
    except ValueError:
        return None
    return record.get(SUMS) if isinstance(record, dict) else None
