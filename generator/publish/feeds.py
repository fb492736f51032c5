"""Feeds of a volume: changes as Atom feeds, promised dates as calendars."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from icalendar import Calendar, Event

from generator.editions import Change, Edition, KnownMilestone, State
from generator.model import Locale
from generator.pages import (
    Address,
    ChangeGroup,
    Volume,
    change_groups,
    change_in_words,
    relative,
    state_view,
    theme_path,
)

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"
Step = tuple[Edition, tuple[Change, ...]]
"""An edition and its changes since the edition before it."""


def feeds_of(volume: Volume) -> dict[str, str]:
    """Return the Atom feed and the calendar of the volume and of each mentioned theme, by path inside the volume."""
    edition, words = volume.edition, volume.locale
    titles: dict[str | None, str] = {None: words.text(volume.site.name)}
    titles |= {theme.id: words.text(theme.text.title) for theme in edition.mentioned}
    files = {}
    for theme, title in titles.items():
        folder = theme_path(theme) if theme else ""
        promises = edition.themes[theme].milestones if theme else edition.milestones
        feed = f"{folder}feed.xml"
        files[feed] = atom(title, feed, volume.steps, volume.address, words, theme=theme)
        files[f"{folder}promises.ics"] = calendar(title, promises, edition, words)
    return files


def atom(title: str, path: str, steps: Sequence[Step], address: Address, words: Locale, *, theme: str | None) -> str:
    """Return an Atom feed with an entry for each edition, newest first; with `theme`, only editions that changed it.

    `path` is the path of the feed inside its volume; links are relative to it. Times are those of publication, so the
    feed does not depend on when it is built.
    """
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": words.language})
    SubElement(feed, "id").text = _urn(address.language, theme or "")
    SubElement(feed, "title").text = title
    SubElement(feed, "link", {"rel": "self", "href": path.rpartition("/")[2]})
    SubElement(SubElement(feed, "author"), "name").text = words.say("feed.author")
    SubElement(feed, "updated").text = _moment(steps[0][0])
    for edition, changes in steps:
        reported = [change for change in changes if theme is None or change.theme == theme]
        groups = change_groups(reported, edition, words)
        if groups:
            entry = SubElement(feed, "entry")
            SubElement(entry, "id").text = _urn(address.language, theme or "", edition.id)
            volume = replace(address, edition=edition.id, latest=False).root
            SubElement(entry, "link", {"href": relative(address.root + path, f"{volume}changes/")})
            _fill_entry(entry, edition, groups, words)
    indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def calendar(title: str, promises: Iterable[KnownMilestone], edition: Edition, words: Locale) -> str:
    """Return an iCalendar of open and overdue promises; an event lasts from the first to the last day due."""
    made = Calendar()
    made.add("prodid", f"-//atlas//{edition.id}//{words.language.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", title)
    for milestone in promises:
        if milestone.latest_due and milestone.state in (State.OPEN, State.OVERDUE) and not milestone.successors:
            made.add_component(_event(milestone, edition, words))
    return str(made.to_ical().decode("utf-8"))


def _event(milestone: KnownMilestone, edition: Edition, words: Locale) -> Event:
    due = milestone.latest_due
    assert due is not None, "only promises with a due date are in a calendar"
    event = Event()
    event.add("uid", f"{milestone.id}@{uuid5(NAMESPACE_URL, 'atlas')}")
    event.add("dtstamp", datetime(edition.as_of.year, edition.as_of.month, edition.as_of.day, tzinfo=UTC))
    event.add("dtstart", due.first)
    event.add("dtend", due.last + timedelta(days=1))
    event.add("summary", f"{words.text(milestone.record.title)} ({words.period(due)})")
    shown = state_view(milestone, edition, words)
    parts = [shown.text, words.say("feed.source", source=edition.source.id)]
    if shown.note:
        parts.insert(1, shown.note)
    if milestone.moves and milestone.first_due and milestone.slip_days is not None:
        first = words.say("moved_from", before=words.period(milestone.first_due), after=words.period(due))
        parts.insert(1, f"{first} ({words.slip(milestone.slip_days)})")
    event.add("description", "; ".join(parts))
    event.add("transp", "TRANSPARENT")
    return event


def _fill_entry(entry: Element, edition: Edition, groups: Sequence[ChangeGroup], words: Locale) -> None:
    SubElement(entry, "title").text = words.text(edition.source.title)
    SubElement(entry, "updated").text = _moment(edition)
    content = SubElement(SubElement(entry, "content", {"type": "xhtml"}), "div", {"xmlns": _XHTML})
    for group in groups:
        if group.title:
            SubElement(content, "h3").text = group.title
        lines = SubElement(content, "ul")
        for line in group.lines:
            SubElement(lines, "li").text = change_in_words(line, words)


def _moment(edition: Edition) -> str:
    return f"{edition.as_of}T00:00:00Z"


def _urn(*parts: str) -> str:
    """Return a stable URN for the parts."""
    return uuid5(NAMESPACE_URL, "/".join(["atlas", *parts])).urn
