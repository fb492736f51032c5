"""The documents of the archive from their own addresses, so that a build can quote passages that it does not hold."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.archive import Archive
from generator.documents import SUFFIXES, Unreadable, quotable, quotable_in, suffix_of, text_of_source
from generator.fingerprint import FETCHED
from generator.model import Source
from generator.watch.http import (
    MEGABYTE,
    Answer,
    Downloads,
    ElsewhereNow,
    NoAddress,
    NothingThere,
    ServiceFailed,
    TooLarge,
    Validators,
)

_LARGEST_MB = 50
_TRIES = 2
_TIMEOUT_SECONDS = 30.0
"""Until the first and between two pieces of an answer; the whole of it has its own limit."""
_THIS_MACHINE = frozenset({"127.0.0.1", "::1", "localhost"})
"""Hosts that need no encryption, because nothing leaves the machine."""

Record = dict[str, dict[str, str]]
"""By source: from which address its file came, and by what the host can tell whether there is another now."""


@dataclass(frozen=True)
class Outcome:
    """What came of asking for the document of one source."""

    source: str
    quotable: int
    """How many of its passages the file in the folder has."""
    passages: int
    problem: str = ""
    """Why its document was not fetched, and what to do; empty if it was."""

    def __str__(self) -> str:
        return f"{self.source}: {self.quotable} of {self.passages} passages"


@dataclass(frozen=True)
class Limits:
    """How long to wait for one document, and how large it may be."""

    seconds: float
    largest_bytes: int = _LARGEST_MB * MEGABYTE


def fetch_document(archive: Archive, source: Source, folder: Path, agent: str, limits: Limits) -> Outcome:
    """Asks for the document of a source at its address, and writes it if it has any passage that was read.

    A file that is there is replaced only by one with as many passages or more. `agent` is the User-Agent. Raises
    OSError if the folder cannot be written.
    """
    total, held = len(archive.passages.get(source.id, {})), len(quotable_in(folder, archive, source.id))
    record = read_record(folder)
    try:
        if source.url is None:
            raise _Useless(f"{source.file} has no `url`. Enter the address, once it has been seen.")
        if not total:
            raise _Useless("none of its passages was read, so there is nothing to quote.")
        answer = _asked(source, _validators(record, source, folder), agent, limits)
        if answer.is_unchanged:
            return Outcome(source.id, held, total)
        found = _found(archive, source, answer.content)
        if not found or found < held:
            raise _Useless(_worse(source, found, total))
    except _Useless as error:
        kept = f" The earlier file is kept: {held} of {total} passages." if held else ""
        return Outcome(source.id, held, total, f"{source.id}: {error}{kept}")
    name = _write(source.id, answer.content, folder)
    known = {
        "address": source.url,
        "file": name,
        "etag": answer.validators.etag,
        "modified": answer.validators.modified,
    }
    _write_record(folder, {**record, source.id: known})
    return Outcome(source.id, found, total)


class _Useless(Exception):
    """Nothing came that can be quoted: why, and what to do."""


def _found(archive: Archive, source: Source, content: bytes) -> int:
    """How many passages of the source can be quoted from what came. Raises _Useless if it has no text."""
    try:
        return len(quotable(archive, source.id, content))
    except Unreadable as error:
        raise _Useless(f"{source.url}: what came cannot be read: {error}.") from None


def _worse(source: Source, found: int, total: int) -> str:
    return (
        f"{source.url}: what came has {found} of {total} passages: a page about the document, or another version of "
        f"it. {_correct(source)}"
    )


def _correct(source: Source) -> str:
    return f"If the document is at another address, correct {source.place('url')}."


def _asked(source: Source, before: Validators | None, agent: str, limits: Limits) -> Answer:
    """The answer of the address. Raises _Useless if it cannot be used or is not complete in time.

    The request runs in a thread of its own, because a host that sends a little now and then never exceeds a time-out;
    one that is given up makes no further request.
    """
    address, is_over = source.url or "", threading.Event()
    came: list[Answer | Exception] = []

    def ask() -> None:
        try:
            _require_secure(address)
            timeout = min(_TIMEOUT_SECONDS, limits.seconds)
            downloads = Downloads(address, agent, _pause_until(is_over), timeout, _TRIES)
            came.append(downloads.get(address, limits.largest_bytes, before))
        except (ServiceFailed, OSError, ValueError) as error:
            came.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(limits.seconds)
    is_over.set()
    if not came:
        raise _Useless(f"{address}: it did not send the document within {limits.seconds:g} s. Try again later.")
    if isinstance(came[0], Answer):
        return came[0]
    raise _Useless(_worded(came[0], source))


def _pause_until(is_over: threading.Event) -> Callable[[float], None]:
    def pause(seconds: float) -> None:
        if is_over.wait(seconds):
            raise TimeoutError

    return pause


def _require_secure(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in _THIS_MACHINE:
        raise ElsewhereNow(address, "it is not asked, because it is not https://")


def _worded(error: Exception, source: Source) -> str:
    if not isinstance(error, ServiceFailed) or isinstance(error, NoAddress):
        return f"{source.url}: no request can be made of it. Check the address at {source.place('url')}."
    remedy = error.remedy
    if isinstance(error, TooLarge):
        remedy = "Nothing of it was written."
    elif isinstance(error, ElsewhereNow | NothingThere):
        remedy = _correct(source)
    return " ".join(filter(None, (f"{error.address}: {error.answered}.", remedy)))


def _validators(record: Record, source: Source, folder: Path) -> Validators | None:
    """By what the host can tell whether the file that is there is still the one that it has; None if none is there."""
    known = record.get(source.id, {})
    file = text_of_source(source.id, folder)
    if file is None or (known.get("address"), known.get("file")) != (source.url, file.name):
        return None
    return Validators(known.get("etag", ""), known.get("modified", ""))


def read_record(folder: Path) -> Record:
    """What is known of the files in the folder; nothing if there is no record that can be read."""
    try:
        written = json.loads((folder / FETCHED).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    rows = written.items() if isinstance(written, dict) else ()
    return {id: {key: str(text) for key, text in row.items()} for id, row in rows if isinstance(row, dict)}


def _write_record(folder: Path, record: Mapping[str, Mapping[str, str]]) -> None:
    _replace(folder / FETCHED, f"{json.dumps(record, indent=1, sort_keys=True)}\n".encode())


def _write(source: str, content: bytes, folder: Path) -> str:
    """Writes the document, removes what was there of the source, and returns the name of its file."""
    name = f"{source}{suffix_of(content)}"
    folder.mkdir(parents=True, exist_ok=True)
    _replace(folder / name, content)
    for other in (folder / f"{source}{suffix}" for suffix in SUFFIXES):
        if other.name != name:
            other.unlink(missing_ok=True)
    return name


def _replace(file: Path, content: bytes) -> None:
    """So that no half of a file is ever there."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    beside.replace(file)
