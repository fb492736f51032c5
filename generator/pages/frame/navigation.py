"""The frame of every page: navigation, edition picker, language switch, banner, canonical address."""

from dataclasses import dataclass, replace

from generator.editions import Edition
from generator.pages.page import Volume
from generator.pages.urls import Address, moved_pages, other_language, paths_of, relative

MENU = ("themes", "milestones", "indicators", "changes", "sources")
FOOTER = ("method", "timeline", "silence", "tensions", "places", "glossary", "corrections", "data", "accessibility")


@dataclass(frozen=True)
class PickerEntry:
    """One edition in the picker."""

    label: str
    newest: bool
    current: bool
    link: str | None
    """None if the page did not exist in that edition."""


@dataclass(frozen=True)
class Frame:
    """All links are relative to the page."""

    language: str
    other_language: str
    home: str
    menu: tuple[tuple[str, str], ...]
    """(words, link)."""
    footer: tuple[tuple[str, str], ...]
    search: str
    switch: str | None
    """The same page in the other language; None if the site has one language."""
    picker: tuple[PickerEntry, ...]
    """Oldest first; empty if the site has one edition."""
    canonical: str
    """The present page, absolute if the site's address is known."""
    indexed: bool
    """Whether search engines may list this copy: only the one without an edition in its address."""
    banner: str | None
    """For an older edition: the day as of which it is known."""
    present: str | None
    """The same page in the newest edition; None if it is gone there."""
    printed: str
    """What each sheet of paper carries: the day of the edition, and the address of the page in it, which stays."""


class Frames:
    """The frames of one volume's pages; `editions` are all there are, oldest first."""

    def __init__(self, volume: Volume, editions: tuple[Edition, ...]) -> None:
        self.volume = volume
        self.editions = editions
        self.paths = {edition.id: frozenset(paths_of(edition)) for edition in editions}

    def frame(self, path: str) -> Frame:
        """The frame of the page at `path` inside the edition."""
        volume, address = self.volume, self.volume.address
        origin = address.root + path
        newest = self.editions[-1]

        def link(target: str) -> str:
            return relative(origin, target)

        def local(name: str) -> str:
            return link(address.root + ("#themes" if name == "themes" else f"{name}/"))

        say = volume.locale.say
        exists_now = path in self.paths[newest.id] and not address.alone
        moved = moved_pages(volume.edition)
        present = f"{address.language}/{moved.get(path, path)}"
        old = address.edition != newest.id
        twin = Address(other_language(address.language), address.edition, address.latest)
        return Frame(
            language=address.language,
            other_language=twin.language,
            home=link(address.root),
            menu=tuple((say(f"nav.{name}"), local(name)) for name in MENU),
            footer=tuple((say(f"nav.{name}"), local(name)) for name in FOOTER),
            search=local("search"),
            switch=None if address.alone else link(twin.root + path),
            picker=() if address.alone else tuple(self._entry(edition, path) for edition in self.editions),
            canonical=volume.link(present if exists_now else origin, origin),
            indexed=address.latest and path != "404.html" and path not in moved,
            banner=volume.locale.as_of(volume.edition.source.published) if old else None,
            present=link(present) if exists_now else None,
            printed=self._printed(path),
        )

    def _printed(self, path: str) -> str:
        volume = self.volume
        dated = replace(volume.address, latest=False).root + path
        return volume.locale.say(
            "frame.printed",
            site=volume.locale.text(volume.site.name),
            day=volume.locale.as_of(volume.edition.source.published),
            address=f"{volume.site.address or ''}{dated}",
        )

    def _entry(self, edition: Edition, path: str) -> PickerEntry:
        address = self.volume.address
        exists = path in self.paths[edition.id] or path == "404.html"
        target = Address(address.language, edition.id, latest=edition is self.editions[-1]).root + path
        origin = address.root + path
        return PickerEntry(
            label=self.volume.locale.short_day(edition.source.published),
            newest=edition is self.editions[-1],
            current=edition.id == address.edition,
            link=relative(origin, target) if exists else None,
        )
