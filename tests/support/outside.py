"""A theme of bridges with series from outside, and what an edition knows of it."""

from typing import Any

from generator.archive.archive import Archive
from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.editions.vintages import KnownIndicator
from tests.support.described import LETTERS, TEXT, archive_of, named

PAPER, AGENCY, REGISTRY = "paper", "agency", "registry"
"""A newspaper that relays figures, and two bodies that publish their own."""
SOURCES = [
    *LETTERS,
    {"id": PAPER, "kind": "external", "published": "2024-01-10", "passages": "2", "seen": "2024-05-01"},
    {"id": AGENCY, "kind": "external", "published": "2024-03-01", "passages": "2", "seen": "2024-06-01",
     "standing": "official"},
    {"id": REGISTRY, "kind": "external", "published": "2024-03-02", "passages": "2", "seen": "2024-05-02",
     "standing": "official"},
]  # fmt: skip


def told(period: str, value: str, source: str = PAPER, **more: Any) -> dict[str, Any]:
    """What a source says was counted in a period."""
    return {"period": period, "value": value, "cites": f"{source}#p-1", **more}


def series(*observations: dict[str, Any], id: str = "posts", **more: Any) -> dict[str, Any]:
    """An indicator of which it is known who counts what where."""
    record = {"id": id, "title": named(id.title()), "unit": "posts", "definition": TEXT}
    return {**record, "counted_by": "all", "area": "all", "observations": list(observations), **more}


def broken(since: str, source: str = PAPER) -> dict[str, Any]:
    """A break from that period on."""
    return {"since": since, "text": named(f"Since {since}"), "cites": f"{source}#p-1"}


def outside_archive(**theme: Any) -> Archive:
    """The sources, and one theme of which the second letter says something."""
    meant = {"id": "meant", "when": "2024", "kind": "context", "text": TEXT, "cites": ["second#p-1"]}
    tensions = theme.pop("tensions", [])
    return archive_of(
        {"sources": SOURCES, "themes": {"bridges": {"statements": [meant], **theme}}, "tensions": tensions}
    )


def newest(**theme: Any) -> Edition:
    """The edition that knows all of the archive."""
    return Editions(outside_archive(**theme))[-1]


def known_series(*observations: dict[str, Any], **more: Any) -> KnownIndicator:
    """The series as the newest edition knows it."""
    (one,) = newest(indicators=[series(*observations, **more)]).themes["bridges"].outside.series
    return one
