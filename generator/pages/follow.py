"""What readers can follow: the feeds and calendars of the newest edition, to which pages of every edition lead."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions import Edition
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
    links: tuple[FollowLink, ...]


def followed_in(edition: Edition) -> Iterator[str]:
    """The path inside an edition of every feed, and of every calendar in which something is awaited.

    They are written of the newest edition alone, and pages of older ones lead there; see `written_for`.
    """
    mentioned = {theme_path(theme.id): theme.milestones for theme in edition.mentioned}
    pages = (FixedPage.HOME.value, FixedPage.MILESTONES.value, *mentioned)
    yield from map(feed_path, (*pages, *(milestone_path(milestone.id) for milestone in edition.milestones)))
    for page, milestones in {FixedPage.HOME.value: edition.milestones, **mentioned}.items():
        if any(milestone.is_awaited for milestone in milestones):
            yield calendar_path(page)


def written_for(volume: Volume) -> frozenset[str]:
    """The feeds and calendars that the newest edition has: its own, and those to which an older one leads.

    So a calendar to which somebody subscribed does not vanish when nothing is awaited in it any more.
    """
    return frozenset(path for edition, _ in volume.steps for path in followed_in(edition))


def follow(volume: Volume, **files: str) -> Follow | None:
    """Those of `files` that there are, each by the name of its phrase under `follow`: its path inside the edition.

    None if there is none; so it is on a site of an older edition alone.
    """
    root, say = volume.living_root, volume.locale.say
    if root is None or volume.followed.isdisjoint(files.values()):
        return None
    known = [(name, path) for name, path in files.items() if path in volume.followed]
    return Follow(say("follow.lead"), tuple(FollowLink(root + path, say(f"follow.{name}")) for name, path in known))
