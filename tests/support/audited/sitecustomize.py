"""Loaded by every Python that has this folder on its path: notes to which addresses it connects and what it writes.

Each line of the file that `AUDITED` names is `connect` or `write`, and the address or path.
"""

import os
import sys
from pathlib import Path
from typing import Any

_LOG = os.open(os.environ["AUDITED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_MOVES = {"os.rename": 1, "os.link": 1, "os.symlink": 1, "os.mkdir": 0, "os.remove": 0, "os.rmdir": 0}
"""Calls that change a folder, and the position of the path that changes; the last argument is the folder, if open."""


def _noted(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        _note("connect", str(arguments[1][0]))
    elif event == "open" and isinstance(arguments[0], str | bytes) and arguments[2] & _WRITES:
        _note("write", _path(arguments[0]))
    elif event in _MOVES and isinstance(arguments[_MOVES[event]], str | os.PathLike):
        _note("write", _path(arguments[_MOVES[event]], arguments[-1]))


def _path(written: str | bytes | os.PathLike[str], folder: int = -1) -> str:
    """The whole path; `folder` is the open one that it is relative to, if it is not negative."""
    above = Path(f"/proc/self/fd/{folder}").readlink() if folder >= 0 else Path.cwd()
    return str(above / os.fsdecode(written))


def _note(what: str, where: str) -> None:
    os.write(_LOG, f"{what} {where}\n".encode("utf-8", "surrogateescape"))


sys.addaudithook(_noted)
