"""The frame of every page: navigation, edition picker, language switch, banner, canonical address."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.pages.page import Volume
from generator.pages.urls import (
    MISSING_PAGE,
    Address,
    lasting_path,
    moved_pages,
    other_language,
    paths_of,
    relative,
)

MENU = ("themes", "milestones", "indicators", "changes", "sources")
LISTED = 12
"""How many editions a page names at most: its own and those before it. The page of sources leads to all."""
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
    """Oldest first; empty on a site of one edition alone."""
    canonical: str
    """The present page, absolute if the site's address is known."""
    indexed: bool
    """Whether search engines may list this copy: only the one without an edition in its address."""
    banner: str | None
    """At an address with a date: the day as of which the edition is known."""
    amended: tuple[str, ...]
    """By what the edition was changed after it was published, in words, the last first."""
    log: str
    """The page that says more of that."""
    present: str | None
    """The same page at the address that always shows the newest edition; None on a site of one edition alone."""
    printed: str
    """What each sheet of paper carries: the day of the edition, and the address of the page in it, which stays."""


class Frames:
    """The frames of the pages of one volume.

    They say nothing of later editions, so that a volume with a date in its address stays as it is when one is added.
    """

    def __init__(self, volume: Volume) -> None:
        self.volume = volume
        editions = [edition for edition, _ in reversed(volume.steps[:LISTED])]
        self.editions = [(edition, frozenset(paths_of(edition))) for edition in editions]
        self.moved = moved_pages(volume.edition)

    def frame(self, path: str) -> Frame:
        """The frame of the page at `path` inside the edition."""
        volume, address = self.volume, self.volume.address
        origin = address.root + path

        def link(target: str) -> str:
            return relative(origin, target)

        def local(name: str) -> str:
            return link(address.root + ("#themes" if name == "themes" else f"{name}/"))

        say = volume.locale.say
        present = None if address.alone else f"{address.language}/{lasting_path(self.moved.get(path, path))}"
        twin = Address(other_language(address.language), address.edition, address.latest)
        return Frame(
            language=address.language,
            other_language=twin.language,
            home=link(address.root),
            menu=tuple((say(f"nav.{name}"), local(name)) for name in MENU),
            footer=tuple((say(f"nav.{name}"), local(name)) for name in FOOTER),
            search=local("search"),
            switch=None if address.alone else link(twin.root + path),
            picker=() if address.alone else tuple(self._picker(path, present)),
            canonical=volume.link(origin if present is None else present, origin),
            indexed=address.latest and path != MISSING_PAGE and path not in self.moved,
            banner=None if address.latest else volume.locale.as_of(volume.edition.source.published),
            amended=tuple(self._amended()),
            log=local("corrections"),
            present=None if present is None else link(present),
            printed=self._printed(path),
        )

    def _amended(self) -> Iterator[str]:
        edition, locale = self.volume.edition, self.volume.locale
        known = edition.sources | edition.outside
        for amendment in edition.amendments:
            titles = [locale.text(known[id].title) for id in amendment.sources if id in known]
            yield locale.say("frame.amended", day=locale.period(amendment.published), sources="; ".join(titles))

    def editions_with(self, path: str) -> tuple[bool, ...]:
        """Of each edition that pages name, oldest first: whether it has a page at that path."""
        return tuple(path in paths for _, paths in self.editions)

    def _picker(self, path: str, present: str | None) -> Iterator[PickerEntry]:
        """The editions until this one, and from an address with a date the newest."""
        address, locale, origin = self.volume.address, self.volume.locale, self.volume.address.root + path
        for edition, paths in self.editions:
            is_current = edition.id == address.edition
            target = (address if is_current else replace(address, edition=edition.id, latest=False)).root + path
            exists = path in paths or path == MISSING_PAGE
            label = locale.short_day(edition.source.published)
            is_newest = is_current and address.latest
            yield PickerEntry(label, is_newest, is_current, relative(origin, target) if exists else None)
        if not address.latest and present is not None:
            yield PickerEntry(locale.say("frame.newest"), False, False, relative(origin, present))

    def _printed(self, path: str) -> str:
        volume = self.volume
        dated = replace(volume.address, latest=False).root + path
        return volume.locale.say(
            "frame.printed",
            site=volume.locale.text(volume.site.name),
            day=volume.locale.as_of(volume.edition.source.published),
            address=f"{volume.site.address or ''}{dated}",
        )
