"""Replace the published site by a new one, atomically where the system allows it, and by one build at a time."""

import ctypes
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from generator.publish.result import BuildFailed

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def sole_build(site: Path) -> Iterator[None]:
    """Hold the folder `site` for one build; the system releases it when the process ends, however it ends.

    Raises BuildFailed if another process is building into the same folder.
    """
    with held(site) as is_free:
        if not is_free:
            hint = "wait until it has finished, or build into another folder with --to"
            raise BuildFailed(f"another build is writing {site.name}/; {hint}")
        yield


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Hold a folder, and say whether it was free; the system releases it when the process ends, however it ends."""
    name = sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    with (Path(tempfile.gettempdir()) / f"atlas-build-{name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def swap_in(made: Path, site: Path) -> None:
    """Move the folder `made` to `site` and remove the old `site`. Both must be on the same file system.

    What of the old site the system does not let go is left to the next build: the new one is in its place.

    On Linux the two folders are exchanged atomically, so the site is never missing. Elsewhere there is an instant
    between two renames; `recover` restores the old site if a crash occurs in it. What is in the new folder reaches the
    disk first, so that not even a loss of power leaves a site with empty files. Raises OSError, with the old site where
    it was, if a rename fails or the disk lost something of what was written.
    """
    _flush(made)
    if not site.exists():
        made.rename(site)
        return
    if _exchange(made, site):
        shutil.rmtree(made, ignore_errors=True)
        return
    old = _aside(site)
    if old.exists():
        shutil.rmtree(old)
    site.rename(old)
    try:
        made.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(site: Path) -> None:
    """Restore the old site if a crash during `swap_in` left it renamed."""
    if not site.exists() and _aside(site).exists():
        _aside(site).rename(site)


def clear(folder: Path) -> Path:
    """Create an empty folder and return it; the remains of an interrupted build are removed."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def copy_linked(source: Path, target: Path) -> None:
    """Copy a folder by hard-linking its files, which takes neither time nor space. `target` may exist."""
    target.mkdir(parents=True, exist_ok=True)
    with os.scandir(source) as entries:
        for entry in entries:
            if entry.is_dir():
                copy_linked(Path(entry.path), target / entry.name)
            else:
                link(entry.path, target / entry.name)


def mirror(source: Path, target: Path) -> None:
    """Make `target` a folder of the same files as `source`, by hard links; what is the same file already is left.

    `source` may hold no symbolic links; one in `target` is removed, and what it leads to is left. If it is broken off,
    `target` is something in between.
    """
    target.mkdir(parents=True, exist_ok=True)
    wanted, there = ({entry.name: entry for entry in os.scandir(folder)} for folder in (source, target))
    for name, entry in there.items():
        if name not in wanted or wanted[name].is_dir() != entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path) if entry.is_dir(follow_symlinks=False) else Path(entry.path).unlink()
    for name, entry in wanted.items():
        at = target / name
        if entry.is_dir():
            mirror(Path(entry.path), at)
        elif name not in there or there[name].is_dir(follow_symlinks=False):
            link(entry.path, at)
        elif there[name].inode() != entry.inode():
            at.unlink()
            link(entry.path, at)


def link(source: Path | str, target: Path | str) -> None:
    """Hard-link `source` as `target`; copy it where the file system cannot link.

    Raises FileExistsError if `target` is there: it may be a link to a file of another site.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        shutil.copy2(source, target)


def _flush(folder: Path) -> None:
    """Have what was written reach the disk of a folder. Raises OSError where the system says that not all of it did."""
    flush = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if os.name == "posix" else None
    if flush is None:
        os.sync()
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if flush(opened) != 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
    finally:
        os.close(opened)


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


def _exchange(a: Path, b: Path) -> bool:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _RENAME_EXCHANGE) == 0)
