"""What takes long to make is kept in a folder, each under a name that is a hash of all that it is made from."""

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

_SUM = hashlib.sha256().digest_size
"""Of the hash of the content, which a kept file ends with."""
_DAY_S = 86_400
_UNUSED_DAYS = 30


def kept_or_made(file: Path, make: Callable[[], bytes]) -> bytes:
    """Return what was kept as `file`; if it is not there, or not as it was written, it is made first.

    Others see the file only when it is whole.
    """
    kept = _read(file)
    if kept is not None:
        return kept
    content = make()
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_suffix(f".{os.getpid()}")
    aside.write_bytes(content + hashlib.sha256(content).digest())
    aside.replace(file)
    return content


def remove_unused(folder: Path) -> None:
    """Remove what was kept and not used for a month, and what a process left that was killed."""
    oldest = time.time() - _UNUSED_DAYS * _DAY_S
    for entry in os.scandir(folder) if folder.is_dir() else ():
        if entry.is_file() and entry.stat().st_mtime < oldest:
            Path(entry).unlink(missing_ok=True)


def _read(file: Path) -> bytes | None:
    """The content; its use is marked, by the day, as the time of the file."""
    try:
        written = file.read_bytes()
    except FileNotFoundError:
        return None
    content = written[:-_SUM]
    if hashlib.sha256(content).digest() != written[-_SUM:]:
        return None
    if file.stat().st_mtime < time.time() - _DAY_S:
        os.utime(file)
    return content
