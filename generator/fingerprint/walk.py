"""Every file of a folder, without an object for each path: sites have some ten thousand."""

import os
from collections.abc import Iterator
from pathlib import Path


def files_in(folder: str | os.PathLike[str]) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Yield the path inside the folder of every file in it, with slashes, and how the system describes it.

    The order is that of the system. Links to folders count as files; nothing is yielded if there is no such folder.
    """
    left = [(os.fspath(folder), "")] if Path(folder).is_dir() else []
    while left:
        place, under = left.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    left.append((entry.path, f"{under}{entry.name}/"))
                else:
                    yield under + entry.name, entry
