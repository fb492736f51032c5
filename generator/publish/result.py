"""How a build ends: what it did, or why it failed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Built:
    """What a build did."""

    built: int
    """Volumes that were built."""
    kept: int
    """Volumes whose inputs had not changed."""
    pages: int

    def __str__(self) -> str:
        return f"{self.pages} pages; {self.built} volumes built, {self.kept} kept."


class BuildFailed(Exception):
    """A volume could not be built; the message says why."""
