"""What git keeps of that which only commands write: whoever put it there would be believed without being looked at."""

import subprocess
from pathlib import Path

_WRITTEN = (".atlas", "site")
"""Folders in a project that commands write: what was found, drawn and built before, and is not made again."""


def kept_by_git(root: Path) -> tuple[str, ...]:
    """Return the paths of files that git keeps in folders of a project that only commands write, in its order.

    None are where the project is not in git, or git is not installed. Capitals make no difference: there are systems
    on which they are the same folders.
    """
    asked = ("ls-files", "-z", "--", *(f":(icase){name}" for name in _WRITTEN))
    try:
        ran = subprocess.run(["git", "-C", root, *asked], capture_output=True, check=False)
    except FileNotFoundError:
        return ()
    return tuple(path for path in ran.stdout.decode("utf-8", "surrogateescape").split("\0") if path)
