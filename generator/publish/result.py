"""The result of a build: statistics, or the reason of a failure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Built:
    """Statistics of a finished build."""

    built: int
    """Number of volumes that were built."""
    kept: int
    """Number of volumes that were reused because their inputs had not changed."""
    pages: int
    """Number of pages in the site."""

    def __str__(self) -> str:
        return f"{self.pages} pages; {self.built} volumes built, {self.kept} kept."


class BuildFailed(Exception):
    """A volume could not be built; the message says why."""
