"""A citation: the passage of a source that supports what a record says."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Citation:
    """One passage of one source. Citations sort by source, then by passage."""

    source: str
    """The id of the source."""
    passage: str
    """The id of the passage within its source."""

    def __str__(self) -> str:
        """As people write it: `source#passage`."""
        return f"{self.source}#{self.passage}"
