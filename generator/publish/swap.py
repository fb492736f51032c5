"""Putting a finished site in the place of the old one, in one step; the old one stays whole until then."""

import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def put_in_place(made: Path, site: Path) -> None:
    """Makes the folder `made` the folder `site`, and removes what stood there. Both lie on one file system.

    Where the system can exchange two folders in one step (Linux), a reader never finds the site missing; elsewhere
    there is an instant between two renames, and `recover` mends what a crash in it leaves.
    """
    if not site.exists():
        made.rename(site)
        return
    if _exchange(made, site):
        shutil.rmtree(made)
        return
    old = _aside(site)
    site.rename(old)
    made.rename(site)
    shutil.rmtree(old)


def recover(site: Path) -> None:
    """Brings back the old site if a crash left it renamed."""
    if not site.exists() and _aside(site).exists():
        _aside(site).rename(site)


def clear(folder: Path) -> Path:
    """The folder, empty. What a killed build left in it is gone."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def copy_linked(source: Path, target: Path) -> None:
    """Copies a folder by linking its files: what did not change costs neither time nor space."""
    shutil.copytree(source, target, copy_function=link, dirs_exist_ok=True)


def link(source: Path | str, target: Path | str) -> None:
    """Makes `target` the same file as `source`, or a copy of it where the file system cannot link."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


def _exchange(a: Path, b: Path) -> bool:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _RENAME_EXCHANGE) == 0)
