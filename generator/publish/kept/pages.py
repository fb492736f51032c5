"""Pages that were built before and would be made again as they are: found by their keys, and linked from there."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname

from generator.publish.swap import link

RECORD = "pages.json"
"""The file in a site, or in a part of one, that says which pages it has and what each was made from."""


@dataclass(frozen=True)
class PageRecord:
    """What is known of a page that was built."""

    key: str
    """A hash of all that is printed on it."""
    picture: str | None
    """The file that shows it where a link to it is shared."""
    files: tuple[str, ...]
    """What was made with it: the page itself, and what it offers; paths inside the edition."""
    names: tuple[str, ...]
    """What occurs in it and may be named in a style sheet."""


Records = Mapping[str, PageRecord]
"""The pages of a volume, by path inside the edition."""
NO_RECORDS: Records = {}


@dataclass(frozen=True)
class Earlier:
    """A volume that was built before."""

    folder: Path
    pages: Records
    """Those of which no file was damaged since."""


def earlier_in(place: Path, lost: frozenset[str]) -> dict[str, Earlier]:
    """The volumes of a site or a part by their roots; `lost` are the paths of its files that were damaged."""
    try:
        written = json.loads((place / RECORD).read_text("utf-8"))
        names = [tuple(of) for of in written["names"]]
        known = {
            root: {path: PageRecord(key, picture, tuple(files), names[n]) for path, (key, picture, files, n) in pages}
            for root, pages in ((root, pages.items()) for root, pages in written["volumes"].items())
        }
    except (OSError, ValueError, AttributeError, TypeError, LookupError):
        return {}
    return {root: Earlier(place / root, dict(_sound(root, pages, lost))) for root, pages in known.items()}


def _sound(root: str, pages: Records, lost: frozenset[str]) -> Iterable[tuple[str, PageRecord]]:
    return (
        (path, page)
        for path, page in pages.items()
        if not lost or lost.isdisjoint(f"{root}{file}" for file in page.files)
    )


def write_records(site: Path, volumes: Mapping[str, Records]) -> None:
    """Write which pages the volumes of a site have, by their roots."""
    names: dict[tuple[str, ...], int] = {}
    written = {
        root: {
            path: [page.key, page.picture, page.files, names.setdefault(page.names, len(names))]
            for path, page in sorted(pages.items())
        }
        for root, pages in sorted(volumes.items())
    }
    record = {"names": list(names), "volumes": written}
    (site / RECORD).write_text(json.dumps(record, separators=(",", ":")) + "\n", "utf-8")


def names_by_file(volumes: Mapping[str, Records]) -> dict[str, tuple[str, ...]]:
    """What occurs in each HTML file of the pages of volumes, and may be named in a style sheet, by path on the site."""
    return {
        root + file: page.names
        for root, pages in volumes.items()
        for page in pages.values()
        for file in page.files
        if file.endswith(".html")
    }


def link_files(source: Path, files: Iterable[str], target: Path) -> None:
    """Put files at their paths in another folder as links, in place of what is there."""
    files = list(files)
    for place in {dirname(file) for file in files}:
        (target / place).mkdir(parents=True, exist_ok=True)
    for file in files:
        (target / file).unlink(missing_ok=True)
        link(f"{source}/{file}", f"{target}/{file}")
