"""A small archive of an invented agency, laid out in a folder: what most tests start from."""

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from generator.diagnostics import InvalidData
from generator.documents.index.seal import sealed
from generator.settings import read_site

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
SMALL = CASES / "small"
DRAWINGS = Path(".atlas/drawings")
"""Where a project keeps finished drawings, each under the hash of all that it depends on."""

SITE = read_site(SMALL)
"""What its mkdocs.yml says."""

Files = Mapping[str, str | None]
"""Texts by path relative to the project; None for a file that is not there."""
NOTHING: Files = MappingProxyType({})


def lay_out_data(folder: Path, files: Files = NOTHING) -> Path:
    """The folder, with the small archive's data and settings and the project's phrases, overlaid with `files`.

    Its content and templates are those of the project, unless the folder has its own. Passages are sealed.
    """
    _copy(SMALL / "data", folder / "data")
    _copy(ROOT / "data" / "words", folder / "data" / "words")
    shutil.copy(SMALL / "mkdocs.yml", folder)
    if not (folder / "content").exists():
        _copy(ROOT / "content", folder / "content")
    if not (folder / "templates").exists():
        (folder / "templates").symlink_to(ROOT / "templates", target_is_directory=True)
    outside = [Path(name).stem for name, text in files.items() if text and "\nkind: external\n" in text]
    passages = [name for name in files if name.startswith("data/passages/")]
    _look_for_what_is_past(folder, [id for name in passages if (id := Path(name).stem) not in outside])
    for name, text in files.items():
        file = folder / name
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_sealed(text) if name in passages else text, "utf-8")
    return folder


def _copy(source: Path, target: Path) -> None:
    """Copies a folder, of which each file is read once: this is done for some thousand tests."""
    for name, content in _files(source).items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)


@cache
def _files(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _sealed(text: str) -> str:
    """The text of an index with its seal; as it is where it has one, or is not YAML."""
    try:
        return text if "\nseal: " in text else sealed(text)
    except InvalidData:
        return text


def _look_for_what_is_past(folder: Path, added: list[str]) -> None:
    """Says of the one milestone that is past without a word that it was looked for in the documents that are added."""
    file, last = folder / "data/themes/ferries/milestones.yaml", "passages_seen: [veren-2], by_hand: true}\n"
    known = {path.stem for path in (SMALL / "data/passages").iterdir()}
    new = [id for id in added if id not in known]
    searches = [f'    - {{source: {id}, words: ["kaartverkoop"], by_hand: true}}\n' for id in new]
    file.write_text(file.read_text("utf-8").replace(last, last + "".join(searches)), "utf-8")


def lay_out_project(folder: Path, files: Files = NOTHING) -> Path:
    """The folder, with all that a build of the small archive needs; templates, content and code are links.

    So is the folder of finished drawings: what was drawn once, in this or an earlier run, is not drawn again.
    """
    (ROOT / DRAWINGS).mkdir(parents=True, exist_ok=True)
    (folder / DRAWINGS).parent.mkdir()
    (folder / DRAWINGS).symlink_to(ROOT / DRAWINGS, target_is_directory=True)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name in ("content", "generator", "templates"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    return lay_out_data(folder, files)
