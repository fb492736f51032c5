"""How a build ends: what it did, or why it failed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Built:
    """What a build did."""

    built: int
    """Volumes made anew."""
    kept: int
    """Volumes whose inputs had not changed."""
    pages: int


class BuildFailed(Exception):
    """A volume could not be built; the message says why."""
