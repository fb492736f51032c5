"""Where a record is written: its file, its path in it, and the position of each of its values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Location

Step = str | int
"""The name of a key, or the number of an entry of a list, from 0."""
Start = tuple[int, int]
"""Line and column, from 1, at which something is written."""


@dataclass(frozen=True)
class Written:
    """Where a record is written. It is no part of what the record says: any two are equal."""

    file: str = field(compare=False)
    """Relative to the project."""
    path: tuple[Step, ...] = field(default=(), compare=False)
    """Of the record within its file."""
    starts: Mapping[tuple[Step, ...], Start] = field(default_factory=dict, compare=False, repr=False)
    """Of every value of the file, by its path."""

    def place(self, *path: Step) -> Location:
        """Where the value at `path` within the record starts; if it is not written, where its nearest parent does."""
        whole = (*self.path, *path)
        while whole and whole not in self.starts:
            whole = whole[:-1]
        return Location(self.file, *self.starts.get(whole, (1, 1)))

    def inside(self, *path: Step) -> "Written":
        """Where the record at `path` within this one is written."""
        return Written(self.file, (*self.path, *path), self.starts)


NOWHERE = Written("")
"""Of a record that was not read from a file."""
