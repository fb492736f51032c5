"""What a build depends on, as hashes: is there anything to do, and must a volume be built anew?"""

import hashlib
import sys
from importlib.metadata import version
from pathlib import Path

_FOLDERS = ("data", "content", "templates", "generator")
_FILES = ("mkdocs.yml", "pyproject.toml")
_CURSOR = "watch.json"
"""What `atlas watch` remembers: no page is made of it."""
_LIBRARIES = ("altair", "babel", "jinja2", "markdown", "mkdocs", "mkdocs-material", "pydantic", "vl-convert-python")


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


def _hash(root: Path, folders: tuple[str, ...]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    files = [root / name for name in _FILES if (root / name).is_file()]
    files += [path for folder in folders for path in sorted((root / folder).rglob("*")) if _counts(path)]
    for path in files:
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and not path.name.endswith(("~", ".swp", _CURSOR))
