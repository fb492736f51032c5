"""Every link of a built site, and whether it leads somewhere."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Document(HTMLParser):
    """The links and ids of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in ("href", "src", "action") and value and tag != "base":
                self.links.append(value)


def documents(site: Path) -> dict[Path, Document]:
    """Every HTML page of the site."""
    return {file: Document(file.read_text("utf-8")) for file in sorted(site.rglob("*.html"))}


def broken(pages: dict[Path, Document]) -> Iterator[str]:
    """Each internal link or fragment that leads nowhere."""
    known = {file: frozenset(page.ids) for file, page in pages.items()}
    exists: dict[Path, bool] = {}
    for file, page in pages.items():
        for link in set(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = _target(file, unquote(parts.path))
            if target not in exists:
                exists[target] = target.is_file()
            if not exists[target]:
                yield f"{file}: {link}"
            elif parts.fragment and target in known and parts.fragment not in known[target]:
                yield f"{file}: {link} (no such place on that page)"


def _target(file: Path, path: str) -> Path:
    if not path:
        return file
    joined = Path(*_resolved((*file.parent.parts, *path.split("/"))))
    return joined / "index.html" if path.endswith("/") or joined.is_dir() else joined


def _resolved(parts: tuple[str, ...]) -> list[str]:
    stack: list[str] = []
    for part in parts:
        if part == "..":
            stack.pop()
        elif part not in ("", "."):
            stack.append(part)
    return stack
