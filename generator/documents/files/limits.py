"""Reads foreign files in a process of its own, so that none of them takes more time or memory than any letter needs."""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

from generator.documents.block import Unreadable

if sys.platform != "win32":
    import resource

T = TypeVar("T")

MAX_BYTES = 100_000_000
SECONDS = 120
"""Of processor time. A report of a hundred pages takes some ten."""
MEMORY = 3_000_000_000
"""Bytes, besides those of the program itself."""
_NO_MEMORY = f"reading it takes more than {MEMORY // 10**9} GB of memory, as no letter does"


def bytes_of(file: Path) -> bytes:
    """The content of a file. Raises Unreadable if it is larger than any letter."""
    if (size := file.stat().st_size) > MAX_BYTES:
        raise Unreadable(f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read")
    return file.read_bytes()


def within_limits(read: Callable[[], T], *, seconds: int = SECONDS) -> T:
    """What `read` returns, computed in a child process that ends after some seconds of processor time.

    Raises what `read` raises, and Unreadable if it takes too much time or memory, or ends its process. The result must
    be a value that can be pickled. Windows has no such limits: there it is called as it is.
    """
    if sys.platform == "win32":
        return read()
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        _answer(read, sending, seconds)
    os.close(sending)
    with os.fdopen(receiving, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if not answer:
        raise Unreadable(_why_it_ended(status, seconds))
    result, error = pickle.loads(answer)
    if isinstance(error, MemoryError):
        raise Unreadable(_NO_MEMORY)
    if isinstance(error, RecursionError):
        raise Unreadable("its parts are nested deeper than those of any letter")
    if error:
        raise error
    return result  # type: ignore[no-any-return]


def _answer(read: Callable[[], T], sending: int, seconds: int) -> NoReturn:
    """Runs in the child: writes the result and None, or None and the error, and ends the process."""
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (_in_use() + MEMORY, resource.RLIM_INFINITY))
        try:
            answer: tuple[T | None, Exception | None] = read(), None
        except Exception as error:
            answer = None, error
        with os.fdopen(sending, "wb") as pipe:
            pipe.write(pickle.dumps(answer))
    finally:
        os._exit(0)


def _in_use() -> int:
    """The bytes of address space that the program has already, and the child with it; 0 where that is not known."""
    known = Path("/proc/self/statm")
    return int(known.read_text().split()[0]) * resource.getpagesize() if known.exists() else 0


def _why_it_ended(status: int, seconds: int) -> str:
    ended = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if ended in (signal.SIGXCPU, signal.SIGKILL):
        return f"reading it takes more than {seconds} seconds of processor time, as no letter does"
    return f"reading it ended the reader itself (signal {ended}); save it again, or print it to a new PDF"
