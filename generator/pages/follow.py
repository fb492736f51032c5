"""What readers can follow: the feeds and calendars of the newest edition, to which pages of every edition lead."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.editions import Edition
from generator.model import Locale
from generator.pages.page import Volume
from generator.pages.urls import FixedPage, calendar_path, feed_path, milestone_path, theme_path


@dataclass(frozen=True)
class FollowLink:
    """A feed or a calendar."""

    path: str
    """On the site."""
    text: str


@dataclass(frozen=True)
class Follow:
    """What can be followed of the subject of a page."""

    lead: str
    """In an older edition, that it leads to the newest."""
    links: tuple[FollowLink, ...]


def followed_in(newest: Edition) -> Iterator[str]:
    """The path inside the edition of every feed, and of every calendar in which something is awaited.

    They are written of the newest edition alone: what is said of an older one never changes.
    """
    mentioned = {theme_path(theme.id): theme.milestones for theme in newest.mentioned}
    pages = (FixedPage.HOME.value, FixedPage.MILESTONES.value, *mentioned)
    yield from map(feed_path, (*pages, *(milestone_path(milestone.id) for milestone in newest.milestones)))
    for page, milestones in {FixedPage.HOME.value: newest.milestones, **mentioned}.items():
        if any(milestone.is_awaited for milestone in milestones):
            yield calendar_path(page)


def follow(volume: Volume, **files: str) -> Follow | None:
    """Those of `files` that there are, each by the name of its phrase under `follow`: its path inside the edition.

    None if there is none; so it is on a site of an older edition alone.
    """
    address = volume.address
    if address.alone and not address.latest:
        return None
    root = address.root if address.alone else replace(address, latest=True).root
    links = tuple(_links(files, root, volume))
    lead = volume.locale.say("follow.now" if address.edition == volume.newest else "follow.then")
    return Follow(lead, links) if links else None


def _links(files: dict[str, str], root: str, volume: Volume) -> Iterator[FollowLink]:
    locale: Locale = volume.locale
    for name, path in files.items():
        if path in volume.followed:
            yield FollowLink(root + path, locale.say(f"follow.{name}"))
