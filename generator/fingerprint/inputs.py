"""Hashes of everything that a build depends on: files and installed libraries."""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath

from generator.fingerprint.walk import files_in

LOCK = "requirements/site.lock"
"""The lock file of every library that pages can depend on."""
_FOLDERS = ("data", "content", "templates", "generator")
_NO_PAGES = (
    "generator/authoring/", "generator/cli/", "generator/watch/",
    *(f"generator/documents/{format}" for format in ("docx/", "files/", "html.py", "pdf/", "web/", "xml")),
)  # fmt: skip
"""Code that no page is made by. What was read of a document is part of the key of what quotes it."""
_FILES = ("mkdocs.yml", "pyproject.toml")
_CURSOR = "watch.json"
"""The state of `atlas watch`, which no page depends on."""
FETCHED = "fetched.json"
"""The record of `atlas fetch-sources` beside the documents that it fetched; no page depends on it either."""
_DESCRIBED = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+)\.dist-info")
"""The folder that describes an installed library."""
_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE | re.ASCII)


@dataclass(frozen=True)
class Named:
    """What `mkdocs.yml` refers to that pages depend on too."""

    files: tuple[str, ...] = ()
    """Files and folders, relative to the project."""
    variables: tuple[str, ...] = ()
    """Environment variables."""


NOTHING_NAMED = Named()


def named_in(written: object) -> Named:
    """Return what settings named, of what JSON holds of it; nothing if it cannot be read."""
    lists = written if isinstance(written, dict) else {}
    files, variables = (tuple(map(str, lists.get(name) or ())) for name in ("files", "variables"))
    return Named(files, variables)


def everything(root: Path, sources: Path | None = None, named: Named = NOTHING_NAMED) -> str:
    """Return a hash of all files and libraries that any page can depend on.

    `root` is the folder of the project, `sources` the folder of documents whose passages are quoted, if any.
    """
    ours = _hash(root, _FOLDERS, named)
    return text_hash(ours, _hash(sources, (".",), NOTHING_NAMED)) if sources else ours


def machinery(root: Path, named: Named = NOTHING_NAMED) -> str:
    """Return a hash of what all pages depend on except data and content: code, templates, settings and libraries.

    Code that makes no page is left out: what it found is in the data, or in the keys of what shows it.
    """
    return _hash(root, _FOLDERS[2:], named, _NO_PAGES)


def program(*packages: str) -> str:
    """Return a hash of the code of some packages of the running program, and of every library that is installed."""
    here = Path(__file__).parents[1]
    files = [here / path for package in packages for path in _files(here, package)]
    installed = repr(sorted(_installed().items()))
    return text_hash(sys.version, installed, *(f"{path.name} {path.read_text('utf-8')}" for path in files))


def text_hash(*parts: str) -> str:
    """Return a hash of the texts, in order."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def libraries(root: Path) -> Iterator[str]:
    """Yield a line for each library in the lock file: its name, its locked version and its installed version.

    Both versions count: a changed lock file requires another installation, and a library that was upgraded by hand may
    render other pages although the lock file is unchanged. Libraries that are not locked are ignored, so that
    installing the tools of the tests does not cause a rebuild. Yields nothing if there is no lock file.
    """
    lock, installed = root / LOCK, _installed()
    for name, pinned in _PINNED.findall(lock.read_text("utf-8")) if lock.is_file() else ():
        yield f"{name} {pinned} {installed.get(_normal(name), 'not installed')}"


def _installed() -> dict[str, str]:
    """The version of each installed library by its normalised name: the first on the path, which is what is imported.

    Read from the names of their folders, as the specification of installed projects has them: reading their metadata
    takes a third of the time of a build in which nothing changed.
    """
    found: dict[str, str] = {}
    for folder in map(Path, sys.path):
        for place in sorted(folder.glob("*.dist-info")):
            if described := _DESCRIBED.fullmatch(place.name):
                found.setdefault(_normal(described["name"]), described["version"])
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _hash(root: Path, folders: tuple[str, ...], named: Named, without: tuple[str, ...] = ()) -> str:
    variables = [f"{name}={os.environ.get(name)}" for name in named.variables]
    digest = hashlib.sha256("\n".join([sys.version, *libraries(root), *variables]).encode())
    for path in (file for name in (*_FILES, *folders, *named.files) for file in _files(root, name)):
        if not path.startswith(without):
            digest.update(f"{path}\0".encode())
            digest.update((root / path).read_bytes())
    return digest.hexdigest()


def _files(root: Path, name: str) -> list[str]:
    """The file of this name itself, or all files in the folder that count, by their paths inside `root`."""
    if (root / name).is_file():
        return [name]
    return sorted(normpath(join(name, path)) for path, entry in files_in(root / name) if _counts(path, entry))


def _counts(path: str, entry: "os.DirEntry[str]") -> bool:
    return not path.endswith(("~", ".swp", _CURSOR, FETCHED)) and "__pycache__/" not in path and entry.is_file()
