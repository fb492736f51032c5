"""What takes long to make is kept in a folder, each under a name that is a hash of all that it is made from."""

import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

KEPT_CHECKS = ".atlas/checks"
"""Folder inside a project with what checks found before."""
_SUM = hashlib.sha256().digest_size
"""Of the hash of the content, which a kept file ends with."""
_DAY_S = 86_400
_UNUSED_DAYS = 30


def kept_or_made(file: Path, make: Callable[[], bytes]) -> bytes:
    """Return what was kept as `file`; if it is not there, or not as it was written, it is made first."""
    known = kept(file)
    if known is None:
        known = make()
        keep(file, known)
    return known


def keep(file: Path, content: bytes) -> None:
    """Keep the content as `file`, which others see only when it is whole. Raises OSError where that is not possible."""
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_suffix(f".{os.getpid()}")
    aside.write_bytes(content + hashlib.sha256(content).digest())
    aside.replace(file)


def kept(file: Path) -> bytes | None:
    """Return what was kept as `file`; None if it cannot be read, or is not as it was written.

    Its use is marked, by the day, as the time of the file.
    """
    try:
        written = file.read_bytes()
    except OSError:
        return None
    content = written[:-_SUM]
    if hashlib.sha256(content).digest() != written[-_SUM:]:
        return None
    if file.stat().st_mtime < time.time() - _DAY_S:
        with suppress(OSError):
            os.utime(file)
    return content


def remove_unused(root: Path, name: str) -> None:
    """Remove what was kept in a folder of a project and not used for a month, and what a killed process left.

    Nothing is removed where the folder is elsewhere, behind a link.
    """
    oldest = time.time() - _UNUSED_DAYS * _DAY_S
    folder = root / name
    for entry in os.scandir(folder) if folder.is_dir() and is_own(root, name) else ():
        if entry.is_file(follow_symlinks=False) and entry.stat().st_mtime < oldest:
            Path(entry).unlink(missing_ok=True)


def is_own(root: Path, name: str) -> bool:
    """Whether a folder of a project lies in it, or would: no link is on the way to it."""
    return (root / name).resolve() == root.resolve() / name
