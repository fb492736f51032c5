"""A case of tests/cases/refused/: files that are wrong, and what is told of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.archive.archive import read_archive
from generator.checks.reading.rules import against_texts
from generator.checks.run import check
from generator.diagnostics.diagnostic import InvalidData
from generator.documents.verify import differences, readings, texts_of
from generator.pages.workspace import open_workspace
from tests.support.small import SMALL, Files, lay_out_data


def refusal(case: Mapping[str, Any], folder: Path) -> InvalidData | None:
    """What is told of the case's files laid over the small archive; None if they are in order."""
    return _told(lay_out_case(case, folder, case["files"]), case.get("asked", "check"))


def refusal_once_mended(case: Mapping[str, Any], folder: Path) -> InvalidData | None:
    """What is still told when its files are as the message says they should be."""
    return _told(lay_out_data(folder, case["mended"]), case.get("asked", "check"))


def lay_out_case(case: Mapping[str, Any], folder: Path, files: Files) -> Path:
    """The folder with the files in it, in the encoding that the case names."""
    root = lay_out_data(folder, files)
    if "encoding" in case:
        for name, text in files.items():
            (root / name).write_bytes((text or "").encode(case["encoding"]))
    return root


def _told(root: Path, asked: str) -> InvalidData | None:
    try:
        if asked == "open":
            open_workspace(root)
            return None
        archive = check(read_archive(root))
        if asked == "verify":
            read = readings(archive, [SMALL / "texts"])
            found = [*differences(archive, root, read), *against_texts(archive, texts_of(read))]
            return InvalidData(found) if found else None
    except InvalidData as error:
        return error
    return None
