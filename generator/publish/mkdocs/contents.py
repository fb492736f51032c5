"""What the pages of an edition in one language hold, made once for the two addresses of the newest edition."""

import posixpath
import re
from dataclasses import dataclass, field, replace

from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from generator.pages import (
    Address,
    Kept,
    Page,
    SearchEntry,
    Volume,
    data_path,
    pages_to_make,
    relative,
)
from generator.publish.mkdocs.files import source_name

_UPWARDS = re.compile(r'(?<==")(?:\.\./)+[^"]*')
"""A link to what lies outside the folder of its page."""


@dataclass(frozen=True)
class _Content:
    """The content of a page after Markdown."""

    html: str
    headings: TableOfContents


@dataclass
class Contents:
    """The pages of an edition in one language, and their content as it is at the address where it is made first."""

    address: Address
    pages: tuple[Page, ...]
    """Those that are to be made."""
    search: tuple[SearchEntry, ...]
    """What search finds on any page, also on those that are kept from before."""
    by_name: dict[str, _Content] = field(default_factory=dict)

    def pages_at(self, address: Address) -> dict[str, Page]:
        """Every page by its name among the sources of MkDocs; without its Markdown if its content is made already."""
        if self.address == address:
            return {source_name(page.path): page for page in self.pages}
        return {source_name(page.path): replace(page, markdown="") for page in self.pages}

    def content_at(self, address: Address, ours: Page, page: MkDocsPage, html: str) -> str:
        """The content of the page at that address: where it is made, `html` with what did not pass through Markdown."""
        name = page.file.src_uri
        if self.address == address:
            for placeholder, block in ours.blocks.items():
                html = html.replace(placeholder, block, 1)
            self.by_name[name] = _Content(html, page.toc)
            return html
        page.toc = self.by_name[name].headings
        return moved(self.by_name[name].html, ours.path, self.address, address)


def contents_of(volume: Volume, kept: Kept = lambda plan, picture: None) -> Contents:
    """The contents of the pages of a volume that are not `kept`."""
    made = tuple(pages_to_make(volume, kept))
    search = tuple(entry for plan, _ in made for entry in plan.search)
    return Contents(volume.address, tuple(page for _, page in made if page), search)


def moved(html: str, path: str, was: Address, now: Address) -> str:
    """The content of the page at `path` of a volume for another address of the same edition: its links lead there.

    What a volume links to inside itself is at the same place in the other; the data of the newest edition are those of
    its dated one.
    """

    def link(found: re.Match[str]) -> str:
        target, mark, rest = found[0].partition("#")
        at = posixpath.normpath(posixpath.join(was.root, posixpath.dirname(path), target))
        at += "/" if target.endswith("/") else ""
        if at.startswith(was.root):
            return found[0]
        if at.startswith(data_path(was, "")):
            at = data_path(now, at.removeprefix(data_path(was, "")))
        return relative(now.root + path, at) + mark + rest

    return _UPWARDS.sub(link, html)
