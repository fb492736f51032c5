"""The kinds of pages of an edition, and for each the page that holds most: what the browser looks at.

So a browser has as much to look at however many themes, promises and documents there are. `make test-all` looks at all.
"""

from pathlib import Path

KINDS = (
    "", "accessibility/", "changes/", "changes/*/", "corrections/", "data/", "glossary/", "indicators/", "method/",
    "milestones/", "milestones/*/", "places/", "search/", "silence/", "sources/", "sources/*/", "tensions/",
    "themes/*/", "timeline/",
)  # fmt: skip
"""Paths within an edition; a star stands for an id."""
EMBEDDED = "figures/*/embed/"
"""The kind of page that is shown in pages of others, without the frame of the site."""


def pages_of(volume: Path, kind: str) -> list[str]:
    """The paths of the pages of a kind within the folder of an edition in one language; the largest file first."""
    files = volume.glob(f"{kind}index.html")
    ordered = sorted(files, key=lambda file: (-file.stat().st_size, file))
    paths = (file.parent.relative_to(volume).as_posix() for file in ordered)
    return ["" if path == "." else f"{path}/" for path in paths]


def fullest(site: Path, language: str, kind: str) -> str:
    """The address, within the site, of the page of a kind in the newest edition that holds most."""
    return f"{language}/{pages_of(site / language, kind)[0]}"
