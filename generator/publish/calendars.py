"""Promised dates as calendars: an event on the last day of each promised period."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from generator.editions import KnownMilestone
from generator.pages import Volume, milestone_path, state_view


def calendar(title: str, milestones: Iterable[KnownMilestone], volume: Volume) -> str:
    """An iCalendar of the milestones that are awaited, with an event on the last day on which each is on time.

    An event keeps its identity in all editions and languages; a date that moved has a higher SEQUENCE, so that a
    calendar into which it was copied once takes it over. Nothing depends on when it is made.
    """
    made = Calendar()
    made.add("prodid", f"-//atlas//{volume.edition.id}//{volume.locale.language.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", title)
    for milestone in milestones:
        if milestone.is_awaited:
            made.add_component(_event(milestone, volume))
    if not made.subcomponents:
        made.add_component(_utc())
    return str(made.to_ical().decode("utf-8"))


def _utc() -> Timezone:
    """The time zone of every calendar: what a calendar without events holds, for RFC 5545 wants one component."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    zone.add_component(standard)
    return zone


def _event(milestone: KnownMilestone, volume: Volume) -> Event:
    due, locale, site = milestone.latest_due, volume.locale, volume.site
    assert due is not None, "what is awaited has a date"
    event = Event()
    event.add("uid", f"{milestone.id}@{uuid5(NAMESPACE_URL, site.identity)}")
    event.add("dtstamp", datetime.combine(volume.edition.as_of, datetime.min.time(), UTC))
    event.add("dtstart", due.last)
    event.add("dtend", due.last + timedelta(days=1))
    event.add("sequence", len(milestone.moves))
    event.add("summary", f"{locale.text(milestone.record.title)} ({locale.period(due)})")
    event.add("description", "\n".join(_description(milestone, volume)))
    if site.address:
        event.add("url", f"{site.address}{volume.address.root}{milestone_path(milestone.id)}")
    event.add("transp", "TRANSPARENT")
    return event


def _description(milestone: KnownMilestone, volume: Volume) -> Iterable[str]:
    """The state with its base, whether the date moved, and the document that gave it."""
    locale, due = volume.locale, milestone.latest_due
    shown = state_view(milestone, volume.edition, locale)
    yield f"{shown.text}; {shown.note}" if shown.note else shown.text
    if milestone.moves and milestone.first_due and due and milestone.slip_days is not None:
        moved = locale.say("moved_from", before=locale.the(milestone.first_due), after=locale.the(due))
        yield f"{moved} ({locale.slip(milestone.slip_days)})"
    giving = next(report for report in reversed(milestone.reports) if report.record.due)
    yield locale.say("feed.source", source=locale.text(giving.source.title))
