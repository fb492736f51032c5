"""Hashes of everything that a build depends on: files and installed libraries."""

import hashlib
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LOCK = "requirements/site.lock"
"""The lock file of every library that pages can depend on."""
_FOLDERS = ("data", "content", "templates", "generator")
_FILES = ("mkdocs.yml", "pyproject.toml")
_CURSOR = "watch.json"
"""The state of `atlas watch`, which no page depends on."""
_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE | re.ASCII)


def everything(root: Path, sources: Path | None = None) -> str:
    """Return a hash of all files and libraries that any page can depend on.

    `root` is the folder of the project, `sources` the folder of documents whose passages are quoted, if any.
    """
    ours = _hash(root, _FOLDERS)
    return text_hash(ours, _hash(sources, (".",))) if sources else ours


def machinery(root: Path) -> str:
    """Return a hash of everything that all pages depend on except the data: code, templates, content and libraries."""
    return _hash(root, _FOLDERS[1:])


def text_hash(*parts: str) -> str:
    """Return a hash of the texts, in order."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def libraries(root: Path) -> Iterator[str]:
    """Yield a line for each library in the lock file: its name, its locked version and its installed version.

    Both versions count: a changed lock file requires another installation, and a library that was upgraded by hand may
    render other pages although the lock file is unchanged. Libraries that are not locked are ignored, so that
    installing the tools of the tests does not cause a rebuild. Yields nothing if there is no lock file.
    """
    lock = root / LOCK
    for name, pinned in _PINNED.findall(lock.read_text("utf-8")) if lock.is_file() else ():
        yield f"{name} {pinned} {_installed(name)}"


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _hash(root: Path, folders: tuple[str, ...]) -> str:
    digest = hashlib.sha256("\n".join([sys.version, *libraries(root)]).encode())
    files = [root / name for name in _FILES if (root / name).is_file()]
    files += [path for folder in folders for path in sorted((root / folder).rglob("*")) if _counts(path)]
    for path in files:
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and not path.name.endswith(("~", ".swp", _CURSOR))
