"""Builds one edition in one language, at each of its addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.pages import Address, Page, Planned, Workspace, brief_path
from generator.publish.kept.keys import Keys, PageKeys, shown_of
from generator.publish.kept.pages import Earlier, PageRecord, Records, earlier_in, link_files
from generator.publish.style.site_style import styled_names

Places = Mapping[Path, frozenset[str]]
"""Sites and parts to take from what did not change, with the paths of their files that are not as they were built."""
NOTHING_EARLIER = Earlier(Path(), {})


@dataclass(frozen=True)
class Before:
    """What volumes have from an earlier build, by their roots."""

    frames: Mapping[str, str]
    """The hash of what may be on any page of the volume; see `Keys`."""
    built: Mapping[str, Earlier]

    @classmethod
    def of(cls, keys: Keys, places: Places) -> "Before":
        """What the sites and parts in `places` have, the first of them first."""
        built: dict[str, Earlier] = {}
        for place, lost in places.items():
            built = earlier_in(place, lost) | built
        return cls(keys.frames, built)

    def part(self, addresses: Sequence[Address]) -> "Before":
        """What is needed of it for these."""
        roots = {address.root for address in addresses}
        frames = {root: key for root, key in self.frames.items() if root in roots}
        return Before(frames, {root: earlier for root, earlier in self.built.items() if root in roots})


class _Pages:
    """Which pages of an edition in one language are kept, and what is known of each at each of its addresses."""

    def __init__(self, workspace: Workspace, addresses: tuple[Address, ...], before: Before) -> None:
        self.address = addresses[0]
        self.earlier = {a.root: before.built.get(a.root, NOTHING_EARLIER) for a in addresses}
        self.keys = {a.root: PageKeys(workspace.volume(a), before.frames[a.root]) for a in addresses}
        self.made: dict[str, dict[str, str]] = {root: {} for root in self.earlier}
        self.kept: set[str] = set()
        self.order: list[str] = []
        """The paths of all pages: of a file that several have, that of the last of them is there."""

    def __call__(self, plan: Planned, picture: str | None) -> PageRecord | None:
        """The page as it was built before, if it is the same at each address."""
        self.order.append(plan.path)
        shown = shown_of(plan, picture, self.address)
        keys = {root: key_of(plan, shown) for root, key_of in self.keys.items()}
        records = [self.earlier[root].pages.get(plan.path) for root in keys]
        if all(record and record.key == key for record, key in zip(records, keys.values(), strict=True)):
            self.kept.add(plan.path)
            return records[0]
        for root, key in keys.items():
            self.made[root][plan.path] = key
        return None

    def records(self, root: str, pages: tuple[Page, ...], folder: Path, project: Path) -> Records:
        """What is known of every page at an address, once `pages` are made in `folder`."""
        made = {page.path: _record(self.made[root][page.path], page, folder, project) for page in pages}
        return {path: made[path] if path in made else self.earlier[root].pages[path] for path in self.order}

    def link_kept(self, root: str, pages: tuple[Page, ...], folder: Path) -> None:
        """Put the files of the pages that are kept into the folder in which `pages` were made."""
        files = {page.path: _files(page) for page in pages}
        files |= {path: self.earlier[root].pages[path].files for path in self.kept}
        last = {file: path for path in self.order for file in files[path]}
        link_files(self.earlier[root].folder, [file for file, path in last.items() if path in self.kept], folder)


def _record(key: str, page: Page, folder: Path, root: Path) -> PageRecord:
    files = _files(page)
    names = styled_names((folder / file for file in files if file.endswith(".html")), root)
    return PageRecord(key, page.picture, files, names)


def _files(page: Page) -> tuple[str, ...]:
    own = page.path if page.path.endswith(".html") else f"{page.path}index.html"
    return (own, *page.attachments, *((brief_path(page.path),) if page.brief else ()))


def build_volumes(
    workspace: Workspace, addresses: tuple[Address, ...], made: Path, before: Before
) -> dict[str, Records]:
    """Build one edition in one language into its places under `made`, the dated one first; return their pages.

    What was built before and would be the same is linked from there.
    """
    from generator.publish.mkdocs.contents import contents_of
    from generator.publish.mkdocs.runs import build_with_mkdocs

    pages = _Pages(workspace, addresses, before)
    contents = contents_of(workspace.volume(addresses[0]), pages)
    records: dict[str, Records] = {}
    for address in addresses:
        aside = made.with_name(f"{address.language}-{address.edition}-{address.latest}")
        build_with_mkdocs(workspace, address, aside, contents)
        pages.link_kept(address.root, contents.pages, aside)
        target = made / address.root
        target.mkdir(parents=True, exist_ok=True)
        for entry in aside.iterdir():
            entry.rename(target / entry.name)
        records[address.root] = pages.records(address.root, contents.pages, target, workspace.root)
    return records
