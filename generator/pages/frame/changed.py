"""When what a page says last changed: the days of sources, never those of a build."""

from collections.abc import Sequence
from datetime import date

from generator.editions import Change, Edition, Subject
from generator.pages.urls import milestone_path, source_path, theme_path


def days_of_changes(steps: Sequence[tuple[Edition, tuple[Change, ...]]]) -> dict[str, tuple[date, date]]:
    """The first and the last day on which a source changed a theme, milestone or source, by the path of its page.

    `steps` are editions with their changes, newest first. What is not among the paths changes with every edition.
    """
    days: dict[str, tuple[date, date]] = {}
    for edition, changes in steps:
        paths = {theme_path(change.theme) for change in changes if change.theme}
        paths |= {milestone_path(change.id) for change in changes if change.key.subject is Subject.MILESTONE}
        for path in paths:
            days[path] = (edition.as_of, days.get(path, (edition.as_of, edition.as_of))[1])
    newest = steps[0][0]
    for source in (*newest.sources.values(), *newest.outside.values()):
        days[source_path(source.id)] = (source.published.last, source.published.last)
    return days
