"""A small archive of an invented agency, laid out in a folder: what most tests start from."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
SMALL = CASES / "small"
DRAWINGS = Path(".atlas/drawings")
"""Where a project keeps finished drawings, each under the hash of all that it depends on."""

Files = Mapping[str, str | None]
"""Texts by path relative to the project; None for a file that is not there."""
NOTHING: Files = MappingProxyType({})


def lay_out_data(folder: Path, files: Files = NOTHING) -> Path:
    """The folder, with the small archive's data and the project's phrases in it, overlaid with `files`."""
    shutil.copytree(SMALL / "data", folder / "data")
    shutil.copytree(ROOT / "data" / "words", folder / "data" / "words")
    for name, text in files.items():
        file = folder / name
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    return folder


def lay_out_project(folder: Path, files: Files = NOTHING) -> Path:
    """The folder, with all that a build of the small archive needs; templates, content and code are links.

    So is the folder of finished drawings: what was drawn once, in this or an earlier run, is not drawn again.
    """
    (ROOT / DRAWINGS).mkdir(parents=True, exist_ok=True)
    (folder / DRAWINGS).parent.mkdir()
    (folder / DRAWINGS).symlink_to(ROOT / DRAWINGS, target_is_directory=True)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("content", "generator", "templates"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    return lay_out_data(folder, files)
