"""Every link of a built site, and whether it leads somewhere."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from lxml import html

_LINKS = "//*[not(self::base)]/@href | //@src | //@action"


class Document:
    """The links and ids of one page, as often as they are there."""

    def __init__(self, text: str) -> None:
        tree = html.document_fromstring(text)
        self.links: list[str] = list(filter(None, map(str, tree.xpath(_LINKS))))
        self.ids: list[str] = list(filter(None, map(str, tree.xpath("//@id"))))


def documents(site: Path) -> dict[Path, Document]:
    """Every HTML page of the site."""
    return {file: Document(file.read_text("utf-8")) for file in sorted(site.rglob("*.html"))}


def broken(pages: dict[Path, Document]) -> Iterator[str]:
    """Each internal link or fragment that leads nowhere."""
    known = {file: frozenset(page.ids) for file, page in pages.items()}
    for file, page in pages.items():
        for link in set(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = _target(normpath(f"{file.parent}/{unquote(parts.path)}"), parts.path[-1:]) if parts.path else file
            if target is None:
                yield f"{file}: {link}"
            elif parts.fragment and target in known and parts.fragment not in known[target]:
                yield f"{file}: {link} (no such place on that page)"


@cache
def _target(path: str, last: str) -> Path | None:
    """The file at a path; of a folder, or a path whose last letter was a stroke, that of its page."""
    file = Path(path, "index.html") if last == "/" or Path(path).is_dir() else Path(path)
    return file if file.is_file() else None
