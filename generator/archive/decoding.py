"""The files of a folder of data: what may lie there, and the text of their bytes."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.text import hidden_in, is_device


def decoded(content: bytes, file: str) -> str:
    """The text of a UTF-8 file, without byte order mark; `file` is its path for messages.

    Raises InvalidData with the location of the first character that is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidData([_problem(content, error.start, file)]) from None


def _problem(content: bytes, start: int, file: str) -> Diagnostic:
    """The location of the byte at `start`, which is not UTF-8, and the character it probably is."""
    before = content[:start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig")) + 1
    what = "the file is not UTF-8"
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        what += f": the character here, probably {bytes([content[start]]).decode('cp1252', 'replace')!r}, is not"
    hint = "Open it in an editor and save it again as UTF-8 (`Save with encoding` or `Save as`)."
    return Diagnostic(Location(file, before.count(b"\n") + 1, column), what, hint, rule=Rule.ENCODING)


def hidden_signs(text: str, file: str) -> Iterator[Diagnostic]:
    """A problem for the first sign of a file that is not what it looks like; `file` is its path for messages."""
    if found := hidden_in(text):
        before = text[: found.offset]
        place = Location(file, before.count("\n") + 1, found.offset - before.rfind("\n"))
        yield Diagnostic(place, found.what, found.hint, rule=Rule.HIDDEN_CHARACTER)


def strange_in(folder: Path) -> Iterator[Diagnostic]:
    """A problem for each entry of a folder of data that is no plain file or folder of it, or not on every system.

    `folder` lies in the project. A link leads within it; names differ in more than their case, and none is that of a
    device of Windows. Raises OSError if a folder cannot be looked into: what is in it would be left out in silence.
    """
    names: dict[str, str] = {}
    for path in sorted(_entries(folder)):
        name = path.relative_to(folder.parent).as_posix()
        what, hint = "", "Write a plain file there, or remove it."
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            what = f"this is a link to a place outside {folder.name}/"
        elif not path.is_symlink() and not path.is_dir() and not path.is_file():
            what = "this is neither a file nor a folder"
        elif path.is_dir() and path.suffix in (".yaml", ".yml"):
            what = "this is a folder, and must be a file"
        elif is_device(path.name.partition(".")[0]):
            what, hint = "Windows has no file of this name, which is that of a device", "Give it another name."
        elif (other := names.setdefault(name.casefold(), name)) != name:
            what, hint = f"its name differs from {other} only in capitals", "Give one of the two another name."
        if what:
            yield Diagnostic(Location(name, 1, 1), what, hint, rule=Rule.UNREAD_FILE)


def _entries(folder: Path) -> Iterator[Path]:
    def refused(error: OSError) -> NoReturn:
        raise error

    for place, folders, files in os.walk(folder, onerror=refused) if folder.exists() else ():
        yield from (Path(place, name) for name in (*folders, *files))
