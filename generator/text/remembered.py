"""What was found in texts before, by all that it depends on; kept in a file, for looking takes long."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.fingerprint import keep, kept, program, text_hash

T = TypeVar("T")
_MOST = 50_000
"""How much is kept at most; what was found first is forgotten first."""


class Remembered(Generic[T]):
    """What was found, by the hash of the text and of whatever else counts. Its only state is a cache."""

    def __init__(self, written: Callable[[T], Any], read: Callable[[Any], T]) -> None:
        """`written` makes of what was found what JSON can hold, and `read` the reverse."""
        self._written, self._read = written, read
        self._rows: dict[str, Any] = {}
        self._file: Path | None = None
        self._is_new = False

    def __call__(self, find: Callable[[], T], *given: str) -> T:
        """What was found before of what is `given`, or else what is found now."""
        self._load()
        key = text_hash(*given)
        if key in self._rows:
            return self._read(self._rows[key])
        found = find()
        self._rows[key], self._is_new = self._written(found), True
        return found

    @contextmanager
    def kept_in(self, folder: Path) -> Iterator[None]:
        """Remembers what is kept in a folder, and keeps there what is found meanwhile; it need not be writable."""
        file = folder / text_hash(program("text"))
        self._file, self._is_new = file, False
        try:
            yield
        finally:
            if self._is_new:
                newest = dict(list(self._rows.items())[-_MOST:])
                with suppress(OSError):
                    keep(file, json.dumps(newest).encode())

    def _load(self) -> None:
        file, self._file = self._file, None
        known = kept(file) if file else None
        if known is not None:
            self._rows = json.loads(known) | self._rows
