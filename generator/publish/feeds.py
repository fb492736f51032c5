"""What can be followed of the newest edition: changes as Atom feeds, beside the calendars of promised dates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.editions import ChangeKind, Edition, Subject
from generator.model import Locale
from generator.pages import (
    ChangeGroup,
    FixedPage,
    Volume,
    calendar_path,
    change_groups,
    change_in_words,
    feed_path,
    milestone_path,
    moved_pages,
    theme_path,
    written_for,
)
from generator.publish.calendars import calendar

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"
_NEWS = (ChangeKind.MOVED.value, ChangeKind.DONE.value)
Step = tuple[Edition, tuple[ChangeGroup, ...]]
"""An edition and what changed in it since the edition before."""
_Line = tuple[Edition, ChangeGroup]
"""One line of what changed in an edition, in a group of its own."""


@dataclass(frozen=True)
class _Entry:
    """One entry of a feed, before it is written."""

    key: tuple[str, ...]
    """What tells it from the others of the feed, in every edition."""
    title: str
    path: str
    """Of the page that it leads to, inside its edition."""
    edition: Edition
    groups: tuple[ChangeGroup, ...]


def feeds_of(volume: Volume) -> dict[str, str]:
    """The feeds and calendars of a volume, by path inside it; none of one whose address names its edition.

    Feeds: of everything and of each theme with an entry per edition, of what moved or was done and of each milestone
    with an entry per change. Calendars: of everything and of each theme, where something is awaited.
    """
    if not volume.address.latest:
        return {}
    edition, text = volume.edition, volume.locale.text
    steps = [(known, change_groups(changes, known, volume.locale)) for known, changes in volume.steps]
    site = text(volume.site.name)
    feeds = {FixedPage.HOME.value: _feed(site, "", _by_edition(steps, volume.locale), volume)}
    title, page = f"{volume.locale.say('feed.moved')} · {site}", FixedPage.MILESTONES.value
    lines = list(_of_milestones(steps))
    news = [line for line in lines if line[1].lines[0].kind in _NEWS]
    feeds[page] = _feed(title, page, _by_change(news, volume.locale), volume)
    calendars = {"": calendar(site, edition.milestones, volume)}
    for theme in edition.mentioned:
        title, page = f"{text(theme.text.title)} · {site}", theme_path(theme.id)
        feeds[page] = _feed(title, page, _by_edition(steps, volume.locale, theme.id), volume)
        calendars[page] = calendar(title, theme.milestones, volume)
    changes: dict[str, list[_Line]] = {milestone.id: [] for milestone in edition.milestones}
    for line in lines:
        changes.get(line[1].lines[0].id, []).append(line)
    for milestone in edition.milestones:
        title, page = f"{text(milestone.record.title)} · {site}", milestone_path(milestone.id)
        feeds[page] = _feed(title, page, _by_change(changes[milestone.id], volume.locale), volume)
    files = {feed_path(page): feed for page, feed in feeds.items()}
    files |= {calendar_path(page): made for page, made in calendars.items()}
    written = written_for(volume)
    files = {path: file for path, file in files.items() if path in written}
    return files | dict(_at_former_addresses(files, edition))


def _at_former_addresses(files: Mapping[str, str], edition: Edition) -> Iterator[tuple[str, str]]:
    """What somebody subscribed to before its subject had another id is the same as at the present address."""
    for was, now in moved_pages(edition).items():
        for place in (feed_path, calendar_path):
            if place(now) in files:
                yield place(was), files[place(now)]


def _by_edition(steps: Sequence[Step], locale: Locale, theme: str | None = None) -> Iterator[_Entry]:
    """An entry for each edition that changed something, newest first: in the theme, if one is given."""
    for edition, groups in steps:
        kept = tuple(group for group in groups if theme in (None, group.theme))
        if kept:
            title = locale.text(edition.source.title)
            yield _Entry((edition.id,), title, FixedPage.CHANGES.value, edition, kept)


def _of_milestones(steps: Sequence[Step]) -> Iterator[_Line]:
    """What changed of milestones, line by line, the newest edition first."""
    for edition, groups in steps:
        for group in groups:
            for line in group.lines:
                if line.subject == Subject.MILESTONE.value:
                    yield edition, ChangeGroup(group.theme, group.title, (line,))


def _by_change(lines: Iterable[_Line], locale: Locale) -> Iterator[_Entry]:
    """An entry for each line."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for edition, group in lines:
        line = group.lines[0]
        same = (edition.id, line.id, line.kind)
        seen[same] += 1
        yield _Entry((*same, str(seen[same])), change_in_words(line, locale), line.path, edition, (group,))


def _feed(title: str, page: str, entries: Iterable[_Entry], volume: Volume) -> str:
    """An Atom feed of what the page at `page` is about.

    Its links are absolute if the address of the site is known, and else relative to it. An entry is updated when a
    correction of ours concerns what it reports; no time depends on when the feed is made.
    """
    root = volume.address.root
    path = root + feed_path(page)
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": volume.locale.language})
    SubElement(feed, "id").text = _urn(volume, page)
    SubElement(feed, "title").text = title
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": volume.link(path, path)})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": volume.link(root + page, path)})
    SubElement(SubElement(feed, "author"), "name").text = volume.locale.say("feed.author")
    updated = SubElement(feed, "updated")
    moments = [_add(feed, entry, page, volume) for entry in entries]
    updated.text = max(moments, default=_moment(volume.edition))
    indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _add(feed: Element, entry: _Entry, page: str, volume: Volume) -> str:
    """Writes the entry into the feed, and returns when it was updated."""
    path, dated = volume.address.root + feed_path(page), volume.dated_root(entry.edition)
    updated = _updated(entry, volume)
    element = SubElement(feed, "entry")
    SubElement(element, "id").text = _urn(volume, page, *entry.key)
    SubElement(element, "title").text = entry.title
    SubElement(element, "link", {"type": "text/html", "href": volume.link(dated + entry.path, path)})
    SubElement(element, "published").text = _moment(entry.edition)
    SubElement(element, "updated").text = updated
    content = SubElement(SubElement(element, "content", {"type": "xhtml"}), "div", {"xmlns": _XHTML})
    for group in entry.groups:
        if group.title:
            SubElement(content, "h3").text = group.title
        lines = SubElement(content, "ul")
        for line in group.lines:
            href = volume.link(dated + line.path, path)
            text = change_in_words(line, volume.locale)
            SubElement(SubElement(lines, "li"), "a", {"href": href}).text = text
    return updated


def _updated(entry: _Entry, volume: Volume) -> str:
    """When the edition was published or amended, or the last correction that concerns the entry was made.

    Of the corrections of one day each makes it a second later, so that each is noticed.
    """
    ids = {line.id for group in entry.groups for line in group.lines}
    days = [c.published.last for c in volume.edition.corrections if not ids.isdisjoint(c.of)]
    days += [amendment.published.last for amendment in entry.edition.amendments]
    last = max(days, default=entry.edition.as_of)
    if last <= entry.edition.as_of:
        return _moment(entry.edition)
    return f"{datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(seconds=days.count(last)):%FT%TZ}"


def _moment(edition: Edition) -> str:
    return f"{edition.as_of}T00:00:00Z"


def _urn(volume: Volume, *parts: str) -> str:
    """The same in every edition, and another for each site, language, feed and entry."""
    return uuid5(NAMESPACE_URL, "/".join([volume.site.identity, volume.locale.language, *parts])).urn
