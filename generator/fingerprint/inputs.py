"""What a build depends on, as hashes: files, and the libraries that are installed."""

import hashlib
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LOCK = "requirements/site.lock"
"""Names every library that pages can depend on, each with its version."""
_FOLDERS = ("data", "content", "templates", "generator")
_FILES = ("mkdocs.yml", "pyproject.toml")
_CURSOR = "watch.json"
"""What `atlas watch` remembers: no page is made of it."""
_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE | re.ASCII)


def everything(root: Path, sources: Path | None = None) -> str:
    """A hash of all files that any page can depend on, and of the libraries; `sources` is the folder of documents."""
    ours = _hash(root, _FOLDERS)
    return text_hash(ours, _hash(sources, (".",))) if sources else ours


def machinery(root: Path) -> str:
    """A hash of what all pages depend on but the data: code, templates, content, libraries."""
    return _hash(root, _FOLDERS[1:])


def text_hash(*parts: str) -> str:
    """A hash of some texts, in order."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def libraries(root: Path) -> Iterator[str]:
    """A line for each library in the lock file of the project: its name, its version there and the one installed.

    Both count: a lock file that changed asks for another installation, and a library that somebody upgraded by hand
    makes other pages although the lock file stayed as it is. What the lock file does not name is not looked at, so that
    installing the tools of the tests is no reason to build. None if there is no lock file.
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
